import Drawing
import Foundation
import Geometry
import SVGRenderer
import Testing
import Typography

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct SVGTests {
  @Test func `a small sheet is written like this`() throws {
    let dashes = Stroke(Color(0x112233, alpha: 0.5), width: 2, dashes: [4, 2])
    var list = Samples.sheet([
      .shape(Shape(Path.polygon([Point(0.5, 10), Point(20.25, 10), Point(20, 9.996), Point(-1, 30.004)]), fill: Color(0x336699))),
      .group(
        Group(
          id: "front", layer: "Front line", title: "Front", attributes: [.init("source", "jpost-2017-05-30")],
          items: [.shape(Shape(Path.polyline([Point(0, 0), Point(10, 10)]), stroke: dashes))])),
    ])
    list.description = "Two marks"
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="100" height="60" \
      viewBox="0 0 100 60" role="img" aria-labelledby="sheet-title sheet-description" xml:lang="en" fill="none" fill-rule="evenodd" \
      stroke-linecap="round" stroke-linejoin="round">
      <title id="sheet-title">Sheet</title>
      <desc id="sheet-description">Two marks</desc>
      <rect width="100" height="60" fill="#ffffff"/>
      <path fill="#336699" d="m.5 10h19.75-.25l-21 20z"/>
      <g id="front" inkscape:groupmode="layer" inkscape:label="Front line" data-source="jpost-2017-05-30">
      <title>Front</title>
      <path stroke="#112233" stroke-opacity=".5" stroke-width="2" stroke-dasharray="4 2" d="m0 0 10 10"/>
      </g>
      </svg>

      """
    let actual = try Samples.svg(list)
    #expect(actual == expected)
  }

  @Test func `rounding does not add up along a path`() throws {
    let points = (0...1000).map { Point<Page>(Double($0) * 0.0149, Double($0 % 2)) }
    let svg = try Samples.svg([.shape(Shape(Path.polyline(points), stroke: Stroke(.black, width: 1)))])
    let data = try #require(svg.split(separator: " d=\"").last?.split(separator: "\"").first)
    let numbers = data.dropFirst().replacing("-", with: " -").split(whereSeparator: { " lm".contains($0) })
    var (x, isX) = (0.0, true)
    for number in numbers.flatMap({ splitAtSecondPoint($0) }) {
      if isX { x += try #require(Double(number)) }
      isX.toggle()
    }
    #expect(abs(x - 14.9) < 0.006)
  }

  private func splitAtSecondPoint(_ text: Substring) -> [Substring] {
    guard let first = text.firstIndex(of: "."), let second = text[text.index(after: first)...].firstIndex(of: ".") else { return [text] }
    return [text[..<second]] + splitAtSecondPoint(text[second...])
  }

  @Test func `numbers have two decimals at most, no negative zero, and no exponents`() throws {
    let svg = try Samples.svg([
      .shape(Shape(Path.polyline([Point(-0.001, 1e-9), Point(1e300, .nan), Point(12.3456, -0.004)]), stroke: Stroke(.black, width: 1 / 3)))
    ])
    #expect(svg.contains("stroke-width=\".33\" d=\"m0 0h12.35\""))
  }

  @Test func `hostile words cannot leave their place`() throws {
    let words = "</text><script>alert('x')</script> \"]]>&amp; \u{0}\u{1B}\u{FFFE}é"
    var list = Samples.sheet([
      .group(
        Group(
          id: "a\" onload=\"x", layer: words, title: words, description: words, attributes: [.init("on<load>", words)],
          items: [.text(TextItem(Shaper().line(words, TextStyle(10)), at: Point(1, 10), color: .black))]))
    ])
    list.title = words
    list.description = words
    list.language = words
    let svg = try Samples.svg(list, SVGOptions())
    #expect(!svg.contains("<script") && !svg.contains("]]>") && !svg.contains("onload=\"") && !svg.contains("\u{1B}"))
    #expect(svg.contains("data-on-load-="))
    #expect(isWellFormed(svg))
    #expect(isWellFormed(try Samples.svg(list, SVGOptions(text: .outlines))))
  }

  @Test func `everything together is well-formed XML`() throws {
    #expect(isWellFormed(try Samples.svg(Samples.showcase, SVGOptions())))
    #expect(isWellFormed(try Samples.svg(Samples.showcase, SVGOptions(text: .outlines, decimals: 1))))
  }

  @Test func `an id that appears twice is told apart`() throws {
    let group = DisplayItem.group(Group(id: "place-1"))
    let svg = try Samples.svg([group, group, .group(Group(id: "sheet-title")), .group(Group(id: "1 a"))])
    for id in ["place-1", "place-1-2", "sheet-title-2", "i1-a"] { #expect(svg.contains("<g id=\"\(id)\"")) }
  }

  @Test func `the same hatch and the same clip are defined once`() throws {
    let hatch = Hatch(.lines, color: .black, spacing: 5, width: 1)
    var other = hatch
    other.angle = 10
    let clip = Samples.box(0, 0, 10)
    let svg = try Samples.svg([
      .shape(Shape(Samples.box(0, 0, 5), fill: .hatch(hatch))), .shape(Shape(Samples.box(5, 5, 5), fill: .hatch(hatch))),
      .shape(Shape(Samples.box(5, 5, 5), fill: .hatch(other))), .group(Group(clip: clip)), .group(Group(clip: clip)),
    ])
    #expect(svg.count(of: "<pattern") == 2)
    #expect(svg.count(of: "url(#hatch-1)") == 2)
    #expect(svg.count(of: "<clipPath") == 1)
  }

  @Test func `a very long path is cut where no hole loses its area`() throws {
    func ring(_ x: Double, _ radius: Double) -> [Point<Page>] {
      (0..<9000).map { Point(x + radius * cos(Double($0) / 1500), 30 + radius * sin(Double($0) / 1500)) }
    }
    var path = Path()
    for x in [20.0, 60, 90] {
      path.addLine(ring(x, 9), closed: true)
      path.addLine(ring(x, 5), closed: true)
    }
    let svg = try Samples.svg([.shape(Shape(path, fill: .black))])
    #expect(svg.count(of: "<path") == 3)
    #expect(svg.count(of: "z\"/>") == 3)
  }

  @Test func `the same list gives the same bytes`() throws {
    #expect(try Samples.svg(Samples.showcase, SVGOptions()) == Samples.svg(Samples.showcase, SVGOptions()))
  }

  private func isWellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }
}

extension String {
  func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
