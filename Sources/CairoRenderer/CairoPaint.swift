import CCairo
import Drawing
import Geometry

extension CairoContext {
  borrowing func setSource(_ color: Color) {
    cairo_set_source_rgba(
      pointer, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, min(max(color.alpha, 0), 1))
  }

  /// Strokes the current path and clears it. A `coarse` edge has 16 levels of grey instead of 255 and takes half the time.
  borrowing func stroke(_ stroke: Stroke, coarse: Bool = false) {
    setSource(stroke.color)
    cairo_set_line_width(pointer, stroke.width)
    cairo_set_line_cap(pointer, stroke.cap.cairo)
    cairo_set_line_join(pointer, stroke.join.cairo)
    cairo_set_miter_limit(pointer, 4)  // SVG's own limit
    cairo_set_dash(pointer, stroke.dashes, stroke.isDashed ? Int32(clamping: stroke.dashes.count) : 0, 0)
    cairo_set_antialias(pointer, coarse ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT)
    cairo_stroke(pointer)
    cairo_set_antialias(pointer, CAIRO_ANTIALIAS_DEFAULT)
  }

  /// Fills the current path with stripes or dots, on the same grid as the pattern in SVG; keeps the path.
  borrowing func fill(_ hatch: Hatch, within sheet: Extent<Page>) {
    var box = Extent<Page>.empty
    cairo_path_extents(pointer, &box.minX, &box.minY, &box.maxX, &box.maxY)
    box = Extent(
      minX: max(box.minX, sheet.minX), minY: max(box.minY, sheet.minY), maxX: min(box.maxX, sheet.maxX), maxY: min(box.maxY, sheet.maxY))
    guard !box.isEmpty, box.width > 0, box.height > 0 else { return }
    if let ground = hatch.ground {
      setSource(ground)
      cairo_fill_preserve(pointer)
    }
    if let pixels = pixelsPerPx, let tile = HatchTile(hatch, pixelsPerPx: pixels), tile.fill(self) { return }
    let outline = cairo_copy_path(pointer)
    defer { cairo_path_destroy(outline) }
    cairo_save(pointer)
    cairo_clip(pointer)
    setSource(hatch.color)
    let angle = hatch.angle.isFinite ? hatch.angle * .pi / 180 : 0
    let grid = HatchGrid(box, angle: angle, spacing: hatch.cell)
    cairo_rotate(pointer, angle)
    switch hatch.figure {
    case .dots:
      for y in grid.rows {
        for x in grid.columns where grid.reaches(Point(x, y), box, by: hatch.width) {
          cairo_new_sub_path(pointer)
          cairo_arc(pointer, x, y, hatch.width / 2, 0, 2 * .pi)
        }
      }
      cairo_fill(pointer)
    case .lines, .cross:
      for y in grid.rows {
        cairo_move_to(pointer, grid.box.minX, y)
        cairo_line_to(pointer, grid.box.maxX, y)
      }
      if hatch.figure == .cross {
        for x in grid.columns {
          cairo_move_to(pointer, x, grid.box.minY)
          cairo_line_to(pointer, x, grid.box.maxY)
        }
      }
      stroke(Stroke(hatch.color, width: hatch.width, cap: .butt, join: .miter))
    }
    cairo_restore(pointer)
    cairo_new_path(pointer)
    cairo_append_path(pointer, outline)
  }
}

extension CairoContext {
  /// The scale of a surface of pixels that is not turned; nil for vector surfaces.
  fileprivate var pixelsPerPx: Double? {
    guard cairo_surface_get_type(cairo_get_target(pointer)) == CAIRO_SURFACE_TYPE_IMAGE else { return nil }
    var matrix = cairo_matrix_t()
    cairo_get_matrix(pointer, &matrix)
    return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && matrix.xx > 0 ? matrix.xx : nil
  }
}

/// The middles of a hatch's cells over a box, in the hatch's own turned axes.
struct HatchGrid {
  let box: Extent<Page>
  let spacing: Double
  let cos, sin: Double

  init(_ page: Extent<Page>, angle: Double, spacing: Double) {
    cos = cosine(angle)
    sin = sine(angle)
    self.spacing = spacing
    let (c, s) = (cos, sin)
    box = Extent(around: page.corners.map { Point($0.x * c + $0.y * s, $0.y * c - $0.x * s) }).inset(by: -spacing)
  }

  var rows: [Double] { middles(box.minY, box.maxY) }
  var columns: [Double] { middles(box.minX, box.maxX) }

  private func middles(_ low: Double, _ high: Double) -> [Double] {
    Array(stride(from: ((low / spacing).rounded(.down) + 0.5) * spacing, through: high, by: spacing))
  }

  /// Whether a figure about a point of the grid can be seen in the page's box.
  func reaches(_ p: Point<Page>, _ page: Extent<Page>, by margin: Double) -> Bool {
    page.inset(by: -margin).contains(Point(p.x * cos - p.y * sin, p.x * sin + p.y * cos))
  }
}

extension Stroke.Cap {
  var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
