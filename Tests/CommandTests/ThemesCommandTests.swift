import Foundation
import SheetSupport
import Testing

/// `sitmap themes`: the list, a theme as a file, and files that are wrong.
struct ThemesCommandTests {
  private static let shipped = ["light", "dark", "print", "grey"]

  @Test func `the themes that ship are listed with what they are for`() throws {
    let run = try TheatreFolder().run(["themes"])
    let lines = run.text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(lines.map(\.first) == Self.shipped)
    #expect(lines.allSatisfy { $0.count == 2 && $0[1].count > 12 })
  }

  @Test(arguments: shipped)
  func `a theme that ships, printed and read again, is the same and draws the same`(name: String) throws {
    let theatre = try TheatreFolder()
    let printed = try theatre.run(["themes", name])
    #expect(printed.code == 0 && printed.text.contains("\ntheme: "))
    try theatre.write(printed.output, "house.yaml")
    let again = try theatre.run(["themes", "house.yaml"])
    #expect(again.code == 0 && again.output == printed.output)
    let sheets = try [name, "house.yaml"].map { theme in
      try theatre.run(["render", "--theme", theme, "--size", "480x360", "--format", "svg", "-o", "-"]).output
    }
    #expect(sheets[0] == sheets[1] && sheets[0].count > 1000)
  }

  @Test(arguments: [
    ["render", "--format", "svg", "-o", "-"], ["sheet", "--on", "2020-01-10", "2020-01-11", "-o", "days.svg"],
    ["stats", "--from", "2020-01-01", "--to", "2020-01-20", "--chart", "chart.svg"],
    ["diff", "2020-01-10", "2020-01-11", "-o", "diff.svg"], ["animate", "--step", "1w", "-o", "film.svg"],
  ])
  func `a house style's colours of factions reach every kind of picture`(arguments: [String]) throws {
    let theatre = try TheatreFolder()
    try theatre.write(Data("theme: house\nbase: light\nfactions: {red: {color: \"#12e0d4\", pattern: none}}\n".utf8), "house.yaml")
    func picture(_ theme: String) throws -> String {
      let run = try theatre.run(arguments + ["--theme", theme])
      #expect(run.code == 0, "\(run.errors)")
      guard let file = arguments.first(where: { $0.hasSuffix(".svg") }) else { return run.text }
      return String(decoding: try Data(contentsOf: theatre.url.appendingPathComponent(file)), as: UTF8.self)
    }
    #expect(try picture("house.yaml").contains("#12e0d4"))
    #expect(try !picture("light").contains("#12e0d4"))
  }

  @Test func `a theme that is wrong is told with place and hint, and nothing is printed`() throws {
    let theatre = try TheatreFolder()
    try theatre.write(Data("theme: house\nbase: lihgt\npage: {inc: \"#000000\"}\n".utf8), "house.yaml")
    let wrong = try theatre.run(["themes", "house.yaml"])
    #expect(wrong.code == 65 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("house.yaml:2:7") && wrong.errors.contains("did you mean `light`?") && wrong.errors.contains("`ink`"))
    let unknown = try theatre.run(["themes", "drak"])
    #expect(unknown.code == 64 && unknown.output.isEmpty && unknown.errors.contains("did you mean `dark`?"))
    let missing = try theatre.run(["themes", "nowhere.yaml"])
    #expect(missing.code == 66 && missing.output.isEmpty && missing.errors.contains("nowhere.yaml"))
  }
}
