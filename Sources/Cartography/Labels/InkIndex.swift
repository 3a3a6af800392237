import Geometry

/// Where ink already is on the sheet: boxes in a grid of cells.
struct InkIndex {
  /// How much it hurts to lie over an obstacle.
  enum Weight: Equatable {
    /// Never.
    case hard
    /// A cost for each px² covered.
    case soft(Double)
  }

  private var boxes: [(box: Extent<Page>, weight: Weight)] = []
  private var cells: [[Int32]]
  private let columns, rows: Int
  private let origin: Point<Page>
  private static let cell = 32.0

  init(_ frame: Extent<Page>) {
    origin = Point(frame.minX, frame.minY)
    columns = max(1, Int((frame.width / Self.cell).rounded(.up)))
    rows = max(1, Int((frame.height / Self.cell).rounded(.up)))
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ box: Extent<Page>, _ weight: Weight = .hard) {
    let index = Int32(boxes.count)
    boxes.append((box, weight))
    forEachCell(box) { cells[$0].append(index) }
  }

  /// Boxes along a line, each covering a few px of it.
  mutating func insert(line: [Point<Page>], width: Double, _ weight: Weight) {
    for (a, b) in zip(line, line.dropFirst()) {
      let steps = max(1, Int((a.distance(to: b) / 10).rounded(.up)))
      for step in 0..<steps {
        let p = a.lerp(to: b, Double(step) / Double(steps))
        let q = a.lerp(to: b, Double(step + 1) / Double(steps))
        insert(Extent(around: [p, q]).inset(by: -width / 2), weight)
      }
    }
  }

  /// Whether a box meets anything that must not be covered.
  func isBlocked(_ box: Extent<Page>) -> Bool {
    var blocked = false
    forEachCell(box) { cell in
      if blocked { return }
      for index in cells[cell] {
        let entry = boxes[Int(index)]
        if entry.weight == .hard, overlap(entry.box, box) > 0 {
          blocked = true
          return
        }
      }
    }
    return blocked
  }

  /// The cost of covering what is under a box; a box in several cells is counted in each, which all candidates share.
  func cost(_ box: Extent<Page>) -> Double {
    var sum = 0.0
    forEachCell(box) { cell in
      for index in cells[cell] {
        if case .soft(let k) = boxes[Int(index)].weight { sum += k * overlap(boxes[Int(index)].box, box) }
      }
    }
    return sum
  }

  private func overlap(_ a: Extent<Page>, _ b: Extent<Page>) -> Double {
    let width = min(a.maxX, b.maxX) - max(a.minX, b.minX)
    let height = min(a.maxY, b.maxY) - max(a.minY, b.minY)
    return width > 0 && height > 0 ? width * height : 0
  }

  private func forEachCell(_ box: Extent<Page>, _ body: (Int) -> Void) {
    guard box.minX.isFinite, box.maxX.isFinite, box.minY.isFinite, box.maxY.isFinite else { return }
    func clamp(_ v: Double, _ count: Int) -> Int { Int(max(0, min(Double(count - 1), (v / Self.cell).rounded(.down)))) }
    let c0 = clamp(box.minX - origin.x, columns)
    let c1 = clamp(box.maxX - origin.x, columns)
    let r0 = clamp(box.minY - origin.y, rows)
    let r1 = clamp(box.maxY - origin.y, rows)
    for r in r0...max(r0, r1) { for c in c0...max(c0, c1) { body(r * columns + c) } }
  }
}
