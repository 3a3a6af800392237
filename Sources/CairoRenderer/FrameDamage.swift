import Drawing
import Geometry

/// The pixels of a picture that have to be painted again, as cells of a coarse grid.
struct FrameDamage {
  private static let cell = 16
  /// Painting a box costs as much as so many more pixels of another.
  private static let boxCost = 16_000

  private let columns, rows: Int
  private let across, down: Int
  private let scale: Double
  private var isHit: [Bool]
  /// Parts that look the same only when they are painted whole.
  private var indivisible: [PixelBox] = []

  /// - Parameters:
  ///   - columns, rows: of the picture, in pixels.
  ///   - scale: pixels per px.
  init(columns: Int, rows: Int, scale: Double) {
    (self.columns, self.rows, self.scale) = (columns, rows, scale)
    across = (columns + Self.cell - 1) / Self.cell
    down = (rows + Self.cell - 1) / Self.cell
    isHit = [Bool](repeating: false, count: across * down)
  }

  /// Whole pixels around a box in px, with one to spare; nil when none of them is in the picture.
  private func pixels(_ extent: Extent<Page>) -> PixelBox? {
    if extent.isEmpty { return nil }
    func pixel(_ value: Double, _ limit: Int) -> Int { Int(min(Double(limit), max(0, value))) }
    let box = PixelBox(
      left: pixel((extent.minX * scale).rounded(.down) - 1, columns), top: pixel((extent.minY * scale).rounded(.down) - 1, rows),
      right: pixel((extent.maxX * scale).rounded(.up) + 1, columns), bottom: pixel((extent.maxY * scale).rounded(.up) + 1, rows))
    return box.area > 0 ? box : nil
  }

  mutating func add(_ extent: Extent<Page>) {
    if let box = pixels(extent) { hit(box) }
  }

  /// A piece of an outline; outside the picture it counts on its edge.
  mutating func addRim(_ extent: Extent<Page>) {
    if extent.isEmpty || columns == 0 || rows == 0 { return }
    func pixel(_ value: Double, _ last: Int) -> Int { Int(min(Double(last), max(0, value))) }
    hit(
      PixelBox(
        left: pixel((extent.minX * scale).rounded(.down) - 1, columns - 1), top: pixel((extent.minY * scale).rounded(.down) - 1, rows - 1),
        right: pixel((extent.maxX * scale).rounded(.up), columns - 1) + 1, bottom: pixel((extent.maxY * scale).rounded(.up), rows - 1) + 1))
  }

  private mutating func hit(_ box: PixelBox) {
    for row in (box.top / Self.cell)...((box.bottom - 1) / Self.cell) {
      for column in (box.left / Self.cell)...((box.right - 1) / Self.cell) { isHit[row * across + column] = true }
    }
  }

  /// What lies there must not be painted in parts.
  mutating func keepWhole(_ extent: Extent<Page>) { if let box = pixels(extent) { indivisible.append(box) } }

  /// A few boxes that hold all damage and no indivisible part by half.
  var boxes: [PixelBox] {
    var boxes = cells(enclosing: isHit)
    repeat { merge(&boxes) } while takeIn(&boxes)
    return boxes
  }

  /// A box that cuts an indivisible part takes it in. - Returns: whether a box grew, and may now cut another part.
  private func takeIn(_ boxes: inout [PixelBox]) -> Bool {
    var hasGrown = false
    for part in indivisible {
      for index in boxes.indices where !boxes[index].contains(part) {
        guard boxes[index].grown(by: 4, columns: columns, rows: rows).intersects(part) else { continue }
        boxes[index] = boxes[index].joined(part)
        hasGrown = true
      }
    }
    return hasGrown
  }

  /// The cells that are hit or that others enclose: where an outline changed all around, what is inside may have changed as well.
  private func cells(enclosing hit: [Bool]) -> [PixelBox] {
    var isOutside = [Bool](repeating: false, count: hit.count)
    var stack: [Int] = []
    func visit(_ cell: Int) {
      if hit[cell] || isOutside[cell] { return }
      isOutside[cell] = true
      stack.append(cell)
    }
    for column in 0..<across {
      visit(column)
      visit((down - 1) * across + column)
    }
    for row in 0..<down {
      visit(row * across)
      visit(row * across + across - 1)
    }
    while let cell = stack.popLast() {
      let (row, column) = (cell / across, cell % across)
      if column > 0 { visit(cell - 1) }
      if column < across - 1 { visit(cell + 1) }
      if row > 0 { visit(cell - across) }
      if row < down - 1 { visit(cell + across) }
    }
    var boxes: [PixelBox] = []
    for row in 0..<down {
      var column = 0
      while column < across {
        guard !isOutside[row * across + column] else {
          column += 1
          continue
        }
        let first = column
        while column < across, !isOutside[row * across + column] { column += 1 }
        let run = PixelBox(
          left: first * Self.cell, top: row * Self.cell, right: min(columns, column * Self.cell), bottom: min(rows, (row + 1) * Self.cell))
        // Most runs go on from one above them.
        if let above = boxes.lastIndex(where: { $0.bottom == run.top && Self.isWorth($0, run) }) {
          boxes[above] = boxes[above].joined(run)
        } else {
          boxes.append(run)
        }
      }
    }
    return boxes
  }

  private static func isWorth(_ a: PixelBox, _ b: PixelBox) -> Bool { a.joined(b).area <= a.area + b.area + boxCost }

  private func merge(_ boxes: inout [PixelBox]) {
    var index = 0
    while index < boxes.count {
      if let other = boxes[(index + 1)...].firstIndex(where: { Self.isWorth(boxes[index], $0) }) {
        boxes[index] = boxes[index].joined(boxes.remove(at: other))
        index = 0
      } else {
        index += 1
      }
    }
  }
}
