extension Coverage {
  /// The coverage with corners of its arcs rounded off, each arc once, so that neighbours never part; nodes stay where they are.
  ///
  /// Each arc is averaged along its length with a bell curve, narrower near its ends and near the given points, so that none of these
  /// changes sides. Where that would break an invariant the arcs in question are done with half the width, at last left as they are.
  /// - Parameters:
  ///   - points: what no arc may come closer to than about half the distance it had.
  ///   - width: the standard deviation of the bell for an arc, in metres; 0 leaves the arc as it is.
  package func smoothed(around points: [Point<Geographic>], width: (Arc) -> Double) -> Coverage {
    var result = self
    var widths = arcs.map(width)
    var pending = arcs.indices.filter { widths[$0] > 0 }
    let marks = points.sorted { $0.x < $1.x }
    var round = 0
    // Each round leaves arcs narrower or, from the eighth on, as they were: it ends.
    while !pending.isEmpty {
      for index in pending {
        if round >= 7 { widths[index] = 0 }
        result.arcs[index].points = widths[index] > 0 ? Self.rounded(arcs[index].points, marks, widths[index]) : arcs[index].points
      }
      pending = broken(result).filter { widths[$0] > 0 }
      for index in pending { widths[index] /= 2 }
      round += 1
    }
    return result
  }

  private static func rounded(_ points: [Point<Geographic>], _ marks: [Point<Geographic>], _ width: Double) -> [Point<Geographic>] {
    let degree = 111_195.0
    let squeeze = max(0.05, cosine(Extent(around: points).center.y * .pi / 180)) * degree
    let flat = points.map { Point<Projected>($0.x * squeeze, $0.y * degree) }
    let isRing = points.first == points.last
    let length = zip(flat, flat.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    // Rings shrink under averaging; a twentieth of their length keeps that below 5 % of their radius.
    let full = isRing ? min(width, length / 20) : width
    guard full > 0, length > 0 else { return points }
    let count = max(4, Int(min(4000, (length / (full / 3)).rounded(.up))))
    let step = length / Double(count)
    let even = resampled(flat, step: step, count: count)
    let near = marks.map { Point<Projected>($0.x * squeeze, $0.y * degree) }
    var result: [Point<Projected>] = [even[0]]
    for index in 1..<count {
      var bell = full
      if !isRing { bell = min(bell, Double(min(index, count - index)) * step / 2) }
      bell = min(bell, 0.35 * leastDistance(even[index], near, within: bell / 0.35))
      result.append(average(even, index, bell / step, isRing: isRing))
    }
    if isRing { result[0] = average(even, 0, min(full, 0.35 * leastDistance(even[0], near, within: full / 0.35)) / step, isRing: true) }
    result.append(isRing ? result[0] : even[count])
    var thin = simplify(result, tolerance: full / 40).map { Point<Geographic>($0.x / squeeze, $0.y / degree) }
    for index in thin.indices { thin[index] = GridPoint(thin[index]).point }
    if !isRing {
      thin[0] = points[0]
      thin[thin.count - 1] = points[points.count - 1]
    }
    return thin
  }

  private static func resampled(_ line: [Point<Projected>], step: Double, count: Int) -> [Point<Projected>] {
    var result: [Point<Projected>] = [line[0]]
    var edge = 0
    var walked = 0.0
    for number in 1..<count {
      let target = Double(number) * step
      while edge + 2 < line.count, walked + line[edge].distance(to: line[edge + 1]) < target {
        walked += line[edge].distance(to: line[edge + 1])
        edge += 1
      }
      let part = line[edge].distance(to: line[edge + 1])
      result.append(line[edge].lerp(to: line[edge + 1], part > 0 ? min(1, (target - walked) / part) : 0))
    }
    result.append(line[line.count - 1])
    return result
  }

  /// The mean of the vertices about one, weighted by a bell of so many steps.
  private static func average(_ line: [Point<Projected>], _ index: Int, _ bell: Double, isRing: Bool) -> Point<Projected> {
    guard bell > 0.2 else { return line[index] }
    let count = line.count - 1
    let reach = min(Int((2.5 * bell).rounded(.up)), isRing ? count / 2 : min(index, count - index))
    var x = line[index].x
    var y = line[index].y
    var sum = 1.0
    for offset in stride(from: 1, through: reach, by: 1) {
      let weight = bellCurve(Double(offset) / bell)
      let before = line[isRing ? (index - offset + count) % count : index - offset]
      let after = line[isRing ? (index + offset) % count : index + offset]
      x += weight * (before.x + after.x)
      y += weight * (before.y + after.y)
      sum += 2 * weight
    }
    return Point(x / sum, y / sum)
  }

  /// The distance to the nearest of points sorted by `x`, as far as `limit`.
  private static func leastDistance(_ p: Point<Projected>, _ sorted: [Point<Projected>], within limit: Double) -> Double {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].x < p.x - limit { low = middle + 1 } else { high = middle }
    }
    var least = limit
    while low < sorted.count, sorted[low].x <= p.x + limit {
      least = min(least, sorted[low].distance(to: p))
      low += 1
    }
    return least
  }
}
