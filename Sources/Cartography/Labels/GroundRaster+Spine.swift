import Geometry

extension GroundRaster {
  /// A line through the middle of a part from one of its far ends to the other, for a name bent along it: the cheapest way where cells
  /// near the edge cost more. Both ends are found by going to the farthest cell twice.
  func spine(of part: [Int]) -> [Point<Page>] {
    guard let start = part.max(by: { (depth[$0], $1) < (depth[$1], $0) }) else { return [] }
    var isMember = [Bool](repeating: false, count: depth.count)
    for cell in part { isMember[cell] = true }
    let (first, _) = farthest(from: start, isMember)
    let (last, cameFrom) = farthest(from: first, isMember)
    var way = [last]
    while cameFrom[way[way.count - 1]] >= 0 { way.append(cameFrom[way[way.count - 1]]) }
    return way.map(center)
  }

  /// The member with the longest cheapest way, and the step before each, -1 for none (Dijkstra, E. W. (1959), doi:10.1007/BF01386390).
  private func farthest(from start: Int, _ isMember: [Bool]) -> (cell: Int, cameFrom: [Int]) {
    var cost = [Float](repeating: .infinity, count: depth.count)
    var cameFrom = [Int](repeating: -1, count: depth.count)
    cost[start] = 0
    var queue = CellQueue()
    queue.push(start, 0)
    var last = start
    while let (cell, reached) = queue.pop() {
      if reached > cost[cell] { continue }
      last = cell
      let c = cell % columns
      let r = cell / columns
      for (dc, dr) in Self.steps {
        guard c + dc >= 0, r + dr >= 0, c + dc < columns, r + dr < rows else { continue }
        let next = (r + dr) * columns + c + dc
        guard isMember[next] else { continue }
        let length: Float = dc != 0 && dr != 0 ? 1.4142135 : 1
        let total = reached + length * (1 + 8 / (depth[next] * depth[next]))
        if total < cost[next] {
          cost[next] = total
          cameFrom[next] = cell
          queue.push(next, total)
        }
      }
    }
    return (last, cameFrom)
  }

  private static let steps = [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)]
}

/// Cells by cost, the cheapest first; of equal ones the lower number.
private struct CellQueue {
  private var heap: [(cell: Int, cost: Float)] = []

  mutating func push(_ cell: Int, _ cost: Float) {
    heap.append((cell, cost))
    var child = heap.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (cell: Int, cost: Float)? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      let child = 2 * parent + 1
      if child < heap.count, isBefore(child, least) { least = child }
      if child + 1 < heap.count, isBefore(child + 1, least) { least = child + 1 }
      if least == parent { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool { (heap[a].cost, heap[a].cell) < (heap[b].cost, heap[b].cell) }
}
