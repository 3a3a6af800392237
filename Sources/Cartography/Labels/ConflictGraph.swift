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
    let parts = inks.flatMap { $0 }
    var firstPart: [Int32] = [0]
    firstPart.reserveCapacity(inks.count + 1)
    for ink in inks { firstPart.append(firstPart[firstPart.count - 1] + Int32(ink.count)) }
    var pairs = extra
    pairs.reserveCapacity(inks.count * 32)
    // What has been put into each cell, as chains that begin with the last one put there.
    var lastIn = [Int32](repeating: -1, count: grid.count)
    var links: [(candidate: Int32, before: Int32)] = []
    links.reserveCapacity(inks.count * 4)
    // A candidate seen in another cell before is not compared again.
    var seenBy = [Int32](repeating: -1, count: inks.count)
    parts.withUnsafeBufferPointer { parts in
      for i in boxes.indices {
        let box = boxes[i]
        let feature = features[i]
        let mark = Int32(i)
        let own = firstPart[i]..<firstPart[i + 1]
        grid.forEach(in: box) { cell in
          var link = lastIn[cell]
          while link >= 0 {
            let j = links[Int(link)].candidate
            link = links[Int(link)].before
            let other = Int(j)
            guard features[other] != feature, seenBy[other] != mark, box.overlaps(boxes[other]) else { continue }
            seenBy[other] = mark
            if Self.meet(parts, own, firstPart[other]..<firstPart[other + 1]) { pairs.append((j, mark)) }
          }
          links.append((mark, lastIn[cell]))
          lastIn[cell] = Int32(links.count - 1)
        }
      }
    }
    (starts, neighbours) = Self.lists(pairs, count: inks.count)
  }

  @inline(__always) private static func meet(_ parts: UnsafeBufferPointer<InkPart>, _ a: Range<Int32>, _ b: Range<Int32>) -> Bool {
    for i in a { for j in b where parts[Int(i)].overlaps(parts[Int(j)]) { return true } }
    return false
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
