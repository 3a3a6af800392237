import CairoRenderer
import Drawing
import Foundation
import SVGRenderer
import SheetSupport
import Testing
import Typography

/// All outputs show the same sheet, as other programs see them.
struct AgreementTests {
  @Test(.enabled(if: OutsideProgram.isInstalled("rsvg-convert"), "rsvg-convert (Debian: librsvg2-bin) is not installed"))
  func `the PNG looks like the SVG in librsvg`() throws {
    let rsvg = try #require(OutsideProgram("rsvg-convert"))
    let folder = try TemporaryFolder()
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let fonts = here.appendingPathComponent("../../Sources/BundledFonts/Fonts").standardized
    let configuration = try folder.write(
      """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig><dir>\(fonts.path)</dir><cachedir>\(folder.url.path)/cache</cachedir></fontconfig>
      """.utf8, "fonts.conf")
    let list = Samples.showcase
    let ours = try renderRaster(list, glyphs: Shaper(), scale: 2)
    for text in SVGOptions.Text.allCases {
      let svg = try folder.write(try Samples.svg(list, SVGOptions(text: text)).utf8, "\(text).svg")
      let png = try rsvg.run(["--zoom", "2", svg], environment: ["FONTCONFIG_FILE": configuration])
      let theirs = try #require(Raster(png: Array(png)))
      let similarity = try #require(Likeness.similarity(ours, theirs))
      #expect(similarity > 0.97, "\(text) text")
    }
  }

  @Test func `a moved letter is not alike`() throws {
    let shaper = Shaper()
    func sheet(_ x: Double) -> DisplayList {
      Samples.sheet([.text(TextItem(shaper.line("Hajin", TextStyle(30)), at: .init(x, 40), color: .black))])
    }
    let a = try renderRaster(sheet(5), glyphs: shaper)
    let b = try renderRaster(sheet(8), glyphs: shaper)
    #expect(try #require(Likeness.similarity(a, a)) == 1)
    #expect(try #require(Likeness.similarity(a, b)) < 0.9)
  }

  @Test func `a PNG file holds the pixels that were drawn`() throws {
    let raster = try renderRaster(Samples.showcase, glyphs: Shaper())
    #expect(Raster(png: try encodePNG(raster, dpi: nil)) == raster)
  }

  @Test(.enabled(if: OutsideProgram.isInstalled("pdftotext"), "pdftotext (Debian: poppler-utils) is not installed"))
  func `words can be copied from the PDF and its fonts are in it`() throws {
    let folder = try TemporaryFolder()
    let pdf = try folder.write(try renderPDF(Samples.showcase, glyphs: Shaper(), metadata: PDFMetadata(author: "A. Author")), "sheet.pdf")
    let text = String(decoding: try #require(OutsideProgram("pdftotext")).run([pdf, "-"]), as: UTF8.self)
    for words in ["Deir ez-Zor, AVATAR fi 0123", "دير الزور والبوكمال", "SEMIBOLD TRACKED", "البوكمال", "≥ 55"] {
      #expect(text.contains(words))
    }
    guard let pdffonts = OutsideProgram("pdffonts"), let pdfinfo = OutsideProgram("pdfinfo") else { return }
    let fonts = String(decoding: try pdffonts.run([pdf]), as: UTF8.self).split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 4)
    #expect(fonts.allSatisfy { $0.contains("NotoSans") && $0.contains("yes yes yes") })
    let info = String(decoding: try pdfinfo.run([pdf]), as: UTF8.self)
    #expect(info.contains("Sheet") && info.contains("A. Author") && info.contains("315 x 225 pts") && !info.contains("CreationDate"))
  }
}
