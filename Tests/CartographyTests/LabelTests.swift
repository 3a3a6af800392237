import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import TestSupport
import Testing
import Typography

/// Names on the map keep clear of each other, however many there are.
struct LabelTests {
  /// The tiny theatre with a crowd of towns, some of them in heaps.
  private static func crowd(_ count: Int, seed: UInt64) throws -> Theatre {
    var random = SeededGenerator(seed: seed)
    let syllables = ["al-", "Abu ", "Kamal", "Deir", "ez", "Zor", "Mayadin", "Hajin", "Ush", "Um ", "Ta", "Qaim"]
    var rows = TinyTheatre.texts[TinyTheatre.placesPath] ?? ""
    var center = (11.0, 40.6)
    for index in 0..<count {
      if index % 12 == 0 { center = (.random(in: 10...12, using: &random), .random(in: 39.8...41.4, using: &random)) }
      let spread = index % 24 < 12 ? 0.08 : 1
      let lon = (center.0 + .random(in: -spread...spread, using: &random)).clamped(9.9, 12.1)
      let lat = (center.1 + .random(in: -spread...spread, using: &random)).clamped(39.7, 41.5)
      let name = (0..<Int.random(in: 1...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
      let kind = ["city", "town", "village", "crossing", "base"].randomElement(using: &random) ?? "town"
      rows += "p\(index),\(name) \(index),,,\(kind),\(lon),\(lat),\(Int.random(in: 1...6, using: &random)),made up\n"
    }
    return try TinyTheatre.read([TinyTheatre.placesPath: rows])
  }

  @Test(arguments: 1...8)
  func `names of a crowd neither touch each other nor leave the frame`(seed: UInt64) throws {
    let shaper = Shaper()
    let theatre = try Self.crowd(40 * Int(seed), seed: seed)
    let sizes: [(Double, Double)] = [(1600, 1200), (480, 960), (1080, 1080)]
    for (index, language) in ["en", "ar", "en"].enumerated() {
      let list = try Composing.sheet(theatre, size: sizes[index], language: language, measuring: shaper)
      let frame = try #require(list.group("map")?.clip?.extent)
      let names = ["place-names", "area-names", "river-names"].flatMap { list.group($0)?.texts ?? [] }
      #expect(names.count > 4)
      let straight = names.filter { if case .straight = $0.placement { true } else { false } }
      let boxes = straight.map { (text: $0.line.text, box: shaper.ink(of: $0)) }
      for (number, a) in boxes.enumerated() {
        #expect(frame.contains(a.box), "\(a.text) leaves the frame")
        for b in boxes[(number + 1)...] { #expect(a.box.overlap(with: b.box) == 0, "\(a.text) touches \(b.text)") }
      }
    }
  }

  @Test func `a place that a claim names is named on the map before a greater one that no claim names`() throws {
    let list = try Composing.sheet(TinyTheatre.read(), size: (1600, 1200))
    let names = try #require(list.group("place-names")).words
    for name in ["The Ford", "Border Gate", "Norden", "Osten"] { #expect(names.contains(name)) }
  }

  @Test func `Cyrillic, Greek and Arabic names stand on one map`() throws {
    let rows =
      (TinyTheatre.texts[TinyTheatre.placesPath] ?? "")
      + "kyiv,Київ,كييف,,city,11.9,41.3,1,made up\nathens,Αθήνα,,,city,11.9,39.9,1,made up\n"
    let names = try #require(Composing.sheet(TinyTheatre.read([TinyTheatre.placesPath: rows]), size: (1600, 1200)).group("place-names"))
      .words
    #expect(names.contains("Київ") && names.contains("Αθήνα"))
  }
}

extension Double {
  fileprivate func clamped(_ low: Double, _ high: Double) -> Double { Swift.min(high, Swift.max(low, self)) }
}
