/// The holders of two days on cells of equal size, to measure how far ground lies from its new holder's former ground.
struct SweepGrid {
  let origin: Point<Geographic>
  /// Degrees of a cell, eastward and northward.
  let width, height: Double
  let columns, rows: Int
  /// The holder of each cell's middle on both days, row by row from the south.
  private(set) var before: [Int32]
  private(set) var after: [Int32]
  private let rowSizes: [Double]

  /// Cells over the ground where the two differ are enough, with a margin.
  private static let margin = 4
  private static let mostCells = 600_000.0

  init(_ from: Coverage, _ to: Coverage, cell: Double) {
    let changed = Self.changedExtent(from, to)
    guard !changed.isEmpty else {
      (origin, width, height, columns, rows, before, after, rowSizes) = (Point(0, 0), 1, 1, 0, 0, [], [], [])
      return
    }
    let squeeze = max(0.05, cosine(changed.center.y * .pi / 180))
    var degrees = cell / 111_195
    let count = (changed.width * squeeze / degrees) * (changed.height / degrees)
    if count > Self.mostCells { degrees *= (count / Self.mostCells).squareRoot() }
    height = degrees
    width = degrees / squeeze
    origin = Point(changed.minX - Double(Self.margin) * width, changed.minY - Double(Self.margin) * height)
    columns = Int((changed.width / width).rounded(.up)) + 2 * Self.margin
    rows = Int((changed.height / height).rounded(.up)) + 2 * Self.margin
    let (south, step) = (origin.y, height)
    rowSizes = (0..<rows).map { cosine((south + (Double($0) + 0.5) * step) * .pi / 180) }
    before = []
    after = []
    before = holders(from)
    after = holders(to)
  }

  /// The box around all arcs that only one of the coverages has.
  private static func changedExtent(_ from: Coverage, _ to: Coverage) -> Extent<Geographic> {
    struct Edge: Hashable {
      var a, b: GridPoint
      var left, right: Int
    }
    func edges(_ coverage: Coverage) -> Set<Edge> {
      var result: Set<Edge> = []
      for arc in coverage.arcs {
        for (p, q) in zip(arc.points, arc.points.dropFirst()) {
          let (a, b) = (GridPoint(p), GridPoint(q))
          result.insert(
            GridPoint.precedes(a, b)
              ? Edge(a: a, b: b, left: arc.left, right: arc.right) : Edge(a: b, b: a, left: arc.right, right: arc.left))
        }
      }
      return result
    }
    var box = Extent<Geographic>.empty
    for edge in edges(from).symmetricDifference(edges(to)) {
      box.include(edge.a.point)
      box.include(edge.b.point)
    }
    return box
  }

  /// How large a cell is on the globe, beside the others.
  func size(of cell: Int) -> Double { rowSizes[cell / columns] }

  /// The area at each cell's middle: the crossings of every row with the arcs, from west to east.
  private func holders(_ coverage: Coverage) -> [Int32] {
    var crossings = [[(x: Double, east: Int32)]](repeating: [], count: rows)
    for arc in coverage.arcs {
      for (a, b) in zip(arc.points, arc.points.dropFirst()) where a.y != b.y {
        let (low, high, east) = a.y < b.y ? (a, b, arc.right) : (b, a, arc.left)
        let first = max(0, Int(((low.y - origin.y) / height - 0.5).rounded(.up)))
        let last = min(rows - 1, Int(((high.y - origin.y) / height - 0.5).rounded(.up)) - 1)
        guard first <= last else { continue }
        for row in first...last {
          let y = origin.y + (Double(row) + 0.5) * height
          crossings[row].append((low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y), Int32(east)))
        }
      }
    }
    var result = [Int32](repeating: Int32(Coverage.nobody), count: columns * rows)
    for row in 0..<rows {
      let sorted = crossings[row].sorted { $0.x < $1.x }
      var next = 0
      var area = Int32(Coverage.nobody)
      for column in 0..<columns {
        let x = origin.x + (Double(column) + 0.5) * width
        while next < sorted.count, sorted[next].x <= x {
          area = sorted[next].east
          next += 1
        }
        result[row * columns + column] = area
      }
    }
    return result
  }

  /// For each holder that gains swept ground, when each cell of it turns.
  func fields(mayMove: (Coverage.Area, Coverage.Area) -> Bool) -> [SweepField] {
    var gained: [Int32: [Int]] = [:]
    for cell in before.indices where before[cell] != after[cell] && mayMove(Int(before[cell]), Int(after[cell])) {
      gained[after[cell], default: []].append(cell)
    }
    return gained.sorted { $0.key < $1.key }.map { SweepField(self, gainer: Int($0.key), cells: $0.value) }
  }
}
