import CCairo
import Drawing
import Geometry

/// A display list painted on an image surface, its upper and its lower half on two cores.
///
/// Both halves are painted with the whole surface in view and one half of it open, so that their seam cannot be seen.
func paintedSurface(_ list: DisplayList, glyphs: some GlyphSource, scale: Double) throws(CairoFailure) -> CairoSurface {
  let width = (list.width * scale).rounded(.up)
  let height = (list.height * scale).rounded(.up)
  try checkSize(width, height)
  let format = list.background.alpha < 1 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
  let (columns, rows) = (Int32(width), Int32(height))
  let surface = try CairoSurface(cairo_image_surface_create(format, columns, rows))
  cairo_surface_flush(surface.pointer)
  guard let data = cairo_image_surface_get_data(surface.pointer) else { throw .outOfMemory }
  let stride = cairo_image_surface_get_stride(surface.pointer)
  // No half writes to the rows of the other.
  nonisolated(unsafe) let pixels = data
  let failures = concurrentMap(rows < 128 ? [0..<rows] : [0..<rows / 2, rows / 2..<rows]) { part -> CairoFailure? in
    do throws(CairoFailure) {
      let view = try CairoSurface(cairo_image_surface_create_for_data(pixels, format, columns, rows, stride))
      let context = try CairoContext(view)
      cairo_rectangle(context.pointer, 0, Double(part.lowerBound), Double(columns), Double(part.count))
      cairo_clip(context.pointer)
      var canvas = CairoCanvas(context, list, glyphs, .pixels, scale: scale)
      try canvas.draw(list)
      cairo_surface_flush(view.pointer)
      return nil
    } catch {
      return error
    }
  }
  if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
  cairo_surface_mark_dirty(surface.pointer)
  return surface
}
