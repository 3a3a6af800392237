import ArgumentParser
import Cartography
import Diagnostics
import Geometry
import Situation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists every fault of the theatre's files and measures every stated distance on the ellipsoid.",
    discussion: "Exit code 0 means that nothing is wrong; warnings do not count.")

  @Option(help: ArgumentHelp("Check the factions' colours as this theme draws them.", valueName: "name|file"))
  var theme: String = "light"

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func run() throws {
    try reporting {
      let studio = try Studio(theatre)
      for fault in studio.faults { print(fault.description) }
      let theatre = studio.theatre
      let claims = theatre.reports.reduce(0) { $0 + $1.claims.count }
      print(
        [
          counted(theatre.gazetteer.count, "place"), counted(theatre.factions.count, "faction"),
          "\(counted(theatre.reports.count, "report")) with \(counted(claims, "claim"))",
          "\(counted(theatre.snapshots.count, "day")) of control",
        ].joined(separator: ", "))
      try checkControl(theatre)
      try checkPlaces(theatre)
      try checkPalette(theatre)
      let findings = theatre.distanceFindings()
      if !findings.isEmpty { print("\nStated distances, measured on the WGS 84 ellipsoid:") }
      for finding in findings { print("  \(finding.text)") }
    }
  }

  /// Places that lie in ground drawn as another's, on any day of change.
  private func checkPlaces(_ theatre: Theatre) throws(CommandFailure) {
    guard !theatre.placeControl.isEmpty else { return }
    var history = ControlHistory(theatre)
    do throws(CellFailure) {
      let faults = try history.misplacedPlaces()
      for fault in faults { print(fault.description) }
      print(
        "\(counted(theatre.placeControl.count, "entry", "entries")) for \(counted(theatre.placeHistories.count, "place")), "
          + "\(counted(theatre.placeChangeDays.count, "day")) of change")
    } catch {
      throw CommandFailure("control cannot be computed: \(error)", Exit.software)
    }
  }

  /// Grounds that touch on any day and look alike to some readers.
  private func checkPalette(_ theatre: Theatre) throws(CommandFailure) {
    let theme = try Theme.wanted(theme)
    var history = ControlHistory(theatre)
    var neighbours: Set<Neighbours> = []
    do throws(CellFailure) {
      for day in Set(theatre.controlDays + theatre.placeChangeDays).sorted() {
        guard let control = try history.control(on: day) else { continue }
        neighbours.formUnion(Neighbours.all(of: control.areas, control.coverage))
      }
    } catch {
      throw CommandFailure("control cannot be computed: \(error)", Exit.software)
    }
    for clash in PaletteCheck(theatre, theme).clashes(neighbours) {
      let fault = Fault(
        .warning, at: theatre.faction(clash.b)?.location,
        "the grounds of `\(clash.a)` and `\(clash.b)` touch and look alike \(clash.vision.name): \(decimal(clash.difference, 1)) apart in CIEDE2000, \(decimal(PaletteCheck.leastDifference, 0)) needed",
        hint: "change a colour, or give one of them another pattern (lines, backlines, dots, cross, grid)")
      print(fault.description)
    }
  }

  /// Each day's areas as a coverage: what had to be mended, and what cannot be.
  private func checkControl(_ theatre: Theatre) throws(InvalidInput) {
    var log = FaultLog()
    for snapshot in theatre.snapshots {
      do throws(OverlayFailure) {
        let repairs = try Coverage.build(snapshot.areas.map(\.polygons)).repairs
        for (pair, area) in repairs.overlaps.sorted(by: { $0.key < $1.key }) {
          log.warning(
            "feature \(snapshot.areas[pair.winner].feature) overlaps feature \(snapshot.areas[pair.loser].feature) by \(decimal(area / 1e6, 1)) km²",
            at: snapshot.areas[pair.loser].location, hint: "the later feature wins; cut the other one back")
        }
        for (area, count) in repairs.crossed.sorted(by: { $0.key < $1.key }) {
          let crossed = count == 1 ? "a polygon that crosses itself; it is" : "\(count) polygons that cross themselves; they are"
          log.warning(
            "feature \(snapshot.areas[area].feature) has \(crossed) taken by the even-odd rule", at: snapshot.areas[area].location,
            hint: "part it where it crosses")
        }
        for (area, size) in repairs.slivers.sorted(by: { $0.key < $1.key }) {
          log.warning(
            "a sliver of \(decimal(size / 1e6, 2)) km² beside feature \(snapshot.areas[area].feature) was closed",
            at: snapshot.areas[area].location, hint: "let neighbours share their vertices")
        }
      } catch {
        log.error("the areas cannot be joined: \(error)", at: Location(file: snapshot.file))
      }
    }
    for fault in log.faults { print(fault.description) }
    try log.failIfErrors()
  }
}
