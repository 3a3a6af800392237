import Drawing
import Geometry

/// A name that stands beside a point.
struct PointLabel {
  var anchor: Point<Page>
  /// Radius of the symbol at the anchor, in px.
  var radius: Double
  var lines: [TextLine]
  var color: Color
  var halo: Halo
  /// Space between the symbol and the name.
  var gap: Double
  /// More room is tried where the near positions are taken, with a leader line.
  var mayLead: Bool

  /// The size of all lines together.
  var size: (width: Double, height: Double) {
    (lines.map(\.width).max() ?? 0, lines.reduce(0) { $0 + $1.ascent + $1.descent } * 0.86)
  }
}

/// A place where a name may go.
struct LabelCandidate {
  /// The ink of the name.
  var box: Extent<Page>
  /// Where its text is flush: -1 left, 0 middle, 1 right.
  var alignment: Double
  var cost: Double
  /// Whether a leader line joins it to its point.
  var leads: Bool
}

extension PointLabel {
  /// Eight positions around the point, the best first (Imhof, E. (1975), Positioning names on maps, doi:10.1559/152304075784313304),
  /// then, where allowed, farther ones.
  func candidates() -> [LabelCandidate] {
    let (width, height) = size
    let near = radius + gap
    let diagonal = near * 0.75
    var result: [LabelCandidate] = []
    func add(_ dx: Double, _ dy: Double, _ alignment: Double, _ cost: Double, leads: Bool = false) {
      let x = anchor.x + dx
      let y = anchor.y + dy
      let minX = alignment < 0 ? x : alignment > 0 ? x - width : x - width / 2
      result.append(
        LabelCandidate(
          box: Extent(minX: minX, minY: y - height / 2, maxX: minX + width, maxY: y + height / 2), alignment: alignment, cost: cost,
          leads: leads))
    }
    add(near, 0, -1, 0)
    add(diagonal, -height / 2 - radius * 0.5, -1, 1)
    add(diagonal, height / 2 + radius * 0.5, -1, 2)
    add(-near, 0, 1, 3)
    add(-diagonal, -height / 2 - radius * 0.5, 1, 4)
    add(-diagonal, height / 2 + radius * 0.5, 1, 5)
    add(0, -near - height / 2, 0, 5)
    add(0, near + height / 2, 0, 6)
    guard mayLead else { return result }
    for (ring, distance) in [(1.0, 22.0), (2.0, 40.0), (3.0, 62.0)] {
      for direction in 0..<12 {
        let angle = Double(direction) * .pi / 6
        let dx = cosine(angle) * (near + distance)
        let dy = sine(angle) * (near + distance)
        add(dx, dy, abs(dx) < 6 ? 0 : dx > 0 ? -1 : 1, 10 * ring + Double(direction % 3), leads: true)
      }
    }
    return result
  }
}

/// Puts labels where they overlap nothing: greedy, in the order asked, each at its cheapest free position.
struct LabelPlacer {
  private(set) var ink: InkIndex
  let frame: Extent<Page>
  /// Free space kept around every name.
  let margin: Double

  init(frame: Extent<Page>, margin: Double) {
    self.frame = frame
    self.margin = margin
    ink = InkIndex(frame)
  }

  mutating func reserve(_ box: Extent<Page>, _ weight: InkIndex.Weight = .hard) { ink.insert(box, weight) }
  mutating func reserve(line: [Point<Page>], width: Double, _ weight: InkIndex.Weight) {
    ink.insert(line: line, width: width, weight)
  }

  func isFree(_ box: Extent<Page>) -> Bool { frame.inset(by: 3).contains(box) && !ink.isBlocked(box) }
  func cost(_ box: Extent<Page>) -> Double { ink.cost(box) }

  /// The chosen position, now taken; nil when all are.
  mutating func place(_ candidates: [LabelCandidate]) -> LabelCandidate? {
    var best: (candidate: LabelCandidate, cost: Double)?
    for candidate in candidates {
      if let best, best.cost <= candidate.cost { continue }
      let room = candidate.box.inset(by: -margin)
      guard isFree(room) else { continue }
      let cost = candidate.cost + ink.cost(room)
      if best == nil || cost < best!.cost { best = (candidate, cost) }
    }
    guard let best else { return nil }
    ink.insert(best.candidate.box.inset(by: -margin / 2))
    return best.candidate
  }
}

extension PointLabel {
  /// The text, and the leader line under it, at a chosen position.
  func items(at candidate: LabelCandidate, leader: Stroke) -> [DisplayItem] {
    var items: [DisplayItem] = []
    if candidate.leads {
      let box = candidate.box
      let end = Point<Page>(
        candidate.alignment < 0 ? box.minX - 2 : candidate.alignment > 0 ? box.maxX + 2 : anchor.x,
        candidate.alignment == 0 ? (box.minY > anchor.y ? box.minY : box.maxY) : (box.minY + box.maxY) / 2)
      let direction = (end - anchor).unit
      items.append(.shape(Shape(.polyline([anchor + direction * radius, end]), stroke: leader)))
    }
    var y = candidate.box.minY
    for line in lines {
      let height = (line.ascent + line.descent) * 0.86
      let baseline = y + height / 2 + (line.ascent - line.descent) * 0.5 * 0.86
      let free = candidate.box.width - line.width
      let x = candidate.box.minX + (candidate.alignment < 0 ? 0 : candidate.alignment > 0 ? free : free / 2)
      items.append(.text(TextItem(line, at: Point(x, baseline), color: color, halo: halo)))
      y += height
    }
    return items
  }
}
