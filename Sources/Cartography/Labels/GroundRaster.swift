import Drawing
import Geometry

/// Which cells of the frame belong to an area, and how far each is from its edge: to find room for a name inside.
struct GroundRaster {
  let columns, rows: Int
  let cell: Double
  let origin: Point<Page>
  /// Distance to the nearest cell outside, in cells; 0 outside.
  private(set) var depth: [Float]
  /// How many cells left of and above each corner of the grid lie inside.
  private var insideBefore: [Int32] = []

  /// - Parameter path: closed outlines, filled by the even-odd rule.
  init(_ path: Path, frame: Extent<Page>, cell: Double) {
    self.cell = cell
    origin = Point(frame.minX, frame.minY)
    columns = max(1, Int(frame.width / cell))
    rows = max(1, Int(frame.height / cell))
    depth = [Float](repeating: 0, count: columns * rows)
    fill(path)
    measureDepth()
    countInside()
  }

  var isEmpty: Bool { !depth.contains { $0 > 0 } }

  func center(_ index: Int) -> Point<Page> {
    Point(origin.x + (Double(index % columns) + 0.5) * cell, origin.y + (Double(index / columns) + 0.5) * cell)
  }

  /// The cell that holds a point.
  func index(at p: Point<Page>) -> Int? {
    let c = ((p.x - origin.x) / cell).rounded(.down)
    let r = ((p.y - origin.y) / cell).rounded(.down)
    guard c >= 0, r >= 0, c < Double(columns), r < Double(rows) else { return nil }
    return Int(r) * columns + Int(c)
  }

  /// Whether all cells that a box meets lie inside.
  func contains(_ box: Extent<Page>) -> Bool {
    let c0 = Int(((box.minX - origin.x) / cell).rounded(.down))
    let c1 = Int(((box.maxX - origin.x) / cell).rounded(.down)) + 1
    let r0 = Int(((box.minY - origin.y) / cell).rounded(.down))
    let r1 = Int(((box.maxY - origin.y) / cell).rounded(.down)) + 1
    guard c0 >= 0, r0 >= 0, c1 <= columns, r1 <= rows, c0 < c1, r0 < r1 else { return false }
    let width = columns + 1
    let below = insideBefore[r1 * width + c1] - insideBefore[r1 * width + c0]
    let above = insideBefore[r0 * width + c1] - insideBefore[r0 * width + c0]
    return Int(below - above) == (r1 - r0) * (c1 - c0)
  }

  private mutating func countInside() {
    let width = columns + 1
    insideBefore = [Int32](repeating: 0, count: width * (rows + 1))
    for r in 0..<rows {
      var inRow: Int32 = 0
      for c in 0..<columns {
        if depth[r * columns + c] > 0 { inRow += 1 }
        insideBefore[(r + 1) * width + c + 1] = insideBefore[r * width + c + 1] + inRow
      }
    }
  }

  /// The connected parts, largest first, each as its cells.
  func parts() -> [[Int]] {
    var seen = [Bool](repeating: false, count: depth.count)
    var result: [[Int]] = []
    for start in depth.indices where depth[start] > 0 && !seen[start] {
      var part: [Int] = []
      var stack = [start]
      seen[start] = true
      while let index = stack.popLast() {
        part.append(index)
        let c = index % columns
        let r = index / columns
        for (nc, nr) in [(c - 1, r), (c + 1, r), (c, r - 1), (c, r + 1)] where nc >= 0 && nr >= 0 && nc < columns && nr < rows {
          let next = nr * columns + nc
          if depth[next] > 0, !seen[next] {
            seen[next] = true
            stack.append(next)
          }
        }
      }
      result.append(part)
    }
    return result.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) }
  }

  private mutating func fill(_ path: Path) {
    var edges: [(Point<Page>, Point<Page>)] = []
    var start = Point<Page>(0, 0)
    var last = start
    for element in path.elements {
      switch element {
      case .move(let p): (start, last) = (p, p)
      case .line(let p), .curve(_, _, let p):
        edges.append((last, p))
        last = p
      case .close:
        edges.append((last, start))
        last = start
      }
    }
    var crossings = [[Double]](repeating: [], count: rows)
    for (a, b) in edges where a.y != b.y {
      let low = min(a.y, b.y)
      let high = max(a.y, b.y)
      let first = max(0, Int(((low - origin.y) / cell - 0.5).rounded(.up)))
      let end = min(rows - 1, Int(((high - origin.y) / cell - 0.5).rounded(.up)) - 1)
      guard first <= end else { continue }
      for r in first...end {
        let y = origin.y + (Double(r) + 0.5) * cell
        crossings[r].append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
      }
    }
    for r in 0..<rows {
      let sorted = crossings[r].sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(0, Int(((sorted[pair] - origin.x) / cell - 0.5).rounded(.up)))
        let end = min(columns - 1, Int(((sorted[pair + 1] - origin.x) / cell - 0.5).rounded(.down)))
        if first <= end { for c in first...end { depth[r * columns + c] = 1 } }
      }
    }
  }

  /// Chamfer distance in two sweeps (Borgefors, G. (1986), doi:10.1016/S0734-189X(86)80047-0); the frame's edge counts as outside.
  private mutating func measureDepth() {
    for index in depth.indices where depth[index] > 0 { depth[index] = .greatestFiniteMagnitude }
    func value(_ c: Int, _ r: Int) -> Float { c < 0 || r < 0 || c >= columns || r >= rows ? 0 : depth[r * columns + c] }
    let diagonal: Float = 1.4142135
    for r in 0..<rows {
      for c in 0..<columns where depth[r * columns + c] > 0 {
        depth[r * columns + c] = min(
          value(c - 1, r) + 1, value(c, r - 1) + 1, value(c - 1, r - 1) + diagonal, value(c + 1, r - 1) + diagonal)
      }
    }
    for r in stride(from: rows - 1, through: 0, by: -1) {
      for c in stride(from: columns - 1, through: 0, by: -1) where depth[r * columns + c] > 0 {
        let near = min(value(c + 1, r) + 1, value(c, r + 1) + 1, value(c + 1, r + 1) + diagonal)
        depth[r * columns + c] = min(depth[r * columns + c], near, value(c - 1, r + 1) + diagonal)
      }
    }
  }
}
