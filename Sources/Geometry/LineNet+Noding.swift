extension LineNet {
  /// The net with a node wherever edges met, all on the grid: snap rounding.
  ///
  /// Each crossing moves to the nearest point of the grid, and each edge is bent to every node whose cell it passes through; so edges that
  /// were apart never cross, and what the edges are does not depend on their order. A net without any
  /// conflict stays as it is. Hobby, J. (1999), Practical segment intersection with finite precision output, doi:10.1016/S0925-7721(99)00021-8.
  func noded() throws(OverlayFailure) -> LineNet {
    var net = self
    for round in 0..<10 {
      var conflicts = net.conflicts()
      if conflicts.isEmpty { return net }
      // Bending may bring an edge into conflict with one that had none; should this go on, all are rounded together, which ends it.
      if round >= 6 { conflicts.isAffected = [Bool](repeating: true, count: net.edges.count) }
      net = net.rounded(conflicts)
      if round >= 6 { net.firstNew = 0 }
    }
    throw .failed("noding")
  }

  private func rounded(_ conflicts: Conflicts) -> LineNet {
    let affected = edges.indices.filter { conflicts.isAffected[$0] }
    var table = GridPointTable(expecting: 2 * affected.count + conflicts.crossings.count)
    var nodes: [GridPoint] = []
    for edge in affected {
      let (a, b) = ends(edge)
      _ = table.number(of: a, in: &nodes)
      _ = table.number(of: b, in: &nodes)
    }
    for (i, j) in conflicts.crossings {
      if let crossing = crossing(Int(i), Int(j)) { _ = table.number(of: crossing, in: &nodes) }
    }
    let lattice = NodeLattice(nodes)
    let bent = affected.map { edge in
      let (a, b) = ends(edge)
      return lattice.nodes(along: a, b)
    }
    var builder = Builder(expecting: 2 * edges.count + bent.reduce(0) { $0 + $1.count })
    for index in edges.indices where !conflicts.isAffected[index] {
      let (a, b) = ends(index)
      builder.add(a, b)
    }
    builder.markNew()
    for line in bent { builder.add(line) }
    return builder.net
  }

  /// The point of the grid nearest to where two edges cross between their ends; nil where they do not. Exact.
  private func crossing(_ i: Int, _ j: Int) -> GridPoint? {
    let ((a, b), (c, d)) = (ends(i), ends(j))
    let (ux, uy) = (Int128(b.x) - Int128(a.x), Int128(b.y) - Int128(a.y))
    let (vx, vy) = (Int128(d.x) - Int128(c.x), Int128(d.y) - Int128(c.y))
    var under = ux * vy - uy * vx
    guard under != 0 else { return nil }
    var over = (Int128(c.x) - Int128(a.x)) * vy - (Int128(c.y) - Int128(a.y)) * vx
    if under < 0 { (under, over) = (-under, -over) }
    guard over > 0, over < under else { return nil }
    /// Half a step goes up, as cells have their western and southern sides.
    func nearest(_ start: Int32, _ length: Int128) -> Int32 {
      let doubled = 2 * over * length + under
      let quotient = doubled / (2 * under)
      return Int32(Int64(start) + Int64(doubled % (2 * under) < 0 ? quotient - 1 : quotient))
    }
    return GridPoint(x: nearest(a.x, ux), y: nearest(a.y, uy))
  }
}

/// Nodes in the squares of a lattice, to find those whose cells an edge passes through.
private struct NodeLattice {
  private let nodes: [GridPoint]
  private var first: [Int32]
  private var order: [Int32]
  private let minX, minY: Int64
  private let size: Int64
  private let columns, rows: Int

  init(_ nodes: [GridPoint]) {
    self.nodes = nodes
    var (minX, minY, maxX, maxY) = (Int64.max, Int64.max, Int64.min, Int64.min)
    for p in nodes {
      (minX, maxX) = (min(minX, Int64(p.x)), max(maxX, Int64(p.x)))
      (minY, maxY) = (min(minY, Int64(p.y)), max(maxY, Int64(p.y)))
    }
    if nodes.isEmpty { (minX, minY, maxX, maxY) = (0, 0, 0, 0) }
    // About one node in each square, as if they were spread evenly.
    let (width, height) = (Double(maxX - minX) + 1, Double(maxY - minY) + 1)
    let side = max((width * height / Double(max(1, nodes.count))).squareRoot(), max(width, height) / 4096)
    size = max(1, Int64(side))
    columns = Int((maxX - minX) / size) + 1
    rows = Int((maxY - minY) / size) + 1
    (self.minX, self.minY) = (minX, minY)
    first = [Int32](repeating: 0, count: columns * rows + 1)
    order = [Int32](repeating: 0, count: nodes.count)
    let squares = nodes.map { p in Int((Int64(p.y) - minY) / size) * columns + Int((Int64(p.x) - minX) / size) }
    for square in squares { first[square + 1] += 1 }
    for square in 0..<(columns * rows) { first[square + 1] += first[square] }
    var next = first
    for (number, square) in squares.enumerated() {
      order[Int(next[square])] = Int32(number)
      next[square] += 1
    }
  }

