/// Why polygons are no coverage as they stand.
enum CoverageConflict: Error, Hashable {
  /// Edges cross or touch between their ends.
  case crossing
  /// Two areas lie on the same side of an edge, around a node or one within the other.
  case overlap
}

/// Finds the arcs that polygons share vertex by vertex.
struct CoverageBuilder {
  private var points: [GridPoint] = []
  /// The vertices of all rings end to end, as numbers of `points`; every ring has its area on the left.
  private var vertices: [Int32] = []
  private var rings: [(area: Int, range: Range<Int>)] = []

  /// - Parameter areas: the polygons of each area, rings wound any way.
  init(_ areas: [[GridPolygon]]) {
    let count = areas.reduce(0) { $0 + $1.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.points.count } } }
    var table = GridPointTable(expecting: count)
    points.reserveCapacity(count)
    vertices.reserveCapacity(count)
    for (area, polygons) in areas.enumerated() {
      for polygon in polygons {
        for (number, ring) in polygon.rings.enumerated() {
          let start = vertices.count
          if ring.isCounterclockwise == (number == 0) {
            for p in ring.points { vertices.append(table.number(of: p, in: &points)) }
          } else {
            for p in ring.points.reversed() { vertices.append(table.number(of: p, in: &points)) }
          }
          rings.append((area, start..<vertices.count))
        }
      }
    }
  }

  /// The coverage, when the polygons are one as they stand.
  func build(areaCount: Int) throws(CoverageConflict) -> Coverage {
    let isNode = findNodes()
    var coverage = Coverage(arcs: [], areaCount: areaCount, nodeCount: 0)
    var arcAt: [FirstEdge: Int] = [:]
    var nodeNumber: [Int32: Int] = [:]
    for ring in rings {
      for arc in split(ring.range, at: isNode) {
        // The first edge tells the arc: up to the next node no ring can leave it.
        let forward = FirstEdge(from: arc[0], to: arc[1])
        if arcAt[forward] != nil { throw .overlap }
        if let index = arcAt[FirstEdge(from: arc[arc.count - 1], to: arc[arc.count - 2])] {
          guard coverage.arcs[index].right == Coverage.nobody else { throw .overlap }
          coverage.arcs[index].right = ring.area
          continue
        }
        arcAt[forward] = coverage.arcs.count
        let start = nodeNumber[arc[0], default: nodeNumber.count]
        nodeNumber[arc[0]] = start
        let last = arc[arc.count - 1]
        let end = nodeNumber[last, default: nodeNumber.count]
        nodeNumber[last] = end
        coverage.arcs.append(
          Coverage.Arc(points: arc.map { points[Int($0)].point }, left: ring.area, right: Coverage.nobody, start: start, end: end))
      }
    }
    coverage.nodeCount = nodeNumber.count
    // An area may be given in touching parts; the edge between them is no border.
    coverage.arcs.removeAll { $0.left == $0.right }
    try coverage.verify()
    return coverage
  }

  private struct FirstEdge: Hashable {
    var from, to: Int32
  }

  /// A vertex is a node when rings pass it by different neighbours.
  private func findNodes() -> [Bool] {
    var low = [Int32](repeating: -1, count: points.count)
    var high = low
    var isNode = [Bool](repeating: false, count: points.count)
    for ring in rings {
      var previous = vertices[ring.range.upperBound - 1]
      for index in ring.range {
        let vertex = Int(vertices[index])
        let next = vertices[index + 1 == ring.range.upperBound ? ring.range.lowerBound : index + 1]
        let a = min(previous, next)
        let b = max(previous, next)
        if low[vertex] < 0 {
          low[vertex] = a
          high[vertex] = b
        } else if low[vertex] != a || high[vertex] != b {
          isNode[vertex] = true
        }
        previous = vertices[index]
      }
    }
    return isNode
  }

  /// The ring cut at its nodes. A ring without nodes starts at its lowest-numbered vertex, so that both its sides cut it alike.
  private func split(_ range: Range<Int>, at isNode: [Bool]) -> [[Int32]] {
    let first =
      range.first { isNode[Int(vertices[$0])] } ?? range.min { vertices[$0] < vertices[$1] } ?? range.lowerBound
    var arcs: [[Int32]] = []
    var current: [Int32] = [vertices[first]]
    func advance(over part: Range<Int>) {
      for index in part {
        current.append(vertices[index])
        if isNode[Int(vertices[index])] {
          arcs.append(current)
          current = [vertices[index]]
        }
      }
    }
    advance(over: (first + 1)..<range.upperBound)
    advance(over: range.lowerBound..<(first + 1))
    if current.count > 1 { arcs.append(current) }
    return arcs
  }
}
