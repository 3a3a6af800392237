import Geometry

extension GroundRaster {
  /// A line through the middle of a part from one of its far ends to the other, for a name bent along it: the cheapest way where cells
  /// near the edge cost more. Both ends are found by going to the farthest cell twice.
  func spine(of part: [Int]) -> [Point<Page>] {
    guard let start = part.max(by: { (depth[$0], $1) < (depth[$1], $0) }) else { return [] }
    let isMember = Set(part)
    let (first, _) = farthest(from: start, isMember)
    let (last, cameFrom) = farthest(from: first, isMember)
    var way = [last]
    while let before = cameFrom[way[way.count - 1]] { way.append(before) }
    return way.map(center)
  }

  /// The member with the longest cheapest way, and the step before each (Dijkstra, E. W. (1959), doi:10.1007/BF01386390).
  private func farthest(from start: Int, _ isMember: Set<Int>) -> (cell: Int, cameFrom: [Int: Int]) {
    var cost: [Int: Float] = [start: 0]
    var cameFrom: [Int: Int] = [:]
    var queue = CellQueue()
    queue.push(start, 0)
    var last = start
    while let (cell, reached) = queue.pop() {
      if reached > cost[cell, default: .infinity] { continue }
      last = cell
      let c = cell % columns
      let r = cell / columns
      for (dc, dr) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
        guard c + dc >= 0, r + dr >= 0, c + dc < columns, r + dr < rows else { continue }
        let next = (r + dr) * columns + c + dc
        guard isMember.contains(next) else { continue }
        let length: Float = dc != 0 && dr != 0 ? 1.4142135 : 1
        let total = reached + length * (1 + 8 / (depth[next] * depth[next]))
        if total < cost[next, default: .infinity] {
          cost[next] = total
          cameFrom[next] = cell
          queue.push(next, total)
        }
      }
    }
    return (last, cameFrom)
  }
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
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, least) { least = child }
      if least == parent { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool { (heap[a].cost, heap[a].cell) < (heap[b].cost, heap[b].cell) }
}
