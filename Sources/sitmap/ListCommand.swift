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
      print("\(theatre.title["en"])  (\(theatre.id), \(theatre.days.lowerBound) to \(theatre.days.upperBound))")
      print("\nReports")
      for report in theatre.reports { print("  \(report.id.rawValue.padded(26))\(report.publisher): \(report.title)") }
      print("\nViews")
      for view in theatre.views {
        let e = view.extent
        print("  \(view.id.rawValue.padded(26))\(view.title["en"])  \(e.minX),\(e.minY),\(e.maxX),\(e.maxY)")
      }
      print("\nDays with control data")
      print("  " + theatre.controlDays.map(\.description).joined(separator: "  "))
      print("\nFactions")
      for faction in theatre.factions { print("  \(faction.id.rawValue.padded(26))\(faction.name["en"])") }
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(2, width - count)) }
}
