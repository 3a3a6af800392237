/// Finds for each of some points the nearest edge west of it, among edges that do not cross.
struct WestFinder {
  /// An edge that runs northward.
  private struct Wall {
    var low, high: GridPoint
    var number: Int
  }

  private var queries: [(point: GridPoint, place: Int)]
  private var nearest: [Wall?]
  /// Where each point of the list stands in `queries`.
  private var place: [Int]

  init(_ points: [GridPoint]) {
    queries = points.enumerated().map { ($1, $0) }.sorted { ($0.point.y, $0.point.x, $0.place) < ($1.point.y, $1.point.x, $1.place) }
    nearest = [Wall?](repeating: nil, count: points.count)
    place = [Int](repeating: 0, count: points.count)
    for (index, query) in queries.enumerated() { place[query.place] = index }
  }

  /// Takes an edge from its southern end to its northern; one that runs along a parallel counts for nothing.
  mutating func add(_ low: GridPoint, _ high: GridPoint, number: Int) {
    // An edge counts for the parallels from its lower end to just below its upper end.
    var index = queries.partitioningIndex { $0.point.y >= low.y }
    while index < queries.count, queries[index].point.y < high.y {
      if GridPoint.side(low, high, queries[index].point) < 0 {
        let wall = Wall(low: low, high: high, number: number)
        if nearest[index].map({ Self.isEast(wall, of: $0) }) ?? true { nearest[index] = wall }
      }
      index += 1
    }
  }

  /// The number of the edge west of a point, by its place in the list; nil when there is none.
  func found(_ query: Int) -> Int? { nearest[place[query]]?.number }

  /// Whether of two edges that a parallel meets and that do not cross the first lies farther east, just north of that parallel.
  private static func isEast(_ a: Wall, of b: Wall) -> Bool {
    if a.low.y < b.low.y { return !isEast(b, of: a) }
    let side = GridPoint.side(b.low, b.high, a.low)
    if side != 0 { return side < 0 }
    return a.high.y <= b.high.y
      ? GridPoint.side(b.low, b.high, a.high) < 0 : GridPoint.side(a.low, a.high, b.high) > 0
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
