/// Areas that share their borders: the arcs between nodes, and which area lies on each side of them.
///
/// Invariants: arcs meet only at their ends; the area to the left of an arc (in the direction of its points) is `left`,
/// to the right `right`, and `nobody` where no area is; an arc has different areas on its two sides; around every node the
/// areas agree. So areas never overlap, a border is stored once, and to dissolve means to leave arcs out.
package struct Coverage: Hashable, Sendable {
  /// The number of an area: its place in the list that the coverage was built from.
  package typealias Area = Int

  /// The side of an arc where no area is.
  package static let nobody: Area = -1

  package struct Arc: Hashable, Sendable {
    /// From node to node; first and last are equal when the arc is a whole ring.
    package var points: [Point<Geographic>]
    package var left, right: Area
    /// Numbers of the nodes at both ends.
    package var start, end: Int
  }

  /// An arc, walked forward or backward.
  package struct ArcUse: Hashable, Sendable {
    package var arc: Int
    package var isReversed: Bool

    package init(arc: Int, isReversed: Bool) {
      self.arc = arc
      self.isReversed = isReversed
    }
  }

  package var arcs: [Arc]
  /// How many areas the coverage was built from; some may have no ground.
  package var areaCount: Int
  /// Numbers of the nodes run from 0 to this.
  package var nodeCount: Int

  package init(arcs: [Arc], areaCount: Int, nodeCount: Int) {
    self.arcs = arcs
    self.areaCount = areaCount
    self.nodeCount = nodeCount
  }

  package var vertexCount: Int { arcs.reduce(0) { $0 + $1.points.count } }

  package var extent: Extent<Geographic> {
    arcs.reduce(into: Extent<Geographic>.empty) { $0.include(Extent(around: $1.points)) }
  }
}

extension Coverage {
  /// The arcs where something changes when areas are grouped: those with different groups on their two sides.
  package func borders<Group: Equatable>(by group: (Area) -> Group) -> [(arc: Int, left: Group, right: Group)] {
    arcs.indices.compactMap { index in
      let left = group(arcs[index].left)
      let right = group(arcs[index].right)
      return left == right ? nil : (index, left, right)
    }
  }

  /// The outlines of the ground of all areas for which `isMember` holds, each as arcs end to end with that ground on the left.
  ///
  /// Exteriors run counterclockwise, holes clockwise, and no ring passes a node twice. Filled by the even-odd or the non-zero
  /// rule they show the ground.
  package func outlines(where isMember: (Area) -> Bool) -> [[ArcUse]] {
    var uses: [ArcUse] = []
    var firstAt = [Int](repeating: -1, count: nodeCount)  // head of a chain of uses that start at the node
    var nextAt: [Int] = []
    for index in arcs.indices {
      let isLeft = arcs[index].left != Self.nobody && isMember(arcs[index].left)
      let isRight = arcs[index].right != Self.nobody && isMember(arcs[index].right)
      guard isLeft != isRight else { continue }
      let from = isLeft ? arcs[index].start : arcs[index].end
      nextAt.append(firstAt[from])
      firstAt[from] = uses.count
      uses.append(ArcUse(arc: index, isReversed: isRight))
    }
    // Uses are walked end to end; whenever the walk comes back to a node on its path, the loop since then is a ring.
    var placeOnPath = [Int](repeating: -1, count: nodeCount)
    var rings: [[ArcUse]] = []
    var path: [ArcUse] = []
    for first in uses {
      var node = startNode(first)
      while firstAt[node] >= 0 {
        let current = firstAt[node]
        firstAt[node] = nextAt[current]
        placeOnPath[node] = path.count
        path.append(uses[current])
        node = endNode(uses[current])
        let place = placeOnPath[node]
        guard place >= 0 else { continue }
        rings.append(Array(path[place...]))
        for use in path[place...] { placeOnPath[startNode(use)] = -1 }
        path.removeSubrange(place...)
      }
    }
    assert(path.isEmpty, "areas agree around every node, so every walk comes home")
    return rings
  }

  private func startNode(_ use: ArcUse) -> Int { use.isReversed ? arcs[use.arc].end : arcs[use.arc].start }
  private func endNode(_ use: ArcUse) -> Int { use.isReversed ? arcs[use.arc].start : arcs[use.arc].end }

  /// The vertices of an outline, the first not repeated.
  package func points(of outline: [ArcUse]) -> [Point<Geographic>] {
    join(outline) { arcs[$0].points }
  }
}

/// The vertices along arcs end to end, given each arc's own vertices; node vertices once, the first not repeated.
@specialized(where S == Page)
@specialized(where S == Geographic)
package func join<S>(_ outline: [Coverage.ArcUse], _ points: (Int) -> [Point<S>]) -> [Point<S>] {
  var result: [Point<S>] = []
  for use in outline {
    let arc = points(use.arc)
    if use.isReversed {
      result.append(contentsOf: arc.reversed().dropLast())
    } else {
      result.append(contentsOf: arc.dropLast())
    }
  }
  return result
}
