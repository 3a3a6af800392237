import Drawing
import Geometry

/// A curved arrow that widens towards its head.
struct MoveArrow {
  /// Through the places of the move, in order.
  var course: [Point<Page>]
  /// Width of the shaft at the head, in px.
  var width: Double
  /// Ends in a bar instead of a point: the move was thrown back.
  var isBlunt = false

  /// The course as a smooth line through its places: a centripetal Catmull–Rom spline, which makes no loops
  /// (Yuksel, C., Schaefer, S., Keyser, J. (2011), doi:10.1016/j.cad.2010.08.008). Two places get a bow of that share of their distance.
  static func smooth(_ points: [Point<Page>], bow: Double) -> [Point<Page>] {
    guard points.count >= 2 else { return points }
    var anchors = unique(points)
    guard anchors.count >= 2 else { return points }
    if anchors.count == 2, bow > 0 {
      let chord = anchors[1] - anchors[0]
      let middle = anchors[0].lerp(to: anchors[1], 0.5)
      anchors.insert(middle + chord.perpendicular * (chord.dx >= 0 ? -bow : bow), at: 1)
    }
    var result: [Point<Page>] = []
    for i in 0..<(anchors.count - 1) {
      let p1 = anchors[i]
      let p2 = anchors[i + 1]
      // Beyond the ends the course goes straight on.
      let p0 = i > 0 ? anchors[i - 1] : p1 + (p1 - p2)
      let p3 = i + 2 < anchors.count ? anchors[i + 2] : p2 + (p2 - p1)
      for step in 0..<16 { result.append(spline(p0, p1, p2, p3, Double(step) / 16)) }
    }
    result.append(anchors[anchors.count - 1])
    return result
  }

  /// Barry and Goldman's pyramid; knots grow with the square root of the distance.
  private static func spline(_ p0: Point<Page>, _ p1: Point<Page>, _ p2: Point<Page>, _ p3: Point<Page>, _ share: Double) -> Point<Page> {
    let t1 = p0.distance(to: p1).squareRoot()
    let t2 = t1 + p1.distance(to: p2).squareRoot()
    let t3 = t2 + p2.distance(to: p3).squareRoot()
    let t = t1 + (t2 - t1) * share
    func blend(_ a: Point<Page>, _ b: Point<Page>, _ ta: Double, _ tb: Double) -> Point<Page> {
      tb > ta ? a.lerp(to: b, (t - ta) / (tb - ta)) : a
    }
    let a1 = blend(p0, p1, 0, t1)
    let a2 = blend(p1, p2, t1, t2)
    let a3 = blend(p2, p3, t2, t3)
    return blend(blend(a1, a2, 0, t2), blend(a2, a3, t1, t3), t1, t2)
  }

  /// The outline of shaft and head; nil when the course is too short to show.
  var outline: Path? {
    let line = trimmed(course)
    guard line.count >= 3 else { return nil }
    let lengths = cumulative(line)
    let total = lengths[lengths.count - 1]
    guard total > width * 1.6 else { return nil }
    let headLength = isBlunt ? width * 0.5 : min(width * 2.3, total * 0.55)
    let neck = total - headLength
    var left: [Point<Page>] = []
    var right: [Point<Page>] = []
    for (index, p) in line.enumerated() where lengths[index] <= neck {
      let direction = tangent(line, index)
      let half = width * (0.16 + 0.34 * lengths[index] / max(neck, 1))
      left.append(p + direction.perpendicular * -half)
      right.append(p + direction.perpendicular * half)
    }
    let base = point(line, lengths, at: neck)
    let tip = line[line.count - 1]
    let along = (tip - base).unit
    left.append(base + along.perpendicular * (-width * 0.5))
    right.append(base + along.perpendicular * (width * 0.5))
    if isBlunt {
      let bar = [(-1.15, 0.0), (-1.15, 0.5), (1.15, 0.5), (1.15, 0)].map { side, ahead in
        base + along.perpendicular * (width * side) + along * (width * ahead)
      }
      return .polygon(left + bar + right.reversed())
    }
    let barbs = [
      base + along.perpendicular * (-width * 1.12) + along * (-width * 0.12), tip,
      base + along.perpendicular * (width * 1.12) + along * (-width * 0.12),
    ]
    return .polygon(left + barbs + right.reversed())
  }

  /// The ends keep clear of the places' own marks.
  private func trimmed(_ line: [Point<Page>]) -> [Point<Page>] {
    let lengths = cumulative(line)
    guard let total = lengths.last, total > 34 else { return line }
    let gap = min(7, total * 0.08)
    var result = [point(line, lengths, at: gap)]
    for (index, p) in line.enumerated() where lengths[index] > gap && lengths[index] < total - gap { result.append(p) }
    result.append(point(line, lengths, at: total - gap))
    return result
  }

  private func cumulative(_ line: [Point<Page>]) -> [Double] {
    var sum = 0.0
    return line.indices.map { index in
      if index > 0 { sum += line[index - 1].distance(to: line[index]) }
      return sum
    }
  }

  private func point(_ line: [Point<Page>], _ lengths: [Double], at distance: Double) -> Point<Page> {
    for index in 1..<line.count where lengths[index] >= distance {
      let span = lengths[index] - lengths[index - 1]
      return span > 0 ? line[index - 1].lerp(to: line[index], (distance - lengths[index - 1]) / span) : line[index]
    }
    return line[line.count - 1]
  }

  private func tangent(_ line: [Point<Page>], _ index: Int) -> Vector<Page> {
    (line[min(line.count - 1, index + 1)] - line[max(0, index - 1)]).unit
  }
}
