import CCairo
import Drawing
import Geometry

/// A piece of a hatch that repeats, for surfaces of pixels: painting it is many times faster than drawing each stripe and dot.
struct HatchTile {
  /// Length of one period along the page's axes, in px.
  private let period: Double
  /// Periods in the tile, and its side in pixels: whole, so that it can repeat.
  private let count: Int
  private let side: Int
  private let hatch: Hatch

  /// Nil for hatches whose grid does not repeat along the page's axes within a small square.
  init?(_ hatch: Hatch, pixelsPerPx: Double) {
    let eighths = hatch.angle / 45
    guard hatch.angle.isFinite, eighths == eighths.rounded(), pixelsPerPx > 0 else { return nil }
    let isDiagonal = Int(eighths) % 2 != 0
    let period = hatch.cell * (isDiagonal ? Double(2).squareRoot() : 1)
    let pixels = period * pixelsPerPx
    guard pixels >= 2, pixels <= 256 else { return nil }
    // As many periods as come nearest to a whole number of pixels; the rest is a stretch of well below a percent.
    let most = max(1, min(12, Int(192 / pixels)))
    let best = (1...most).min { misfit(pixels, $0) < misfit(pixels, $1) } ?? 1
    self.hatch = hatch
    self.period = period
    count = best
    side = Int((pixels * Double(best)).rounded())
  }

  /// Fills the current path with the tile and keeps the path; the grid starts at the sheet's corner.
  func fill(_ context: borrowing CairoContext) -> Bool {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(side), Int32(side)) else { return false }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, draw(on: surface) else { return false }
    guard let pattern = cairo_pattern_create_for_surface(surface) else { return false }
    defer { cairo_pattern_destroy(pattern) }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
    var matrix = cairo_matrix_t()
    let scale = Double(side) / (period * Double(count))
    cairo_matrix_init_scale(&matrix, scale, scale)
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_set_source(context.pointer, pattern)
    cairo_fill_preserve(context.pointer)
    return true
  }

  private func draw(on surface: OpaquePointer) -> Bool {
    guard let canvas = cairo_create(surface) else { return false }
    defer { cairo_destroy(canvas) }
    let scale = Double(side) / (period * Double(count))
    cairo_scale(canvas, scale, scale)
    let length = period * Double(count)
    let color = hatch.color
    cairo_set_source_rgba(canvas, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, min(max(color.alpha, 0), 1))
    let box = Extent<Page>(minX: 0, minY: 0, maxX: length, maxY: length)
    let grid = HatchGrid(box, angle: hatch.angle * .pi / 180, spacing: hatch.cell)
    cairo_rotate(canvas, hatch.angle * .pi / 180)
    switch hatch.figure {
    case .dots:
      for y in grid.rows {
        for x in grid.columns where grid.reaches(Point(x, y), box, by: hatch.width) {
          cairo_new_sub_path(canvas)
          cairo_arc(canvas, x, y, hatch.width / 2, 0, 2 * .pi)
        }
      }
      cairo_fill(canvas)
    case .lines, .cross:
      for y in grid.rows {
        cairo_move_to(canvas, grid.box.minX, y)
        cairo_line_to(canvas, grid.box.maxX, y)
      }
      if hatch.figure == .cross {
        for x in grid.columns {
          cairo_move_to(canvas, x, grid.box.minY)
          cairo_line_to(canvas, x, grid.box.maxY)
        }
      }
      cairo_set_line_width(canvas, hatch.width)
      cairo_set_line_cap(canvas, CAIRO_LINE_CAP_BUTT)
      cairo_stroke(canvas)
    }
    cairo_surface_flush(surface)
    return cairo_status(canvas) == CAIRO_STATUS_SUCCESS
  }
}

/// How far so many periods are from a whole number of pixels, for each period.
private func misfit(_ pixels: Double, _ count: Int) -> Double {
  let length = pixels * Double(count)
  return abs(length - length.rounded()) / length
}
