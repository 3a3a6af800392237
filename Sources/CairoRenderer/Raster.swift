import Drawing

/// A sheet drawn in pixels, row 0 at the top.
package struct Raster: Hashable, Sendable {
  package var columns, rows: Int
  /// Whether each pixel has a fourth byte, its straight alpha.
  package var hasAlpha: Bool
  /// Interleaved 8-bit `R G B` or `R G B A`.
  package var pixels: [UInt8]

  package init(columns: Int, rows: Int, hasAlpha: Bool, pixels: [UInt8]) {
    self.columns = columns
    self.rows = rows
    self.hasAlpha = hasAlpha
    self.pixels = pixels
  }
}

extension Raster {
  init(_ picture: Picture) {
    self.init(columns: picture.columns, rows: picture.rows, hasAlpha: true, pixels: picture.pixels)
  }

  /// Copies a finished RGB24 or ARGB32 image surface.
  init(copying surface: borrowing CairoSurface, hasAlpha: Bool) throws(CairoFailure) {
    let source = try SurfacePixels(surface, hasAlpha: hasAlpha)
    let stride = source.columns * (hasAlpha ? 4 : 3)
    self.init(columns: source.columns, rows: source.rows, hasAlpha: hasAlpha, pixels: [])
    pixels = Array(unsafeUninitializedCapacity: stride * source.rows) { target, count in
      guard let start = target.baseAddress else { return }
      for row in 0..<source.rows { source.copy(row: row, to: start + row * stride) }
      count = stride * source.rows
    }
  }
}

/// The sheet in pixels, for PNG files and animation frames.
///
/// - Parameters:
///   - scale: pixels per px: 1 for screens, 2 to 4 for print.
///   - glyphs: the shaper that measured the texts.
package func renderRaster(_ list: DisplayList, glyphs: some GlyphSource, scale: Double = 1) throws(CairoFailure) -> Raster {
  try Raster(copying: try paintedSurface(list, glyphs: glyphs, scale: scale), hasAlpha: list.background.alpha < 1)
}

func checkSize(_ width: Double, _ height: Double) throws(CairoFailure) {
  let sides = 1.0...32_767.0
  // NaN is in no range.
  guard sides.contains(width), sides.contains(height), width * height <= 268_435_456 else {
    throw .sizeOutOfRange(width: width, height: height)
  }
}
