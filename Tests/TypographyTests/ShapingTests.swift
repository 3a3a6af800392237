import Drawing
import Testing
import Typography

struct ShapingTests {
  let shaper = Shaper()
  let style = TextStyle(10)

  private func glyphs(_ text: String, _ style: TextStyle = TextStyle(10)) -> [UInt32] {
    shaper.line(text, style).runs.flatMap { $0.glyphs.map(\.id) }
  }

  @Test func `Arabic letters take joining forms`() {
    let isolated = glyphs("ب")
    let word = glyphs("ببب")
    #expect(word.count == 3)
    #expect(Set(word + isolated).count == 4, "initial, medial, final and isolated forms are four glyphs")
  }

  @Test func `Arabic letters do not join across a non-joiner`() {
    let joined = glyphs("بب")
    let apart = glyphs("ب\u{200C}ب")
    #expect(joined.first != apart.first)
  }

  @Test func `letters join across a missing letter's neighbours only where they touch`() {
    let line = shaper.line("ب中ب", style)
    #expect(line.runs.map(\.face.script) == [.arabic, .latin, .arabic])
    #expect(missing(in: "ب中ب中") == ["中"])
  }

  @Test func `each face writes its own script and digits follow their neighbours`() {
    #expect(shaper.line("Deir ez-Zor 2018", style).runs.map(\.face.script) == [.latin])
    #expect(shaper.line("سنة 2018", style).runs.allSatisfy { $0.face.script == .arabic })
    #expect(shaper.line("Київ Ελλάδα", style).runs.allSatisfy { $0.face.script == .latin })
  }

  @Test func `only the regular weight has italics`() {
    #expect(shaper.line("a", TextStyle(10, isItalic: true)).runs.first?.face.isItalic == true)
    #expect(shaper.line("a", TextStyle(10, .bold, isItalic: true)).runs.first?.face.isItalic == false)
  }

  @Test func `extents grow with the size and nothing else`() {
    let small = shaper.line("Al-Bukamal البوكمال", TextStyle(10))
    let large = shaper.line("Al-Bukamal البوكمال", TextStyle(30))
    #expect(abs(large.width - 3 * small.width) < 1e-9)
    #expect(abs(large.ascent - 3 * small.ascent) < 1e-9)
    #expect(abs(small.width - small.runs.reduce(0) { $0 + $1.advance }) < 1e-9)
  }

  @Test func `kerning brings A and V together`() {
    let apart = shaper.line("A", style).width + shaper.line("V", style).width
    #expect(shaper.line("AV", style).width < apart)
  }

  @Test func `tracking widens Latin between letters and breaks its ligatures`() {
    let plain = shaper.line("Hama", style)
    let tracked = shaper.line("Hama", TextStyle(10, tracking: 2))
    #expect(abs(tracked.width - plain.width - 6) < 1e-9, "three gaps in four letters")
    #expect(glyphs("ffi").count == 1)
    #expect(glyphs("ffi", TextStyle(10, tracking: 2)).count == 3)
  }

  @Test func `tracking leaves Arabic joined`() {
    #expect(shaper.line("دير الزور", TextStyle(10, tracking: 3)).width == shaper.line("دير الزور", style).width)
  }

  @Test func `a letter that no face has is drawn as a replacement and reported`() {
    let line = shaper.line("x中y", style)
    #expect(line.text == "x中y")
    #expect(line.runs.flatMap(\.glyphs).count == 3)
    #expect(glyphs("中") == glyphs("\u{FFFD}"))
    #expect(missing(in: "Ḥamā دير №55 ≥ → ʿ").isEmpty)
  }

  @Test func `a letter can be written with marks where the face lacks it whole`() {
    #expect(missing(in: "ạ").isEmpty)
    #expect(glyphs("ạ").count == 2)
  }

  @Test func `control characters vanish and line breaks become spaces`() {
    #expect(shaper.line("a\u{7}b\r\nc\td", style).text == "ab c d")
    let empty = shaper.line("", style)
    #expect(empty.runs.isEmpty && empty.width == 0 && empty.ascent > 0)
  }

  @Test func `clusters point at the letters they came from`() throws {
    let run = try #require(shaper.line("Ḥamā", style).runs.first)
    #expect(run.glyphs.map(\.cluster) == [0, 3, 4, 5])
    #expect(run.glyphs.reduce(0) { $0 + $1.advance } == run.advance)
  }

  private func missing(in text: String) -> [Unicode.Scalar] {
    let shaper = Shaper()
    _ = shaper.line(text, TextStyle(10))
    return shaper.missing
  }
}
