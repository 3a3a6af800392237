import CCairo
import Drawing

/// Part of a sheet painted once, to lie under or over many frames: premultiplied pixels, cut to the box that has ink.
package final class Still: Sendable {
  let columns, rows: Int
  /// Where its top-left pixel goes.
  let x, y: Int
  let hasAlpha: Bool
  /// Nobody writes here after `init`, so threads may share it.
  private nonisolated(unsafe) let pixels: UnsafeMutablePointer<UInt32>

  deinit { pixels.deallocate() }

  /// Paints the list's items; a background that is not opaque leaves the still clear there.
  ///
  /// - Parameter scale: pixels per px, the same as for the frames.
  package init(_ list: DisplayList, glyphs: some GlyphSource, scale: Double = 1) throws(CairoFailure) {
    let width = (list.width * scale).rounded(.up)
    let height = (list.height * scale).rounded(.up)
    try checkSize(width, height)
    hasAlpha = list.background.alpha < 1
    let surface = try CairoSurface(
      cairo_image_surface_create(hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    var canvas = CairoCanvas(try CairoContext(surface), list, glyphs, .pixels, scale: scale)
    try canvas.draw(list)
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else { throw .outOfMemory }
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    func line(_ row: Int) -> UnsafePointer<UInt32> {
      UnsafePointer(UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self))
    }
    var box = (left: 0, top: 0, right: Int(width), bottom: Int(height))
    if hasAlpha {
      box = (Int(width), Int(height), 0, 0)
      for row in 0..<Int(height) {
        let pixels = UnsafeBufferPointer(start: line(row), count: Int(width))
        guard let first = pixels.firstIndex(where: { $0 != 0 }), let last = pixels.lastIndex(where: { $0 != 0 }) else { continue }
        box = (min(box.left, first), min(box.top, row), max(box.right, last + 1), row + 1)
      }
    }
    x = box.left
    y = box.top
    columns = max(0, box.right - box.left)
    rows = max(0, box.bottom - box.top)
    pixels = .allocate(capacity: max(1, columns * rows))
    for row in 0..<rows { (pixels + row * columns).initialize(from: line(y + row) + x, count: columns) }
  }

  /// A cairo image that shares the pixels; it must not be drawn on.
  func withSurface(_ body: (borrowing CairoSurface) -> Void) throws(CairoFailure) {
    guard columns > 0, rows > 0 else { return }
    let surface = try CairoSurface(
      pixels.withMemoryRebound(to: UInt8.self, capacity: columns * rows * 4) {
        cairo_image_surface_create_for_data(
          $0, hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows), Int32(columns * 4))
      })
    body(surface)
  }
}
