/// A ring cut to a box (Sutherland, I. E., Hodgman, G. W. (1974), Reentrant polygon clipping, doi:10.1145/360767.360802).
///
/// Parts that the box separates stay joined by edges that run along the box, so strokes must come from `clip(line:)`.
/// - Returns: an empty list when nothing is left.
@specialized(where S == Page)
package func clip<S>(ring: [Point<S>], to box: Extent<S>) -> [Point<S>] {
  let extent = Extent(around: ring)
  if box.contains(extent) { return ring }
  if !box.intersects(extent) { return [] }
  var points = ring
  points = clipSide(points, keep: { $0.x >= box.minX }, cross: { $0.lerp(to: $1, (box.minX - $0.x) / ($1.x - $0.x)) })
  points = clipSide(points, keep: { $0.x <= box.maxX }, cross: { $0.lerp(to: $1, (box.maxX - $0.x) / ($1.x - $0.x)) })
  points = clipSide(points, keep: { $0.y >= box.minY }, cross: { $0.lerp(to: $1, (box.minY - $0.y) / ($1.y - $0.y)) })
  points = clipSide(points, keep: { $0.y <= box.maxY }, cross: { $0.lerp(to: $1, (box.maxY - $0.y) / ($1.y - $0.y)) })
  return points.count >= 3 ? points : []
}

private func clipSide<S>(
  _ points: [Point<S>], keep: (Point<S>) -> Bool, cross: (Point<S>, Point<S>) -> Point<S>
) -> [Point<S>] {
  guard var previous = points.last else { return [] }
  var result: [Point<S>] = []
  result.reserveCapacity(points.count + 4)
  var wasKept = keep(previous)
  for point in points {
    let isKept = keep(point)
    if isKept != wasKept { result.append(cross(previous, point)) }
    if isKept { result.append(point) }
    previous = point
    wasKept = isKept
  }
  return result
}

/// The pieces of a line inside a box (Liang, Y.-D., Barsky, B. A. (1984), doi:10.1145/357332.357333).
@specialized(where S == Page)
package func clip<S>(line: [Point<S>], to box: Extent<S>) -> [[Point<S>]] {
  let extent = Extent(around: line)
  if box.contains(extent) { return line.count > 1 ? [line] : [] }
  if !box.intersects(extent) { return [] }
  var pieces: [[Point<S>]] = []
  var current: [Point<S>] = []
  /// Pieces of one point, where the line only touches the box, are none.
  func finish() {
    if current.count > 1 { pieces.append(current) }
    current = []
  }
  func append(_ p: Point<S>) {
    if current.last != p { current.append(p) }
  }
  for (a, b) in zip(line, line.dropFirst()) {
    guard let (t0, t1) = insideRange(a, b, box) else {
      finish()
      continue
    }
    if t0 > 0 { finish() }
    append(t0 > 0 ? a.lerp(to: b, t0) : a)
    append(t1 < 1 ? a.lerp(to: b, t1) : b)
    if t1 < 1 { finish() }
  }
  finish()
  return pieces
}

private func insideRange<S>(_ a: Point<S>, _ b: Point<S>, _ box: Extent<S>) -> (Double, Double)? {
  var t0 = 0.0
  var t1 = 1.0
  let dx = b.x - a.x
  let dy = b.y - a.y
  for (p, q) in [(-dx, a.x - box.minX), (dx, box.maxX - a.x), (-dy, a.y - box.minY), (dy, box.maxY - a.y)] {
    if p == 0 {
      if q < 0 { return nil }
    } else if p < 0 {
      t0 = max(t0, q / p)
    } else {
      t1 = min(t1, q / p)
    }
    if t0 > t1 { return nil }
  }
  return (t0, t1)
}
