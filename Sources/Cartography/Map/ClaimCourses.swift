import Drawing
import Geometry
import Situation

/// Moves, corridors and stated distances: what runs from place to place.
extension MapDrafter {
  func move(_ line: [Point<Page>], _ claim: Claim, _ color: Color) -> [DisplayItem] {
    let width = claim.kind == .displacement ? 5 * unit : 8.5 * unit
    guard let outline = MoveArrow(course: line, width: width, isBlunt: claim.move == .repulsed).outline else { return [] }
    let strong = theme.readable(color)
    switch claim.status {
    case .confirmed, .reported:
      let fill = claim.kind == .withdrawal || claim.kind == .displacement ? theme.paper.opacity(0.85) : color.opacity(0.92)
      return [
        .shape(Shape(outline, stroke: Stroke(theme.paper.opacity(0.9), width: 3 * unit))),
        .shape(Shape(outline, fill: fill, stroke: Stroke(strong, width: 1 * unit))),
      ]
    case .claimed, .denied, .expected:
      let dashes = claim.status == .expected ? [1.5 * unit, 2.5 * unit] : [4 * unit, 2.5 * unit]
      return [
        .shape(Shape(outline, fill: theme.paper.opacity(claim.status == .expected ? 0.5 : 0.85))),
        .shape(Shape(outline, stroke: Stroke(strong, width: 1.3 * unit, dashes: dashes, cap: .butt))),
      ]
    }
  }

  func corridor(_ line: [Point<Page>], _ claim: Claim, _ color: Color, _ theatre: Theatre) -> [DisplayItem] {
    let path = Path.polyline(line)
    let strong = theme.readable(color)
    var items: [DisplayItem] = [.shape(Shape(path, stroke: Stroke(color.opacity(0.16), width: 7 * unit)))]
    let dashes: [Double] = claim.corridor == .open && claim.status != .expected ? [] : [8 * unit, 5 * unit]
    items.append(.shape(Shape(path, stroke: Stroke(strong.opacity(0.85), width: 1.6 * unit, dashes: dashes, cap: .butt))))
    if claim.corridor == .cut || claim.kind == .blockade {
      let points = resampled(line, step: 4)
      guard points.count > 4 else { return items }
      let cut = min(points.count - 2, borderCrossing(points, theatre) ?? points.count * 2 / 3)
      let at = points[cut]
      let along = (points[cut + 1] - at).unit
      for turn in [along.perpendicular + along, along.perpendicular + -along] {
        let bar = [at + turn.unit * (-8 * unit), at + turn.unit * (8 * unit)]
        items.append(.shape(Shape(.polyline(bar), stroke: Stroke(theme.paper, width: 5.5 * unit))))
        items.append(.shape(Shape(.polyline(bar), stroke: Stroke(theme.ink, width: 2.6 * unit))))
      }
    }
    return items
  }

  /// The number of the point where a line meets a state border first; nil where it meets none.
  private func borderCrossing(_ points: [Point<Page>], _ theatre: Theatre) -> Int? {
    let borders = features(theatre, .border).flatMap { pageLines($0.lines) }
    return points.indices.dropFirst(3).dropLast(3).first { index in
      borders.contains { line in
        zip(line, line.dropFirst()).contains { Segments.cross(points[index], points[index + 1], $0, $1) }
      }
    }
  }

  /// A line with bars at its ends and its length, where there is room for the figure: the parallel ruler of another claim may have taken it.
  func ruler(
    _ a: Point<Page>, _ b: Point<Page>, _ km: Double, besides taken: [Extent<Page>]
  ) -> (items: [DisplayItem], text: Extent<Page>?) {
    let across = (b - a).unit.perpendicular * (4.5 * unit)
    var items: [DisplayItem] = []
    for (color, width) in [(theme.halo, 3.2), (theme.ink, 1.1)] {
      var path = Path.polyline([a, b])
      path.addLine([a + across, a + -across])
      path.addLine([b + across, b + -across])
      items.append(.shape(Shape(path, stroke: Stroke(color, width: width * unit))))
    }
    let line = measuring.line("\(decimal(km, 0)) \(wording[.kilometres])", TextStyle(10.5 * unit, .semibold))
    let visible = clip(line: [a, b], to: frame.inset(by: 12 * unit)).first ?? []
    guard let first = visible.first, let last = visible.last, first.distance(to: last) > line.width * 2.4 else { return (items, nil) }
    for share in [0.66, 0.8, 0.5] {
      let at = first.lerp(to: last, share)
      let box = Extent<Page>(
        minX: at.x - line.width / 2, minY: at.y - line.style.size * 0.6, maxX: at.x + line.width / 2, maxY: at.y + line.style.size * 0.6)
      if taken.contains(where: { $0.inset(by: -2 * unit).intersects(box) }) { continue }
      let origin = Point<Page>(box.minX, at.y + line.style.size * 0.36)
      items.append(.text(TextItem(line, at: origin, color: theme.ink, halo: Halo(theme.halo.opacity(1), width: 2.6 * unit))))
      return (items, box)
    }
    return (items, nil)
  }
}
