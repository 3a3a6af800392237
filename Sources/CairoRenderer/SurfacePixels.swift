import CCairo

/// The pixels of a finished RGB24 or ARGB32 image surface, to be read by several threads while the surface lives.
struct SurfacePixels: @unchecked Sendable {
  let columns, rows: Int
  let hasAlpha: Bool
  private let data: UnsafePointer<UInt8>
  private let stride: Int

  init(_ surface: borrowing CairoSurface, hasAlpha: Bool) throws(CairoFailure) {
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else { throw .outOfMemory }
    self.data = UnsafePointer(data)
    self.hasAlpha = hasAlpha
    columns = Int(cairo_image_surface_get_width(surface.pointer))
    rows = Int(cairo_image_surface_get_height(surface.pointer))
    stride = Int(cairo_image_surface_get_stride(surface.pointer))
  }

  /// Writes one row as `R G B`, or as `R G B A` with straight alpha.
  func copy(row: Int, to target: UnsafeMutablePointer<UInt8>) {
    let line = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
    var out = target
    if !hasAlpha {
      for column in 0..<columns {
        let pixel = line[column]
        out[0] = UInt8(truncatingIfNeeded: pixel >> 16)
        out[1] = UInt8(truncatingIfNeeded: pixel >> 8)
        out[2] = UInt8(truncatingIfNeeded: pixel)
        out += 3
      }
      return
    }
    for column in 0..<columns {
      let pixel = line[column]
      let alpha = pixel >> 24
      func straight(_ shift: UInt32) -> UInt8 {
        let value = pixel >> shift & 255
        return UInt8(truncatingIfNeeded: alpha == 255 || alpha == 0 ? value : min(255, (value * 255 + alpha / 2) / alpha))
      }
      (out[0], out[1], out[2], out[3]) = (straight(16), straight(8), straight(0), UInt8(truncatingIfNeeded: alpha))
      out += 4
    }
  }
}
