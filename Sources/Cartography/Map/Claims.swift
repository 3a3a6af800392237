import Drawing
import Geometry
import Situation

/// Marks of claims on the map: what lies under the names (corridors, zones, moves), and the numbered marks over them.
struct DrawnClaims {
  var zones: [DisplayItem] = []
  var moves: [DisplayItem] = []
  var marks: [DisplayItem] = []
  /// Which ways the courses so far take.
  fileprivate var lanes: CourseLanes
  var kinds: Set<Claim.Kind> = []
  var statuses: Set<Claim.Status> = []
  /// Lines that names had better not cross, and texts that they must not.
  var courses: [[Point<Page>]] = []
  var texts: [Extent<Page>] = []
  /// Where a spot's number should stand, and what symbols go with it.
  var anchors: [(spot: Int, point: Point<Page>, symbols: [ClaimSymbol], mayCover: Bool)] = []

  init(lanes: CourseLanes = CourseLanes(.empty, step: 1)) { self.lanes = lanes }
}

extension MapDrafter {
  func color(of claim: Claim, _ theatre: Theatre) -> Color {
    claim.by.first.flatMap { theatre.faction($0) }.map { theme.color(of: $0) } ?? theme.quietInk
  }

  /// Paler with age on a sheet of a window of days.
  private func color(of situated: SituatedClaim, _ theatre: Theatre, isOutline: Bool = false) -> Color {
    let color = isOutline ? theme.outline(color(of: situated.claim, theatre)) : color(of: situated.claim, theatre)
    return fading.map { color.mixed(with: theme.paper, $0.share(situated)) } ?? color
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
    if let source = claim.source { attributes.append(.init("according-to", source)) }
    return .group(
      Group(
        id: "claim-\(situated.report.id)-\(claim.id)\(suffix)", title: claim.label[language],
        description: account(of: situated), attributes: attributes, items: items))
  }

  /// What a claim says, and where the document credits someone else with it, whom.
  func account(of situated: SituatedClaim) -> String {
    guard let source = situated.claim.source else { return situated.claim.says }
    return "\(situated.claim.says) (\(source)\(wording.text(", quoted by ", "، نقلاً عن "))\(situated.report.publisher))"
  }

  /// Draws corridors, zones, moves and distances, and finds where the numbers go.
  func draftCourses(_ spots: [ClaimSpot], _ theatre: Theatre) -> DrawnClaims {
    var drawn = DrawnClaims(lanes: CourseLanes(frame, step: 9 * unit))
    for (index, spot) in spots.enumerated() where spot.number != nil {
      for situated in spot.claims {
        drawn.kinds.insert(situated.claim.kind)
        drawn.statuses.insert(situated.claim.status)
      }
      switch spot.site {
      case .place(let id):
        guard let place = theatre.place(id), let p = pagePoint(place.position) else { continue }
        drawn.anchors.append((index, p, symbols(spot.claims, theatre), false))
        draftSieges(spot, at: p, theatre, &drawn)
      case .places:
        for id in spot.claims.flatMap(\.claim.placement.placeIDs) {
          guard let place = theatre.place(id), let p = pagePoint(place.position) else { continue }
          drawn.anchors.append((index, p, symbols(spot.claims, theatre), false))
          draftSieges(spot, at: p, theatre, &drawn, suffix: "-\(id)")
        }
      case .course, .zone:
        for situated in spot.claims { draft(situated, index, theatre, &drawn) }
      case .elsewhere: break
      }
    }
    return drawn
  }

  private func draftSieges(
    _ spot: ClaimSpot, at p: Point<Page>, _ theatre: Theatre, _ drawn: inout DrawnClaims, suffix: String = ""
  ) {
    for situated in spot.claims where situated.claim.kind == .siege {
      drawn.zones.append(markGroup(situated, siege(at: p, situated.claim, color(of: situated, theatre)), suffix: suffix))
    }
  }

  /// The distinct symbols of claims, the weightiest first: there may be room for a few only. The freshest of like ones counts.
  private func symbols(_ claims: [SituatedClaim], _ theatre: Theatre) -> [ClaimSymbol] {
    let ranked = claims.enumerated().sorted {
      ($0.element.claim.weight, fading?.share($0.element) ?? 0, $0.offset) < (
        $1.element.claim.weight, fading?.share($1.element) ?? 0, $1.offset
      )
    }
    var seen: Set<ClaimSymbol> = []
    return ranked.compactMap { _, situated in
      let claim = situated.claim
      guard seen.insert(ClaimSymbol(kind: claim.kind, status: claim.status, color: color(of: claim, theatre))).inserted else { return nil }
      return ClaimSymbol(kind: claim.kind, status: claim.status, color: color(of: situated, theatre, isOutline: true))
    }
  }

  private func draft(_ situated: SituatedClaim, _ spot: Int, _ theatre: Theatre, _ drawn: inout DrawnClaims) {
    let claim = situated.claim
    let color = color(of: situated, theatre)
    switch claim.placement {
    case .path(let ids):
      let course = ids.compactMap { theatre.place($0).map { projector.project($0.position) } }.filter(\.isFinite)
      guard course.count >= 2 else {
        if let p = course.first, frame.contains(p) {
          drawn.anchors.append(
            (
              spot, p, [ClaimSymbol(kind: claim.kind, status: claim.status, color: self.color(of: situated, theatre, isOutline: true))],
              false
            ))
        }
        return
      }
      let isCourse = claim.kind == .corridor || claim.kind == .blockade
      let line = drawn.lanes.place(MoveArrow.smooth(course, bow: isCourse ? 0 : 0.07))
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
      drawn.zones.append(markGroup(situated, self.zone(paths, zone.isBelt, claim, color, theatre)))
      drawn.anchors.append((spot, anchor, [], true))
    case .distance(let distance):
      guard let from = theatre.place(distance.from) else { return }
      guard let to = target(distance, from: from.position, theatre) else { return }
      let a = projector.project(from.position)
      let b = projector.project(to)
      guard a.isFinite, b.isFinite else { return }
      let beside = drawn.lanes.place([a, b])
      let ruler = ruler(beside[0], beside[beside.count - 1], distance.km, besides: drawn.texts)
      drawn.moves.append(markGroup(situated, ruler.items))
      if let box = ruler.text { drawn.texts.append(box) }
      drawn.courses.append([beside[0], beside[beside.count - 1]])
      drawn.anchors.append((spot, beside[0].lerp(to: beside[beside.count - 1], 0.36), [], true))
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

  private func middle(_ line: [Point<Page>]) -> Point<Page> {
    let points = resampled(line, step: 4)
    return points.isEmpty ? line.first ?? frame.center : points[points.count / 2]
  }
}

extension Claim {
  /// How much it matters at a crowded spot; smaller comes first.
  var weight: Int {
    let order: [Kind] = [
      .clash, .strike, .siege, .advance, .withdrawal, .control, .blockade, .displacement, .meeting, .reinforcement, .presence, .corridor,
      .zone,
      .distance,
    ]
    let sureness: [Status] = [.confirmed, .reported, .claimed, .denied, .expected]
    return (order.firstIndex(of: kind) ?? order.count) * 8 + (sureness.firstIndex(of: status) ?? 0)
  }
}
