import Geometry

/// A made-up map of areas that share their borders: cells of a shaken grid with crooked edges, some with enclaves, some with nobody.
///
/// What it says about itself (the ground of each area) is summed cell by cell and so does not depend on the code under test.
package struct RandomPartition {
  package typealias Cell = (area: Int, polygon: Polygon<Geographic>)

  package let areaCount: Int
  /// The cells that areas hold, enclaves among them; cells of nobody are left out.
  package private(set) var cells: [Cell] = []

  /// - Parameters:
  ///   - side: how many cells the grid has in a row and in a column.
  ///   - depth: how many times each edge is halved and bent.
  ///   - unclaimed: the share of cells that nobody holds.
  package init(
    seed: UInt64, side: Int = 6, areaCount: Int = 7, depth: Int = 3, unclaimed: Double = 0.15, enclaves: Double = 0.3,
    origin: Point<Geographic> = Point(38, 32)
  ) {
    self.areaCount = areaCount
    var random = SeededGenerator(seed: seed)
    var nodes: [[Point<Geographic>]] = []
    for row in 0...side {
      nodes.append(
        (0...side).map { column in
          Point(
            rounded(origin.x + (Double(column) + .random(in: -0.2...0.2, using: &random)) / 2),
            rounded(origin.y + (Double(row) + .random(in: -0.2...0.2, using: &random)) / 2))
        })
    }
    var eastward: [[[Point<Geographic>]]] = []
    var northward: [[[Point<Geographic>]]] = []
    for row in 0...side {
      eastward.append((0..<side).map { crooked(nodes[row][$0], nodes[row][$0 + 1], depth, &random) })
      if row < side { northward.append((0...side).map { crooked(nodes[row][$0], nodes[row + 1][$0], depth, &random) }) }
    }
    for row in 0..<side {
      for column in 0..<side {
        let ring =
          eastward[row][column].dropLast() + northward[row][column + 1].dropLast() + eastward[row + 1][column].reversed().dropLast()
          + northward[row][column].reversed().dropLast()
        let isClaimed = Double.random(in: 0...1, using: &random) >= unclaimed
        let area = Int.random(in: 0..<areaCount, using: &random)
        var holes: [Ring<Geographic>] = []
        if Double.random(in: 0...1, using: &random) < enclaves {
          let center = Point<Geographic>(origin.x + (Double(column) + 0.5) / 2, origin.y + (Double(row) + 0.5) / 2)
          let outer = square(around: center, half: 0.08)
          let inner = square(around: center, half: 0.03)
          holes = [outer]
          cells.append(((area + 1) % areaCount, Polygon(exterior: outer, holes: [inner])))
          cells.append(((area + Int.random(in: 0...2, using: &random)) % areaCount, Polygon(exterior: inner)))
        }
        if isClaimed { cells.append((area, Polygon(exterior: Ring(Array(ring)), holes: holes))) }
      }
    }
  }

  /// The polygons of each area.
  package var areas: [[Polygon<Geographic>]] {
    var result = [[Polygon<Geographic>]](repeating: [], count: areaCount)
    for cell in cells { result[cell.area].append(cell.polygon) }
    return result
  }

  /// The same ground, with rings turned and begun anywhere, and closed or not.
  package func rewound(seed: UInt64) -> [[Polygon<Geographic>]] {
    var random = SeededGenerator(seed: seed)
    return areas.map { polygons in
      polygons.shuffled(using: &random).map { polygon in
        let rings = polygon.rings.map { rewind($0, &random) }
        return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()).shuffled(using: &random))
      }
    }
  }

  /// Square metres of each area.
  package var ground: [Double] {
    var result = [Double](repeating: 0, count: areaCount)
    for cell in cells { result[cell.area] += Geodesic.wgs84.area(of: cell.polygon) }
    return result
  }
}

private func rounded(_ x: Double) -> Double { (x * 1e6).rounded() / 1e6 }

private func square(around c: Point<Geographic>, half: Double) -> Ring<Geographic> {
  Ring([(-1, -1), (1, -1), (1, 1), (-1, 1)].map { Point(rounded(c.x + $0.0 * half), rounded(c.y + $0.1 * half)) })
}

private func crooked(
  _ a: Point<Geographic>, _ b: Point<Geographic>, _ depth: Int, _ random: inout SeededGenerator
) -> [Point<Geographic>] {
  guard depth > 0 else { return [a, b] }
  let bend = Double.random(in: -0.08...0.08, using: &random)
  let middle = Point<Geographic>(
    rounded((a.x + b.x) / 2 - (b.y - a.y) * bend), rounded((a.y + b.y) / 2 + (b.x - a.x) * bend))
  return crooked(a, middle, depth - 1, &random).dropLast() + crooked(middle, b, depth - 1, &random)
}

private func rewind(_ ring: Ring<Geographic>, _ random: inout SeededGenerator) -> Ring<Geographic> {
  let start = Int.random(in: 0..<ring.points.count, using: &random)
  var points = Array(ring.points[start...] + ring.points[..<start])
  if Bool.random(using: &random) { points.reverse() }
  if Bool.random(using: &random) { points.append(points[0]) }
  return Ring(points)
}
