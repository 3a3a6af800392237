import ArgumentParser
import Cartography
import Situation

struct MapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maps",
    abstract: "Draws every report and every day with control data, as SVG and PNG.",
    usage: "sitmap maps [--output <dir>] [options]")

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder to write to; made if missing.", valueName: "dir"))
  var output = "output"

  @Flag(help: "Only the sheets of the reports.")
  var reportsOnly = false

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Sheet")
  var sheet: SheetOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func run() throws {
    try reporting {
      let studio = try Studio(theatre)
      studio.tellFaults()
      try OutputFile.makeFolder(output)
      for report in studio.theatre.reports {
        if let knownBy = control.knownBy?.day, report.knownFrom > knownBy {
          tell("left out \(report.id): published on \(report.knownFrom), after \(knownBy)")
          continue
        }
        let day = report.map?.on ?? report.published.until ?? studio.theatre.latestDay
        let situation = try studio.situation(
          on: day, knownBy: control.knownBy?.day, report: report.id, source: control.control)
        try write(try studio.compose(situation, try studio.request(report, sheet)), as: report.id.rawValue, studio)
      }
      if reportsOnly { return }
      for day in studio.theatre.controlDays {
        let situation = try studio.situation(on: day, knownBy: control.knownBy?.day, window: 14, source: control.control)
        try write(
          try studio.compose(situation, try studio.request(situation, window: 14, sheet)), as: "\(studio.theatre.id)-\(day)", studio)
      }
    }
  }

  private func write(_ composed: Sheet, as name: String, _ studio: Studio) throws(CommandFailure) {
    try OutputFile.write(try studio.svg(composed), to: "\(output)/\(name).svg")
    try OutputFile.write(try studio.png(composed, scale: sheet.scale ?? 1, dpi: nil), to: "\(output)/\(name).png")
    tell("wrote \(output)/\(name).svg and .png")
  }
}
