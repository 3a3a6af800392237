/// Numbers grid points in the order they are first met: open addressing with linear probing.
struct GridPointTable {
  private var slots: [Int32]
  private let mask: Int

  init(expecting count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
  }

  /// The number of `key`; a new point is appended to `points`. Never more points than were expected may be added.
  @inline(__always) mutating func number(of key: GridPoint, in points: inout [GridPoint]) -> Int32 {
    var hash = UInt64(UInt32(bitPattern: key.x)) << 32 | UInt64(UInt32(bitPattern: key.y))
    hash = (hash ^ (hash >> 31)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[slot] >= 0 {
      if points[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(points.count)
    slots[slot] = number
    points.append(key)
    return number
  }
}
