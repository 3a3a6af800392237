extension ArcNet {
  /// The westernmost vertex of a connected part of the net, and the area just west of it.
  private struct Outside {
    var vertex, tip: GridPoint
    var area: Coverage.Area
  }

  /// The westernmost vertices of the parts that lie in other ground than their outer side names.
  ///
  /// A part is what hangs together by nodes. West of its westernmost vertex lies what is around the part; the nearest edge of
  /// another part in that direction tells whose ground that is. Expects a net without crossings.
  func misplacedParts() -> [GridPoint] {
    let outsides = outsides()
    guard outsides.count > 1 else { return outsides.filter { $0.area != Coverage.nobody }.map(\.vertex) }
    var finder = WestFinder(outsides.map(\.vertex))
    var east: [Coverage.Area] = []
    for arc in arcs {
      for index in arc.range.dropLast() {
        let (a, b) = (points[index], points[index + 1])
        if a.y < b.y { finder.add(a, b, number: east.count) } else { finder.add(b, a, number: east.count) }
        east.append(a.y < b.y ? arc.right : arc.left)
      }
    }
    return outsides.enumerated().filter { finder.found($0.offset).map { east[$0] } ?? Coverage.nobody != $0.element.area }
      .map(\.element.vertex)
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
