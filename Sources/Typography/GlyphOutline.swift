import CPango
import Drawing
import Geometry

/// Reads a glyph's outline through HarfBuzz; quadratic curves arrive as cubic ones.
struct GlyphOutline {
  private var path = Path()
  private let emPerUnit: Double

  private func point(_ x: Float, _ y: Float) -> Point<Page> { Point(Double(x) * emPerUnit, -Double(y) * emPerUnit) }

  static func path(of glyph: UInt32, in font: OpaquePointer, emPerUnit: Double) -> Path {
    var outline = GlyphOutline(emPerUnit: emPerUnit)
    let functions = hb_draw_funcs_create()
    defer { hb_draw_funcs_destroy(functions) }
    hb_draw_funcs_set_move_to_func(
      functions,
      { _, data, _, x, y, _ in
        GlyphOutline.update(data) { $0.path.elements.append(.move($0.point(x, y))) }
      }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions,
      { _, data, _, x, y, _ in
        GlyphOutline.update(data) { $0.path.elements.append(.line($0.point(x, y))) }
      }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, data, _, x1, y1, x2, y2, x, y, _ in
        GlyphOutline.update(data) { $0.path.elements.append(.curve($0.point(x1, y1), $0.point(x2, y2), $0.point(x, y))) }
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      functions,
      { _, data, _, _ in
        GlyphOutline.update(data) { $0.path.elements.append(.close) }
      }, nil, nil)
    withUnsafeMutablePointer(to: &outline) { hb_font_get_glyph_shape(font, glyph, functions, $0) }
    return outline.path
  }

  private init(emPerUnit: Double) { self.emPerUnit = emPerUnit }

  private static func update(_ data: UnsafeMutableRawPointer?, _ change: (inout GlyphOutline) -> Void) {
    guard let data else { return }
    change(&data.assumingMemoryBound(to: GlyphOutline.self).pointee)
  }
}
