import ArgumentParser
import Cartography
import SVGRenderer
import Situation

extension SVGOptions.Text: ExpressibleByArgument {}

/// A page with the picture, its caption and its sources.
enum FigureFormat: String {
  case md, html

  /// By the ending of a file's name.
  init?(of path: String) {
    guard let ending = path.split(separator: ".").last, let format = FigureFormat(rawValue: ending.lowercased()) else { return nil }
    self = format
  }
}

/// What goes beside and around a picture.
struct Embedding {
  var composed: Sheet
  var chronicle: Chronicle
  /// All files of the command.
  var outputs: [String]

  private var pictures: [String] { outputs.filter { $0 != "-" && FigureFormat(of: $0) == nil } }

  /// A page of HTML holds its picture; one of Markdown names the command's first picture, or an SVG written beside the page.
  func write(_ format: FigureFormat, to path: String, _ text: SVGOptions.Text) throws {
    guard let account = composed.account else { return }
    let page = FigurePage(account: account)
    switch format {
    case .html:
      try OutputFile.write(page.html(svg: try chronicle.studio.svg(composed, text: text)), to: path)
    case .md:
      let folder = Self.folder(of: path)
      if let picture = pictures.first {
        let isBeside = Self.folder(of: picture) == folder
        try OutputFile.write(Array(page.markdown(picture: isBeside ? Self.name(of: picture) : picture).utf8), to: path)
      } else {
        let picture = Self.stem(of: path) + ".svg"
        try OutputFile.write(try chronicle.studio.svg(composed, text: text), to: picture)
        try OutputFile.write(Array(page.markdown(picture: Self.name(of: picture)).utf8), to: path)
      }
    }
  }

  /// Beside the command's first file, with the ending `.json`.
  func writeSidecar(knownBy: Day?, source: ControlSource) async throws {
    guard let account = composed.account, let first = outputs.first else { return }
    var tally: ControlTally?
    var title = ""
    if account.controlAsOf != nil {
      let ground = try chronicle.countingGround(nil)
      tally = try await chronicle.tallies([account.day], knownBy: knownBy, source: source, within: ground).tallies.first
      title = ground.title
    }
    let sidecar = Sidecar(
      account: account, sheet: composed, files: pictures.map(Self.name), tally: tally, ground: title, theatre: chronicle.theatre)
    try OutputFile.write(Array(sidecar.json.utf8), to: Self.stem(of: first) + ".json")
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
  private static func folder(of path: String) -> String { String(path.dropLast(name(of: path).count)) }
  private static func stem(of path: String) -> String {
    let ending = name(of: path).split(separator: ".").last.map { $0.count + 1 } ?? 0
    return String(path.dropLast(ending))
  }
}
