extension ArcNet {
  /// The westernmost vertex of a connected part of the net, and the area just west of it.
  private struct Outside {
    var vertex, tip: GridPoint
    var area: Coverage.Area
  }

  /// An edge that runs northward, and the area east of it.
  private struct Wall {
    var low, high: GridPoint
    var east: Coverage.Area
  }

  /// The westernmost vertices of the parts that lie in other ground than their outer side names.
  ///
  /// A part is what hangs together by nodes. West of its westernmost vertex lies what is around the part; the nearest edge of
  /// another part in that direction tells whose ground that is. Expects a net without crossings.
  func misplacedParts() -> [GridPoint] {
    let queries = outsides().sorted { ($0.vertex.y, $0.vertex.x) < ($1.vertex.y, $1.vertex.x) }
    guard queries.count > 1 else { return queries.filter { $0.area != Coverage.nobody }.map(\.vertex) }
    var nearest = [Wall?](repeating: nil, count: queries.count)
    for arc in arcs {
      for index in arc.range.dropLast() {
        let (a, b) = (points[index], points[index + 1])
        let wall = a.y < b.y ? Wall(low: a, high: b, east: arc.right) : Wall(low: b, high: a, east: arc.left)
        // An edge counts for the parallels from its lower end to just below its upper end.
        var query = queries.partitioningIndex { $0.vertex.y >= wall.low.y }
        while query < queries.count, queries[query].vertex.y < wall.high.y {
          if GridPoint.side(wall.low, wall.high, queries[query].vertex) < 0,
            nearest[query].map({ Self.isEast(wall, of: $0) }) ?? true
          {
            nearest[query] = wall
          }
          query += 1
        }
      }
    }
    return queries.indices.filter { (nearest[$0]?.east ?? Coverage.nobody) != queries[$0].area }.map { queries[$0].vertex }
  }

  /// Whether of two edges that a parallel meets and that do not cross the first lies farther east, just north of that parallel.
  private static func isEast(_ a: Wall, of b: Wall) -> Bool {
    if a.low.y < b.low.y { return !isEast(b, of: a) }
    let side = GridPoint.side(b.low, b.high, a.low)
    if side != 0 { return side < 0 }
    return a.high.y <= b.high.y
      ? GridPoint.side(b.low, b.high, a.high) < 0 : GridPoint.side(a.low, a.high, b.high) > 0
  }

  /// One for each connected part.
  private func outsides() -> [Outside] {
    var parts = DisjointSets(count: nodeCount)
    for arc in arcs { parts.join(arc.start, arc.end) }
    var found = [Outside?](repeating: nil, count: nodeCount)
    for arc in arcs {
      let part = parts.root(arc.start)
      for index in arc.range.dropLast() {
        let (a, b) = (points[index], points[index + 1])
        Self.note(Outside(vertex: a, tip: b, area: arc.left), &found[part])
        Self.note(Outside(vertex: b, tip: a, area: arc.right), &found[part])
      }
    }
    return found.compactMap { $0 }
  }

  /// Keeps the westernmost vertex (of several the southernmost), and of its edges the one that turns most to the north:
  /// all others lie east of it, so its left side is outside.
  @inline(__always) private static func note(_ new: Outside, _ old: inout Outside?) {
    if let best = old {
      let isFirst =
        new.vertex == best.vertex
        ? GridPoint.side(best.vertex, best.tip, new.tip) > 0 : GridPoint.precedes(new.vertex, best.vertex)
      guard isFirst else { return }
    }
    old = new
  }
}

extension Array {
  /// The first index from which on the condition holds, in an array where it holds for all elements after one that meets it.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
