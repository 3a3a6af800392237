/// Chooses at most one candidate for each feature, none in conflict with another, so that the sum of the costs of the chosen and of the
/// weights of the features left out is small.
///
/// A greedy start, then local search by ejection: a candidate is forced in, those in its way are thrown out and set again where they fit,
/// and the step is kept when it makes things worse by less than a threshold that falls to nothing: Dueck, G., Scheuer, T. (1990), Threshold
/// accepting, doi:10.1016/0021-9991(90)90201-B. On annealing for labels: Christensen, J., Marks, J., Shieber, S. (1995),
/// doi:10.1145/212332.212334. The seed is fixed and steps are counted, so the same problem has the same answer everywhere.
struct LabelSearch {
  let graph: ConflictGraph
  /// Of each candidate; those of one feature stand together, the cheapest first.
  let costs: [Double]
  let features: [Int32]
  /// First candidate of each feature, and at the end the count of candidates.
  let firsts: [Int32]
  let weights: [Double]
  /// Of each feature; -1 for none.
  private(set) var chosen: [Int32]
  /// How many chosen candidates stand in the way of each candidate.
  private var blockers: [Int32]
  /// The steps of the move that is being tried: +candidate + 1 set, -candidate - 1 taken away.
  private var journal: [Int32] = []
  private var ejected: [Int32] = []

  init(graph: ConflictGraph, costs: [Double], features: [Int32], firsts: [Int32], weights: [Double], start: [Int32]) {
    self.graph = graph
    self.costs = costs
    self.features = features
    self.firsts = firsts
    self.weights = weights
    chosen = [Int32](repeating: -1, count: weights.count)
    blockers = [Int32](repeating: 0, count: costs.count)
    for candidate in start where candidate >= 0 && blockers[Int(candidate)] == 0 { set(candidate) }
  }

  /// - Parameter keepsStart: whether the start is left only to make room for labels that it has none for.
  mutating func run(steps: Int, seed: UInt64, keepsStart: Bool = false) {
    let order = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    fill(order)
    let movable = order.filter { firsts[$0 + 1] > firsts[$0] }
    guard movable.count > 1, steps > 0 else { return }
    if keepsStart, movable.allSatisfy({ chosen[$0] >= 0 }) { return }
    var random = SplitMix(seed: seed)
    var total = 0.0
    var best = chosen
    let kept = chosen
    var bestTotal = 0.0
    var waiting: [Int] = []
    for step in 0..<steps {
      if step & 127 == 0 { waiting = movable.filter { chosen[$0] < 0 } }
      let wantsWaiting = !waiting.isEmpty && random.below(5) < 2
      let feature = wantsWaiting ? waiting[random.below(waiting.count)] : movable[random.below(movable.count)]
      let count = Int(firsts[feature + 1] - firsts[feature])
      // The product of two draws leans to the cheaper candidates.
      let pick = Int(UInt64(random.below(count) + 1) * UInt64(random.below(count) + 1) / UInt64(count + 1))
      let candidate = firsts[feature] + Int32(pick)
      let left = 1 - Double(step) / Double(steps)
      if chosen[feature] != candidate, let change = attempt(candidate, threshold: 14 * left * left) {
        total += change
        if total < bestTotal - 1e-9 {
          bestTotal = total
          best = chosen
        }
      }
    }
    func leftOut(_ chosen: [Int32]) -> Double { movable.reduce(0) { chosen[$1] < 0 ? $0 + weights[$1] : $0 } }
    if keepsStart, leftOut(best) >= leftOut(kept) { return restore(kept) }
    restore(best)
    for _ in 0..<3 { settle(order) }
  }

  /// Forces a candidate in. Nil, and nothing changed, when that costs more than the threshold.
  private mutating func attempt(_ candidate: Int32, threshold: Double) -> Double? {
    let feature = Int(features[Int(candidate)])
    let old = chosen[feature]
    var change = costs[Int(candidate)] - (old < 0 ? weights[feature] : costs[Int(old)])
    // Whatever is thrown out never gets cheaper than its first candidate.
    journal.removeAll(keepingCapacity: true)
    ejected.removeAll(keepingCapacity: true)
    if blockers[Int(candidate)] > 0 {
      for i in graph.starts[Int(candidate)]..<graph.starts[Int(candidate) + 1] {
        let other = graph.neighbours[Int(i)]
        let owner = features[Int(other)]
        if chosen[Int(owner)] == other, Int(owner) != feature, !ejected.contains(owner) { ejected.append(owner) }
      }
      var bound = change
      for owner in ejected { bound += costs[Int(firsts[Int(owner)])] - costs[Int(chosen[Int(owner)])] }
      if bound > threshold || ejected.count > 4 { return nil }
    } else if change > threshold {
      return nil
    }
    if old >= 0 { take(old) }
    for owner in ejected {
      let other = chosen[Int(owner)]
      change += weights[Int(owner)] - costs[Int(other)]
      take(other)
    }
    put(candidate)
    ejected.sort { (-weights[Int($0)], $0) < (-weights[Int($1)], $1) }
    for owner in ejected {
      guard let place = cheapestFree(Int(owner)) else { continue }
      change -= weights[Int(owner)] - costs[Int(place)]
      put(place)
    }
    if change <= threshold { return change }
    for step in journal.reversed() { if step > 0 { unset(step - 1) } else { set(-step - 1) } }
    return nil
  }

  private mutating func take(_ candidate: Int32) {
    unset(candidate)
    journal.append(-candidate - 1)
  }

  private mutating func put(_ candidate: Int32) {
    set(candidate)
    journal.append(candidate + 1)
  }

  private func cheapestFree(_ feature: Int) -> Int32? {
    for candidate in firsts[feature]..<firsts[feature + 1] where blockers[Int(candidate)] == 0 { return candidate }
    return nil
  }

  /// Sets what fits, the weightiest first.
  private mutating func fill(_ order: [Int]) {
    for feature in order where chosen[feature] < 0 { if let candidate = cheapestFree(feature) { set(candidate) } }
  }

  /// Moves each label to its cheapest free candidate.
  private mutating func settle(_ order: [Int]) {
    for feature in order {
      let old = chosen[feature]
      if old >= 0 { unset(old) }
      if let candidate = cheapestFree(feature) { set(candidate) }
    }
  }

  private mutating func restore(_ best: [Int32]) {
    for candidate in chosen where candidate >= 0 { unset(candidate) }
    for candidate in best where candidate >= 0 { set(candidate) }
  }

  private mutating func set(_ candidate: Int32) {
    chosen[Int(features[Int(candidate)])] = candidate
    count(candidate, 1)
  }

  private mutating func unset(_ candidate: Int32) {
    chosen[Int(features[Int(candidate)])] = -1
    count(candidate, -1)
  }

  @inline(__always) private mutating func count(_ candidate: Int32, _ change: Int32) {
    let range = Int(graph.starts[Int(candidate)])..<Int(graph.starts[Int(candidate) + 1])
    // The lists hold places in `blockers` and nothing else; checking each again took a third of the time.
    graph.neighbours.withUnsafeBufferPointer { neighbours in
      blockers.withUnsafeMutableBufferPointer { blockers in for i in range { blockers[Int(neighbours[i])] &+= change } }
    }
  }
}

/// SplitMix64: Steele, G. L., Lea, D., Flood, C. H. (2014), Fast splittable pseudorandom number generators, doi:10.1145/2660193.2660195.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, but not including, `count`.
  mutating func below(_ count: Int) -> Int { Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high) }
}
