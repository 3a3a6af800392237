import Geometry

/// Which candidates cannot stand together, as lists of neighbours in one array.
struct ConflictGraph {
  private(set) var starts: [Int32]
  /// A candidate with several pieces of ink may be in a list more than once.
  private(set) var neighbours: [Int32]

  /// - Parameters:
  ///   - inks: what each candidate covers.
  ///   - features: whose it is; candidates of one feature are in no list, for only one of them is ever chosen.
  ///   - extra: further pairs.
  init(inks: [[InkPart]], features: [Int32], frame: Extent<Page>, extra: [(Int32, Int32)]) {
    let grid = GridCells(frame, side: 40)
    let parts = inks.flatMap { $0 }
    var pairs = extra
    pairs.reserveCapacity(inks.count * 32)
    let (firsts, entries) = Self.entries(inks, features, grid)
    parts.withUnsafeBufferPointer { parts in
      entries.withUnsafeBufferPointer { entries in
        for cell in 0..<grid.count {
          for a in firsts[cell]..<firsts[cell + 1] { Self.meet(entries[a], entries[(a + 1)..<firsts[cell + 1]], parts, grid, cell, &pairs) }
        }
      }
    }
    (starts, neighbours) = Self.lists(pairs, count: inks.count)
  }

  /// A part of a candidate's ink in one of the cells that it meets.
  private struct Entry {
    var box: Extent<Page>
    var part, candidate, feature: Int32
  }

  /// What lies in each cell, from the top down, one cell after the other.
  private static func entries(_ inks: [[InkPart]], _ features: [Int32], _ grid: GridCells) -> (firsts: [Int], entries: [Entry]) {
    var all: [Entry] = []
    var firsts = [Int](repeating: 0, count: grid.count + 1)
    var part: Int32 = 0
    for (candidate, ink) in inks.enumerated() {
      for piece in ink {
        all.append(Entry(box: piece.box, part: part, candidate: Int32(candidate), feature: features[candidate]))
        grid.forEach(in: piece.box) { firsts[$0 + 1] += 1 }
        part += 1
      }
    }
    for cell in 0..<grid.count { firsts[cell + 1] += firsts[cell] }
    // Sorted once for all cells: each takes them in that order.
    let order = all.indices.sorted { (all[$0].box.minY, $0) < (all[$1].box.minY, $1) }
    guard let any = all.first else { return (firsts, []) }
    var next = firsts
    var entries = [Entry](repeating: any, count: firsts[grid.count])
    for index in order {
      grid.forEach(in: all[index].box) { cell in
        entries[next[cell]] = all[index]
        next[cell] += 1
      }
    }
    return (firsts, entries)
  }

  /// Pairs of an entry with those below it in its cell.
  @inline(__always) private static func meet(
    _ entry: Entry, _ others: Slice<UnsafeBufferPointer<Entry>>, _ parts: UnsafeBufferPointer<InkPart>, _ grid: GridCells, _ cell: Int,
    _ pairs: inout [(Int32, Int32)]
  ) {
    for other in others {
      if other.box.minY >= entry.box.maxY { return }
      guard other.box.minX < entry.box.maxX, entry.box.minX < other.box.maxX, other.feature != entry.feature else { continue }
      // Two parts may share several cells: the one with the corner of what they share counts.
      guard grid.index(of: Point(max(entry.box.minX, other.box.minX), other.box.minY)) == cell else { continue }
      if parts[Int(entry.part)].overlaps(parts[Int(other.part)]) { pairs.append((entry.candidate, other.candidate)) }
    }
  }

  private static func lists(_ pairs: [(Int32, Int32)], count: Int) -> (starts: [Int32], neighbours: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for (a, b) in pairs {
      starts[Int(a) + 1] += 1
      starts[Int(b) + 1] += 1
    }
    for i in 0..<count { starts[i + 1] += starts[i] }
    var next = starts
    var neighbours = [Int32](repeating: 0, count: pairs.count * 2)
    for (a, b) in pairs {
      neighbours[Int(next[Int(a)])] = b
      next[Int(a)] += 1
      neighbours[Int(next[Int(b)])] = a
      next[Int(b)] += 1
    }
    return (starts, neighbours)
  }
}
