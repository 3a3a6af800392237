import CCairo
import Drawing
import Geometry

extension CairoContext {
  /// Adds a path to the current one. Points that are no numbers are left out; far-off ones stop where cairo's own numbers end.
  borrowing func add(_ path: Path, at origin: Point<Page> = Point(0, 0), cosine: Double = 1, sine: Double = 0) {
    func place(_ p: Point<Page>) -> (x: Double, y: Double) {
      let x = origin.x + p.x * cosine - p.y * sine
      let y = origin.y + p.x * sine + p.y * cosine
      return (min(max(x, -1e5), 1e5), min(max(y, -1e5), 1e5))
    }
    for element in path.elements {
      switch element {
      case .move(let p):
        guard p.isFinite else { continue }
        let p = place(p)
        cairo_move_to(pointer, p.x, p.y)
      case .line(let p):
        guard p.isFinite else { continue }
        let p = place(p)
        cairo_line_to(pointer, p.x, p.y)
      case .curve(let a, let b, let c):
        guard a.isFinite, b.isFinite, c.isFinite else { continue }
        let (a, b, c) = (place(a), place(b), place(c))
        cairo_curve_to(pointer, a.x, a.y, b.x, b.y, c.x, c.y)
      case .close: cairo_close_path(pointer)
      }
    }
  }

  /// Makes the path the only one.
  borrowing func setPath(_ path: Path) {
    cairo_new_path(pointer)
    add(path)
  }
}
