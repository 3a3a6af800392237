/// A closed ring: its first vertex is not repeated at the end.
package struct Ring<Space: CoordinateSpace>: Hashable, Sendable {
  package var points: [Point<Space>]

  /// Trusts its caller; readers check with `init(validating:)`.
  package init(_ points: [Point<Space>]) { self.points = points }

  /// Twice the signed area by the shoelace formula: positive when the ring turns from the x axis to the y axis.
  package var doubledSignedArea: Double {
    guard var previous = points.last else { return 0 }
    let origin = previous
    var sum = 0.0
    for point in points {
      sum += (previous.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (previous.y - origin.y)
      previous = point
    }
    return sum
  }

  @inlinable package var extent: Extent<Space> { Extent(around: points) }

  /// Even-odd test; points on the boundary may fall either way.
  package func contains(_ p: Point<Space>) -> Bool {
    guard var a = points.last else { return false }
    var inside = false
    for b in points {
      if (a.y > p.y) != (b.y > p.y), p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x { inside.toggle() }
      a = b
    }
    return inside
  }
}

/// Why a list of vertices is no ring.
package enum RingDefect: Error, Hashable, Sendable, CustomStringConvertible {
  case tooFewVertices(found: Int)
  case notFinite(vertex: Int)

  package var description: String {
    switch self {
    case .tooFewVertices(let found): "a ring needs 3 distinct vertices, found \(found)"
    case .notFinite(let vertex): "vertex \(vertex + 1) is not a finite number"
    }
  }
}

extension Ring {
  /// A ring from vertices that may repeat the first at the end and may repeat neighbours.
  package init(validating vertices: [Point<Space>]) throws(RingDefect) {
    var distinct: [Point<Space>] = []
    distinct.reserveCapacity(vertices.count)
    for (index, point) in vertices.enumerated() {
      guard point.isFinite else { throw .notFinite(vertex: index) }
      if distinct.last != point { distinct.append(point) }
    }
    while distinct.count > 1, distinct.first == distinct.last { distinct.removeLast() }
    guard distinct.contains(where: { $0 != distinct[0] && $0 != distinct[1] }) else {
      throw .tooFewVertices(found: min(distinct.count, 2))
    }
    points = distinct
  }
}

/// An exterior ring and its holes. Winding says nothing here: real files have it both ways.
package struct Polygon<Space: CoordinateSpace>: Hashable, Sendable {
  package var exterior: Ring<Space>
  package var holes: [Ring<Space>]

  package init(exterior: Ring<Space>, holes: [Ring<Space>] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  package var rings: [Ring<Space>] { [exterior] + holes }
  @inlinable package var extent: Extent<Space> { exterior.extent }
  package func contains(_ p: Point<Space>) -> Bool {
    exterior.contains(p) && !holes.contains { $0.contains(p) }
  }
}

/// An open line of at least two vertices.
package struct Line<Space: CoordinateSpace>: Hashable, Sendable {
  package var points: [Point<Space>]
  package init(_ points: [Point<Space>]) { self.points = points }
  @inlinable package var extent: Extent<Space> { Extent(around: points) }
  /// Straight length in the units of the space.
  @inlinable package var length: Double {
    var sum = 0.0
    for index in points.indices.dropFirst() { sum += points[index - 1].distance(to: points[index]) }
    return sum
  }
}
