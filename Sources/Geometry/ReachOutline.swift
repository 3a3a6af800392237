/// The outline of all ground within one distance of some site: what each circle has outside all others.
///
/// Each piece runs on a step into the circles at its ends, so that pieces cross rather than nearly meet.
func reachOutline(_ sites: [Point<Projected>], radius: Double, stepDegrees: Double = 5) -> [[Point<Projected>]] {
  let step = stepDegrees * .pi / 180
  let turn = 2 * Double.pi
  let sorted = sites.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  let centers = sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
  var pieces: [[Point<Projected>]] = []
  for (index, center) in centers.enumerated() {
    var covered: [(from: Double, to: Double)] = []
    for other in neighbours(of: index, in: centers, within: 2 * radius) {
      let toward = angle(y: other.y - center.y, x: other.x - center.x)
      let half = arcCosine(center.distance(to: other) / (2 * radius))
      let from = toward - half < 0 ? toward - half + turn : toward - half
      covered.append((from, from + 2 * half))
    }
    func at(_ angle: Double) -> Point<Projected> { Point(center.x + radius * cosine(angle), center.y + radius * sine(angle)) }
    guard !covered.isEmpty else {
      pieces.append(stride(from: 0, through: 360, by: stepDegrees).map { at($0 * .pi / 180) })
      continue
    }
    covered.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    // Once round, beginning where the first covered stretch ends.
    var reached = covered[0].to
    for next in covered.dropFirst() + [(covered[0].from + turn, covered[0].to + turn)] {
      if next.from > reached + 1e-9 {
        let count = max(1, ((next.from - reached) / step).rounded(.up))
        pieces.append(stride(from: -1, through: count + 1, by: 1).map { at(reached + (next.from - reached) * $0 / count) })
      }
      reached = max(reached, next.to)
    }
  }
  return pieces
}

/// The other points within a distance, of points sorted by `x`.
private func neighbours(of index: Int, in sorted: [Point<Projected>], within limit: Double) -> [Point<Projected>] {
  var found: [Point<Projected>] = []
  var low = index - 1
  while low >= 0, sorted[index].x - sorted[low].x < limit {
    if sorted[low].distance(to: sorted[index]) < limit { found.append(sorted[low]) }
    low -= 1
  }
  var high = index + 1
  while high < sorted.count, sorted[high].x - sorted[index].x < limit {
    if sorted[high].distance(to: sorted[index]) < limit { found.append(sorted[high]) }
    high += 1
  }
  return found
}
