/// Steps of the grid of `GridPoint` as numbers with a fraction, for points that are none of it.
enum GridSteps: CoordinateSpace {}

/// A closed ring on the grid: no vertex repeats its neighbour, and the first is not repeated at the end.
struct GridRing: Sendable {
  var points: [GridPoint]

  /// Leaves out vertices that are no numbers or repeat their neighbour; a ring of fewer than three vertices or of one straight line
  /// becomes empty.
  init(_ ring: Ring<Geographic>) {
    points = []
    points.reserveCapacity(ring.points.count)
    for p in ring.points where p.isFinite { append(GridPoint(p)) }
    close()
  }

  /// A ring that is one already.
  init(_ points: [GridPoint]) { self.points = points }

  /// The same ring, beginning at its first vertex from west to east.
  var fromFirstVertex: GridRing {
    guard let first = points.indices.min(by: { GridPoint.precedes(points[$0], points[$1]) }), first > 0 else { return self }
    return GridRing(Array(points[first...] + points[..<first]))
  }

  @inline(__always) private mutating func append(_ p: GridPoint) {
    if points.last != p { points.append(p) }
  }

  private mutating func close() {
    while points.count > 1, points.first == points.last { points.removeLast() }
    if points.count < 3 || isStraight { points = [] }
  }

  /// Whether all vertices lie on one line.
  private var isStraight: Bool {
    guard let first = points.first, points.count > 1 else { return true }
    return points.allSatisfy { GridPoint.side(first, points[1], $0) == 0 }
  }

  /// Whether the ring turns left on the whole: the sign of the shoelace sum, exactly.
  var isCounterclockwise: Bool {
    guard var previous = points.last else { return false }
    let origin = previous
    var sum: Int128 = 0
    for p in points {
      let a = (Int64(previous.x) - Int64(origin.x)).multipliedFullWidth(by: Int64(p.y) - Int64(origin.y))
      let b = (Int64(p.x) - Int64(origin.x)).multipliedFullWidth(by: Int64(previous.y) - Int64(origin.y))
      sum &+= (Int128(a.high) << 64 | Int128(a.low)) &- (Int128(b.high) << 64 | Int128(b.low))
      previous = p
    }
    return sum > 0
  }

  /// Even-odd test; points on the ring may fall either way.
  func contains(_ p: Point<GridSteps>) -> Bool {
    guard var a = points.last else { return false }
    var inside = false
    for b in points {
      let (ay, by) = (Double(a.y), Double(b.y))
      if (ay > p.y) != (by > p.y), p.x < (Double(b.x) - Double(a.x)) * (p.y - ay) / (by - ay) + Double(a.x) { inside.toggle() }
      a = b
    }
    return inside
  }
}

/// A polygon on the grid.
struct GridPolygon: Sendable {
  var exterior: GridRing
  var holes: [GridRing]

  init(exterior: GridRing, holes: [GridRing]) {
    self.exterior = exterior
    self.holes = holes.filter { !$0.points.isEmpty }
  }

  init(_ polygon: Polygon<Geographic>) {
    self.init(exterior: GridRing(polygon.exterior), holes: polygon.holes.map { GridRing($0) })
  }

  /// A polygon whose exterior has collapsed holds no ground, whatever its holes are.
  var rings: [GridRing] { exterior.points.isEmpty ? [] : [exterior] + holes }

  func contains(_ p: Point<GridSteps>) -> Bool {
    exterior.contains(p) && !holes.contains { $0.contains(p) }
  }

  /// A point of the ground away from its border: the middle of the widest stretch of a parallel that passes no vertex.
  var pointInside: Point<GridSteps> {
    let box = extent
    let middle = (box.minY + box.maxY) / 2
    var (below, above) = (box.minY, box.maxY)
    for ring in rings {
      for p in ring.points {
        let y = Double(p.y)
        if y <= middle { below = max(below, y) } else { above = min(above, y) }
      }
    }
    let y = (below + above) / 2
    var crossings: [Double] = []
    for ring in rings {
      guard var a = ring.points.last else { continue }
      for b in ring.points {
        if (Double(a.y) > y) != (Double(b.y) > y) {
          crossings.append(Double(a.x) + (Double(b.x) - Double(a.x)) * (y - Double(a.y)) / (Double(b.y) - Double(a.y)))
        }
        a = b
      }
    }
    crossings.sort()
    let stretches = stride(from: 1, to: crossings.count, by: 2).map { (crossings[$0 - 1], crossings[$0]) }
    let widest = stretches.max { $0.1 - $0.0 < $1.1 - $1.0 } ?? (box.minX, box.maxX)
    return Point((widest.0 + widest.1) / 2, y)
  }

  var extent: Extent<GridSteps> { Extent(around: exterior.points.lazy.map { Point(Double($0.x), Double($0.y)) }) }

  var polygon: Polygon<Geographic> {
    Polygon(exterior: Ring(exterior.points.map(\.point)), holes: holes.map { Ring($0.points.map(\.point)) })
  }
}
