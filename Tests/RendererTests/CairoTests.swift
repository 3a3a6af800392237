import CairoRenderer
import Drawing
import Geometry
import Testing
import Typography

struct CairoTests {
  private func raster(_ items: [DisplayItem]) throws -> Raster { try renderRaster(Samples.sheet(items), glyphs: Shaper()) }

  @Test func `a shape covers its pixels and a hole stays open`() throws {
    var path = Samples.box(10, 10, 30)
    path.append(Samples.box(20, 20, 10))
    let raster = try raster([.shape(Shape(path, fill: Color(0x336699)))])
    #expect(raster.pixel(15, 15) == [0x33, 0x66, 0x99])
    #expect(raster.pixel(25, 25) == [255, 255, 255])
  }

  @Test func `a clear background gives straight alpha`() throws {
    var list = Samples.sheet([.shape(Shape(Samples.box(10, 10, 20), fill: Color(0xFF0000, alpha: 0.5)))])
    list.background.alpha = 0
    let raster = try renderRaster(list, glyphs: Shaper())
    #expect(raster.hasAlpha)
    #expect(raster.pixel(15, 15) == [255, 0, 0, 128])
    #expect(raster.pixel(50, 50)[3] == 0)
  }

  @Test func `a hatch starts its grid at the corner of the sheet`() throws {
    let hatch = Hatch(.lines, color: .black, ground: Color(0xFFFF00), angle: 0, spacing: 10, width: 4)
    let raster = try raster([.shape(Shape(Samples.box(13, 12, 40), fill: .hatch(hatch)))])
    #expect(raster.pixel(20, 25) == [0, 0, 0])
    #expect(raster.pixel(20, 20) == [255, 255, 0])
    #expect(raster.pixel(5, 25) == [255, 255, 255])
  }

  @Test func `a scale gives more pixels and its dpi`() throws {
    let png = try renderPNG(Samples.sheet([]), glyphs: Shaper(), scale: 2)
    #expect(png.number(at: 16) == 200 && png.number(at: 20) == 120)
    let phys = try #require(png.firstRange(of: Array("pHYs".utf8)))
    #expect(png.number(at: phys.upperBound) == 7559, "192 dpi in pixels per metre")
  }

  @Test(arguments: [(0.0, 10.0), (40_000, 10), (10, 32_768), (.nan, 10), (.infinity, 10), (-5, 5), (30_000, 30_000)])
  func `a sheet of an impossible size is refused`(width: Double, height: Double) {
    let list = Samples.sheet([], width: width, height: height)
    #expect(throws: CairoFailure.self) { try renderPNG(list, glyphs: Shaper()) }
    #expect(throws: CairoFailure.self) { try renderPDF(list, glyphs: Shaper()) }
  }

  @Test func `a refusal says the size and the limit`() {
    let failure = #expect(throws: CairoFailure.self) { try renderPNG(Samples.sheet([]), glyphs: Shaper(), scale: 400) }
    #expect(failure == .sizeOutOfRange(width: 40_000, height: 24_000))
    #expect(failure?.description.contains("32767") == true)
  }

  @Test func `points and sizes that are no numbers do no harm`() throws {
    let path = Path([
      .line(Point(5, 5)), .move(Point(.nan, 1)), .line(Point(1e308, -1e308)),
      .curve(Point(1, 1), Point(.infinity, 1), Point(2, 2)), .close,
    ])
    let items: [DisplayItem] = [
      .shape(Shape(path, fill: .black, stroke: Stroke(.black, width: 2, dashes: [0, 0]))),
      .shape(Shape(Samples.box(0, 0, 50), fill: .hatch(Hatch(.dots, color: .black, angle: .nan, spacing: 0, width: 1)))),
      .shape(Shape(Samples.box(0, 0, 50), stroke: Stroke(.black, width: .nan))),
      .text(TextItem(Shaper().line("x", TextStyle(.nan)), at: Point(.nan, 0), angle: .infinity, color: .black)),
      .picture(Picture(columns: 4, rows: 4, pixels: [], box: Extent(minX: 0, minY: 0, maxX: 1, maxY: 1))),
    ]
    for item in items {
      _ = try renderPNG(Samples.sheet([item]), glyphs: Shaper())
      _ = try renderPDF(Samples.sheet([item]), glyphs: Shaper())
      _ = try Samples.svg([item])
    }
  }

  @Test func `the same list gives the same PNG and the same PDF`() throws {
    let list = Samples.showcase
    #expect(try renderPNG(list, glyphs: Shaper()) == renderPNG(list, glyphs: Shaper()))
    #expect(try renderPDF(list, glyphs: Shaper()) == renderPDF(list, glyphs: Shaper()))
  }
}

extension Raster {
  func pixel(_ column: Int, _ row: Int) -> [UInt8] {
    let bytes = hasAlpha ? 4 : 3
    return Array(pixels[((row * columns + column) * bytes)...].prefix(bytes))
  }
}

extension [UInt8] {
  /// A big-endian number of four bytes.
  func number(at index: Int) -> Int { self[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }
}
