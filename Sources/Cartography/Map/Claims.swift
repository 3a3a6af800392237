import Drawing
import Geometry
import Situation

/// Marks of claims on the map: what lies under the names (corridors, zones, moves), and the numbered marks over them.
struct DrawnClaims {
  var zones: [DisplayItem] = []
  var moves: [DisplayItem] = []
  var marks: [DisplayItem] = []
  var kinds: Set<Claim.Kind> = []
  var statuses: Set<Claim.Status> = []
  /// Lines that names had better not cross, and texts that they must not.
  var courses: [[Point<Page>]] = []
  var texts: [Extent<Page>] = []
  /// Where a spot's number should stand, and what symbols go with it.
  var anchors: [(spot: Int, point: Point<Page>, symbols: [ClaimSymbol], mayCover: Bool)] = []
}

extension MapDrafter {
  func color(of claim: Claim, _ theatre: Theatre) -> Color {
    claim.by.first.flatMap { theatre.faction($0) }.map { theme.tone($0.color.color) } ?? theme.quietInk
  }

  /// A group that carries where a mark comes from.
  func markGroup(_ situated: SituatedClaim, _ items: [DisplayItem], suffix: String = "") -> DisplayItem {
    let claim = situated.claim
    var attributes: [Group.Attribute] = [
      .init("source", situated.report.id.rawValue), .init("claim", claim.id.rawValue), .init("kind", claim.kind.rawValue),
      .init("status", claim.status.rawValue), .init("when", claim.when.text),
    ]
    if let from = claim.when.from { attributes.append(.init("from", from.description)) }
    if let at = claim.at { attributes.append(.init("at", at)) }
    return .group(
      Group(
        id: "claim-\(situated.report.id)-\(claim.id)\(suffix)", title: claim.label[language],
        description: claim.says, attributes: attributes, items: items))
  }

  /// Draws corridors, zones, moves and distances, and finds where the numbers go.
  func draftCourses(_ spots: [ClaimSpot], _ theatre: Theatre) -> DrawnClaims {
    var drawn = DrawnClaims()
    for (index, spot) in spots.enumerated() where spot.number != nil {
      for situated in spot.claims {
        drawn.kinds.insert(situated.claim.kind)
        drawn.statuses.insert(situated.claim.status)
      }
      switch spot.site {
      case .place(let id):
        guard let place = theatre.place(id), let p = pagePoint(place.position) else { continue }
        drawn.anchors.append((index, p, symbols(spot.claims, theatre), false))
      case .places:
        for id in spot.claims.flatMap(\.claim.placement.placeIDs) {
          guard let place = theatre.place(id), let p = pagePoint(place.position) else { continue }
          drawn.anchors.append((index, p, symbols(spot.claims, theatre), false))
        }
      case .course, .zone:
        for situated in spot.claims { draft(situated, index, theatre, &drawn) }
      case .elsewhere: break
      }
    }
    return drawn
  }

  /// The distinct symbols of claims, the weightiest first: there may be room for a few only.
  private func symbols(_ claims: [SituatedClaim], _ theatre: Theatre) -> [ClaimSymbol] {
    let ranked = claims.enumerated().sorted {
      ($0.element.claim.weight, $0.offset) < ($1.element.claim.weight, $1.offset)
    }
    return unique(
      ranked.map { ClaimSymbol(kind: $0.element.claim.kind, status: $0.element.claim.status, color: color(of: $0.element.claim, theatre)) })
  }

  private func draft(_ situated: SituatedClaim, _ spot: Int, _ theatre: Theatre, _ drawn: inout DrawnClaims) {
    let claim = situated.claim
    let color = color(of: claim, theatre)
    switch claim.placement {
    case .path(let ids):
      let course = ids.compactMap { theatre.place($0).map { projector.project($0.position) } }.filter(\.isFinite)
      guard course.count >= 2 else {
        if let p = course.first, frame.contains(p) {
          drawn.anchors.append((spot, p, [ClaimSymbol(kind: claim.kind, status: claim.status, color: color)], false))
        }
        return
      }
      let isCourse = claim.kind == .corridor || claim.kind == .blockade
      let line = MoveArrow.smooth(course, bow: isCourse ? 0 : 0.07)
      let visible = clip(line: line, to: frame.inset(by: 10 * unit)).max { Line($0).length < Line($1).length } ?? []
      let anchor = middle(visible.isEmpty ? line : visible)
      drawn.courses.append(visible)
      if isCourse {
        drawn.zones.append(markGroup(situated, corridor(line, claim, color, theatre)))
        drawn.anchors.append((spot, anchor, [], true))
      } else {
        drawn.moves.append(markGroup(situated, move(line, claim, color)))
        drawn.anchors.append((spot, anchor, [], true))
      }
    case .zone(let zone):
      guard let (paths, anchor) = zonePaths(zone, theatre) else { return }
      let dashes = claim.status == .expected ? [2 * unit, 3 * unit] : [7 * unit, 4 * unit]
      let shapes = paths.map { path in
        DisplayItem.shape(
          Shape(path, fill: color.opacity(0.07), stroke: Stroke(theme.readable(color), width: 1.5 * unit, dashes: dashes, cap: .butt)))
      }
      // A belt along a border is about the theatre's own side of it.
      let own = zone.isBelt ? pagePath(features(theatre, .governorate).flatMap(\.polygons)) : Path()
      drawn.zones.append(markGroup(situated, own.isEmpty ? shapes : [.group(Group(clip: own, items: shapes))]))
      drawn.anchors.append((spot, anchor, [], true))
    case .distance(let distance):
      guard let from = theatre.place(distance.from) else { return }
      guard let to = target(distance, from: from.position, theatre) else { return }
      let a = projector.project(from.position)
      let b = projector.project(to)
      guard a.isFinite, b.isFinite else { return }
      let ruler = ruler(a, b, distance.km)
      drawn.moves.append(markGroup(situated, ruler.items))
      if let box = ruler.text { drawn.texts.append(box) }
      drawn.courses.append([a, b])
      drawn.anchors.append((spot, a.lerp(to: b, 0.36), [], true))
    case .places, .nowhere: break
    }
  }

