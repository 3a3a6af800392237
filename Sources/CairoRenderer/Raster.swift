import CCairo
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
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else { throw .outOfMemory }
    let columns = Int(cairo_image_surface_get_width(surface.pointer))
    let rows = Int(cairo_image_surface_get_height(surface.pointer))
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    let bytesPerPixel = hasAlpha ? 4 : 3
    self.init(columns: columns, rows: rows, hasAlpha: hasAlpha, pixels: [])
    pixels = Array(unsafeUninitializedCapacity: columns * rows * bytesPerPixel) { target, count in
      var out = 0
      for row in 0..<rows {
        let line = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        for column in 0..<columns {
          let pixel = line[column]
          let alpha = hasAlpha ? pixel >> 24 : 255
          func straight(_ shift: UInt32) -> UInt8 {
            let value = pixel >> shift & 255
            return UInt8(truncatingIfNeeded: alpha == 255 || alpha == 0 ? value : min(255, (value * 255 + alpha / 2) / alpha))
          }
          target[out] = straight(16)
          target[out + 1] = straight(8)
          target[out + 2] = straight(0)
          if hasAlpha { target[out + 3] = UInt8(truncatingIfNeeded: alpha) }
          out += bytesPerPixel
        }
      }
      count = out
    }
  }
}

/// The sheet in pixels, for PNG files and animation frames.
///
/// - Parameters:
///   - scale: pixels per px: 1 for screens, 2 to 4 for print.
///   - glyphs: the shaper that measured the texts.
package func renderRaster(_ list: DisplayList, glyphs: some GlyphSource, scale: Double = 1) throws(CairoFailure) -> Raster {
  let width = (list.width * scale).rounded(.up)
  let height = (list.height * scale).rounded(.up)
  try checkSize(width, height)
  let hasAlpha = list.background.alpha < 1
  let format = hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
  let surface = try CairoSurface(cairo_image_surface_create(format, Int32(width), Int32(height)))
  var canvas = CairoCanvas(try CairoContext(surface), list, glyphs, .pixels, scale: scale)
  try canvas.draw(list)
  return try Raster(copying: surface, hasAlpha: hasAlpha)
}

func checkSize(_ width: Double, _ height: Double) throws(CairoFailure) {
  let sides = 1.0...32_767.0
  // NaN is in no range.
  guard sides.contains(width), sides.contains(height), width * height <= 268_435_456 else {
    throw .sizeOutOfRange(width: width, height: height)
  }
}
