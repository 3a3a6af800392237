import ArgumentParser
import Cartography
import Diagnostics
import Drawing
import Geometry
import Situation

/// Where the control of a day is taken from.
struct ControlOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who holds the ground, from: places (geodata/control/places.csv), authored (the drawn areas, each until the next). "
        + "Default: the drawn areas on their own day, else the places.", valueName: "source"))
  var control: ControlSource = .automatic

  @Option(help: ArgumentHelp("Leave out what was published after this day.", valueName: "day"), transform: DayArgument.read)
  var knownBy: DayArgument?
}

extension ControlSource: ExpressibleByArgument {}

extension Studio {
  /// What holds on a day, with its control areas as a coverage.
  func situation(
    on day: Day, knownBy: Day? = nil, window: Int = 14, report: ReportID? = nil, source: ControlSource = .automatic
  ) throws(CommandFailure) -> Situation {
    if let knownBy, let told = report.flatMap({ theatre.report($0) }), told.knownFrom > knownBy {
      throw CommandFailure(
        "the report `\(told.id)` was published on \(told.knownFrom), after \(knownBy)", hint: "leave out --known-by", Exit.usage)
    }
    var history = ControlHistory(theatre)
    do throws(CellFailure) {
      return try history.situation(on: day, knownBy: knownBy, window: window, report: report, source: source)
    } catch {
      throw CommandFailure("the control of \(day) cannot be computed: \(error)", Exit.software)
    }
  }
}

extension Studio {
  /// A studio for a theatre that was not read as such from files.
  init(_ theatre: Theatre, relief: ElevationGrid? = nil, faults: [Fault] = []) {
    self.theatre = theatre
    self.relief = relief
    self.faults = faults
  }

  func composeDifference(_ difference: ControlDifference, _ situation: Situation, _ request: SheetRequest) throws(CommandFailure) -> Sheet {
    do throws(SheetFailure) {
      return try composeDifferenceSheet(theatre, difference, situation, request, measuring: shaper, relief: relief)
    } catch {
      throw CommandFailure(error.description, Exit.software)
    }
  }

  /// A chart of the size that the options ask for, 1200 by 675 px without them.
  func chartRequest(_ options: SheetOptions, _ tallies: [ControlTally], _ ground: String) throws(CommandFailure) -> SheetRequest {
    var request = try request(window: 0, options)
    if options.size == nil { (request.width, request.height) = (1200, 675) }
    let wording = Wording(language: request.language)
    let total = wording.squareKilometres(tallies.last?.ground ?? 0)
    request.title = options.title ?? theatre.title[request.language]
    request.summary = wording.shareNote(total, ground, isComputed: (tallies.last?.placeCount ?? 0) > 0)
    return request
  }

  func bytes(_ list: DisplayList, _ format: RenderCommand.Format, scale: Double = 1) throws(CommandFailure) -> [UInt8] {
    let sheet = Sheet(displayList: list)
    return switch format {
    case .svg: try svg(sheet)
    case .png: try png(sheet, scale: scale, dpi: nil)
    case .pdf: try pdf(sheet)
    }
  }
}
