/// Ground in the plane, to cut lines to.
struct PlaneRegion: Sendable {
  private struct Wall {
    var low, high: Point<Projected>
  }

  private var walls: [Wall] = []
  private let belts: Belts
  let extent: Extent<Projected>

  /// - Parameter polygons: without overlaps.
  init(_ polygons: [Polygon<Projected>]) {
    for ring in polygons.flatMap(\.rings) {
      guard var a = ring.points.last else { continue }
      for b in ring.points {
        walls.append(a.y < b.y ? Wall(low: a, high: b) : Wall(low: b, high: a))
        a = b
      }
    }
    belts = Belts(walls.map { ($0.low.y, $0.high.y) })
    extent = polygons.reduce(into: .empty) { $0.include(Extent(around: $1.exterior.points)) }
  }

  /// Even-odd; points on the edge may fall either way.
  func contains(_ p: Point<Projected>) -> Bool {
    var isInside = false
    for index in belts.candidates(at: p.y) {
      let wall = walls[Int(index)]
      guard wall.low.y <= p.y, p.y < wall.high.y else { continue }
      if wall.low.x + (wall.high.x - wall.low.x) * (p.y - wall.low.y) / (wall.high.y - wall.low.y) < p.x { isInside.toggle() }
    }
    return isInside
  }

  /// The parts of a straight line inside, each from end to end.
  func parts(of a: Point<Projected>, _ b: Point<Projected>) -> [[Point<Projected>]] {
    let (minX, maxX) = (min(a.x, b.x), max(a.x, b.x))
    let (minY, maxY) = (min(a.y, b.y), max(a.y, b.y))
    if maxX < extent.minX || minX > extent.maxX || maxY < extent.minY || minY > extent.maxY { return [] }
    let (ux, uy) = (b.x - a.x, b.y - a.y)
    var cuts = [0.0, 1]
    for index in belts.candidates(from: minY, to: maxY) {
      let wall = walls[Int(index)]
      if wall.high.y < minY || wall.low.y > maxY || max(wall.low.x, wall.high.x) < minX || min(wall.low.x, wall.high.x) > maxX { continue }
      let (vx, vy) = (wall.high.x - wall.low.x, wall.high.y - wall.low.y)
      let (wx, wy) = (wall.low.x - a.x, wall.low.y - a.y)
      let under = ux * vy - uy * vx
      let along = (wx * vy - wy * vx) / under
      let across = (wx * uy - wy * ux) / under
      if along > 0, along < 1, across >= 0, across <= 1 { cuts.append(along) }
    }
    cuts.sort()
    // What lies inside is told by the middle of each part, so a cut met twice, at the end of a wall, does no harm.
    var parts: [(from: Double, to: Double)] = []
    for (from, to) in zip(cuts, cuts.dropFirst()) where to > from && contains(a.lerp(to: b, (from + to) / 2)) {
      if let last = parts.last, last.to == from { parts[parts.count - 1].to = to } else { parts.append((from, to)) }
    }
    return parts.map { [$0.from == 0 ? a : a.lerp(to: b, $0.from), $0.to == 1 ? b : a.lerp(to: b, $0.to)] }
  }
}
