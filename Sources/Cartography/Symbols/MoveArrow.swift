import Drawing
import Geometry

/// A curved arrow that widens towards its head.
struct MoveArrow {
  /// Through the places of the move, in order.
  var course: [Point<Page>]
  /// Width of the shaft at the head, in px.
  var width: Double

  /// The course as a smooth line: Catmull–Rom through its places; two places get a slight bow.
  static func smooth(_ points: [Point<Page>], bow: Double = 0.12) -> [Point<Page>] {
    guard points.count >= 2 else { return points }
    var anchors = points
    if points.count == 2 {
      let chord = points[1] - points[0]
      let middle = points[0].lerp(to: points[1], 0.5)
      anchors.insert(middle + chord.perpendicular * (chord.dx >= 0 ? -bow : bow), at: 1)
    }
    var result: [Point<Page>] = []
    for i in 0..<(anchors.count - 1) {
      let p0 = anchors[max(0, i - 1)]
      let p1 = anchors[i]
      let p2 = anchors[i + 1]
      let p3 = anchors[min(anchors.count - 1, i + 2)]
      for step in 0..<16 {
        let t = Double(step) / 16
        result.append(Point(spline(p0.x, p1.x, p2.x, p3.x, t), spline(p0.y, p1.y, p2.y, p3.y, t)))
      }
    }
    result.append(anchors[anchors.count - 1])
    return result
  }

  private static func spline(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
    let t2 = t * t
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t2 * t)
  }

  /// The outline of shaft and head; nil when the course is too short to show.
  var outline: Path? {
    let line = trimmed(course)
    guard line.count >= 3 else { return nil }
    let lengths = cumulative(line)
    let total = lengths[lengths.count - 1]
    guard total > width * 1.6 else { return nil }
    let headLength = min(width * 2.3, total * 0.55)
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
    let barbs = [base + along.perpendicular * (-width * 1.12) + along * (-width * 0.12), tip, base + along.perpendicular * (width * 1.12) + along * (-width * 0.12)]
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
