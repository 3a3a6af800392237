import Drawing
import Foundation
import Geometry
import SVGRenderer
import Testing
import Typography

struct SVGTextTests {
  let shaper = Shaper()

  private func item(_ text: String, _ style: TextStyle = TextStyle(10), halo: Halo? = nil) -> DisplayItem {
    .text(TextItem(shaper.line(text, style), at: Point(5, 20), color: .black, halo: halo))
  }

  @Test func `words stay words and share their look`() throws {
    let svg = try Samples.svg([item("Hajin", halo: Halo(.white, width: 1)), item("Sousa", halo: Halo(.white, width: 1))])
    #expect(svg.contains("<text class=\"t1\" x=\"5\" y=\"20\">Hajin</text>"))
    #expect(svg.contains(".t1{fill:#000000;paint-order:stroke;stroke:#ffffff;stroke-width:2px;font-size:10px}"))
    #expect(svg.count(of: ".t1{") == 1)
  }

  @Test func `right-to-left text is anchored at its left edge`() throws {
    let svg = try Samples.svg([item("دير الزور")])
    #expect(svg.contains("<text class=\"t1 arabic rtl\" x=\"5\" y=\"20\">دير"))
  }

  @Test func `runs stand in reading order, each with its own place`() throws {
    let svg = try Samples.svg([item("بغداد Baghdad")])
    #expect(svg.count(of: "<tspan") == 2)
    let arabic = try #require(svg.range(of: ">بغداد <"))
    let latin = try #require(svg.range(of: ">Baghdad<"))
    #expect(arabic.lowerBound < latin.lowerBound)
    #expect(svg.contains("xml:space=\"preserve\""))
  }

  @Test func `only the letters used are embedded, and only of faces used`() throws {
    let svg = try Samples.svg([item("Hajin", TextStyle(10, .bold))], SVGOptions())
    #expect(svg.count(of: "@font-face") == 1)
    #expect(svg.contains("font-family:'Noto Sans';font-weight:700;src:url(data:font/ttf;base64,AAEAAA"))
    #expect(svg.utf8.count < 6000)
  }

  @Test func `outlines need no font`() throws {
    let svg = try Samples.svg([item("Hajin")], SVGOptions(text: .outlines))
    #expect(!svg.contains("<text") && !svg.contains("font"))
    #expect(svg.contains("aria-label=\"Hajin\""))
  }

  @Test func `text on a curve is drawn as shapes that say what they mean`() throws {
    let line = shaper.line("Euphrates", TextStyle(10))
    let places = try #require(line.placements(along: [Point(0, 30), Point(90, 40)], startingAt: 2))
    let svg = try Samples.svg([.text(TextItem(line, along: places, color: .black))])
    #expect(svg.contains("role=\"img\" aria-label=\"Euphrates\""))
  }
}
