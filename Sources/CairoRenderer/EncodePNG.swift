import CCairo
import Drawing

/// The sheet as a PNG file.
///
/// - Parameters:
///   - scale: pixels per px.
///   - dpi: written into the file for print; nil means the sheet keeps its size in px of 1/96 inch.
package func renderPNG(
  _ list: DisplayList, glyphs: some GlyphSource, scale: Double = 1, dpi: Double? = nil
) throws(CairoFailure) -> [UInt8] {
  let surface = try paintedSurface(list, glyphs: glyphs, scale: scale)
  let pixels = try SurfacePixels(surface, hasAlpha: list.background.alpha < 1)
  return try PNGFile(columns: pixels.columns, rows: pixels.rows, hasAlpha: pixels.hasAlpha, dpi: dpi ?? 96 * scale)
    .bytes { pixels.copy(row: $0, to: $1) }
}

/// A picture of a display list as a PNG file, for `renderSVG`.
package func encodePNG(_ picture: Picture) throws(CairoFailure) -> [UInt8] { try encodePNG(Raster(picture), dpi: nil) }

/// - Parameter dpi: pixels per inch; nil leaves it out.
package func encodePNG(_ raster: Raster, dpi: Double?) throws(CairoFailure) -> [UInt8] {
  try checkSize(Double(raster.columns), Double(raster.rows))
  let stride = raster.columns * (raster.hasAlpha ? 4 : 3)
  guard raster.pixels.count == stride * raster.rows else {
    throw .encoding("\(raster.pixels.count) bytes of pixels, expected \(stride * raster.rows)")
  }
  return try PNGFile(columns: raster.columns, rows: raster.rows, hasAlpha: raster.hasAlpha, dpi: dpi).bytes { row, target in
    raster.pixels.withUnsafeBufferPointer { pixels in
      if let start = pixels.baseAddress { target.initialize(from: start + row * stride, count: stride) }
    }
  }
}
