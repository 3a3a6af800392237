import CCairo
import Drawing
import Geometry

/// A part of a sheet that is painted by itself. Its rows are cut out of the sheet from left to right: a clip between left and right would
/// change the pixels beside it.
struct CanvasWindow {
  /// In px, and in pixels.
  var extent: Extent<Page>
  var pixels: PixelBox
  /// Pixels per px.
  var scale: Double
}

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
  /// What alone is wanted; nil for all of the sheet.
  var window: CanvasWindow?
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
    if let window, !item.mayShow(in: window.extent) { return }
    switch item {
    case .shape(let shape): draw(shape)
    case .text(let text): try draw(text)
    case .picture(let picture): try draw(picture)
    case .group(let group): try draw(group)
    }
  }

  private func draw(_ shape: Shape) {
    guard !shape.path.isEmpty, shape.fill != nil || shape.stroke != nil else { return }
    if let window, shape.isDivisible { return draw(shape, in: window) }
    context.setPath(shape.path)
    cairo_set_fill_rule(context.pointer, CAIRO_FILL_RULE_EVEN_ODD)
    switch shape.fill {
    case .solid(let color):
      context.setSource(color)
      cairo_fill_preserve(context.pointer)
    case .hatch(let hatch): context.fill(hatch, within: sheet)
    case nil: break
    }
    if let stroke = shape.stroke, stroke.width > 0 { context.stroke(stroke, coarse: shape.isCoarse) }
    cairo_new_path(context.pointer)
  }

  /// Draws what of a long path can be seen in a window.
  private func draw(_ shape: Shape, in window: CanvasWindow) {
    if case .solid(let color) = shape.fill {
      context.setPath(shape.path.outline(within: window.extent.inset(by: -2)))
      evenOut(window)
      cairo_set_fill_rule(context.pointer, CAIRO_FILL_RULE_EVEN_ODD)
      context.setSource(color)
      cairo_fill(context.pointer)
    }
    if let stroke = shape.stroke, stroke.width > 0 {
      context.setPath(shape.path.line(within: window.extent.inset(by: -2 - stroke.width * 2)))
      context.stroke(stroke, coarse: shape.isCoarse)
    }
    cairo_new_path(context.pointer)
  }

  /// Adds an outline to the path that is about to be filled: it leaves no ink, for it lies to the left of the sheet, and has a vertex in
  /// every row of the window.
  ///
  /// Cairo 1.16 counts the pixels of a row exactly if no edge ends in it, and from 15 samples if one does; the fill of a pixel would then
  /// depend on what is far away. So it takes samples in every row. Coarse strokes have them anyway.
  private func evenOut(_ window: CanvasWindow) {
    let step = 1 / window.scale
    var y = (Double(window.pixels.top) - 1.5) / window.scale
    let bottom = (Double(window.pixels.bottom) + 1) / window.scale
    var isLeft = false
    cairo_move_to(context.pointer, sheet.minX - 100, y)
    while y < bottom {
      y += step
      cairo_line_to(context.pointer, sheet.minX - (isLeft ? 100 : 101), y)
      isLeft.toggle()
    }
    cairo_close_path(context.pointer)
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

extension Shape {
  /// On a crooked line the eye sees no difference; on a long straight one it sees steps.
  fileprivate var isCoarse: Bool { path.elements.count > 100 }

  /// Whether its pattern or its dashes depend on all of it. Cairo rounds the grid of a pattern about the middle of what it paints.
  var isIndivisible: Bool {
    if case .hatch = fill { return true }
    return stroke?.isDashed ?? false
  }

  /// Whether it is worth while to draw it in parts, and can be done.
  var isDivisible: Bool { isCoarse && !isIndivisible }
}

extension DisplayItem {
  /// Whether it reaches into a window. Groups are asked only where they would cost more than their parts.
  fileprivate func mayShow(in window: Extent<Page>) -> Bool {
    if case .group(let group) = self, group.opacity >= 1 { return true }
    return reach.intersects(window)
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
