extension LineNet {
  /// What keeps a net from meeting in shared ends alone.
  struct Conflicts {
    /// Edges to be split, or to be bent to a node that is made beside them.
    var isAffected: [Bool]
    /// Edges that cross between their ends.
    var crossings: [(Int32, Int32)] = []
    var isEmpty = true

    fileprivate mutating func note(_ i: Int, _ j: Int) {
      isAffected[i] = true
      isAffected[j] = true
      isEmpty = false
    }
  }

  /// Ends closer to an edge than this, in steps of the grid, are dealt with together with what crosses it: a crossing moves by less than
  /// one step to the grid, and edges that pass through its cell are bent to it.
  private static let nearness = 1.5
  private static let runLength = 16

  /// The conflicts that some new edge has a part in.
  func conflicts() -> Conflicts {
    var found = Conflicts(isAffected: [Bool](repeating: false, count: edges.count))
    let runs = runs()
    let newRuns = runs.filter(\.isNew)
    // Of the new runs, how many come before the one in hand: old runs have to do with those after it alone.
    var passed = 0
    points.withUnsafeBufferPointer { points in
      edges.withUnsafeBufferPointer { edges in
        for i in runs.indices {
          let a = runs[i]
          if a.isNew {
            passed += 1
            Self.compare(a, a, points, edges, &found)
          }
          let others = a.isNew ? runs[(i + 1)...] : newRuns[passed...]
          for b in others {
            if b.minX > a.maxX + 2 { break }
            if b.minY <= a.maxY + 2, b.maxY >= a.minY - 2 { Self.compare(a, b, points, edges, &found) }
          }
        }
      }
    }
    if found.isEmpty { return found }
    // What hangs on them goes with them: near a shared end even a straight edge may run through the cell of a new node.
    var isTouched = [Bool](repeating: false, count: points.count)
    for (number, edge) in edges.enumerated() where found.isAffected[number] {
      isTouched[Int(edge.a)] = true
      isTouched[Int(edge.b)] = true
    }
    for (number, edge) in edges.enumerated() where isTouched[Int(edge.a)] || isTouched[Int(edge.b)] { found.isAffected[number] = true }
    return found
  }

  /// A few edges that follow each other, and the box around them.
  private struct Run {
    var first, end: Int
    var minX, minY, maxX, maxY: Int64
    var isNew: Bool
  }

  /// By their western sides.
  private func runs() -> [Run] {
    var runs: [Run] = []
    for part in [0..<firstNew, firstNew..<edges.count] {
      for first in stride(from: part.lowerBound, to: part.upperBound, by: Self.runLength) {
        var run = Run(
          first: first, end: min(part.upperBound, first + Self.runLength), minX: .max, minY: .max, maxX: .min, maxY: .min,
          isNew: first >= firstNew)
        for index in first..<run.end {
          for end in [edges[index].a, edges[index].b] {
            let p = points[Int(end)]
            run.minX = min(run.minX, Int64(p.x))
            run.minY = min(run.minY, Int64(p.y))
            run.maxX = max(run.maxX, Int64(p.x))
            run.maxY = max(run.maxY, Int64(p.y))
          }
        }
        runs.append(run)
      }
    }
    return runs.sorted { ($0.minX, $0.first) < ($1.minX, $1.first) }
  }

  private static func compare(
    _ r: Run, _ s: Run, _ points: UnsafeBufferPointer<GridPoint>, _ edges: UnsafeBufferPointer<Edge>, _ found: inout Conflicts
  ) {
    for i in r.first..<r.end {
      let (a, b) = (points[Int(edges[i].a)], points[Int(edges[i].b)])
      let (minX, maxX) = (Int64(min(a.x, b.x)) - 2, Int64(max(a.x, b.x)) + 2)
      let (minY, maxY) = (Int64(min(a.y, b.y)) - 2, Int64(max(a.y, b.y)) + 2)
      if minX > s.maxX || maxX < s.minX || minY > s.maxY || maxY < s.minY { continue }
      for j in (r.first == s.first ? i + 1 : s.first)..<s.end {
        let (c, d) = (points[Int(edges[j].a)], points[Int(edges[j].b)])
        if Int64(max(c.x, d.x)) < minX || Int64(min(c.x, d.x)) > maxX || Int64(max(c.y, d.y)) < minY || Int64(min(c.y, d.y)) > maxY {
          continue
        }
        if GridPoint.edgesConflict(a, b, c, d) {
          found.note(i, j)
          found.crossings.append((Int32(i), Int32(j)))
        } else if areNear(a, b, c, d) {
          // Two edges that only come near each other are fine as they are, unless a node is made beside them.
          found.isAffected[i] = true
          found.isAffected[j] = true
        }
      }
    }
  }

  /// Whether an end of one edge comes near the other edge without being an end of it.
  private static func areNear(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
    func isNear(_ p: GridPoint, _ a: GridPoint, _ b: GridPoint) -> Bool {
      if p == a || p == b { return false }
      let (ux, uy) = (Double(b.x) - Double(a.x), Double(b.y) - Double(a.y))
      let (vx, vy) = (Double(p.x) - Double(a.x), Double(p.y) - Double(a.y))
      let share = max(0, min(1, (ux * vx + uy * vy) / (ux * ux + uy * uy)))
      let (dx, dy) = (vx - share * ux, vy - share * uy)
      return dx * dx + dy * dy < nearness * nearness
    }
    return isNear(a, c, d) || isNear(b, c, d) || isNear(c, a, b) || isNear(d, a, b)
  }
}
