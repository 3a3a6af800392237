import ArgumentParser
import Situation

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the theatre's reports, views, days with control data, and factions.")

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func run() throws {
    try reporting {
      let theatre = try Studio(theatre, needsRelief: false).theatre
      var text = ""
      func add(_ line: String) { text += line + "\n" }
      add("\(theatre.title["en"])  (\(theatre.id), \(theatre.days.lowerBound) to \(theatre.days.upperBound))")
      add("\nReports")
      for report in theatre.reports { add("  \(report.id.rawValue.padded(26))\(report.publisher): \(report.title)") }
      add("\nViews")
      for view in theatre.views {
        let e = view.extent
        add("  \(view.id.rawValue.padded(26))\(view.title["en"])  \(e.minX),\(e.minY),\(e.maxX),\(e.maxY)")
      }
      add("\nDays with control data")
      add("  " + theatre.controlDays.map(\.description).joined(separator: "  "))
      add("\nFactions")
      for faction in theatre.factions { add("  \(faction.id.rawValue.padded(26))\(faction.name["en"])") }
      try put(text)
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(2, width - count)) }
}
