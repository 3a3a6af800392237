import Geometry

/// A frame divided into square cells, numbered row by row, to find what lies near without looking at everything.
struct GridCells {
  let columns, rows: Int
  private let origin: Point<Page>
  private let side: Double

  /// - Parameter side: of a cell, in px.
  init(_ frame: Extent<Page>, side: Double) {
    self.side = side
    origin = Point(frame.minX, frame.minY)
    columns = max(1, min(4096, Int((frame.width / side).rounded(.up))))
    rows = max(1, min(4096, Int((frame.height / side).rounded(.up))))
  }

  var count: Int { columns * rows }

  /// Whether a point lies in one of the cells.
  func covers(_ p: Point<Page>) -> Bool {
    p.x >= origin.x && p.y >= origin.y && p.x < origin.x + Double(columns) * side && p.y < origin.y + Double(rows) * side
  }

  /// The cell that holds a point, or the one at the edge that is nearest to it.
  @inline(__always) func index(of p: Point<Page>) -> Int { clamp(p.y - origin.y, rows) * columns + clamp(p.x - origin.x, columns) }

  func box(of cell: Int) -> Extent<Page> {
    let x = origin.x + Double(cell % columns) * side
    let y = origin.y + Double(cell / columns) * side
    return Extent(minX: x, minY: y, maxX: x + side, maxY: y + side)
  }

  /// The points that count to a cell: its box, and for cells at the edge what lies outside the frame beside them. The far sides belong to
  /// the next cell.
  func territory(of cell: Int) -> Extent<Page> {
    let column = cell % columns
    let row = cell / columns
    return Extent(
      minX: column == 0 ? -.infinity : origin.x + Double(column) * side, minY: row == 0 ? -.infinity : origin.y + Double(row) * side,
      maxX: column == columns - 1 ? .infinity : origin.x + Double(column + 1) * side,
      maxY: row == rows - 1 ? .infinity : origin.y + Double(row + 1) * side)
  }

  /// Calls `body` for each cell that a box meets; what lies outside the frame counts to the cells at its edge.
  @inline(__always) func forEach(in box: Extent<Page>, _ body: (Int) -> Void) {
    guard box.minX.isFinite, box.maxX.isFinite, box.minY.isFinite, box.maxY.isFinite, !box.isEmpty else { return }
    let c0 = clamp(box.minX - origin.x, columns)
    let c1 = clamp(box.maxX - origin.x, columns)
    let r0 = clamp(box.minY - origin.y, rows)
    let r1 = clamp(box.maxY - origin.y, rows)
    for r in r0...r1 { for c in c0...c1 { body(r * columns + c) } }
  }

  @inline(__always) private func clamp(_ offset: Double, _ count: Int) -> Int {
    Int(max(0, min(Double(count - 1), (offset / side).rounded(.down))))
  }
}
