import CCairo
import Drawing
import Geometry

/// One layer of a frame, from the bottom.
package enum FrameLayer: Sendable {
  case still(Still)
  case moving([DisplayItem])
}

/// Paints frame after frame, again only where something looks different. It belongs to one thread; what a frame looks like does not
/// depend on those before it.
///
/// Every frame must have the same stills.
package struct FramePainter<Glyphs: GlyphSource>: ~Copyable {
  /// The frame, and where its parts are painted with some more around them, for a clip may change the pixels beside it by a shade.
  private let frame: CairoSurface
  private let bench: CairoSurface
  private var canvas: CairoCanvas<Glyphs>
  private let scale: Double
  /// What moved in the last frame, layer by layer; nil before the first.
  private var last: [[DisplayItem]]?
  package let columns, rows: Int
  /// Where the last paint may have changed the frame.
  package private(set) var changed: [PixelBox] = []

  private static var margin: Int { 3 }

  /// - Parameters:
  ///   - width: of the sheet in px.
  ///   - scale: pixels per px.
  package init(width: Double, height: Double, scale: Double = 1, glyphs: Glyphs) throws(CairoFailure) {
    columns = Int((width * scale).rounded(.up))
    rows = Int((height * scale).rounded(.up))
    try checkSize(Double(columns), Double(rows))
    let finished = try CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows)))
    let image = try CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows)))
    let sheet = DisplayList(width: width, height: height, background: .white, language: "", title: "", description: "")
    let context = try CairoContext(image)
    canvas = CairoCanvas(context, sheet, glyphs, .pixels, scale: 1)
    frame = finished
    bench = image
    self.scale = scale
  }

  /// Paints the layers over what is there; the lowest should be an opaque still.
  package mutating func paint(_ layers: [FrameLayer]) throws(CairoFailure) {
    let moving = layers.compactMap { if case .moving(let items) = $0 { items } else { nil } }
    var boxes = [PixelBox(left: 0, top: 0, right: columns, bottom: rows)]
    if let last, last.count == moving.count {
      var damage = FrameDamage(columns: columns, rows: rows, scale: scale)
      for (old, new) in zip(last, moving) { damage.compare(old, new) }
      boxes = damage.boxes
    }
    last = nil
    for box in boxes {
      try paint(layers, in: box.grown(by: Self.margin, columns: columns, rows: rows))
      try takeOver(box)
    }
    last = moving
    changed = boxes
  }

  private mutating func paint(_ layers: [FrameLayer], in box: PixelBox) throws(CairoFailure) {
    let context = canvas.context.pointer
    cairo_save(context)
    cairo_rectangle(context, 0, Double(box.top), Double(columns), Double(box.bottom - box.top))
    cairo_clip(context)
    cairo_scale(context, scale, scale)
    canvas.window = CanvasWindow(
      extent: Extent(
        minX: Double(box.left) / scale, minY: Double(box.top) / scale, maxX: Double(box.right) / scale, maxY: Double(box.bottom) / scale),
      pixels: box, scale: scale)
    for layer in layers {
      switch layer {
      case .still(let still): try paint(still, in: box)
      case .moving(let items): for item in items { try canvas.draw(item) }
      }
    }
    cairo_restore(context)
    try canvas.context.checkStatus()
  }

  private func paint(_ still: Still, in box: PixelBox) throws(CairoFailure) {
    let context = canvas.context.pointer
    let (left, top) = (max(box.left, still.x), max(box.top, still.y))
    let (right, bottom) = (min(box.right, still.x + still.columns), min(box.bottom, still.y + still.rows))
    guard left < right, top < bottom else { return }
    try still.withSurface { image in
      cairo_save(context)
      cairo_identity_matrix(context)
      cairo_set_source_surface(context, image.pointer, Double(still.x), Double(still.y))
      cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
      cairo_set_operator(context, still.hasAlpha ? CAIRO_OPERATOR_OVER : CAIRO_OPERATOR_SOURCE)
      cairo_rectangle(context, Double(left), Double(top), Double(right - left), Double(bottom - top))
      cairo_fill(context)
      cairo_restore(context)
    }
  }

  private func takeOver(_ box: PixelBox) throws(CairoFailure) {
    cairo_surface_flush(bench.pointer)
    cairo_surface_flush(frame.pointer)
    guard let source = cairo_image_surface_get_data(bench.pointer), let target = cairo_image_surface_get_data(frame.pointer) else {
      throw .outOfMemory
    }
    for row in box.top..<box.bottom {
      let offset = (row * columns + box.left) * 4
      UnsafeMutableRawPointer(target + offset).copyMemory(from: source + offset, byteCount: (box.right - box.left) * 4)
    }
    cairo_surface_mark_dirty(frame.pointer)
  }

  /// The frame as rows of 4 bytes a pixel, `B G R x`, without gaps between the rows.
  package func withPixels<R, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> R) throws(Failure) -> R {
    cairo_surface_flush(frame.pointer)
    // The stride of a 32-bit image is 4 bytes a pixel.
    return try body(UnsafeRawBufferPointer(start: cairo_image_surface_get_data(frame.pointer), count: columns * rows * 4))
  }

  /// The frame as a picture for PNG files.
  package func raster() throws(CairoFailure) -> Raster { try Raster(copying: frame, hasAlpha: false) }
}
