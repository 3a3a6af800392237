/// Stretches of `y` sorted into belts of equal height, to find those that hold a value.
struct Belts: Sendable {
  /// The stretches of each belt, as ranges of `order`.
  private var belts: [Range<Int>] = []
  private var order: [Int32] = []
  private var south = 0.0
  private var beltsPerUnit = 0.0

  /// - Parameter stretches: each from its lower end to its upper.
  init(_ stretches: [(low: Double, high: Double)]) {
    guard let first = stretches.first else { return }
    let box = stretches.reduce(first) { (min($0.low, $1.low), max($0.high, $1.high)) }
    let count = max(1, min(2048, stretches.count / 4))
    south = box.low
    beltsPerUnit = Double(count) / max(1e-9, box.high - box.low)
    var sizes = [Int](repeating: 0, count: count)
    for (low, high) in stretches { for belt in belt(low, count)...belt(high, count) { sizes[belt] += 1 } }
    var next = [Int](repeating: 0, count: count)
    var total = 0
    for belt in 0..<count {
      next[belt] = total
      belts.append(total..<(total + sizes[belt]))
      total += sizes[belt]
    }
    order = [Int32](repeating: 0, count: total)
    for (index, stretch) in stretches.enumerated() {
      for belt in belt(stretch.low, count)...belt(stretch.high, count) {
        order[next[belt]] = Int32(index)
        next[belt] += 1
      }
    }
  }

  private func belt(_ y: Double, _ count: Int) -> Int { max(0, min(count - 1, Int((y - south) * beltsPerUnit))) }

  /// Numbers of stretches among which are all that hold `y`.
  @inline(__always) func candidates(at y: Double) -> ArraySlice<Int32> {
    belts.isEmpty ? [] : order[belts[belt(y, belts.count)]]
  }

  /// Numbers of stretches among which are all that meet the one from `low` to `high`; some come more than once.
  func candidates(from low: Double, to high: Double) -> ArraySlice<Int32> {
    belts.isEmpty ? [] : order[belts[belt(low, belts.count)].lowerBound..<belts[belt(high, belts.count)].upperBound]
  }
}
