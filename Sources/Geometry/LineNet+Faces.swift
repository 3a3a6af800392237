/// A face of a noded plane, and a point in it away from its border.
struct Face: Sendable {
  var polygon: GridPolygon
  var inside: Point<GridSteps>
}

extension LineNet {
  /// The faces that lines cut the plane into, after noding on the grid; ends that hang free and lines between rings cut nothing.
  ///
  /// They come by the first vertex of their exterior, from west to east, each ring from its own first vertex: the order of the lines
  /// changes nothing.
  static func faces(between lines: [[GridPoint]]) throws(OverlayFailure) -> [Face] { try LineNet(lines).noded().faces() }

  /// The faces between edges that meet in shared ends alone.
  func faces() -> [Face] {
    var walks = Walks(self)
    if walks.removeBridges() { walks = Walks(self, walks.isLive) }
    let loops = walks.loops()
    // Each walk that turns left on the whole goes round a face; the others go round what hangs together from outside.
    var faceOf = [Int](repeating: -1, count: loops.count)
    var rings: [[GridRing]] = []
    for (walk, own) in loops.enumerated() {
      guard let exterior = own.firstIndex(where: \.isCounterclockwise) else { continue }
      faceOf[walk] = rings.count
      rings.append([own[exterior]] + own.enumerated().filter { $0.offset != exterior }.map(\.element))
    }
    for (walk, face) in walks.surroundings(of: loops.indices.filter { faceOf[$0] < 0 }, loops, faceOf) { rings[face] += loops[walk] }
    let polygons = rings.map { rings in
      let turned = rings.map(\.fromFirstVertex)
      return GridPolygon(
        exterior: turned[0], holes: turned.dropFirst().sorted { GridPoint.precede($0.points[0], $0.points[1], $1.points[0], $1.points[1]) })
    }
    return polygons.sorted {
      let (p, q) = ($0.exterior.points, $1.exterior.points)
      return GridPoint.precede(p[0], p[1], q[0], q[1])
    }
    .map { Face(polygon: $0, inside: $0.pointInside) }
  }
}

/// The walks along the edges of a net that keep to the edge on their left: each edge is walked once either way.
private struct Walks {
  private let net: LineNet
  private(set) var isLive: [Bool]
  /// For each edge forward and backward: the step that follows, and the number of its walk; -1 where the edge is not live.
  private var next: [Int32]
  private var walk: [Int32]
  private var firstStep: [Int32] = []

  /// - Parameter given: the edges to walk; nil: all but those that end up in the open.
  init(_ net: LineNet, _ given: [Bool]? = nil) {
    self.net = net
    var isLive = given ?? [Bool](repeating: true, count: net.edges.count)
    if given == nil { Self.removeOpenEnds(net, &isLive) }
    self.isLive = isLive
    next = [Int32](repeating: -1, count: 2 * net.edges.count)
    walk = next
    let spokes = Spokes(net) { isLive[$0] }
    var turned: [Int32] = []
    for point in net.points.indices {
      let range = spokes.range(at: point)
      if range.isEmpty { continue }
      // Steps away from the point, counterclockwise.
      turned.removeAll(keepingCapacity: true)
      for edge in spokes.edges[range] { turned.append(2 * edge + (net.edges[Int(edge)].a == point ? 0 : 1)) }
      if turned.count > 2 {
        let center = net.points[point]
        turned.sort { GridPoint.turnsBefore(net.points[Self.tip($0, net)], net.points[Self.tip($1, net)], around: center) }
      }
      // Whoever comes in along one goes out along the one before it.
      var before = turned[turned.count - 1]
      for step in turned {
        next[Int(step ^ 1)] = before
        before = step
      }
    }
    for step in next.indices where next[step] >= 0 && walk[step] < 0 {
      let number = Int32(firstStep.count)
      firstStep.append(Int32(step))
      var at = step
      while walk[at] < 0 {
        walk[at] = number
        at = Int(next[at])
      }
    }
  }

  @inline(__always) private static func tip(_ step: Int32, _ net: LineNet) -> Int {
    let edge = net.edges[Int(step >> 1)]
    return Int(step & 1 == 0 ? edge.b : edge.a)
  }

  private static func removeOpenEnds(_ net: LineNet, _ isLive: inout [Bool]) {
    let spokes = Spokes(net)
    var degree = net.points.indices.map { spokes.range(at: $0).count }
    var open = degree.indices.filter { degree[$0] == 1 }
    while let point = open.popLast() {
      guard degree[point] == 1, let edge = spokes.edges[spokes.range(at: point)].first(where: { isLive[Int($0)] }) else { continue }
      isLive[Int(edge)] = false
      for end in [net.edges[Int(edge)].a, net.edges[Int(edge)].b] {
        degree[Int(end)] -= 1
        if degree[Int(end)] == 1 { open.append(Int(end)) }
      }
    }
  }

  /// Takes out edges that have one face on both sides; true when there were any.
  mutating func removeBridges() -> Bool {
    var found = false
    for edge in isLive.indices where isLive[edge] && walk[2 * edge] == walk[2 * edge + 1] {
      isLive[edge] = false
      found = true
    }
    return found
  }

  /// Each walk as rings that pass no point twice.
  func loops() -> [[GridRing]] {
    var placeOnPath = [Int32](repeating: -1, count: net.points.count)
    var path: [Int32] = []
    return firstStep.map { first in
      var rings: [GridRing] = []
      var step = first
      repeat {
        let edge = net.edges[Int(step >> 1)]
        let point = step & 1 == 0 ? edge.a : edge.b
        let place = Int(placeOnPath[Int(point)])
        if place >= 0 {
          rings.append(GridRing(path[place...].map { net.points[Int($0)] }))
          for old in path[(place + 1)...] { placeOnPath[Int(old)] = -1 }
          path.removeSubrange((place + 1)...)
        } else {
          placeOnPath[Int(point)] = Int32(path.count)
          path.append(point)
        }
        step = next[Int(step)]
      } while step != first
      rings.append(GridRing(path.map { net.points[Int($0)] }))
      for old in path { placeOnPath[Int(old)] = -1 }
      path.removeAll(keepingCapacity: true)
      return rings
    }
  }

  /// The face that each of the walks round something from outside lies in, as (walk, face); those that lie in none are left out.
  func surroundings(of outer: [Int], _ loops: [[GridRing]], _ faceOf: [Int]) -> [(Int, Int)] {
    let westernmost = outer.map { walk in
      loops[walk].compactMap { $0.points.min(by: GridPoint.precedes) }.min(by: GridPoint.precedes) ?? GridPoint(x: 0, y: 0)
    }
    var finder = WestFinder(westernmost)
    for (index, edge) in net.edges.enumerated() where isLive[index] {
      let (a, b) = (net.points[Int(edge.a)], net.points[Int(edge.b)])
      // East of an edge that runs north is its right side, which the walk back along it has on its left.
      if a.y < b.y { finder.add(a, b, number: 2 * index + 1) } else { finder.add(b, a, number: 2 * index) }
    }
    // What lies west of a part is a face, or another part that begins farther west and so is known already.
    var faceAround: [Int: Int] = [:]
    for query in outer.indices.sorted(by: { GridPoint.precedes(westernmost[$0], westernmost[$1]) }) {
      guard let step = finder.found(query) else { continue }
      let other = Int(walk[step])
      if let face = faceOf[other] >= 0 ? faceOf[other] : faceAround[other] { faceAround[outer[query]] = face }
    }
    return outer.compactMap { walk in faceAround[walk].map { (walk, $0) } }
  }
}
