import Drawing
import Testing
import Typography

struct WrappingTests {
  let shaper = Shaper()
  let style = TextStyle(10)
  let text = "Sources: The Jerusalem Post, 30 May 2017; control areas after المرصد السوري and others, see the notes."

  @Test(arguments: [40.0, 80, 150, 301]) func `no line is wider than asked unless it is one word`(width: Double) {
    for line in shaper.wrap(text, style, width: width) {
      #expect(line.width <= width + 1e-6 || !line.text.contains(" "))
      #expect(line.text.first != " " && line.text.last != " ")
    }
  }

  @Test func `no word is lost`() {
    #expect(shaper.wrap(text, style, width: 97).map(\.text).joined(separator: " ") == text)
  }

  @Test func `text that fits stays whole`() {
    #expect(shaper.wrap("Hajin", style, width: 500).map(\.text) == ["Hajin"])
    #expect(shaper.wrap("Hajin", style, width: 1).map(\.text) == ["Hajin"])
    #expect(shaper.wrap("", style, width: 100).count == 1)
  }

  @Test func `a line break in the text is kept`() {
    #expect(shaper.wrap("one\ntwo", style, width: 500).map(\.text) == ["one", "two"])
  }

  @Test func `lines of a right-to-left paragraph stay right to left`() {
    let lines = shaper.wrap("دير الزور Deir ez-Zor governorate in Syria", style, width: 70)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.isRightToLeft })
  }
}
