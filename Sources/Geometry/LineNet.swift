/// Lines on the grid as edges that are each there once, told apart into those that some other edge crosses, touches or nearly touches, which
/// must be noded, and those that meet others in shared ends alone. Noding is most of the work of an overlay, and most edges need none.
struct LineNet {
  private var points: [GridPoint] = []
  /// Numbers of points; neither an edge nor its reverse is there twice.
  private var edges: [(a: Int32, b: Int32)] = []
  private var mustBeNoded: [Bool] = []
  /// Edges at each point: the first of each point's in `spokes`, one more at the end.
  private var firstSpoke: [Int] = []
  private var spokes: [Int32] = []

  /// Edges closer than this, in steps of the grid, are noded together: a node moves by less than one step to the grid, and edges that
  /// pass through its cell are bent to it.
  private static let nearness = 1.5
  private static let runLength = 16

  init(_ lines: [[GridPoint]]) {
    self.init(edgesOf: lines)
    mustBeNoded = [Bool](repeating: false, count: edges.count)
    linkSpokes()
    findConflicts()
  }

  private init(edgesOf lines: [[GridPoint]]) {
    let count = lines.reduce(0) { $0 + $1.count }
    var table = GridPointTable(expecting: count)
    var known = EdgeSet(expecting: count)
    points.reserveCapacity(count)
    edges.reserveCapacity(count)
    for line in lines {
      var last: Int32 = -1
      for p in line {
        let number = table.number(of: p, in: &points)
        if last >= 0, number != last, known.insert(last, number) { edges.append((last, number)) }
        last = number
      }
    }
  }

  private mutating func linkSpokes() {
    firstSpoke = [Int](repeating: 0, count: points.count + 1)
    for edge in edges {
      firstSpoke[Int(edge.a) + 1] += 1
      firstSpoke[Int(edge.b) + 1] += 1
    }
    for index in points.indices { firstSpoke[index + 1] += firstSpoke[index] }
    var next = firstSpoke
    spokes = [Int32](repeating: 0, count: 2 * edges.count)
    for (number, edge) in edges.enumerated() {
      for end in [edge.a, edge.b] {
        spokes[next[Int(end)]] = Int32(number)
        next[Int(end)] += 1
      }
    }
  }

  // MARK: what must be noded

  private struct Run {
    var first, end: Int
    var minX, minY, maxX, maxY: Double
  }

