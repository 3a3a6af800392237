import Geometry

/// Distances and cuts of straight segments on the sheet, in px.
enum Segments {
  static func distance(_ p: Point<Page>, to a: Point<Page>, _ b: Point<Page>) -> Double { squared(p, a, b).squareRoot() }

  /// 0 where the segments cross.
  static func distance(_ a: Point<Page>, _ b: Point<Page>, _ c: Point<Page>, _ d: Point<Page>) -> Double {
    if cross(a, b, c, d) { return 0 }
    return min(squared(a, c, d), squared(b, c, d), squared(c, a, b), squared(d, a, b)).squareRoot()
  }

  /// Whether a stroke of some radius meets a box.
  static func meets(_ a: Point<Page>, _ b: Point<Page>, radius: Double, _ box: Extent<Page>) -> Bool {
    guard range(a, b, in: box.inset(by: -radius)) != nil else { return false }
    // What meets the grown box may still pass by the box's round corners.
    if range(a, b, in: box) != nil { return true }
    let reach = radius * radius
    return squared(a, box) < reach || squared(b, box) < reach || squared(Point(box.minX, box.minY), a, b) < reach
      || squared(Point(box.maxX, box.minY), a, b) < reach || squared(Point(box.maxX, box.maxY), a, b) < reach
      || squared(Point(box.minX, box.maxY), a, b) < reach
  }

  /// Square of the distance from a point to a segment.
  @inline(__always) private static func squared(_ p: Point<Page>, _ a: Point<Page>, _ b: Point<Page>) -> Double {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let squared = dx * dx + dy * dy
    let t = squared > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared)) : 0
    let ex = p.x - a.x - t * dx
    let ey = p.y - a.y - t * dy
    return ex * ex + ey * ey
  }

  /// Square of the distance from a point to a box; 0 inside.
  @inline(__always) private static func squared(_ p: Point<Page>, _ box: Extent<Page>) -> Double {
    let dx = max(0, box.minX - p.x, p.x - box.maxX)
    let dy = max(0, box.minY - p.y, p.y - box.maxY)
    return dx * dx + dy * dy
  }

  static func cross(_ a: Point<Page>, _ b: Point<Page>, _ c: Point<Page>, _ d: Point<Page>) -> Bool {
    func side(_ p: Point<Page>, _ q: Point<Page>, _ r: Point<Page>) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  /// Which part of the segment lies in the box, from 0 to 1 along it (Liang, Y.-D., Barsky, B. A. (1984), doi:10.1145/357332.357333).
  static func range(_ a: Point<Page>, _ b: Point<Page>, in box: Extent<Page>) -> (Double, Double)? {
    var t0 = 0.0
    var t1 = 1.0
    /// Cuts by one side; false when nothing is left.
    func cut(_ p: Double, _ q: Double) -> Bool {
      if p == 0 { return q >= 0 }
      if p < 0 { t0 = max(t0, q / p) } else { t1 = min(t1, q / p) }
      return t0 <= t1
    }
    let dx = b.x - a.x
    let dy = b.y - a.y
    guard cut(-dx, a.x - box.minX), cut(dx, box.maxX - a.x), cut(-dy, a.y - box.minY), cut(dy, box.maxY - a.y) else { return nil }
    return (t0, t1)
  }

  /// Length of the segment inside the box.
  static func length(_ a: Point<Page>, _ b: Point<Page>, in box: Extent<Page>) -> Double {
    guard let (t0, t1) = range(a, b, in: box) else { return 0 }
    return a.distance(to: b) * (t1 - t0)
  }
}

extension Extent<Page> {
  /// Whether the insides meet; boxes that only touch do not.
  @inline(__always) func overlaps(_ other: Extent) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// What both cover; may be empty.
  func intersection(_ other: Extent) -> Extent {
    Extent(
      minX: Swift.max(minX, other.minX), minY: Swift.max(minY, other.minY), maxX: Swift.min(maxX, other.maxX),
      maxY: Swift.min(maxY, other.maxY))
  }

  func moved(_ dx: Double, _ dy: Double) -> Extent { Extent(minX: minX + dx, minY: minY + dy, maxX: maxX + dx, maxY: maxY + dy) }
}
