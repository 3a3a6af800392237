import Drawing
import Geometry
import Testing
import Typography

struct GlyphSourceTests {
  let shaper = Shaper()

  private func glyph(_ letter: String) throws -> UInt32 {
    try #require(shaper.line(letter, TextStyle(10)).runs.first?.glyphs.first?.id)
  }

  @Test func `outlines stand on the baseline in em units`() throws {
    let box = shaper.outline(of: try glyph("H"), in: FontFace(.latin, .regular)).extent
    #expect(abs(box.maxY) < 0.01 && abs(box.minY + 0.714) < 0.02, "cap height of Noto Sans is 0.714 em")
    #expect(shaper.outline(of: try glyph(" "), in: FontFace(.latin, .regular)).isEmpty)
    #expect(shaper.outline(of: 65_000, in: FontFace(.latin, .regular)).isEmpty)
  }

  @Test(arguments: FontFace.allCases) func `every face has a file, outlines and a height`(face: FontFace) {
    #expect(shaper.fontFile(face).prefix(4) == [0, 1, 0, 0])
    let line = shaper.line(face.script == .arabic ? "ب" : "b", TextStyle(10, face.weight, isItalic: face.isItalic))
    #expect(line.runs.first?.face == face)
    #expect(line.ascent > 5 && line.descent > 2)
    #expect(!shaper.inkExtent(of: line).isEmpty)
  }

  @Test func `a subset is small, stable and a TrueType file`() throws {
    let face = FontFace(.arabic, .bold)
    let letters = Set("دير الزور".unicodeScalars)
    let first = try #require(shaper.subset(face, scalars: letters))
    #expect(first == Shaper().subset(face, scalars: letters))
    #expect(first.count < shaper.fontFile(face).count / 10)
    #expect(first.prefix(4) == [0, 1, 0, 0])
  }

  @Test func `ink is tighter than the line`() {
    let line = shaper.line("دير الزور", TextStyle(10))
    let ink = shaper.inkExtent(of: line)
    #expect(-ink.minY < line.ascent && ink.maxY < line.descent)
    #expect(ink.minX > -1 && ink.maxX < line.width + 1)
  }
}