  private func runs() -> [Run] {
    stride(from: 0, to: edges.count, by: Self.runLength).map { first in
      var run = Run(
        first: first, end: min(edges.count, first + Self.runLength), minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
      for index in first..<run.end {
        for end in [edges[index].a, edges[index].b] {
          let p = points[Int(end)]
          run.minX = min(run.minX, Double(p.x))
          run.minY = min(run.minY, Double(p.y))
          run.maxX = max(run.maxX, Double(p.x))
          run.maxY = max(run.maxY, Double(p.y))
        }
      }
      return run
    }
    .sorted { ($0.minX, $0.first) < ($1.minX, $1.first) }
  }

  private mutating func findConflicts() {
    let runs = runs()
    var found = mustBeNoded
    for i in runs.indices {
      let a = runs[i]
      compare(a, a, &found)
      var j = i + 1
      while j < runs.count, runs[j].minX <= a.maxX + 2 {
        let b = runs[j]
        j += 1
        if b.minY <= a.maxY + 2, b.maxY >= a.minY - 2 { compare(a, b, &found) }
      }
    }
    // What hangs on them goes with them: near a shared end even a straight edge may run through the cell of a new node.
    var isTouched = [Bool](repeating: false, count: points.count)
    for (number, edge) in edges.enumerated() where found[number] {
      isTouched[Int(edge.a)] = true
      isTouched[Int(edge.b)] = true
    }
    for (number, edge) in edges.enumerated() where isTouched[Int(edge.a)] || isTouched[Int(edge.b)] { found[number] = true }
    mustBeNoded = found
  }

  private func compare(_ r: Run, _ s: Run, _ found: inout [Bool]) {
    points.withUnsafeBufferPointer { points in
      edges.withUnsafeBufferPointer { edges in
        for i in r.first..<r.end {
          let (a, b) = (points[Int(edges[i].a)], points[Int(edges[i].b)])
          let (minX, maxX) = (Int64(min(a.x, b.x)) - 2, Int64(max(a.x, b.x)) + 2)
          let (minY, maxY) = (Int64(min(a.y, b.y)) - 2, Int64(max(a.y, b.y)) + 2)
          if Double(minX) > s.maxX || Double(maxX) < s.minX || Double(minY) > s.maxY || Double(maxY) < s.minY { continue }
          for j in (r.first == s.first ? i + 1 : s.first)..<s.end {
            let (c, d) = (points[Int(edges[j].a)], points[Int(edges[j].b)])
            if Int64(max(c.x, d.x)) < minX || Int64(min(c.x, d.x)) > maxX || Int64(max(c.y, d.y)) < minY || Int64(min(c.y, d.y)) > maxY {
              continue
            }
            if GridPoint.edgesConflict(a, b, c, d) || Self.areNear(a, b, c, d) {
              found[i] = true
              found[j] = true
            }
          }
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

  // MARK: chains

  /// The edges of one sort, joined to lines that end where more or other edges meet.
  private func chains(noded wanted: Bool) -> [[GridPoint]] {
    var isUsed = [Bool](repeating: false, count: edges.count)
    func isThrough(_ point: Int32) -> Bool {
      let first = firstSpoke[Int(point)]
      return firstSpoke[Int(point) + 1] - first == 2 && mustBeNoded[Int(spokes[first])] == mustBeNoded[Int(spokes[first + 1])]
    }
    func walk(_ edge: Int, from start: Int32) -> [GridPoint] {
      var line = [points[Int(start)]]
      var (edge, at) = (edge, start)
      while true {
        isUsed[edge] = true
        at = edges[edge].a == at ? edges[edge].b : edges[edge].a
        line.append(points[Int(at)])
        guard isThrough(at) else { return line }
        let first = firstSpoke[Int(at)]
        let next = Int(spokes[first]) == edge ? Int(spokes[first + 1]) : Int(spokes[first])
        if isUsed[next] { return line }
        edge = next
      }
    }
    var lines: [[GridPoint]] = []
    // From their ends first, then rings.
    for endsOnly in [true, false] {
      for (number, edge) in edges.enumerated() where mustBeNoded[number] == wanted && !isUsed[number] {
        if !endsOnly || !isThrough(edge.a) {
          lines.append(walk(number, from: edge.a))
        } else if !isThrough(edge.b) {
          lines.append(walk(number, from: edge.b))
        }
      }
    }
    return lines
  }

  /// Lines that meet in their ends alone, and lines that are still to be noded.
  var clean: [[GridPoint]] { chains(noded: false) }
  var unclean: [[GridPoint]] { chains(noded: true) }

  // MARK: proof

  /// Whether noded lines and clean ones meet in their ends alone.
  static func agree(_ noded: [[GridPoint]], _ clean: [[GridPoint]]) -> Bool {
    var insides: Set<GridPoint> = []
    var ends: Set<GridPoint> = []
    for line in noded {
      insides.formUnion(line.dropFirst().dropLast())
      ends.formUnion([line.first, line.last].compactMap { $0 })
    }
    for line in clean {
      for p in line.dropFirst().dropLast() where ends.contains(p) || insides.contains(p) { return false }
      for p in [line.first, line.last].compactMap({ $0 }) where insides.contains(p) { return false }
    }
    let (first, second) = (LineNet(edgesOf: noded), LineNet(edgesOf: clean))
    let others = second.runs()
    for run in first.runs() {
      for other in others {
        if other.minX > run.maxX { break }
        if other.maxX < run.minX || other.minY > run.maxY || other.maxY < run.minY { continue }
        for i in run.first..<run.end {
          let (a, b) = first.ends(i)
          for j in other.first..<other.end {
            let (c, d) = second.ends(j)
            let isApart =
              max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x) || max(a.y, b.y) < min(c.y, d.y)
              || max(c.y, d.y) < min(a.y, b.y)
            if !isApart, GridPoint.edgesConflict(a, b, c, d) { return false }
          }
        }
      }
    }
    return true
  }

  private func ends(_ edge: Int) -> (GridPoint, GridPoint) { (points[Int(edges[edge].a)], points[Int(edges[edge].b)]) }
}

/// Edges that were met: open addressing with linear probing.
private struct EdgeSet {
  private var slots: [UInt64]
  private let mask: Int

  init(expecting count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: .max, count: capacity)
    mask = capacity - 1
  }

  /// Whether the edge, either way, is new.
  @inline(__always) mutating func insert(_ a: Int32, _ b: Int32) -> Bool {
    let key = UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
    var slot = Int(truncatingIfNeeded: ((key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[slot] != .max {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    return true
  }
}
