extension ArcNet {
  /// A few edges of one arc that follow each other, and the box around them.
  private struct Run {
    var arc: Int32
    var first, last: Int32  // the first vertex, and the first vertex of the last edge
    var minX, minY, maxX, maxY: Int32
  }

  private static let runLength = 16

  /// Numbers of the arcs with an edge that meets another one anywhere but in an end that both share, in order.
  ///
  /// Runs of edges are swept from west to east, so that only edges in runs whose boxes meet are compared.
  func crossingArcs(stopAtFirst: Bool = false) -> [Int] {
    let runs = makeRuns().sorted { $0.minX < $1.minX }
    var isCrossing = [Bool](repeating: false, count: arcs.count)
    runs.withUnsafeBufferPointer { runs in
      points.withUnsafeBufferPointer { points in
        sweep: for i in runs.indices {
          let a = runs[i]
          if Self.conflict(a, points) {
            isCrossing[Int(a.arc)] = true
            if stopAtFirst { break sweep }
          }
          var j = i + 1
          while j < runs.count, runs[j].minX <= a.maxX {
            let b = runs[j]
            j += 1
            if b.minY > a.maxY || b.maxY < a.minY || (isCrossing[Int(a.arc)] && isCrossing[Int(b.arc)]) { continue }
            if Self.conflict(a, b, points) {
              isCrossing[Int(a.arc)] = true
              isCrossing[Int(b.arc)] = true
              if stopAtFirst { break sweep }
            }
          }
        }
      }
    }
    return arcs.indices.filter { isCrossing[$0] }
  }

  private func makeRuns() -> [Run] {
    var runs: [Run] = []
    runs.reserveCapacity(points.count / Self.runLength + arcs.count)
    for (number, arc) in arcs.enumerated() {
      var first = arc.range.lowerBound
      let end = arc.range.upperBound - 1
      while first < end {
        let last = min(first + Self.runLength, end)  // the last vertex of the run
        var run = Run(
          arc: Int32(number), first: Int32(first), last: Int32(last - 1), minX: .max, minY: .max, maxX: .min, maxY: .min)
        for index in first...last {
          let p = points[index]
          run.minX = min(run.minX, p.x)
          run.minY = min(run.minY, p.y)
          run.maxX = max(run.maxX, p.x)
          run.maxY = max(run.maxY, p.y)
        }
        runs.append(run)
        first = last
      }
    }
    return runs
  }

  /// Whether two edges of one run conflict.
  private static func conflict(_ run: Run, _ points: UnsafeBufferPointer<GridPoint>) -> Bool {
    for i in Int(run.first)...Int(run.last) {
      let (a, b) = (points[i], points[i + 1])
      if a == b { return true }
      var j = i + 1
      while j <= Int(run.last) {
        if boxesMeet(a, b, points[j], points[j + 1]), GridPoint.edgesConflict(a, b, points[j], points[j + 1]) { return true }
        j += 1
      }
    }
    return false
  }

  /// Whether an edge of one run conflicts with an edge of another.
  private static func conflict(_ r: Run, _ s: Run, _ points: UnsafeBufferPointer<GridPoint>) -> Bool {
    let low = GridPoint(x: max(r.minX, s.minX), y: max(r.minY, s.minY))
    let high = GridPoint(x: min(r.maxX, s.maxX), y: min(r.maxY, s.maxY))
    var i = Int(r.first)
    while i <= Int(r.last) {
      let (a, b) = (points[i], points[i + 1])
      i += 1
      guard boxesMeet(a, b, low, high) else { continue }
      var j = Int(s.first)
      while j <= Int(s.last) {
        if boxesMeet(a, b, points[j], points[j + 1]), GridPoint.edgesConflict(a, b, points[j], points[j + 1]) { return true }
        j += 1
      }
    }
    return false
  }

  @inline(__always) private static func boxesMeet(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
    min(a.x, b.x) <= max(c.x, d.x) && min(c.x, d.x) <= max(a.x, b.x) && min(a.y, b.y) <= max(c.y, d.y)
      && min(c.y, d.y) <= max(a.y, b.y)
  }
}
