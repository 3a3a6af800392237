/// When each cell of the ground that one holder gains is reached: 0 at its former ground, 1 at the farthest, in between such that equal
/// times take equal ground in every patch.
struct SweepField {
  let gainer: Coverage.Area
  private let grid: SweepGrid
  /// NaN where the field says nothing.
  private(set) var times: [Float]
  private var isGained: [Bool]

  /// - Parameter cells: the ground that is gained, as cells of the grid.
  init(_ grid: SweepGrid, gainer: Coverage.Area, cells: [Int]) {
    self.grid = grid
    self.gainer = gainer
    times = [Float](repeating: .nan, count: grid.columns * grid.rows)
    isGained = [Bool](repeating: false, count: times.count)
    for cell in cells { isGained[cell] = true }
    let holder = Int32(gainer)
    let sources = cells.flatMap { neighbours($0).filter { grid.before[$0] == holder && !isGained[$0] } }
    var distances = march(from: sources, over: isGained)
    for patch in patches(cells) {
      // Ground that does not touch its new holder's: it spreads from its innermost cell.
      if patch.contains(where: { distances[$0].isInfinite }) { spread(over: patch, &distances) }
      let sorted = patch.sorted { (distances[$0], $0) < (distances[$1], $1) }
      let total = sorted.reduce(0) { $0 + grid.size(of: $1) }
      var passed = 0.0
      for cell in sorted {
        let size = grid.size(of: cell)
        times[cell] = Float((passed + size / 2) / total)
        passed += size
      }
    }
    settleBorders(cells, holder)
  }

  /// The cells to the west, east, south and north; none lies beyond the grid, for it has a margin.
  private func neighbours(_ cell: Int) -> [Int] { [cell - 1, cell + 1, cell - grid.columns, cell + grid.columns] }

  /// Connected parts, each in ascending order.
  private func patches(_ cells: [Int]) -> [[Int]] {
    var isSeen = [Bool](repeating: false, count: times.count)
    var result: [[Int]] = []
    for first in cells where !isSeen[first] {
      var patch = [first]
      isSeen[first] = true
      var next = 0
      while next < patch.count {
        for neighbour in neighbours(patch[next]) where isGained[neighbour] && !isSeen[neighbour] {
          isSeen[neighbour] = true
          patch.append(neighbour)
        }
        next += 1
      }
      result.append(patch.sorted())
    }
    return result
  }

  private func spread(over patch: [Int], _ distances: inout [Float]) {
    var isIn = [Bool](repeating: false, count: times.count)
    for cell in patch where distances[cell].isInfinite { isIn[cell] = true }
    let rim = patch.filter { isIn[$0] }.flatMap { neighbours($0).filter { !isIn[$0] } }
    let depth = march(from: rim, over: isIn)
    guard let heart = patch.filter({ isIn[$0] }).max(by: { (depth[$0], $1) < (depth[$1], $0) }) else { return }
    isIn[heart] = false
    let reached = march(from: [heart], over: isIn)
    for cell in patch where isIn[cell] { distances[cell] = reached[cell] }
    distances[heart] = 0
  }

  /// Distances in cells from the sources over the ground that may be crossed, infinite where they cannot reach.
  ///
  /// Sethian, J. A. (1996), A fast marching level set method, doi:10.1073/pnas.93.4.1591.
  private func march(from sources: [Int], over mayCross: [Bool]) -> [Float] {
    var distance = [Float](repeating: .infinity, count: times.count)
    var heap = CellHeap()
    for cell in sources where distance[cell] != 0 {
      distance[cell] = 0
      heap.push(0, cell)
    }
    var isDone = [Bool](repeating: false, count: times.count)
    while let (_, cell) = heap.pop() {
      if isDone[cell] { continue }
      isDone[cell] = true
      for next in neighbours(cell) where mayCross[next] && !isDone[next] {
        let across = min(distance[next - 1], distance[next + 1])
        let along = min(distance[next - grid.columns], distance[next + grid.columns])
        let near = min(across, along)
        let gap = abs(across - along)
        // The eikonal equation on one cell: from both axes when they are close, else from the nearer alone.
        let found = gap < 1 ? (across + along + (2 - gap * gap).squareRoot()) / 2 : near + 1
        if found < distance[next] {
          distance[next] = found
          heap.push(found, next)
        }
      }
    }
    return distance
  }

  /// Carries the field a little over the border of the ground, so that contours run right through it.
  private mutating func settleBorders(_ cells: [Int], _ holder: Int32) {
    var rim = cells
    for _ in 0..<2 {
      var found: [Int: (sum: Float, count: Float)] = [:]
      for cell in rim {
        for next in neighbours(cell) where times[next].isNaN && neighboursExist(next) {
          let entry = found[next] ?? (0, 0)
          found[next] = (entry.sum + times[cell], entry.count + 1)
        }
      }
      rim = found.keys.sorted()
      for cell in rim {
        let entry = found[cell] ?? (0, 1)
        times[cell] = grid.before[cell] == holder ? 0 : entry.sum / entry.count
      }
    }
  }

  private func neighboursExist(_ cell: Int) -> Bool {
    let column = cell % grid.columns
    let row = cell / grid.columns
    return column > 0 && row > 0 && column < grid.columns - 1 && row < grid.rows - 1
  }

  /// The time at a point, from the four cells around it; nil where none of them says anything.
  func time(at p: Point<Geographic>) -> Double? {
    let x = (p.x - grid.origin.x) / grid.width - 0.5
    let y = (p.y - grid.origin.y) / grid.height - 0.5
    guard x >= 0, y >= 0, x < Double(grid.columns - 1), y < Double(grid.rows - 1) else { return nil }
    let (column, row) = (Int(x), Int(y))
    let (fx, fy) = (x - Double(column), y - Double(row))
    var sum = 0.0
    var weight = 0.0
    for (dx, dy, share) in [(0, 0, (1 - fx) * (1 - fy)), (1, 0, fx * (1 - fy)), (0, 1, (1 - fx) * fy), (1, 1, fx * fy)] {
      let time = times[(row + dy) * grid.columns + column + dx]
      if time.isNaN { continue }
      sum += Double(time) * share
      weight += share
    }
    return weight > 1e-9 ? sum / weight : nil
  }

  /// The lines at which the ground is reached, for each moment.
  func contours(at moments: [Double]) -> [[[Point<Geographic>]]] {
    let tracer = ContourTracer(times: times, columns: grid.columns)
    return moments.map { moment in
      tracer.lines(at: Float(moment)).map { line in
        line.map { Point(grid.origin.x + ($0.x + 0.5) * grid.width, grid.origin.y + ($0.y + 0.5) * grid.height) }
      }
    }
  }
}

/// The least number first.
private struct CellHeap {
  private var entries: [(key: Float, cell: Int32)] = []

  mutating func push(_ key: Float, _ cell: Int) {
    entries.append((key, Int32(cell)))
    var child = entries.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (key: Float, cell: Int)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && precedes(child, least) { least = child }
        if least == parent { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return (first.key, Int(first.cell))
  }

  /// Ties go to the lower cell, so that the order does not depend on the heap's history.
  private func precedes(_ a: Int, _ b: Int) -> Bool { (entries[a].key, entries[a].cell) < (entries[b].key, entries[b].cell) }
}
