import Geometry

/// The state borders of a theatre, to tell a front from ground that merely ends at a border.
package struct StateBorders: Sendable {
  private struct Cell: Hashable {
    var column, row: Int
  }

  /// Border edges by the squares of a quarter degree that they pass through.
  private var edges: [Cell: [(a: Point<Geographic>, b: Point<Geographic>)]] = [:]
  private static let cellsPerDegree = 4.0
  /// How far a line may lie from a border and still be taken to run along it, in degrees of latitude: some 300 m at its vertices, and what
  /// a simplified line may stray between them.
  private static let vertexLimit = 0.003
  private static let middleLimit = 0.02

  package init(_ features: [Feature]) {
    for line in features.flatMap(\.shape.lines) {
      for (a, b) in zip(line.points, line.points.dropFirst()) {
        for cell in Self.cells(along: a, b) { edges[cell, default: []].append((a, b)) }
      }
    }
  }

  package init(_ theatre: Theatre) { self.init(theatre.layers.filter { $0.kind == .border }.flatMap(\.features)) }

  private static func cell(_ degrees: Double) -> Int { Int((degrees * cellsPerDegree).rounded(.down)) }

  /// Column by column, so that a long edge is in those that it passes through and not in all of its box.
  private static func cells(along a: Point<Geographic>, _ b: Point<Geographic>) -> [Cell] {
    let (west, east) = a.x <= b.x ? (a, b) : (b, a)
    // A share of the way, not a slope: the slope of an edge that is all but upright has no end.
    func row(_ x: Double) -> Int { cell(west.y + min(1, max(0, (x - west.x) / (east.x - west.x))) * (east.y - west.y)) }
    return (cell(west.x)...cell(east.x)).flatMap { column -> [Cell] in
      let ends =
        east.x > west.x
        ? [row(Double(column) / cellsPerDegree), row(Double(column + 1) / cellsPerDegree)] : [cell(west.y), cell(east.y)]
      return ((ends.min() ?? 0)...(ends.max() ?? 0)).map { Cell(column: column, row: $0) }
    }
  }

  private func isNear(_ p: Point<Geographic>, _ limit: Double) -> Bool {
    // A degree of longitude is the shorter the farther north; next to a pole some more would not help.
    let squeeze = max(0.02, cosine(p.y * .pi / 180))
    let aside = limit / squeeze
    for column in Self.cell(p.x - aside)...Self.cell(p.x + aside) {
      for row in Self.cell(p.y - limit)...Self.cell(p.y + limit) {
        for (a, b) in edges[Cell(column: column, row: row)] ?? [] {
          let (dx, dy) = ((b.x - a.x) * squeeze, b.y - a.y)
          let (ex, ey) = ((p.x - a.x) * squeeze, p.y - a.y)
          let length = dx * dx + dy * dy
          let t = length > 0 ? min(1, max(0, (ex * dx + ey * dy) / length)) : 0
          let (fx, fy) = (ex - t * dx, ey - t * dy)
          if fx * fx + fy * fy <= limit * limit { return true }
        }
      }
    }
    return false
  }

  /// The stretches of a line that do not run along a border.
  package func stretchesOff(_ line: [Point<Geographic>]) -> [[Point<Geographic>]] {
    if edges.isEmpty { return line.count > 1 ? [line] : [] }
    let isOn = line.map { isNear($0, Self.vertexLimit) }
    var stretches: [[Point<Geographic>]] = []
    var current: [Point<Geographic>] = []
    for index in line.indices.dropLast() {
      let middle = line[index].lerp(to: line[index + 1], 0.5)
      if isOn[index], isOn[index + 1], isNear(middle, Self.middleLimit) {
        if !current.isEmpty { stretches.append(current) }
        current = []
      } else {
        if current.isEmpty { current.append(line[index]) }
        current.append(line[index + 1])
      }
    }
    return current.isEmpty ? stretches : stretches + [current]
  }
}
