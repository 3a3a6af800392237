/// The arcs of a coverage on the grid, where its invariants are checked without rounding.
struct ArcNet {
  struct Arc {
    /// Where the arc's vertices lie in `points`.
    var range: Range<Int>
    var left, right: Coverage.Area
    var start, end: Int
  }

  /// The vertices of all arcs end to end.
  let points: [GridPoint]
  let arcs: [Arc]
  let nodeCount: Int

  init(_ coverage: Coverage) {
    var points: [GridPoint] = []
    points.reserveCapacity(coverage.vertexCount)
    arcs = coverage.arcs.map { arc in
      let first = points.count
      for p in arc.points { points.append(GridPoint(p)) }
      return Arc(range: first..<points.count, left: arc.left, right: arc.right, start: arc.start, end: arc.end)
    }
    self.points = points
    nodeCount = coverage.nodeCount
  }

  /// Numbers of arcs that do not run from their own node to another: too short, or with one area on both sides.
  func malformed() -> [Int] {
    arcs.indices.filter {
      let arc = arcs[$0]
      return arc.range.count < (arc.start == arc.end ? 4 : 2) || arc.left == arc.right || !(0..<nodeCount).contains(arc.start)
        || !(0..<nodeCount).contains(arc.end)
    }
  }

  /// Numbers of the nodes around which areas disagree: what lies left of one arc must lie right of the next one counterclockwise.
  func disorderedNodes() -> [Int] {
    struct Spoke {
      var node: Int
      var center, tip: GridPoint
      /// Areas counterclockwise and clockwise of the spoke.
      var ahead, behind: Coverage.Area
    }
    var spokes: [Spoke] = []
    spokes.reserveCapacity(arcs.count * 2)
    for arc in arcs {
      let first = arc.range.lowerBound
      let last = arc.range.upperBound - 1
      spokes.append(Spoke(node: arc.start, center: points[first], tip: points[first + 1], ahead: arc.left, behind: arc.right))
      spokes.append(Spoke(node: arc.end, center: points[last], tip: points[last - 1], ahead: arc.right, behind: arc.left))
    }
    spokes.sort { a, b in
      a.node != b.node ? a.node < b.node : a.center == b.center && GridPoint.turnsBefore(a.tip, b.tip, around: a.center)
    }
    var disordered: [Int] = []
    var low = 0
    while low < spokes.count {
      var high = low + 1
      while high < spokes.count, spokes[high].node == spokes[low].node { high += 1 }
      let agrees = (low..<high).allSatisfy { index in
        let next = spokes[index + 1 == high ? low : index + 1]
        return spokes[index].ahead == next.behind && spokes[index].center == next.center
      }
      if !agrees { disordered.append(spokes[low].node) }
      low = high
    }
    return disordered
  }
}
