import Geometry

/// Which candidates cannot stand together, as lists of neighbours in one array.
struct ConflictGraph {
  private(set) var starts: [Int32]
  private(set) var neighbours: [Int32]

  /// - Parameters:
  ///   - inks: what each candidate covers.
  ///   - features: whose it is; candidates of one feature are in no list, for only one of them is ever chosen.
  ///   - extra: further pairs.
  init(inks: [[InkPart]], features: [Int32], frame: Extent<Page>, extra: [(Int32, Int32)]) {
    let grid = GridCells(frame, side: 40)
    let boxes = inks.map(\.extent)
    var pairs = extra
    var cells = [[Int32]](repeating: [], count: grid.count)
    // A candidate seen in another cell before is not compared again.
    var seenBy = [Int32](repeating: -1, count: inks.count)
    for i in inks.indices {
      let box = boxes[i]
      let feature = features[i]
      let mark = Int32(i)
      grid.forEach(in: box) { cell in
        for j in cells[cell] where seenBy[Int(j)] != mark {
          seenBy[Int(j)] = mark
          let other = Int(j)
          if features[other] != feature, box.overlaps(boxes[other]), Self.meet(inks[i], inks[other]) { pairs.append((j, mark)) }
        }
        cells[cell].append(mark)
      }
    }
    (starts, neighbours) = Self.lists(pairs, count: inks.count)
  }

  @inline(__always) private static func meet(_ a: [InkPart], _ b: [InkPart]) -> Bool {
    if a.count == 1, b.count == 1 { return a[0].overlaps(b[0]) }
    return a.overlaps(b)
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
