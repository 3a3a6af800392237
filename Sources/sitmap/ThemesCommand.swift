import ArgumentParser
import Cartography
import Diagnostics
import Situation

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Lists the themes that ship, or prints one as a file to start a house style from.",
    usage: "sitmap themes [<name|file>]",
    discussion: "sitmap themes light > house.yaml; keep the lines that you change; sitmap render --theme house.yaml")

  @Argument(help: "A theme that ships, or a file of your own, whose faults are then told.")
  var theme: String?

  func run() throws {
    try reporting {
      if let theme { return try put(try Theme.wanted(theme).written()) }
      try put(
        Theme.shipped.map { $0.name + String(repeating: " ", count: max(2, 10 - $0.name.count)) + $0.purpose + "\n" }.joined())
    }
  }
}

extension Theme {
  /// The theme that the command line asks for: the name of one that ships, or a file.
  static func wanted(_ name: String) throws(CommandFailure) -> Theme {
    if let theme = named(name) { return theme }
    let isFile = name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/")
    guard isFile || isThere(name) else {
      var failure = unknown("theme", name, among: shipped.map(\.name), Exit.usage)
      failure.hint = (failure.hint.map { $0 + "; " } ?? "") + "a theme of your own is a file, as in house.yaml"
      throw failure
    }
    let file = NamedFile(path: name, title: "the theme", hint: "sitmap themes light > house.yaml makes one")
    let read = try file.read { bytes throws(InvalidInput) in try Theme.read(bytes, file: name) }
    for fault in read.faults where fault.severity != .note { tell(fault.description) }
    return read.theme
  }
}
