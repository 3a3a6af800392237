import Drawing
import Geometry
import Situation

/// The small round mark of what happened, in the colour of who did it. Status shows without colour: confirmed is filled, reported is tinted
/// with a full outline, claimed is white with a dashed outline, expected is hollow and thin, denied is struck through.
struct ClaimSymbol: Hashable {
  var kind: Claim.Kind
  var status: Claim.Status
  /// One that stands out from the paper, as `Theme.outline` makes it, or paled with age.
  var color: Color

  static func radius(_ unit: Double) -> Double { 8.6 * unit }

  func items(at p: Point<Page>, _ theme: Theme, _ unit: Double) -> [DisplayItem] {
    let r = Self.radius(unit)
    let disc = Path.circle(center: p, radius: r)
    var items: [DisplayItem] = [.shape(Shape(.circle(center: p, radius: r + 1.3 * unit), fill: theme.paper.opacity(0.9)))]
    let ink: Color
    switch status {
    case .confirmed:
      items.append(.shape(Shape(disc, fill: color, stroke: Stroke(color, width: 1.4 * unit))))
      ink = theme.paper
    case .reported:
      items.append(.shape(Shape(disc, fill: theme.paper.mixed(with: color, 0.2), stroke: Stroke(color, width: 1.5 * unit))))
      ink = theme.readable(color)
    case .claimed:
      items.append(
        .shape(Shape(disc, fill: theme.paper, stroke: Stroke(color, width: 1.4 * unit, dashes: [2.6 * unit, 2 * unit], cap: .butt))))
      ink = theme.readable(color)
    case .expected:
      items.append(
        .shape(
          Shape(
            disc, fill: theme.paper.opacity(0.85), stroke: Stroke(color.opacity(0.9), width: 1.1 * unit, dashes: [0.1 * unit, 2.4 * unit])))
      )
      ink = theme.readable(color).opacity(0.8)
    case .denied:
      items.append(.shape(Shape(disc, fill: theme.paper, stroke: Stroke(theme.quietInk, width: 1 * unit))))
      ink = theme.quietInk
    }
    items += figure(p, r * 0.62, ink, unit)
    if status == .denied {
      items.append(
        .shape(
          Shape(
            .polyline([Point(p.x - r * 0.8, p.y + r * 0.8), Point(p.x + r * 0.8, p.y - r * 0.8)]),
            stroke: Stroke(theme.ink, width: 1.4 * unit))))
    }
    return items
  }

  private func figure(_ p: Point<Page>, _ r: Double, _ ink: Color, _ unit: Double) -> [DisplayItem] {
    func at(_ x: Double, _ y: Double) -> Point<Page> { Point(p.x + x * r, p.y + y * r) }
    func line(_ points: [Point<Page>], _ width: Double = 1.7) -> DisplayItem {
      .shape(Shape(.polyline(points), stroke: Stroke(ink, width: width * unit)))
    }
    func fill(_ path: Path) -> DisplayItem { .shape(Shape(path, fill: ink)) }
    switch kind {
    case .clash:
      return [
        line([at(-0.85, 0.85), at(0.85, -0.85)]), line([at(-0.85, -0.85), at(0.85, 0.85)]), line([at(-0.95, 0.3), at(-0.3, 0.95)], 1.3),
        line([at(0.95, 0.3), at(0.3, 0.95)], 1.3),
      ]
    case .strike: return [fill(star(center: p, points: 8, outer: r * 1.12, inner: r * 0.48))]
    case .advance:
      return [fill(.polygon([at(-0.95, -0.32), at(0, -0.32), at(0, -0.95), at(1.1, 0), at(0, 0.95), at(0, 0.32), at(-0.95, 0.32)]))]
    case .withdrawal:
      return [line([at(0.9, 0.7), at(0.9, -0.2), at(-0.3, -0.2)], 1.6), fill(.polygon([at(-1, -0.2), at(-0.2, -0.8), at(-0.2, 0.4)]))]
    case .presence: return [fill(.circle(center: p, radius: r * 0.5))]
    case .reinforcement:
      return [line([at(-0.8, 0.1), at(0, -0.65), at(0.8, 0.1)]), line([at(-0.8, 0.8), at(0, 0.05), at(0.8, 0.8)])]
    case .control:
      return [line([at(-0.55, 1), at(-0.55, -1)], 1.5), fill(.polygon([at(-0.55, -1), at(0.95, -0.55), at(-0.55, -0.05)]))]
    case .siege:
      return [fill(.circle(center: p, radius: r * 0.3))]
        + [(0.0, -1.0), (1, 0), (0, 1), (-1, 0)].map { x, y in
          fill(
            .polygon([at(x * 0.5, y * 0.5), at(x * 1.12 - y * 0.42, y * 1.12 + x * 0.42), at(x * 1.12 + y * 0.42, y * 1.12 - x * 0.42)]))
        }
    case .blockade: return [fill(.polygon([at(-1, -0.33), at(1, -0.33), at(1, 0.33), at(-1, 0.33)]))]
    case .corridor: return [line([at(-1, 0.5), at(-0.2, 0.5), at(0.2, -0.5), at(1, -0.5)], 2.2)]
    case .zone:
      return [
        .shape(
          Shape(.circle(center: p, radius: r * 0.8), stroke: Stroke(ink, width: 1.2 * unit, dashes: [2 * unit, 1.6 * unit], cap: .butt)))
      ]
    case .meeting:
      return [
        .shape(Shape(.circle(center: at(-0.38, 0), radius: r * 0.6), stroke: Stroke(ink, width: 1.4 * unit))),
        .shape(Shape(.circle(center: at(0.38, 0), radius: r * 0.6), stroke: Stroke(ink, width: 1.4 * unit))),
      ]
    case .displacement:
      return [
        fill(.circle(center: at(-0.2, -0.75), radius: r * 0.28)), line([at(-0.2, -0.35), at(-0.25, 0.3), at(-0.65, 0.95)], 1.4),
        line([at(-0.25, 0.3), at(0.25, 0.95)], 1.4), line([at(-0.2, -0.25), at(0.6, 0.1)], 1.3),
      ]
    case .distance:
      return [line([at(-1, 0), at(1, 0)], 1.3), line([at(-1, -0.5), at(-1, 0.5)], 1.3), line([at(1, -0.5), at(1, 0.5)], 1.3)]
    }
  }
}

/// A number on a dark disc, the key to the list.
struct NumberBadge {
  var number: Int

  func radius(_ unit: Double) -> Double { (number > 9 ? 8.8 : 8.2) * unit }

  func items(at p: Point<Page>, _ theme: Theme, _ unit: Double, _ measuring: any TextMeasuring) -> [DisplayItem] {
    let line = measuring.line(String(number), TextStyle((number > 9 ? 10 : 11) * unit, .bold))
    return [
      .shape(Shape(.circle(center: p, radius: radius(unit)), fill: theme.badge, stroke: Stroke(theme.paper, width: 1.4 * unit))),
      .text(TextItem(line, at: Point(p.x - line.width / 2, p.y + line.style.size * 0.36), color: theme.badgeText)),
    ]
  }
}
