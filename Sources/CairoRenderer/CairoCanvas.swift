import CCairo
import Drawing
import Geometry

/// Draws a display list on a cairo surface.
struct CairoCanvas<Glyphs: GlyphSource>: Canvas, ~Copyable {
  /// How letters are drawn.
  enum Medium {
    /// As shapes: cairo 1.16 moves glyphs to whole pixels.
    case pixels
    /// As text of embedded fonts, so that it can be searched and copied.
    case document
  }

  let context: CairoContext
  let glyphs: Glyphs
  let medium: Medium
  let sheet: Extent<Page>
  var fonts: [FontFace: CairoFont] = [:]

  init(_ context: consuming CairoContext, _ list: DisplayList, _ glyphs: Glyphs, _ medium: Medium, scale: Double) {
    self.context = context
    self.glyphs = glyphs
    self.medium = medium
    sheet = Extent(minX: 0, minY: 0, maxX: list.width, maxY: list.height)
    cairo_scale(self.context.pointer, scale, scale)
  }

  /// Paints the background, then every item.
  mutating func draw(_ list: DisplayList) throws(CairoFailure) {
    context.setSource(list.background)
    cairo_paint(context.pointer)
    try list.replay(on: &self)
    try context.checkStatus()
  }

  mutating func draw(_ item: DisplayItem) throws(CairoFailure) {
    switch item {
    case .shape(let shape): draw(shape)
    case .text(let text): try draw(text)
    case .picture(let picture): try draw(picture)
    case .group(let group): try draw(group)
    }
  }

  private func draw(_ shape: Shape) {
    guard !shape.path.isEmpty, shape.fill != nil || shape.stroke != nil else { return }
    context.setPath(shape.path)
    cairo_set_fill_rule(context.pointer, CAIRO_FILL_RULE_EVEN_ODD)
    switch shape.fill {
    case .solid(let color):
      context.setSource(color)
      cairo_fill_preserve(context.pointer)
    case .hatch(let hatch): context.fill(hatch, within: sheet)
    case nil: break
    }
    // On a crooked line the eye sees no difference; on a long straight one it sees steps.
    if let stroke = shape.stroke, stroke.width > 0 { context.stroke(stroke, coarse: shape.path.elements.count > 100) }
    cairo_new_path(context.pointer)
  }

  private mutating func draw(_ group: Group) throws(CairoFailure) {
    cairo_save(context.pointer)
    if let clip = group.clip {
      context.setPath(clip)
      cairo_set_fill_rule(context.pointer, CAIRO_FILL_RULE_EVEN_ODD)
      cairo_clip(context.pointer)
    }
    if group.opacity < 1 { cairo_push_group(context.pointer) }
    for item in group.items { try draw(item) }
    if group.opacity < 1 {
      cairo_pop_group_to_source(context.pointer)
      cairo_paint_with_alpha(context.pointer, max(0, group.opacity))
    }
    cairo_restore(context.pointer)
  }

  private func draw(_ picture: Picture) throws(CairoFailure) {
    guard picture.isComplete else { return }
    try checkSize(Double(picture.columns), Double(picture.rows))
    let image = try CairoSurface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(clamping: picture.columns), Int32(clamping: picture.rows)))
    picture.premultiply(into: image)
    cairo_save(context.pointer)
    cairo_translate(context.pointer, picture.box.minX, picture.box.minY)
    cairo_scale(context.pointer, picture.box.width / Double(picture.columns), picture.box.height / Double(picture.rows))
    cairo_rectangle(context.pointer, 0, 0, Double(picture.columns), Double(picture.rows))
    cairo_set_source_surface(context.pointer, image.pointer, 0, 0)
    // Without padding the edge would fade into nothing when enlarged.
    cairo_pattern_set_extend(cairo_get_source(context.pointer), CAIRO_EXTEND_PAD)
    cairo_pattern_set_filter(cairo_get_source(context.pointer), CAIRO_FILTER_BILINEAR)
    cairo_fill(context.pointer)
    cairo_restore(context.pointer)
  }
}

extension Picture {
  /// Copies the pixels into an ARGB32 surface of the same size.
  fileprivate func premultiply(into image: borrowing CairoSurface) {
    cairo_surface_flush(image.pointer)
    guard let data = cairo_image_surface_get_data(image.pointer) else { return }
    let stride = Int(cairo_image_surface_get_stride(image.pointer))
    pixels.withUnsafeBufferPointer { source in
      for row in 0..<rows {
        let line = UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        for column in 0..<columns {
          let pixel = (row * columns + column) * 4
          let alpha = UInt32(source[pixel + 3])
          func scaled(_ offset: Int) -> UInt32 { (UInt32(source[pixel + offset]) * alpha + 127) / 255 }
          line[column] = alpha << 24 | scaled(0) << 16 | scaled(1) << 8 | scaled(2)
        }
      }
    }
    cairo_surface_mark_dirty(image.pointer)
  }
}
