import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// The key, the list and the scale bar say what the map shows.
struct PanelTests {
  private func legend(_ list: DisplayList) throws -> [String] { try #require(list.group("legend")).words }

  @Test func `the key names every holder that is drawn and explains every class`() throws {
    let words = try legend(Composing.sheet(TinyTheatre.read()))
    for name in ["Red army", "Blue army", "Green guards", "Contested", "Claimed", "Unassigned", "Front line", "State border"] {
      #expect(words.contains(name), "the key lacks \(name)")
    }
    #expect(words.contains { $0.hasPrefix("Presence") || $0.hasPrefix("Present") })
    #expect(!words.contains("Orange bands"), "orange holds nothing")
  }

  @Test func `what a view does not show is not in its key`() throws {
    let north = Extent<Geographic>(minX: 9.95, minY: 41.0, maxX: 10.6, maxY: 41.45)
    let list = try Composing.sheet(TinyTheatre.read(), extent: north)
    let words = try legend(list)
    let drawn = Set((list.group("control")?.items.flatMap(\.groups) ?? []).compactMap(\.id))
    #expect(words.contains("Red army"))
    #expect(words.contains("Green guards") == drawn.contains("control-held-green"))
    for absent in ["Unassigned", "Contested", "Claimed"] { #expect(!words.contains(absent)) }
    if list.group("borders") == nil { #expect(!words.contains("State border"), "no border is in the frame") }
    if list.group("roads") == nil { #expect(!words.contains("Main road"), "no road is in the frame") }
    if list.group("fronts") == nil { #expect(!words.contains("Front line")) }
  }

  @Test func `the key explains the kinds and the certainty of the events on the map, and no others`() throws {
    let words = try legend(Composing.sheet(TinyTheatre.read()))
    for kind in ["Clash", "Air strike", "Advance", "Zone", "Blocked way", "Stated distance"] { #expect(words.contains(kind)) }
    for status in ["confirmed", "reported", "claimed", "denied"] { #expect(words.contains(status)) }
    // The meeting lies outside the map, and it alone is expected.
    for absent in ["Meeting", "expected", "Corridor", "Withdrawal"] { #expect(!words.contains(absent)) }
  }

  @Test(arguments: ["en", "ar"], [800.0, 1600])
  func `the numbers on the map are those of the list`(language: String, width: Double) throws {
    let list = try Composing.sheet(TinyTheatre.read(), size: (width, width * 0.75), language: language)
    let onMap = list.groups.compactMap { $0.id.flatMap { $0.hasPrefix("spot-") ? Int($0.dropFirst(5)) : nil } }
    let inList = try #require(list.group("list")).words.compactMap { Int($0) }
    #expect(Set(onMap) == Set(inList))
    // A number stands twice in the list where its claims go on in the next column.
    #expect(onMap.count == Set(onMap).count)
    #expect(Set(inList) == Set(1...5))
    for number in onMap { #expect(list.group("spot-\(number)")?.words == ["\(number)"]) }
  }

  @Test func `claims that are not on the map come last in the list, without a number`() throws {
    let words = try #require(Composing.sheet(TinyTheatre.read(), size: (1600, 1200)).group("list")).words
    let elsewhere = try #require(words.firstIndex(of: Wording(language: "en")[.elsewhere]))
    #expect(try #require(words.firstIndex(of: "Talks far away")) > elsewhere)
    #expect(words[elsewhere...].allSatisfy { Int($0) == nil })
  }

  @Test(arguments: [(9.9, 39.7, 12.1, 41.5), (10.8, 40.3, 11.2, 40.6), (0, 30, 25, 48)])
  func `the scale bar is right in the middle of the map`(w: Double, s: Double, e: Double, n: Double) throws {
    let center = Point<Geographic>((w + e) / 2, (s + n) / 2)
    let step = (e - w) / 20
    let a = Point<Geographic>(center.x - step, center.y)
    let b = Point<Geographic>(center.x + step, center.y)
    let rows = "id,name_en,kind,lon,lat,rank,source\na,A,town,\(a.x),\(a.y),3,made up\nb,B,town,\(b.x),\(b.y),3,made up\n"
    let theatre = try TinyTheatre.read([TinyTheatre.placesPath: rows, TinyTheatre.reportPath: nil, TinyTheatre.controlPath: nil])
    let list = try Composing.sheet(
      theatre, size: (1600, 1200), extent: Extent(minX: w, minY: s, maxX: e, maxY: n), parts: [.places, .scale], report: nil)
    let marks = try #require(list.group("places")).shapes.map { $0.path.extent.center }.sorted { $0.x < $1.x }
    let pixels = try #require(marks.first).distance(to: try #require(marks.last))
    let onGround = Geodesic.wgs84.distance(a, b) / 1000 / pixels

    let scale = try #require(list.group("scale"))
    let bar = try #require(scale.shapes.first { $0.stroke != nil }).path.extent
    let label = try #require(scale.words.compactMap { $0.hasSuffix(" km") ? Double($0.dropLast(3)) : nil }.first)
    #expect(abs(label / bar.width / onGround - 1) < 0.01)
  }
}
