import CCairo
import Drawing
import Geometry

/// One layer of a frame, from the bottom.
package enum FrameLayer: Sendable {
  case still(Still)
  case moving([DisplayItem])
}

/// Paints frame after frame on one surface. It belongs to one thread.
package struct FramePainter<Glyphs: GlyphSource>: ~Copyable {
  private let surface: CairoSurface
  private var canvas: CairoCanvas<Glyphs>
  package let columns, rows: Int

  /// - Parameters:
  ///   - width: of the sheet in px.
  ///   - scale: pixels per px.
  package init(width: Double, height: Double, scale: Double = 1, glyphs: Glyphs) throws(CairoFailure) {
    columns = Int((width * scale).rounded(.up))
    rows = Int((height * scale).rounded(.up))
    try checkSize(Double(columns), Double(rows))
    let image = try CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows)))
    let sheet = DisplayList(width: width, height: height, background: .white, language: "", title: "", description: "")
    let context = try CairoContext(image)
    canvas = CairoCanvas(context, sheet, glyphs, .pixels, scale: scale)
    surface = image
  }

  /// Paints the layers over what is there; the lowest should be an opaque still.
  package mutating func paint(_ layers: [FrameLayer]) throws(CairoFailure) {
    for layer in layers {
      switch layer {
      case .still(let still): try paint(still)
      case .moving(let items): for item in items { try canvas.draw(item) }
      }
    }
    try canvas.context.checkStatus()
  }

  private func paint(_ still: Still) throws(CairoFailure) {
    let context = canvas.context.pointer
    try still.withSurface { image in
      cairo_save(context)
      cairo_identity_matrix(context)
      cairo_set_source_surface(context, image.pointer, Double(still.x), Double(still.y))
      cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
      cairo_set_operator(context, still.hasAlpha ? CAIRO_OPERATOR_OVER : CAIRO_OPERATOR_SOURCE)
      cairo_rectangle(context, Double(still.x), Double(still.y), Double(still.columns), Double(still.rows))
      cairo_fill(context)
      cairo_restore(context)
    }
  }

  /// The frame as rows of 4 bytes a pixel, `B G R x`, without gaps between the rows.
  package func withPixels<R, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> R) throws(Failure) -> R {
    cairo_surface_flush(surface.pointer)
    // The stride of a 32-bit image is 4 bytes a pixel.
    return try body(UnsafeRawBufferPointer(start: cairo_image_surface_get_data(surface.pointer), count: columns * rows * 4))
  }

  /// The frame as a picture for PNG files.
  package func raster() throws(CairoFailure) -> Raster { try Raster(copying: surface, hasAlpha: false) }
}
