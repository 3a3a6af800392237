import ArgumentParser
import Cartography
import Diagnostics
import SVGRenderer
import Situation

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws one sheet: a day of the theatre, or what one report says.",
    usage: "sitmap render [--on <day> | --report <id>] [--output <file> ...] [options]",
    discussion: """
      Without --on and --report it draws the theatre's latest day. The same files and options give the same bytes, always.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case svg, png, pdf }

  @Option(name: .customLong("on"), help: ArgumentHelp("The day to draw, as 2017-05-30.", valueName: "day"), transform: DayArgument.read)
  var day: DayArgument?

  @Option(help: ArgumentHelp("Draw all that this report says, on its own day and view.", valueName: "id"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Show events up to so many days back from the day drawn, for example 7 or 7d. Default: 14d. A report shows all of its own.",
      valueName: "days"))
  var window: WindowArgument?

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Sheet")
  var sheet: SheetOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where to write; the ending says what: .svg .png .pdf, or .md .html for a figure with caption and sources. "
        + "May be given several times; - is standard output.", valueName: "file"))
  var output: [String] = []

  @Option(help: "What standard output is to be.")
  var format: Format?

  @Option(
    help: ArgumentHelp("Pixels of a PNG per inch of the sheet; written into the file. Sets the scale to dpi/96.", valueName: "number"))
  var dpi: Double?

  @Flag(help: "Write the sheet in words and figures (alt text, caption, key, sources, areas) beside the picture, as JSON.")
  var sidecar = false

  @Option(
    help: ArgumentHelp(
      "The sidecar of an earlier sheet: its labels stay where they are as far as they can, so that one sheet can follow the other.",
      valueName: "sidecar.json"))
  var like: String?

  @Option(help: "Letters of an SVG: live (searchable, with the fonts in the file) or outlines (for programs without fonts).")
  var text: SVGOptions.Text = .live

  @Flag(help: "Tell what was left out and mended.")
  var verbose = false

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func validate() throws {
    if report != nil, window != nil { throw ValidationError("A report shows all that it says: --window goes with --on alone.") }
    if report != nil, series.snapshots != nil {
      throw ValidationError("A report is drawn on its theatre's own control: --snapshots goes with --on.")
    }
    if let dpi, !(dpi.isFinite && (10...2400).contains(dpi)) { throw ValidationError("--dpi goes from 10 to 2400.") }
    if output.contains("-"), format == nil { throw ValidationError("Standard output needs --format svg, png or pdf.") }
    if sidecar, output.contains("-") { throw ValidationError("--sidecar goes beside a file, not with standard output.") }
    for path in output where path != "-" && FigureFormat(of: path) == nil { _ = try Self.format(of: path) }
  }

  static func format(of path: String) throws -> Format {
    let ending = path.split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map {
      $0.lowercased()
    }
    if let ending, let format = Format(rawValue: ending) { return format }
    throw ValidationError("The ending of `\(path)` says no format; use .svg, .png or .pdf.")
  }

  func run() async throws {
    try await reportingConcurrently {
      let chronicle = try await Chronicle(theatre, series, needsRelief: sheet.layers?.parts.contains(.relief) ?? true)
      chronicle.tellFaults()
      let studio = chronicle.studio
      var (situation, request) = try situationAndRequest(chronicle)
      if let like { try request.keepLabels(of: like) }
      let composed = try studio.compose(situation, request)
      if verbose { tellVerbose(composed, studio) }
      let paths = output.isEmpty ? ["\(studio.theatre.id)-\(report ?? situation.day.description).\((format ?? .svg).rawValue)"] : output
      let embedding = Embedding(composed: composed, chronicle: chronicle, outputs: paths)
      for path in paths {
        if let figure = FigureFormat(of: path) {
          try embedding.write(figure, to: path, text)
          if verbose { tell("wrote \(path)") }
          continue
        }
        let format = path == "-" || output.isEmpty ? (self.format ?? .svg) : try Self.format(of: path)
        try OutputFile.write(try bytes(format, composed, studio), to: path)
        if path != "-", output.isEmpty || verbose { tell("wrote \(path)") }
      }
      if sidecar { try await embedding.writeSidecar(knownBy: control.knownBy?.day, source: control.control) }
    }
  }

  private func situationAndRequest(_ chronicle: Chronicle) throws -> (Situation, SheetRequest) {
    let studio = chronicle.studio
    let theatre = studio.theatre
    if let id = report {
      let report = try studio.report(id)
      let day = day?.day ?? report.map?.on ?? report.published.until ?? theatre.latestDay
      return (
        try studio.situation(on: day, knownBy: control.knownBy?.day, report: report.id, source: control.control),
        try studio.request(report, sheet)
      )
    }
    let day = day?.day ?? chronicle.series?.days?.upperBound ?? theatre.latestDay
    if !theatre.days.contains(day) {
      tell(Fault(.warning, "\(day) is outside the theatre's days, \(theatre.days.lowerBound) to \(theatre.days.upperBound)").description)
    }
    let days = window?.days ?? 14
    let situation = try chronicle.situation(on: day, knownBy: control.knownBy?.day, window: days, source: control.control)
    return (situation, try studio.request(situation, window: days, sheet))
  }

  private func bytes(_ format: Format, _ composed: Sheet, _ studio: Studio) throws(CommandFailure) -> [UInt8] {
    switch format {
    case .svg: try studio.svg(composed, text: text)
    case .png: try studio.png(composed, scale: sheet.scale ?? dpi.map { $0 / 96 } ?? 1, dpi: dpi)
    case .pdf: try studio.pdf(composed)
    }
  }

  private func tellVerbose(_ composed: Sheet, _ studio: Studio) {
    if !composed.droppedLabels.isEmpty {
      tell("no room for \(composed.droppedLabels.count) names: " + composed.droppedLabels.joined(separator: ", "))
    }
    for (pair, area) in composed.repairs.overlaps.sorted(by: { $0.key < $1.key }) {
      tell(
        "overlap: \(decimal(area / 1e6, 1)) km² given to area \(pair.winner + 1), not to area \(pair.loser + 1), as the later one of the file"
      )
    }
    for (area, size) in composed.repairs.slivers.sorted(by: { $0.key < $1.key }) {
      tell("sliver: \(decimal(size / 1e6, 2)) km² closed and given to area \(area + 1), the neighbour with the longest border")
    }
  }
}

/// A number of days, with or without a `d`.
struct WindowArgument: ExpressibleByArgument, Equatable {
  var days: Int

  init(days: Int) { self.days = days }

  init?(argument: String) {
    let digits = argument.hasSuffix("d") ? argument.dropLast() : argument[...]
    guard let days = Int(digits), (0...36_525).contains(days) else { return nil }
    self.days = days
  }

  var defaultValueDescription: String { "\(days)d" }
}
