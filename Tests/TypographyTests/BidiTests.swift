import Drawing
import Testing
import Typography

struct BidiTests {
  let shaper = Shaper()
  let style = TextStyle(12)

  private func visual(_ text: String, rightToLeft: Bool? = nil) -> [String] {
    shaper.line(text, style, rightToLeft: rightToLeft).runs.map(\.text)
  }

  @Test func `the first strong letter sets the direction of a line`() {
    #expect(!shaper.line("Al-Bukamal البوكمال", style).isRightToLeft)
    #expect(shaper.line("2018 البوكمال Al-Bukamal", style).isRightToLeft)
    #expect(shaper.line("Al-Bukamal", style, rightToLeft: true).isRightToLeft)
  }

  @Test func `words of both scripts stand in the order of the eye`() {
    #expect(visual("Al-Bukamal البوكمال") == ["Al-Bukamal ", "البوكمال"])
    #expect(visual("بغداد Baghdad") == ["Baghdad", "بغداد "])
  }

  @Test func `a number in Arabic text reads left to right at the left end`() throws {
    let line = shaper.line("بغداد 2018", style)
    let number = try #require(line.runs.first)
    #expect(number.text == "2018" && !number.isRightToLeft && number.x == 0)
    #expect(number.glyphs.map(\.cluster) == [0, 1, 2, 3])
  }

  @Test func `brackets are mirrored in right-to-left text`() throws {
    let open = try #require(shaper.line("(", style).runs.first?.glyphs.first?.id)
    let line = shaper.line("(بغداد)", style)
    let first = try #require(line.runs.first?.glyphs.first)
    #expect(first.id == open, "the closing bracket stands at the left end and opens to the right")
  }

  @Test func `runs touch each other and keep their place in the text`() {
    let line = shaper.line("قضاء القائم Al-Qa'im, 2017 (العراق)", style)
    var x = 0.0
    for run in line.runs {
      #expect(abs(run.x - x) < 1e-9)
      x += run.advance
    }
    #expect(line.runs.sorted { $0.start < $1.start }.map(\.text).joined() == line.text)
  }
}
