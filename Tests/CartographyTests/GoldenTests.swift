import CairoRenderer
import Cartography
import Drawing
import SVGRenderer
import SheetSupport
import Testing
import Typography

/// What the tiny theatre gives, line by line; see `Golden` for how these files are renewed.
struct GoldenTests {
  private static let panels: Set<String> = ["title", "list", "legend", "sources", "scale"]

  private func expect(_ output: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    guard let difference = try Golden(name).difference(from: output) else { return }
    Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
  }

  @Test func `the map of the tiny theatre is drawn as its display list says`() throws {
    let list = try Composing.sheet(TinyTheatre.read())
    let map = list.transcript { !Self.panels.contains($0) }
    try expect(map, is: "tiny-map.txt")
  }

  @Test func `the panels of the tiny theatre are set as their display list says`() throws {
    let list = try Composing.sheet(TinyTheatre.read())
    try expect(list.transcript(ofGroups: Self.panels.contains), is: "tiny-panels.txt")
  }

  @Test func `the Arabic panels are set from the right`() throws {
    let list = try Composing.sheet(TinyTheatre.read(), language: "ar")
    try expect(list.transcript { ["title", "list"].contains($0) }, is: "tiny-panels-ar.txt")
  }

  @Test func `the tiny theatre without its panels is this SVG`() throws {
    let shaper = Shaper()
    let list = try Composing.sheet(
      TinyTheatre.read(), size: (480, 360), parts: [.control, .fronts, .borders, .claims, .moves, .zones, .places, .names, .scale],
      measuring: shaper)
    let svg = try renderSVG(list, glyphs: shaper, options: SVGOptions(embedFonts: false, decimals: 1), encodePNG: encodePNG)
    try expect(String(decoding: svg, as: UTF8.self), is: "tiny.svg")
    #expect(svg.count < 40_000)
  }

  @Test func `the same files and options give the same bytes`() throws {
    let lists = try (0..<3).map { _ in try Composing.sheet(TinyTheatre.read()) }
    #expect(lists[0] == lists[1] && lists[1] == lists[2])
  }
}
