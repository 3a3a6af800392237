import ArgumentParser
import Diagnostics
import Geometry
import Situation

struct HoldersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holders",
    abstract: "Tells who holds places or points on a day, and on whose word.",
    discussion: "Without places and points it lists every place whose control is on file.")

  @Argument(help: "Ids of places.")
  var places: [String] = []

  @Option(
    name: .customLong("on"), help: ArgumentHelp("The day. Default: the theatre's latest.", valueName: "day"), transform: DayArgument.read)
  var day: DayArgument?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A point on the map, in degrees. May be given several times.", valueName: "lon,lat"))
  var at: [PointArgument] = []

  @Flag(help: "Comma-separated values.")
  var csv = false

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func run() async throws {
    try await reportingConcurrently {
      let chronicle = try await Chronicle(theatre, series)
      let theatre = chronicle.theatre
      let day = day?.day ?? chronicle.series?.days?.upperBound ?? theatre.latestDay
      let missing = places.filter { theatre.place(PlaceID($0)) == nil }
      if let first = missing.first {
        let hint = theatre.gazetteer.nearest(toSpelling: first).map { "did you mean `\($0.id)` (\($0.name))?" }
        let names = missing.map { "`\($0)`" }.joined(separator: ", ")
        throw CommandFailure("no place \(names) in the gazetteer", hint: hint, Exit.noInput)
      }
      let situation = try chronicle.situation(on: day, knownBy: control.knownBy?.day, window: 0, source: control.control)
      let drawn = try locator(situation)
      // Drawn areas and snapshots do not ask the places.
      let rows = control.control == .authored || chronicle.series != nil ? [] : theatre.holders(on: day, knownBy: control.knownBy?.day)
      if rows.isEmpty, situation.control.isEmpty { throw chronicle.nothingKnown(on: day) }
      let holders = Dictionary(rows.map { ($0.place.id, $0) }, uniquingKeysWith: { a, _ in a })
      let all = theatre.gazetteer.filter { holders[$0.id] != nil || holders.isEmpty && drawn($0.position) != nil }.map(\.id)
      let wanted = places.isEmpty && at.isEmpty ? all : places.map { PlaceID($0) }
      var text = csv ? "where,status,holder,from,until,basis\n" : ""
      for id in wanted {
        if let holder = holders[id] {
          text += line(id.rawValue, holder.holding, holder.rows)
        } else if let place = theatre.place(id) {
          text += line(id.rawValue, drawn(place.position), [])
        }
      }
      for point in at { text += line(point.text, drawn(point.point), []) }
      try OutputFile.write(Array(text.utf8), to: "-")
    }
  }

  private func locator(_ situation: Situation) throws -> (Point<Geographic>) -> ControlArea.Holding? {
    let coverage: Coverage
    do throws(OverlayFailure) {
      coverage = try situation.builtCoverage().coverage
    } catch {
      throw CommandFailure("the areas cannot be joined: \(error)", Exit.software)
    }
    let locator = CoverageLocator(coverage)
    return { point in
      let area = locator.area(at: point)
      return area == Coverage.nobody ? nil : situation.control[area].holding
    }
  }

  private func line(_ title: String, _ holding: ControlArea.Holding?, _ rows: [PlaceControl]) -> String {
    let status = holding?.word ?? "unassigned"
    let holder = holding?.factions.map(\.rawValue).joined(separator: "|") ?? ""
    let basis = rows.flatMap(\.basis).map { basis in
      switch basis {
      case .claim(let reference): reference.description
      case .editorial(let reason): "editorial: \(reason)"
      }
    }
    let words = basis.isEmpty ? (holding == nil ? "no area is drawn there" : "the area it lies in") : basis.joined(separator: "; ")
    if csv {
      let span = [rows.first?.from.text ?? "", rows.last?.until?.text ?? ""]
      return ([title, status, holder] + span + [words]).map(csvCell).joined(separator: ",") + "\n"
    }
    return "\(title): \(status)\(holder.isEmpty ? "" : " \(holder)") (\(words))\n"
  }
}

/// `lon,lat` in degrees.
struct PointArgument: ExpressibleByArgument {
  var point: Point<Geographic>
  var text: String

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.trimmed) }
    guard parts.count == 2, let x = parts[0], let y = parts[1], (-180...180).contains(x), (-90...90).contains(y) else { return nil }
    point = Point(x, y)
    text = argument
  }
}
