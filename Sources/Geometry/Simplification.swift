/// A line with fewer vertices, none of the left-out ones farther than `tolerance` from it; the ends stay.
///
/// Douglas, D. H., Peucker, T. K. (1973), doi:10.3138/FM57-6770-U75U-7727, without recursion. The tolerance is in the units of the space.
/// A closed line (first and last equal) keeps at least three distinct vertices.
@specialized(where S == Page)
package func simplify<S>(_ points: [Point<S>], tolerance: Double) -> [Point<S>] {
  keptVertices(points, tolerance: tolerance).map { points[$0] }
}

/// The places of the vertices that `simplify` keeps.
func keptVertices<S>(_ points: [Point<S>], tolerance: Double) -> [Int] {
  guard points.count > 2, tolerance > 0 else { return Array(points.indices) }
  let isKept = points.withUnsafeBufferPointer { marks($0, tolerance: tolerance) }
  return points.indices.filter { isKept[$0] }
}

/// Which vertices of a line of more than two stay.
private func marks<S>(_ points: UnsafeBufferPointer<Point<S>>, tolerance: Double) -> [Bool] {
  let last = points.count - 1
  var isKept = [Bool](repeating: false, count: points.count)
  isKept[0] = true
  isKept[last] = true
  var stack: [(Int, Int)] = [(0, last)]
  if points[0] == points[last] {
    guard points.count > 4 else { return [Bool](repeating: true, count: points.count) }
    // A ring: split at the vertex farthest from its start, and keep the one farthest from that chord.
    let far = farthest(points, 0, last).index
    isKept[far] = true
    let a = far > 1 ? farthest(points, 0, far) : (index: 1, squared: -1)
    let b = last - far > 1 ? farthest(points, far, last) : (index: last - 1, squared: -1)
    isKept[a.squared >= b.squared ? a.index : b.index] = true
    stack = [(0, far), (far, last)]
  }
  let squared = tolerance * tolerance
  while let (first, last) = stack.popLast() {
    guard last - first > 1 else { continue }
    let (index, distance) = farthest(points, first, last)
    guard distance > squared else { continue }
    isKept[index] = true
    stack.append((first, index))
    stack.append((index, last))
  }
  return isKept
}

/// The vertex between two others that is farthest from the segment that joins them, and its squared distance.
@inline(__always) private func farthest<S>(
  _ points: UnsafeBufferPointer<Point<S>>, _ first: Int, _ last: Int
) -> (index: Int, squared: Double) {
  let a = points[first]
  let dx = points[last].x - a.x
  let dy = points[last].y - a.y
  let length = dx * dx + dy * dy
  let inverse = length > 0 ? 1 / length : 0
  var best = (index: first + 1, squared: -1.0)
  for index in (first + 1)..<last {
    let ex = points[index].x - a.x
    let ey = points[index].y - a.y
    let t = min(1, max(0, (ex * dx + ey * dy) * inverse))
    let d = (ex - t * dx) * (ex - t * dx) + (ey - t * dy) * (ey - t * dy)
    if d > best.squared { best = (index, d) }
  }
  return best
}
