import Animation
import ArgumentParser
import Cartography
import Drawing
import Situation

struct SheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Draws small multiples: 2 to 24 days side by side on one page, with one key.",
    discussion: "Name the days with --on, or spread --count of them evenly from --from to --to.")

  @Option(
    name: .customLong("on"), parsing: .upToNextOption, help: ArgumentHelp("The days to draw.", valueName: "day"),
    transform: DayArgument.read)
  var on: [DayArgument] = []

  @Option(help: ArgumentHelp("First day. Default: the theatre's first.", valueName: "day"), transform: DayArgument.read)
  var from: DayArgument?

  @Option(help: ArgumentHelp("Last day. Default: the theatre's last.", valueName: "day"), transform: DayArgument.read)
  var to: DayArgument?

  @Option(help: ArgumentHelp("How many days, 2 to 24.", valueName: "n"))
  var count = 6

  @Option(name: .shortAndLong, help: ArgumentHelp("File to write: .svg, .png or .pdf.", valueName: "file"))
  var output = "sheet.svg"

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Sheet")
  var sheet: SheetOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func validate() throws {
    if !on.isEmpty, from != nil || to != nil { throw ValidationError("--on and --from/--to exclude each other.") }
    if !(2...24).contains(on.isEmpty ? count : on.count) { throw ValidationError("a sheet has 2 to 24 days.") }
    if Set(on.map(\.day)).count < on.count { throw ValidationError("--on names a day twice.") }
    if let from, let to, to.day <= from.day { throw ValidationError("--to must come after --from.") }
    _ = try RenderCommand.format(of: output)
  }

  func run() async throws {
    try await reportingConcurrently {
      try OutputFile.probe([output])
      let chronicle = try await Chronicle(theatre, series, needsRelief: true)
      chronicle.tellFaults()
      let studio = chronicle.studio
      let days = try days(studio.theatre)
      guard let first = days.min(), let last = days.max(), first < last else {
        throw CommandFailure("a sheet needs two different days", Exit.usage)
      }
      let timeline = chronicle.timeline(first...last, knownBy: control.knownBy?.day, control.control)
      var request = try studio.request(window: 0, sheet)
      // Twenty-four small maps have room for what matters alone.
      if sheet.layers == nil { request.parts.subtract([.roads, .governorates, .graticule, .inset] + (days.count > 6 ? [.relief] : [])) }
      let moments: [FilmMoment]
      do throws(FilmFailure) {
        moments = try days.map { day throws(FilmFailure) in try timeline.moment(on: day) }
      } catch {
        throw CommandFailure(error, resumable: false)
      }
      if moments.allSatisfy({ $0.control?.holdings.isEmpty ?? true }) { throw chronicle.nothingKnown(on: first) }
      let shown = timeline.holdings.filter { holding in
        moments.contains { moment in moment.control.map { $0.holdings.contains(holding) } ?? false }
      }
      let list: DisplayList
      do throws(SheetFailure) {
        list = try composeMultiples(
          studio.theatre, moments, request, holdings: shown, knownBy: control.knownBy?.day, measuring: studio.shaper,
          relief: studio.relief)
      } catch {
        throw CommandFailure(FilmFailure.sheet(error), resumable: false)
      }
      try OutputFile.write(try studio.bytes(list, try RenderCommand.format(of: output), scale: sheet.scale ?? 1), to: output)
      tell("wrote \(output)")
    }
  }

  private func days(_ theatre: Theatre) throws(CommandFailure) -> [Day] {
    if !on.isEmpty { return on.map(\.day) }
    let span = try theatre.days(from: from?.day, to: to?.day)
    let length = span.lowerBound.distance(to: span.upperBound)
    return (0..<count).map { span.lowerBound + (length * $0 + (count - 1) / 2) / (count - 1) }
  }
}
