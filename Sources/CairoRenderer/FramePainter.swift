import CCairo
import Drawing
import Geometry

/// One layer of a frame, from the bottom.
package enum FrameLayer: Sendable {
  case still(Still)
  case moving([DisplayItem])
}

/// Paints frame after frame on one surface, again only where something moved. It belongs to one thread.
///
/// Every frame must have the same stills.
package struct FramePainter<Glyphs: GlyphSource>: ~Copyable {
  private struct Box: Hashable {
    var left, top, right, bottom: Int
  }

  private let surface: CairoSurface
  private var canvas: CairoCanvas<Glyphs>
  private let scale: Double
  /// Where something moved in the last frame; nil before the first.
  private var touched: [Box]?
  package let columns, rows: Int
  /// Rows that the last paint may have changed.
  package private(set) var changedRows: [Range<Int>] = []

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
    self.scale = scale
  }

  /// Paints the layers over what is there; the lowest should be an opaque still.
  package mutating func paint(_ layers: [FrameLayer]) throws(CairoFailure) {
    var moving: [Box] = []
    for case .moving(let items) in layers { moving += items.compactMap { box(around: $0.reach) } }
    let whole = [Box(left: 0, top: 0, right: columns, bottom: rows)]
    // Stills look as before wherever nothing moved in this frame or in the last.
    let changed = touched.map { $0 + moving } ?? whole
    touched = nil
    for layer in layers {
      switch layer {
      case .still(let still): try paint(still, in: changed)
      case .moving(let items): for item in items { try canvas.draw(item) }
      }
    }
    try canvas.context.checkStatus()
    touched = moving
    changedRows = changed.map { $0.top..<$0.bottom }
  }

  /// Whole pixels around a box in px; nil when none of it is on the sheet.
  private func box(around extent: Extent<Page>) -> Box? {
    if extent.isEmpty { return nil }
    func pixel(_ value: Double, _ limit: Int) -> Int { Int(min(Double(limit), max(0, value))) }
    let box = Box(
      left: pixel((extent.minX * scale).rounded(.down) - 1, columns), top: pixel((extent.minY * scale).rounded(.down) - 1, rows),
      right: pixel((extent.maxX * scale).rounded(.up) + 1, columns), bottom: pixel((extent.maxY * scale).rounded(.up) + 1, rows))
    return box.left < box.right && box.top < box.bottom ? box : nil
  }

  private func paint(_ still: Still, in boxes: [Box]) throws(CairoFailure) {
    let context = canvas.context.pointer
    try still.withSurface { image in
      cairo_save(context)
      cairo_identity_matrix(context)
      cairo_set_source_surface(context, image.pointer, Double(still.x), Double(still.y))
      cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
      cairo_set_operator(context, still.hasAlpha ? CAIRO_OPERATOR_OVER : CAIRO_OPERATOR_SOURCE)
      // All boxes in one path: where two overlap the still must not be laid on twice.
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
      for box in boxes {
        let (left, top) = (max(box.left, still.x), max(box.top, still.y))
        let (right, bottom) = (min(box.right, still.x + still.columns), min(box.bottom, still.y + still.rows))
        if left < right, top < bottom { cairo_rectangle(context, Double(left), Double(top), Double(right - left), Double(bottom - top)) }
      }
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
