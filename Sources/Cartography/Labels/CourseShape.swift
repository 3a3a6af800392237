import Geometry

/// Points at equal distances along a line, its first among them.
func resampled(_ line: [Point<Page>], step: Double) -> [Point<Page>] {
  guard let first = line.first, step > 0 else { return [] }
  var result = [first]
  var carried = 0.0
  for (a, b) in zip(line, line.dropFirst()) {
    let length = a.distance(to: b)
    var at = step - carried
    while at <= length, length > 0 {
      result.append(a.lerp(to: b, at / length))
      at += step
    }
    carried = length - (at - step)
  }
  return result
}

/// The line without its small bends: each point the mean of the course within `reach` px on both sides, at points `step` px apart.
func smoothed(_ line: [Point<Page>], reach: Double, step: Double) -> [Point<Page>] {
  let fine = resampled(line, step: step)
  let k = max(1, Int(reach / step))
  guard fine.count > 2 * k + 1 else { return fine }
  var sums: [Point<Page>] = [Point(0, 0)]
  sums.reserveCapacity(fine.count + 1)
  for p in fine { sums.append(Point(sums[sums.count - 1].x + p.x, sums[sums.count - 1].y + p.y)) }
  return fine.indices.map { index in
    // The same reach on both sides, so that the ends stay where they are.
    let reach = min(k, index, fine.count - 1 - index)
    let low = sums[index - reach]
    let high = sums[index + reach + 1]
    let count = Double(2 * reach + 1)
    return Point((high.x - low.x) / count, (high.y - low.y) / count)
  }
}

/// Turns along a stretch in radians for each `every` points, sharp ones counted more: 0 for a straight one.
func turning(_ points: ArraySlice<Point<Page>>, every: Double) -> Double {
  var sum = 0.0
  guard points.count > 4 else { return 0 }
  for i in stride(from: points.startIndex + 2, to: points.endIndex - 2, by: 2) {
    let a = points[i] - points[i - 2]
    let b = points[i + 2] - points[i]
    let turn = abs(angle(y: a.dx * b.dy - a.dy * b.dx, x: a.dx * b.dx + a.dy * b.dy))
    sum += turn + 2 * turn * turn
  }
  return sum / max(1, Double(points.count) / every)
}
