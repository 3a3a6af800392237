/// Finds the area of a coverage that a point lies in: the nearest edge to the west tells.
package struct CoverageLocator: Sendable {
  /// An edge that runs northward, and the area east of it.
  private struct Wall {
    var low, high: Point<Geographic>
    var east: Coverage.Area
  }

  private var walls: [Wall] = []
  private let belts: Belts

  package init(_ coverage: Coverage) {
    walls.reserveCapacity(coverage.vertexCount)
    for arc in coverage.arcs {
      for (a, b) in zip(arc.points, arc.points.dropFirst()) where a.y != b.y {
        walls.append(a.y < b.y ? Wall(low: a, high: b, east: arc.right) : Wall(low: b, high: a, east: arc.left))
      }
    }
    belts = Belts(walls.map { ($0.low.y, $0.high.y) })
  }

  /// The area at a point, or `nobody`; points on a border may fall either way.
  package func area(at p: Point<Geographic>) -> Coverage.Area {
    var nearest = -Double.infinity
    var area = Coverage.nobody
    for index in belts.candidates(at: p.y) {
      let wall = walls[Int(index)]
      guard wall.low.y <= p.y, p.y < wall.high.y else { continue }
      let x = wall.low.x + (wall.high.x - wall.low.x) * (p.y - wall.low.y) / (wall.high.y - wall.low.y)
      if x < p.x, x > nearest {
        nearest = x
        area = wall.east
      }
    }
    return area
  }
}