  private func target(_ distance: StatedDistance, from: Point<Geographic>, _ theatre: Theatre) -> Point<Geographic>? {
    switch distance.to {
    case .place(let id): return theatre.place(id)?.position
    case .border(let pair):
      return borderLines(pair, theatre).compactMap { Geodesic.wgs84.nearest(to: from, on: $0.points) }.min { $0.metres < $1.metres }?.point
    }
  }

  func borderLines(_ pair: BorderPair, _ theatre: Theatre) -> [Line<Geographic>] {
    features(theatre, .border).filter { $0.borderPair == pair }.flatMap(\.lines)
  }

  private func middle(_ line: [Point<Page>]) -> Point<Page> {
    let points = resampled(line, step: 4)
    return points.isEmpty ? line.first ?? frame.center : points[points.count / 2]
  }

  private func move(_ line: [Point<Page>], _ claim: Claim, _ color: Color) -> [DisplayItem] {
    let width = claim.kind == .displacement ? 5 * unit : 8.5 * unit
    guard let outline = MoveArrow(course: line, width: width).outline else { return [] }
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

  private func corridor(_ line: [Point<Page>], _ claim: Claim, _ color: Color, _ theatre: Theatre) -> [DisplayItem] {
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
        zip(line, line.dropFirst()).contains { crosses(points[index], points[index + 1], $0, $1) }
      }
    }
  }

  private func crosses(_ a: Point<Page>, _ b: Point<Page>, _ c: Point<Page>, _ d: Point<Page>) -> Bool {
    func side(_ p: Point<Page>, _ q: Point<Page>, _ r: Point<Page>) -> Bool { (q.x - p.x) * (r.y - p.y) > (q.y - p.y) * (r.x - p.x) }
    return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
  }

  /// A line with bars at its ends and its length, where there is room for the figure.
  private func ruler(_ a: Point<Page>, _ b: Point<Page>, _ km: Double) -> (items: [DisplayItem], text: Extent<Page>?) {
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
    let at = first.lerp(to: last, 0.66)
    let origin = Point<Page>(at.x - line.width / 2, at.y + line.style.size * 0.36)
    items.append(.text(TextItem(line, at: origin, color: theme.ink, halo: Halo(theme.halo.opacity(1), width: 2.6 * unit))))
    let box = Extent<Page>(
      minX: origin.x, minY: at.y - line.style.size * 0.6, maxX: origin.x + line.width, maxY: at.y + line.style.size * 0.6)
    return (items, box)
  }

  /// The outlines of a zone on the sheet, and a point of it for its number. A belt between two distances has two outlines.
  private func zonePaths(_ zone: Zone, _ theatre: Theatre) -> ([Path], Point<Page>)? {
    switch zone {
    case .circle(let center, let km):
      guard let place = theatre.place(center) else { return nil }
      let ring = Geodesic.wgs84.circle(center: place.position, metres: km * 1000)
      let page = projector.curve(ring.points, closed: true)
      guard let top = page.filter({ frame.inset(by: 14 * unit).contains($0) }).min(by: { $0.y < $1.y }) ?? page.first else { return nil }
      return ([.polygon(clip(ring: page, to: clipBox))], top)
    case .belt(let pair, let km):
      let lines = borderLines(pair, theatre)
      guard !lines.isEmpty else { return nil }
      var paths: [Path] = []
      var outer: [Point<Page>] = []
      for limit in unique([km.upperBound, km.lowerBound]) where limit > 0 {
        guard let belt = try? projector.belt(around: lines, metres: limit * 1000) else { return nil }
        var path = Path()
        for ring in belt.flatMap(\.rings) {
          path.addLine(clip(ring: ring.points, to: clipBox), closed: true)
          if limit == km.upperBound { outer += ring.points }
        }
        paths.append(path)
      }
      guard let anchor = outer.filter({ frame.inset(by: 20 * unit).contains($0) }).max(by: { $0.x < $1.x }) else { return nil }
      return (paths, anchor)
    }
  }
}

extension Claim {
  /// How much it matters at a crowded spot; smaller comes first.
  fileprivate var weight: Int {
    let order: [Kind] = [
      .clash, .strike, .advance, .withdrawal, .control, .blockade, .displacement, .meeting, .reinforcement, .presence, .corridor, .zone,
      .distance,
    ]
    let sureness: [Status] = [.confirmed, .reported, .claimed, .denied, .expected]
    return (order.firstIndex(of: kind) ?? order.count) * 8 + (sureness.firstIndex(of: status) ?? 0)
  }
}

extension Zone {
  fileprivate var isBelt: Bool { if case .belt = self { true } else { false } }
}
