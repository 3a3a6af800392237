/// Lines on the grid as edges that are each there once, and the edges that meet at each point.
///
/// `noded()` splits edges until they meet one another in shared ends alone; `faces()` then reads off what they enclose.
struct LineNet {
  /// The ends of an edge, as numbers of points.
  struct Edge: Hashable {
    var a, b: Int32
  }

  var points: [GridPoint] = []
  /// Neither an edge nor its reverse is there twice.
  var edges: [Edge] = []
  /// Edges from this one on are new since the net was last looked through for conflicts.
  var firstNew = 0

  init(_ lines: some Sequence<[GridPoint]>, expecting count: Int) {
    var builder = Builder(expecting: count)
    for line in lines { builder.add(line) }
    self = builder.net
  }

  init(_ lines: [[GridPoint]]) { self.init(lines, expecting: lines.reduce(0) { $0 + $1.count }) }

  /// Lines that meet in shared ends alone, and others that are still to be noded.
  init(noded: [[GridPoint]], and others: [[GridPoint]]) {
    var builder = Builder(expecting: (noded + others).reduce(0) { $0 + $1.count })
    for line in noded { builder.add(line) }
    builder.markNew()
    for line in others { builder.add(line) }
    self = builder.net
  }

  /// The edges of the net, which are noded, and lines that are still to be.
  func adding(_ lines: [[GridPoint]]) -> LineNet {
    if lines.isEmpty { return self }
    var builder = Builder(expecting: points.count + edges.count + lines.reduce(0) { $0 + $1.count })
    for index in edges.indices {
      let (a, b) = ends(index)
      builder.add(a, b)
    }
    builder.markNew()
    for line in lines { builder.add(line) }
    return builder.net
  }

  /// The lines between rings' vertices, each ring closed.
  init(rings: [GridRing]) {
    let rings = rings.filter { !$0.points.isEmpty }
    self.init(rings.lazy.map { $0.points + $0.points.prefix(1) }, expecting: rings.reduce(0) { $0 + $1.points.count + 1 })
  }

  private init() {}

  func ends(_ edge: Int) -> (GridPoint, GridPoint) { (points[Int(edges[edge].a)], points[Int(edges[edge].b)]) }

  /// Takes lines in, one vertex after another.
  struct Builder {
    fileprivate(set) var net = LineNet()
    private var table: GridPointTable
    private var known: EdgeSet

    /// - Parameter count: no more vertices than these may be added.
    init(expecting count: Int) {
      table = GridPointTable(expecting: count)
      known = EdgeSet(expecting: count)
      net.points.reserveCapacity(count)
      net.edges.reserveCapacity(count)
    }

    mutating func add(_ line: [GridPoint]) {
      var last: Int32 = -1
      for p in line {
        let number = table.number(of: p, in: &net.points)
        if last >= 0 { add(last, number) }
        last = number
      }
    }

    mutating func add(_ a: GridPoint, _ b: GridPoint) {
      let first = table.number(of: a, in: &net.points)
      add(first, table.number(of: b, in: &net.points))
    }

    @inline(__always) private mutating func add(_ a: Int32, _ b: Int32) {
      if a != b, known.insert(a, b) { net.edges.append(Edge(a: a, b: b)) }
    }

    /// What is added from here on is new.
    mutating func markNew() { net.firstNew = net.edges.count }
  }
}

/// For each point the edges that end there.
struct Spokes {
  /// The first of each point's in `edges`, one more at the end.
  private(set) var first: [Int32]
  private(set) var edges: [Int32]

  init(_ net: LineNet, where isWanted: (Int) -> Bool = { _ in true }) {
    first = [Int32](repeating: 0, count: net.points.count + 1)
    for (number, edge) in net.edges.enumerated() where isWanted(number) {
      first[Int(edge.a) + 1] += 1
      first[Int(edge.b) + 1] += 1
    }
    for index in net.points.indices { first[index + 1] += first[index] }
    var next = first
    edges = [Int32](repeating: 0, count: Int(first[net.points.count]))
    for (number, edge) in net.edges.enumerated() where isWanted(number) {
      edges[Int(next[Int(edge.a)])] = Int32(number)
      next[Int(edge.a)] += 1
      edges[Int(next[Int(edge.b)])] = Int32(number)
      next[Int(edge.b)] += 1
    }
  }

  @inline(__always) func range(at point: Int) -> Range<Int> { Int(first[point])..<Int(first[point + 1]) }
}

/// Edges that were met: open addressing with linear probing.
private struct EdgeSet {
  private var slots: [UInt64]
  private let mask: Int

  init(expecting count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: .max, count: capacity)
    mask = capacity - 1
  }

  /// Whether the edge, either way, is new.
  @inline(__always) mutating func insert(_ a: Int32, _ b: Int32) -> Bool {
    let key = UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
    var slot = Int(truncatingIfNeeded: ((key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[slot] != .max {
      if slots[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    return true
  }
}
