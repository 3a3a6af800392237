import Geometry

/// A number and the symbols of what happened, in a row or a column near the place that they are about.
package struct MarkLabel: Sendable {
  package var anchor: Point<Page>
  /// Radius of the place's own symbol, in px.
  package var radius: Double
  /// Width and height of the mark in px when its parts stand in a row, and when they stand in a column.
  package var row: (width: Double, height: Double)
  package var column: (width: Double, height: Double)?
  /// A line that the mark may stand on; the anchor then is the preferred spot of it.
  package var course: [Point<Page>]
  /// Whether it may stand on the anchor itself: the number of a zone or a move.
  package var mayCover: Bool
  package var unit: Double
  /// Whether it fills its box to the corners, as text does; a row of round marks does not.
  package var isBox: Bool

  package init(
    anchor: Point<Page>, radius: Double, row: (width: Double, height: Double), column: (width: Double, height: Double)? = nil,
    course: [Point<Page>] = [], mayCover: Bool = false, unit: Double = 1, isBox: Bool = false
  ) {
    self.anchor = anchor
    self.radius = radius
    self.row = row
    self.column = column
    self.course = course
    self.mayCover = mayCover
    self.unit = unit
    self.isBox = isBox
  }

  package func candidates() -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    if mayCover {
      result.append(at(anchor, row, isColumn: false, "on", 0, leader: nil))
      for (offset, point) in alongCourse() {
        result.append(at(point, row, isColumn: false, "on", offset / unit * 0.03, leader: nil))
      }
    }
    return result + around([4, 9, 15, 22, 31, 42, 56, 74, 96])
  }

  /// Farther ones, for where many things happened at one spot.
  package func far() -> [LabelCandidate] { around([122, 150, 180, 215]) }

  private func around(_ distances: [Double]) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    // Off its course a number needs its leader from the start, so it had better stay on it.
    let handicap = mayCover ? 6.0 : 0
    for distance in distances {
      for turn in 0..<16 {
        let angle = Double(turn) * .pi / 8
        let cost = handicap + distance * 0.22 + (distance < 5 ? 0 : 1.5) + preference(turn)
        result.append(away(angle, distance * unit, row, isColumn: false, cost))
        if let column { result.append(away(angle, distance * unit, column, isColumn: true, cost + 6)) }
      }
    }
    return result
  }

  /// Above first, then the sides, then below; straight up or down rather than aslant.
  private func preference(_ turn: Int) -> Double {
    let down = sine(Double(turn) * .pi / 8)
    return (down + 1) * 0.7 + (turn.isMultiple(of: 4) ? 0 : turn.isMultiple(of: 2) ? 0.25 : 0.5)
  }

  /// In the direction of `angle`, with `distance` px free between the mark and the symbol.
  private func away(
    _ angle: Double, _ distance: Double, _ size: (width: Double, height: Double), isColumn: Bool, _ cost: Double
  ) -> LabelCandidate {
    let across = cosine(angle)
    let down = sine(angle)
    let toSide = abs(across) > 1e-9 ? size.width / 2 / abs(across) : .infinity
    let toTop = abs(down) > 1e-9 ? size.height / 2 / abs(down) : .infinity
    let edge = min(toSide, toTop)
    let reach = radius + distance + edge
    let center = Point<Page>(anchor.x + across * reach, anchor.y + down * reach)
    let box = Extent<Page>(
      minX: center.x - size.width / 2, minY: center.y - size.height / 2, maxX: center.x + size.width / 2, maxY: center.y + size.height / 2)
    let end = Point<Page>(min(max(anchor.x, box.minX), box.maxX), min(max(anchor.y, box.minY), box.maxY))
    let gap = anchor.distance(to: end) - radius
    let start = anchor + (end - anchor).unit * radius
    let leader = gap > 5.5 * unit ? LeaderLine(from: start, to: end) : nil
    return at(center, size, isColumn: isColumn, isColumn ? "column" : "row", cost, leader: leader)
  }

  private func at(
    _ center: Point<Page>, _ size: (width: Double, height: Double), isColumn: Bool, _ position: String, _ cost: Double, leader: LeaderLine?
  ) -> LabelCandidate {
    let box = Extent<Page>(
      minX: center.x - size.width / 2, minY: center.y - size.height / 2, maxX: center.x + size.width / 2, maxY: center.y + size.height / 2)
    let radius = min(size.width, size.height) / 2
    let clear = radius + 1 * unit
    // The ends of a row are round.
    let from = Point<Page>(box.minX + radius, box.minY + radius)
    let to = Point<Page>(box.maxX - radius, box.maxY - radius)
    var ink = isBox ? [InkPart(box.inset(by: -1 * unit))] : [InkPart(from: from, to: to, radius: clear)]
    if let leader { ink.append(leader.ink) }
    return LabelCandidate(position: position, ink: ink, cost: cost, setting: .mark(box, isColumn: isColumn, leader: leader))
  }

  /// Spots of the course and how far along it each is from the anchor, in px.
  private func alongCourse() -> [(Double, Point<Page>)] {
    let points = resampled(course, step: 9 * unit)
    guard let middle = points.indices.min(by: { points[$0].distance(to: anchor) < points[$1].distance(to: anchor) }) else { return [] }
    return points.indices.map { (Double(abs($0 - middle)) * 9 * unit, points[$0]) }
  }
}
