import ArgumentParser
import Cartography
import Diagnostics
import Geometry
import Situation

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists every fault of the theatre's files and measures every stated distance on the ellipsoid.",
    discussion: "Exit code 0 means that nothing is wrong; warnings do not count.")

  @Option(help: ArgumentHelp("Check the factions' colours as this theme draws them.", valueName: "name|file"))
  var theme: String = "light"

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func run() async throws {
    try await reportingConcurrently {
      let theme = try Theme.wanted(theme)
      let studio = try Studio(theatre)
      try put(lines(studio.faults))
      let theatre = studio.theatre
      let claims = theatre.reports.reduce(0) { $0 + $1.claims.count }
      try put(
        [
          counted(theatre.gazetteer.count, "place"), counted(theatre.factions.count, "faction"),
          "\(counted(theatre.reports.count, "report")) with \(counted(claims, "claim"))",
          "\(counted(theatre.snapshots.count, "day")) of control",
        ].joined(separator: ", ") + "\n")
      try checkControl(theatre)
      try await checkDays(theatre, theme)
      let findings = theatre.distanceFindings()
      if !findings.isEmpty { try put("\nStated distances, measured on the WGS 84 ellipsoid:\n") }
      try put(findings.map { "  \($0.text)\n" }.joined())
    }
  }

  /// What the days of change show, each day's control worked out once.
  private struct DayFindings: Sendable {
    var misplaced: [(place: PlaceID, fault: Fault)] = []
    var neighbours: Set<Neighbours> = []
    var failure: String?
  }

  /// Places that lie in ground drawn as another's, and grounds that touch and look alike to some readers, on any day of change.
  private func checkDays(_ theatre: Theatre, _ theme: Theme) async throws(CommandFailure) {
    let days = theatre.changeDays
    // Runs of days share what does not change between them; the last ones should not keep one processor waiting for long.
    let runs = stride(from: 0, to: days.count, by: 20).map { Array(days[$0..<min(days.count, $0 + 20)]) }
    var history = ControlHistory(theatre)
    // The ground is cut once, for all runs. What fails here fails there, and is told with its day.
    if let first = days.first { _ = try? history.control(on: first) }
    let primed = history
    var told: Set<PlaceID> = []
    var faults: [Fault] = []
    var neighbours: Set<Neighbours> = []
    var failure: String?
    await inOrder(runs) {
      Self.findings(on: $0, primed)
    } receive: { _, found in
      for (place, fault) in found.misplaced where told.insert(place).inserted { faults.append(fault) }
      neighbours.formUnion(found.neighbours)
      failure = failure ?? found.failure
    }
    try put(lines(faults))
    if let failure { throw CommandFailure("control cannot be computed \(failure)", Exit.software) }
    if !theatre.placeControl.isEmpty {
      try put(
        "\(counted(theatre.placeControl.count, "entry", "entries")) for \(counted(theatre.placeHistories.count, "place")), "
          + "\(counted(theatre.placeChangeDays.count, "day")) of change\n")
    }
    try put(lines(clashes(neighbours, theatre, theme)))
  }

  private static func findings(on days: [Day], _ primed: ControlHistory) -> DayFindings {
    var history = primed
    var found = DayFindings()
    for day in days {
      do throws(CellFailure) {
        guard let control = try history.control(on: day) else { continue }
        found.neighbours.formUnion(Neighbours.all(of: control.areas, control.coverage))
        if history.theatre.placeControl.isEmpty || !history.theatre.days.contains(day) { continue }
        found.misplaced += try history.misplacedPlaces(on: day, told: Set(found.misplaced.map(\.place)))
      } catch {
        found.failure = found.failure ?? "of \(day): \(error)"
      }
    }
    return found
  }

  private func clashes(_ neighbours: Set<Neighbours>, _ theatre: Theatre, _ theme: Theme) -> [Fault] {
    PaletteCheck(theatre, theme).clashes(neighbours).map { clash in
      Fault(
        .warning, at: theatre.faction(clash.b)?.location,
        "the grounds of `\(clash.a)` and `\(clash.b)` touch and look alike \(clash.vision.name): \(decimal(clash.difference, 1)) apart in CIEDE2000, \(decimal(PaletteCheck.leastDifference, 0)) needed",
        hint: "change a colour, or give one of them another pattern (lines, backlines, dots, cross, grid)")
    }
  }

  private func lines(_ faults: [Fault]) -> String { faults.map { $0.description + "\n" }.joined() }

  /// Each day's areas as a coverage: what had to be mended, and what cannot be.
  private func checkControl(_ theatre: Theatre) throws {
    var log = FaultLog()
    for snapshot in theatre.snapshots {
      // Areas that follow each other in time may lie on the same ground.
      let changes = Set(snapshot.areas.flatMap { [$0.from, $0.until.map { $0 + 1 }].compactMap { $0 } } + [snapshot.asOf])
      var told: Set<String> = []
      for day in changes.sorted() where day >= snapshot.asOf {
        for fault in faults(of: snapshot.areas(on: day), in: snapshot.file) where told.insert(fault.description).inserted { log.add(fault) }
      }
    }
    try put(lines(log.faults))
    try log.failIfErrors()
  }

  /// What had to be mended to make a coverage of areas that hold at the same time.
  private func faults(of areas: [ControlArea], in file: String) -> [Fault] {
    do throws(OverlayFailure) {
      let repairs = try Coverage.build(areas.map(\.polygons)).repairs
      let overlaps = repairs.overlaps.sorted { $0.key < $1.key }.map { pair, metres in
        Fault(
          .warning, at: areas[pair.loser].location,
          "feature \(areas[pair.winner].feature) overlaps feature \(areas[pair.loser].feature) by \(decimal(metres / 1e6, 1)) km²",
          hint: "the later feature wins; cut the other one back")
      }
      let slivers = repairs.slivers.sorted { $0.key < $1.key }.map { area, metres in
        Fault(
          .warning, at: areas[area].location,
          "a sliver of \(decimal(metres / 1e6, 2)) km² beside feature \(areas[area].feature) was closed",
          hint: "let neighbours share their vertices")
      }
      let crossed = repairs.crossed.sorted { $0.key < $1.key }.map { area, count in
        let what = count == 1 ? "a polygon that crosses itself; it is" : "\(count) polygons that cross themselves; they are"
        return Fault(
          .warning, at: areas[area].location, "feature \(areas[area].feature) has \(what) taken by the even-odd rule",
          hint: "part it where it crosses")
      }
      return overlaps + slivers + crossed
    } catch {
      return [Fault(.error, at: Location(file: file), "the areas cannot be joined: \(error)")]
    }
  }
}
