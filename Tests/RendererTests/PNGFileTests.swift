import CairoRenderer
import Drawing
import SheetSupport
import Testing
import Typography

struct PNGFileTests {
  /// Noise does not compress, so every band is at its longest.
  private func noise(_ columns: Int, _ rows: Int, alpha: Bool) -> Raster {
    var state: UInt32 = 7
    let pixels = (0..<columns * rows * (alpha ? 4 : 3)).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    return Raster(columns: columns, rows: rows, hasAlpha: alpha, pixels: pixels)
  }

  @Test(arguments: [(1, 1), (7, 3), (640, 1), (1, 2000), (1600, 1200)])
  func `a picture of one band or of many is read back as it was`(columns: Int, rows: Int) throws {
    let raster = noise(columns, rows, alpha: false)
    #expect(Raster(png: try encodePNG(raster, dpi: 96)) == raster)
  }

  @Test func `the same picture gives the same bytes`() throws {
    let raster = noise(1600, 1200, alpha: true)
    #expect(try encodePNG(raster, dpi: nil) == encodePNG(raster, dpi: nil))
  }

  @Test func `pixels that are no picture are refused`() {
    let raster = Raster(columns: 4, rows: 4, hasAlpha: false, pixels: [1, 2, 3])
    #expect(throws: CairoFailure.encoding("3 bytes of pixels, expected 48")) { try encodePNG(raster, dpi: nil) }
  }

  @Test func `the seam between the halves of a sheet cannot be seen`() throws {
    // Half of the height is a row of pixels, a quarter of which each shape covers.
    let box = Samples.box(0, 0, 300)
    var list = Samples.sheet([
      .shape(Shape(box, fill: Color(0x336699))), .text(TextItem(Shaper().line("seam", TextStyle(90)), at: .init(20, 170), color: .black)),
    ])
    list.width = 300
    list.height = 300
    let whole = try renderRaster(list, glyphs: Shaper())
    // One pixel lower, so that the seam is elsewhere in the picture.
    list.height = 302
    let other = try renderRaster(list, glyphs: Shaper())
    #expect(whole.pixels[..<(300 * 3 * 300)].elementsEqual(other.pixels[..<(300 * 3 * 300)]))
  }
}
