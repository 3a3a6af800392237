import Geometry

/// Which candidates cannot stand together, as lists of neighbours in one array.
struct ConflictGraph {
  private(set) var starts: [Int32]
  /// A candidate with several pieces of ink may be in a list more than once.
  private(set) var neighbours: [Int32]

  /// - Parameters:
  ///   - parts: what the candidates cover.
  ///   - owners: whose each part is.
  ///   - features: whose each candidate is; candidates of one feature are in no list, for only one of them is ever chosen.
  ///   - anchors: of each feature the place that its leader lines start from; -1 for none.
  ///   - extra: further pairs.
  init(parts: [InkPart], owners: [Int32], features: [Int32], anchors: [Int32], frame: Extent<Page>, extra: [(Int32, Int32)]) {
    let grid = GridCells(frame, side: 40)
    var pairs = extra
    pairs.reserveCapacity(features.count * 32)
    let (firsts, entries) = Self.entries(parts, owners, features, anchors, grid)
    parts.withUnsafeBufferPointer { parts in
      entries.withUnsafeBufferPointer { entries in
        for cell in 0..<grid.count {
          let home = grid.territory(of: cell)
          let end = firsts[cell + 1]
          for a in firsts[cell]..<end { Self.meet(entries, a, end, parts, home, &pairs) }
        }
      }
    }
    (starts, neighbours) = Self.lists(pairs, count: features.count)
  }

  /// A part of a candidate's ink in one of the cells that it meets.
  private struct Entry {
    var box: Extent<Page>
    var part, candidate, feature: Int32
    /// The place that a leader line starts from; -1 for other ink.
    var leadsTo: Int32
  }

  /// What lies in each cell, from the top down, one cell after the other.
  private static func entries(
    _ parts: [InkPart], _ owners: [Int32], _ features: [Int32], _ anchors: [Int32], _ grid: GridCells
  ) -> (firsts: [Int], entries: [Entry]) {
    var all: [Entry] = []
    all.reserveCapacity(parts.count)
    var firsts = [Int](repeating: 0, count: grid.count + 1)
    for part in parts.indices {
      let owner = owners[part]
      let feature = features[Int(owner)]
      let leads = parts[part].isLeader ? anchors[Int(feature)] : -1
      all.append(Entry(box: parts[part].box, part: Int32(part), candidate: owner, feature: feature, leadsTo: leads))
      grid.forEach(in: parts[part].box) { firsts[$0 + 1] += 1 }
    }
    for cell in 0..<grid.count { firsts[cell + 1] += firsts[cell] }
    // Sorted once for all cells: each takes them in that order.
    let order = parts.indices.sorted {
      let (a, b) = (parts[$0].box.minY, parts[$1].box.minY)
      return a != b ? a < b : $0 < $1
    }
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
    _ entries: UnsafeBufferPointer<Entry>, _ a: Int, _ end: Int, _ parts: UnsafeBufferPointer<InkPart>, _ home: Extent<Page>,
    _ pairs: inout [(Int32, Int32)]
  ) {
    let entry = entries[a]
    var b = a + 1
    while b < end {
      let other = entries[b]
      b += 1
      if other.box.minY >= entry.box.maxY { return }
      guard other.box.minX < entry.box.maxX, entry.box.minX < other.box.maxX, other.feature != entry.feature else { continue }
      // Two parts may share several cells: the one with the corner of what they share counts.
      let corner = Point<Page>(max(entry.box.minX, other.box.minX), other.box.minY)
      guard corner.x >= home.minX, corner.x < home.maxX, corner.y >= home.minY, corner.y < home.maxY else { continue }
      let (one, two) = (parts[Int(entry.part)], parts[Int(other.part)])
      let isMet = entry.leadsTo >= 0 && entry.leadsTo == other.leadsTo ? one.isEntangled(with: two) : one.overlaps(two)
      if isMet { pairs.append((entry.candidate, other.candidate)) }
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
