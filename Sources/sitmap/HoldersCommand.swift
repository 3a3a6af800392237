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

  @Flag(help: "JSON, with every row that says so.")
  var json = false

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func validate() throws {
    if csv, json { throw ValidationError("--csv and --json exclude each other.") }
  }

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
      var history = ControlHistory(theatre)
      var answers: [HolderReport.Answer] = []
      for id in wanted {
        if let holder = holders[id] {
          answers.append(.init(title: id.rawValue, holding: holder.holding, rows: holder.rows))
        } else if let place = theatre.place(id) {
          answers.append(try answer(id.rawValue, place.position, drawn, day, chronicle, &history))
        }
      }
      for point in at { answers.append(try answer(point.text, point.point, drawn, day, chronicle, &history)) }
      let report = HolderReport(answers: answers, day: day, knownBy: control.knownBy?.day)
      try OutputFile.write(Array((json ? report.json : csv ? report.csv : report.text).utf8), to: "-")
    }
  }

  /// Whose the ground at a point is: by the place that it goes with, or by the drawn area that it lies in.
  private func answer(
    _ title: String, _ point: Point<Geographic>, _ drawn: (Point<Geographic>) -> ControlArea?, _ day: Day, _ chronicle: Chronicle,
    _ history: inout ControlHistory
  ) throws -> HolderReport.Answer {
    let area = drawn(point)
    var answer = HolderReport.Answer(title: title, holding: area?.holding)
    guard let area, chronicle.series == nil, !area.places.isEmpty else {
      // Unassigned ground that comes from the places is the lack of a place, and no area that somebody has drawn.
      answer.isBeyondReach = area?.holding == .unassigned && area?.location.line == nil && chronicle.series == nil
      if !answer.isBeyondReach { answer.area = area }
      return answer
    }
    do throws(CellFailure) {
      let origin = try history.origin(of: point, on: day, knownBy: control.knownBy?.day, source: control.control)
      answer.origin = origin
      answer.rows = origin?.rows ?? []
    } catch {
      throw CommandFailure("the control of \(day) cannot be computed: \(error)", Exit.software)
    }
    return answer
  }

  private func locator(_ situation: Situation) throws -> (Point<Geographic>) -> ControlArea? {
    let coverage: Coverage
    do throws(OverlayFailure) {
      coverage = try situation.builtCoverage().coverage
    } catch {
      throw CommandFailure("the areas cannot be joined: \(error)", Exit.software)
    }
    let locator = CoverageLocator(coverage)
    return { point in
      let area = locator.area(at: point)
      return area == Coverage.nobody ? nil : situation.control[area]
    }
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
