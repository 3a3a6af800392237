import Geometry

/// Lines, rings and polygons from the flat coordinates.
extension GeoJSONReader {
  mutating func line(_ index: Int) -> Line<Geographic>? {
    let run = buffer.runs[index]
    let points = withoutRepeats(run.points)
    guard points.count >= 2 else {
      note(.error, "line \(index + 1): a line needs 2 distinct vertices, found \(points.count)", at: run.offset)
      return nil
    }
    return Line(points)
  }

  /// The first run of the group is the exterior, the others are holes.
  mutating func polygon(_ group: Range<Int>) -> Polygon<Geographic>? {
    var rings: [Ring<Geographic>] = []
    rings.reserveCapacity(group.count)
    for index in group {
      if let ring = ring(index) { rings.append(ring) } else if leavesOutThinRings, index == group.lowerBound { return nil }
    }
    // A polygon without one of its rings would be another area; the fault has been noted.
    guard rings.count == group.count || leavesOutThinRings, let exterior = rings.first else { return nil }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private mutating func ring(_ index: Int) -> Ring<Geographic>? {
    let run = buffer.runs[index]
    var points = withoutRepeats(run.points)
    let isClosed = run.points.count > 1 && isSame(buffer.points[run.points.lowerBound], buffer.points[run.points.upperBound - 1])
    while points.count > 1, isSame(points[0], points[points.count - 1]) { points.removeLast() }
    let distinct = distinctCount(points)
    guard distinct >= 3 else {
      let defect = RingDefect.tooFewVertices(found: distinct)
      if leavesOutThinRings {
        note(.warning, "ring \(index + 1): \(defect); it is left out", at: run.offset)
      } else {
        note(.error, "ring \(index + 1): \(defect)", at: run.offset)
      }
      return nil
    }
    if !isClosed {
      note(.warning, "ring \(index + 1) does not end where it begins; it has been closed", at: run.offset)
    }
    return Ring(points)
  }

  /// The points without those that repeat the one before them.
  private func withoutRepeats(_ range: Range<Int>) -> [Point<Geographic>] {
    buffer.points.withUnsafeBufferPointer { points in
      [Point<Geographic>](unsafeUninitializedCapacity: range.count) { result, count in
        for i in range where count == 0 || !isSame(result[count - 1], points[i]) {
          result.initializeElement(at: count, to: points[i])
          count += 1
        }
      }
    }
  }

  /// The number of distinct points, as far as 3.
  private func distinctCount(_ points: [Point<Geographic>]) -> Int {
    guard let first = points.first else { return 0 }
    guard let second = points.first(where: { !isSame($0, first) }) else { return 1 }
    return points.contains { !isSame($0, first) && !isSame($0, second) } ? 3 : 2
  }

  @inline(__always)
  private func isSame(_ a: Point<Geographic>, _ b: Point<Geographic>) -> Bool { a.x == b.x && a.y == b.y }
}
