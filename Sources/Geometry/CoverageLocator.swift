/// Finds the area of a coverage that a point lies in: the nearest edge to the west tells.
package struct CoverageLocator: Sendable {
  /// An edge that runs northward, and the area east of it.
  private struct Wall {
    var low, high: Point<Geographic>
    var east: Coverage.Area
  }

  private var walls: [Wall] = []
  /// The walls of each belt of latitudes, as ranges of `order`.
  private var belts: [Range<Int>] = []
  private var order: [Int32] = []
  private var south = 0.0
  private var beltsPerDegree = 0.0

  package init(_ coverage: Coverage) {
    walls.reserveCapacity(coverage.vertexCount)
    for arc in coverage.arcs {
      for (a, b) in zip(arc.points, arc.points.dropFirst()) where a.y != b.y {
        walls.append(a.y < b.y ? Wall(low: a, high: b, east: arc.right) : Wall(low: b, high: a, east: arc.left))
      }
    }
    guard let first = walls.first else { return }
    let box = walls.reduce(into: (first.low.y, first.high.y)) { $0 = (min($0.0, $1.low.y), max($0.1, $1.high.y)) }
    let count = max(1, min(2048, walls.count / 4))
    south = box.0
    beltsPerDegree = Double(count) / max(1e-9, box.1 - box.0)
    var sizes = [Int](repeating: 0, count: count)
    for wall in walls { for belt in reach(wall, count) { sizes[belt] += 1 } }
    var next = [Int](repeating: 0, count: count)
    var total = 0
    for belt in 0..<count {
      next[belt] = total
      belts.append(total..<(total + sizes[belt]))
      total += sizes[belt]
    }
    order = [Int32](repeating: 0, count: total)
    for (index, wall) in walls.enumerated() {
      for belt in reach(wall, count) {
        order[next[belt]] = Int32(index)
        next[belt] += 1
      }
    }
  }

  private func reach(_ wall: Wall, _ count: Int) -> ClosedRange<Int> { belt(wall.low.y, count)...belt(wall.high.y, count) }

  private func belt(_ y: Double, _ count: Int) -> Int { max(0, min(count - 1, Int((y - south) * beltsPerDegree))) }

  /// The area at a point, or `nobody`; points on a border may fall either way.
  package func area(at p: Point<Geographic>) -> Coverage.Area {
    guard !belts.isEmpty else { return Coverage.nobody }
    var nearest = -Double.infinity
    var area = Coverage.nobody
    for index in belts[belt(p.y, belts.count)] {
      let wall = walls[Int(order[index])]
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
