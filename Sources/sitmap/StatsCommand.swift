import ArgumentParser
import Cartography
import Diagnostics
import Situation

struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts who holds how much ground on a day or over time, in km² on the WGS 84 ellipsoid.",
    discussion: """
      Every share is of the ground named in the first line; what no side holds is always printed. The low bound counts held ground \
      only, the high bound also what is claimed and contested. A single day counts what its sheet shows: the drawn areas on their own \
      day, else those computed from places. A series counts places on all its days, where the theatre has any; CSV and JSON say for \
      each day which of the two it is.
      """)

  @Option(
    name: .customLong("on"), help: ArgumentHelp("The day to count. Default: the latest.", valueName: "day"), transform: DayArgument.read)
  var day: DayArgument?

  @Option(help: ArgumentHelp("The first day of a series. Default: the theatre's first.", valueName: "day"), transform: DayArgument.read)
  var from: DayArgument?

  @Option(help: ArgumentHelp("Its last day. Default: the theatre's last.", valueName: "day"), transform: DayArgument.read)
  var to: DayArgument?

  @Option(
    help: ArgumentHelp("Between two days: 1d, 7d, 1w, 1m and so on, or changes: the days on which something changes.", valueName: "step"))
  var step: StepArgument = .months(1)

  @Option(help: ArgumentHelp("Count only in a country, a governorate, a view, `extent`, or west,south,east,north.", valueName: "ground"))
  var within: String?

  @Flag(help: "Comma-separated values, one row for each day, holder and status.")
  var csv = false

  @Flag(help: "JSON, with front lines and their length.")
  var json = false

  @Option(help: ArgumentHelp("Also draw a stacked area chart, as .svg, .png or .pdf.", valueName: "file"))
  var chart: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write the figures, .csv and .json in that format; default: standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Chart")
  var sheet: SheetOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func validate() throws {
    if csv, json { throw ValidationError("--csv and --json exclude each other.") }
    if day != nil, chart != nil { throw ValidationError("--chart draws a series of days: give --from and --to in place of --on.") }
    if csv && output.lowercased().hasSuffix(".json") || json && output.lowercased().hasSuffix(".csv") {
      throw ValidationError("\(output) is named after another format than --\(csv ? "csv" : "json").")
    }
    if day != nil, from != nil || to != nil { throw ValidationError("--on and --from/--to exclude each other.") }
    if let from, let to, to.day < from.day { throw ValidationError("--to must not be before --from.") }
    if let chart { _ = try RenderCommand.format(of: chart) }
  }

  func run() async throws {
    try await reportingConcurrently {
      try OutputFile.probe([output] + [chart].compactMap { $0 })
      let chronicle = try await Chronicle(theatre, series)
      chronicle.tellFaults()
      // A wrong theme or language is told before the counting.
      _ = try chronicle.studio.request(window: 0, sheet)
      let ground = try chronicle.countingGround(within)
      let days = try days(chronicle)
      // A single day agrees with its sheet, a series with itself.
      let source = days.count > 1 ? chronicle.steady(control.control) : control.control
      let counted = try await chronicle.tallies(days, knownBy: control.knownBy?.day, source: source, within: ground)
      for line in counted.repairs.lines { tell("in \(line.files) of \(days.count) days: \(line.text)") }
      if counted.tallies.isEmpty {
        throw chronicle.nothingKnown(on: days[0])
      }
      let notes = [note(days, source, counted.tallies, chronicle)].compactMap { $0 }
      let report = TallyReport(
        tallies: counted.tallies, theatre: chronicle.theatre, ground: ground.title, knownBy: control.knownBy?.day, repairs: counted.repairs,
        notes: notes)
      let ending = output.lowercased()
      // A table and JSON hold their notes; rows of CSV have no place for them.
      if csv || ending.hasSuffix(".csv") { for note in notes { tell("note: \(note)") } }
      let text = json || ending.hasSuffix(".json") ? report.json : csv || ending.hasSuffix(".csv") ? report.csv : report.table
      try OutputFile.write(Array(text.utf8), to: output)
      if let chart { try draw(chart, counted.tallies, ground, chronicle.studio) }
    }
  }

  /// Where a day and a series of the same theatre count different things.
  private func note(_ days: [Day], _ source: ControlSource, _ tallies: [ControlTally], _ chronicle: Chronicle) -> String? {
    guard control.control == .automatic, let first = days.first, let last = days.last else { return nil }
    if days.count > 1 { return chronicle.noteOnDrawnDays(first...last, counted: source) }
    let isDrawn = chronicle.series == nil && tallies.first?.asOf != nil && !chronicle.theatre.placeControl.isEmpty
    return isDrawn ? "the drawn areas of this day are counted; series, films and diff count places, as --control places does" : nil
  }

  private func days(_ chronicle: Chronicle) throws -> [Day] {
    let all = chronicle.theatre.days
    guard from != nil || to != nil || chart != nil else {
      return [day?.day ?? chronicle.series?.days?.upperBound ?? chronicle.theatre.latestDay]
    }
    let first = from?.day ?? all.lowerBound
    let last = max(first, to?.day ?? all.upperBound)
    if case .changes = step {
      let changes = chronicle.series?.entries.map(\.day) ?? (chronicle.theatre.placeChangeDays + chronicle.theatre.controlDays)
      return Set(changes + [first, last]).filter { $0 >= first && $0 <= last }.sorted()
    }
    let days = step.days(from: first, to: last)
    if days.count > 20_000 { throw CommandFailure("that would be \(days.count) days", hint: "take a longer --step", Exit.usage) }
    return days
  }

  private func draw(_ path: String, _ tallies: [ControlTally], _ ground: CountingGround, _ studio: Studio) throws {
    let request = try studio.chartRequest(sheet, tallies, ground.title)
    let list = composeAreaChart(studio.theatre, tallies, request, measuring: studio.shaper)
    let format = try RenderCommand.format(of: path)
    try OutputFile.write(try studio.bytes(list, format, scale: sheet.scale ?? 1), to: path)
  }
}

/// How far the days of a time series lie apart.
enum StepArgument: ExpressibleByArgument, Equatable {
  case days(Int)
  case months(Int)
  case changes

  init?(argument: String) {
    if argument == "changes" {
      self = .changes
      return
    }
    guard let unit = argument.last, let count = Int(argument.dropLast()), (1...10_000).contains(count) else { return nil }
    switch unit {
    case "d": self = .days(count)
    case "w": self = .days(count * 7)
    case "m": self = .months(count)
    default: return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .days(let count): "\(count)d"
    case .months(let count): "\(count)m"
    case .changes: "changes"
    }
  }

  /// From the first day on; the last day is always among them.
  func days(from first: Day, to last: Day) -> [Day] {
    var days: [Day] = []
    var next = first
    var number = 0
    while next <= last, days.count <= 20_000 {
      days.append(next)
      number += 1
      switch self {
      case .days(let count): next = first + number * count
      case .months(let count):
        var month = first.firstOfMonth
        for _ in 0..<(number * count) { month = month.lastOfMonth + 1 }
        next = min(month + (first.dayOfMonth - 1), month.lastOfMonth)
      case .changes: next = last + 1
      }
    }
    if days.last != last { days.append(last) }
    return days
  }
}
