import CairoRenderer
import Cartography
import Drawing
import Foundation
import SVGRenderer
import SheetSupport
import Situation
import Testing
import Typography

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever people write into their files, an SVG stays an SVG.
struct HostileTextTests {
  private static let phrases = [
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "' & ]]> <!-- -->", "&lt;&#x3c;&amp;", "}</style><svg onload=x>",
    "a\u{202E}b\u{200B}c\u{2069}",
    "👩‍👩‍👧‍👦🇸🇾", "x\u{0301}\u{0301}\u{0301}", "\u{FFFD}\u{E000}",
  ]

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String: Int] = [:]
    var attributes: Set<String> = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
      elements[name, default: 0] += 1
      self.attributes.formUnion(attributes.keys)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  /// The tiny theatre with a phrase in every text that people write.
  private func theatre(_ phrase: String) throws -> Theatre {
    let yaml = "\"" + phrase.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    let json = phrase.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let csv = "\"" + phrase.replacing("\"", with: "\"\"") + "\""
    func text(_ path: String) -> String { TinyTheatre.texts[path] ?? "" }
    return try TinyTheatre.read([
      "geodata/theatre.yaml": text("geodata/theatre.yaml").replacing("{en: Two small countries,", with: "{en: \(yaml),")
        .replacing("{en: Made up for tests.}", with: "{en: \(yaml)}"),
      "geodata/factions.yaml": text("geodata/factions.yaml").replacing("{en: Red army,", with: "{en: \(yaml),")
        .replacing("{en: Red,", with: "{en: \(yaml),"),
      "geodata/base/countries.geojson": text("geodata/base/countries.geojson").replacing("Westland", with: json),
      "geodata/base/borders.geojson": text("geodata/base/borders.geojson").replacing("Westland", with: json),
      TinyTheatre.placesPath: text(TinyTheatre.placesPath).replacing("The Ford", with: csv),
      TinyTheatre.reportPath: text(TinyTheatre.reportPath).replacing("en: Fight at the ford,", with: "en: \(yaml),")
        .replacing("says: They fought at the ford.", with: "says: \(yaml)").replacing("Ten days in January", with: yaml)
        .replacing("The Tiny Times", with: yaml).replacing("at: paragraph 1", with: "at: \(yaml)"),
      TinyTheatre.controlPath: text(TinyTheatre.controlPath).replacing("editorial: made up", with: "editorial: \(json)"),
    ])
  }

  @Test(arguments: phrases)
  func `markup in the files stays text in the SVG`(phrase: String) throws {
    let shaper = Shaper()
    let tame = try elements(Composing.sheet(theatre("tame"), measuring: shaper), shaper)
    let list = try Composing.sheet(theatre(phrase), title: phrase, measuring: shaper)
    let wild = try elements(list, shaper)
    #expect(Set(wild.elements.keys).subtracting(tame.elements.keys).isSubset(of: ["tspan", "path"]))
    #expect(wild.elements["script"] == nil && wild.elements["svg"] == 1)
    #expect(wild.attributes.allSatisfy { !$0.hasPrefix("on") })
    for text in SVGOptions.Text.allCases { _ = try elements(list, shaper, text) }
  }

  @Test func `control characters in the files reach no SVG`() throws {
    let shaper = Shaper()
    let list = try Composing.sheet(TinyTheatre.read(), title: "a\u{0}b\u{1}c\u{1F}\u{7F}\u{85}\u{FFFF}\nd\te", measuring: shaper)
    _ = try elements(list, shaper)
  }

  private func elements(_ list: DisplayList, _ shaper: Shaper, _ text: SVGOptions.Text = .live) throws -> Reader {
    let svg = try renderSVG(list, glyphs: shaper, options: SVGOptions(text: text), encodePNG: encodePNG)
    let parser = XMLParser(data: Data(svg))
    let reader = Reader()
    parser.delegate = reader
    let isSound = parser.parse()
    #expect(isSound, "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "")")
    return reader
  }
}
