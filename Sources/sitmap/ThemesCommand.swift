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
    let outcome: Result<(theme: Theme, faults: [Fault]), InvalidInput>
    do throws(FileFailure) {
      outcome = try DiskFiles(root: "").withBytes(of: name) { bytes in
        do throws(InvalidInput) { return .success(try read(bytes, file: name)) } catch { return .failure(error) }
      }
    } catch {
      throw CommandFailure("the theme `\(name)` cannot be read: \(error)", hint: "sitmap themes light > house.yaml makes one", Exit.noInput)
    }
    switch outcome {
    case .success(let read):
      for fault in read.faults where fault.severity != .note { tell(fault.description) }
      return read.theme
    case .failure(let invalid):
      let errors = invalid.faults.count { $0.severity == .error }
      var failure = CommandFailure("the theme `\(name)` has \(errors) error\(errors == 1 ? "" : "s"); nothing was drawn", Exit.data)
      failure.faults = invalid.faults
      throw failure
    }
  }
}