  /// The nodes whose cells an edge passes through, in order along it; both its ends are nodes.
  func nodes(along a: GridPoint, _ b: GridPoint) -> [GridPoint] {
    let edge = CellTest(a, b)
    var found: [(along: Int128, node: GridPoint)] = []
    let (low, high) = a.x <= b.x ? (a, b) : (b, a)
    let slope = high.x == low.x ? 0 : (Double(high.y) - Double(low.y)) / (Double(high.x) - Double(low.x))
    func row(_ y: Double) -> Int { max(0, min(rows - 1, Int(((y - Double(minY)) / Double(size)).rounded(.down)))) }
    for column in Int((Int64(low.x) - minX) / size)...Int((Int64(high.x) - minX) / size) {
      // Where the edge enters and leaves the column, with a step to spare.
      let west = max(Double(low.x), Double(minX + Int64(column) * size) - 1)
      let east = min(Double(high.x), Double(minX + Int64(column + 1) * size) + 1)
      let isUpright = high.x == low.x
      let y = isUpright ? Double(low.y) : Double(low.y) + slope * (west - Double(low.x))
      let z = isUpright ? Double(high.y) : Double(low.y) + slope * (east - Double(low.x))
      for row in row(min(y, z) - 2)...row(max(y, z) + 2) {
        let square = row * columns + column
        for index in Int(first[square])..<Int(first[square + 1]) {
          let node = nodes[Int(order[index])]
          if edge.meets(cellOf: node) { found.append((edge.along(node), node)) }
        }
      }
    }
    found.sort { $0.along != $1.along ? $0.along < $1.along : GridPoint.precedes($0.node, $1.node) }
    return found.map(\.node)
  }
}

/// An edge that is asked which cells of the grid it passes through: squares of one step with their western and southern sides, about each
/// point. Exact.
private struct CellTest {
  private let a: GridPoint
  private let minX, minY, maxX, maxY: Int32
  private let dx, dy: Double
  private let limit: Double

  init(_ a: GridPoint, _ b: GridPoint) {
    self.a = a
    (minX, maxX) = (min(a.x, b.x), max(a.x, b.x))
    (minY, maxY) = (min(a.y, b.y), max(a.y, b.y))
    (dx, dy) = (Double(b.x) - Double(a.x), Double(b.y) - Double(a.y))
    let length = (dx * dx + dy * dy).squareRoot()
    // Half a diagonal of the cell, and what the products are rounded by.
    limit = 0.7072 * length + 1e-15 * length * length + 1
  }

  /// Ends and cells have whole coordinates: a cell that the edge passes through has its middle in the edge's box.
  func meets(cellOf p: GridPoint) -> Bool {
    if p.x < minX || p.x > maxX || p.y < minY || p.y > maxY { return false }
    if abs(dx * (Double(p.y) - Double(a.y)) - dy * (Double(p.x) - Double(a.x))) > limit { return false }
    // The corners' sides of the line, twice as large so that they are whole.
    let (ux, uy) = (Int128(dx), Int128(dy))
    let middle = 2 * (ux * (Int128(p.y) - Int128(a.y)) - uy * (Int128(p.x) - Int128(a.x)))
    let southWest = middle - ux + uy
    let corners = [southWest, middle - ux - uy, middle + ux + uy, middle + ux - uy]
    return southWest == 0 || corners.contains { $0 > 0 } && corners.contains { $0 < 0 }
  }

  /// How far along the edge a point lies, in a measure that grows with it.
  func along(_ p: GridPoint) -> Int128 {
    Int128(dx) * (Int128(p.x) - Int128(a.x)) + Int128(dy) * (Int128(p.y) - Int128(a.y))
  }
}
