import Drawing
import Geometry
import Situation

/// The number of a spot and the symbols beside it, with the sizes of what is drawn.
struct ClaimMark {
  var spot: ClaimSpot
  var number: Int
  var symbols: [ClaimSymbol]
  var label: MarkLabel

  /// The most symbols beside one number.
  static let symbolLimit = 3
}

extension MapDrafter {
  func claimMarks(_ spots: [ClaimSpot], _ claims: DrawnClaims, _ theatre: Theatre) -> [ClaimMark] {
    claims.anchors.compactMap { index, point, symbols, mayCover -> ClaimMark? in
      guard let number = spots[index].number else { return nil }
      let shown = Array(symbols.prefix(ClaimMark.symbolLimit))
      let badge = 2 * NumberBadge(number: number).radius(unit)
      let length = badge + symbolStep * Double(shown.count) + (shown.isEmpty ? 0 : 1.5 * unit)
      let breadth = shown.isEmpty ? badge : max(badge, symbolStep)
      let course = mayCover ? claims.courses.first { isOn(point, $0) } ?? [] : []
      var radius = 0.0
      if case .place(let id) = spots[index].site, let place = theatre.place(id) {
        radius = PlaceSymbol(kind: place.kind, rank: place.rank).radius(unit)
      }
      let label = MarkLabel(
        anchor: point, radius: radius, row: (length, breadth), column: shown.isEmpty ? nil : (breadth, length), course: course,
        mayCover: mayCover, unit: unit)
      return ClaimMark(spot: spots[index], number: number, symbols: shown, label: label)
    }
  }

  func feature(_ mark: ClaimMark) -> LabelFeature {
    let id: String
    var owner: String?
    switch mark.spot.site {
    case .place(let place):
      id = "mark:\(place)"
      owner = place.rawValue
    case .course(let reference), .zone(let reference): id = "mark:\(reference)"
    case .places(let reference): id = "mark:\(reference)@\(Int(mark.label.anchor.x)),\(Int(mark.label.anchor.y))"
    case .elsewhere: id = "mark:\(mark.number)"
    }
    return LabelFeature(id: id, kind: .mark, text: "(\(mark.number))", owner: owner, weight: 900, candidates: mark.label.candidates())
  }

  /// The number and its symbols in a box, joined to their place by a leader line.
  func draft(_ mark: ClaimMark, in box: Extent<Page>, isColumn: Bool, leader: LeaderLine?) -> DisplayItem {
    var items: [DisplayItem] = []
    if let leader {
      items.append(.shape(Shape(.polyline([leader.from, leader.to]), stroke: Stroke(theme.halo, width: 2.6 * unit))))
      items.append(.shape(Shape(.polyline([leader.from, leader.to]), stroke: Stroke(theme.ink, width: 0.9 * unit))))
    }
    let badge = NumberBadge(number: mark.number)
    let first = 2 * badge.radius(unit) + 1.5 * unit
    for (offset, symbol) in mark.symbols.enumerated() {
      let along = first + symbolStep * (Double(offset) + 0.5)
      let p = isColumn ? Point<Page>(box.center.x, box.minY + along) : Point<Page>(box.minX + along, box.center.y)
      items += symbol.items(at: p, theme, unit)
    }
    let p = isColumn ? Point<Page>(box.center.x, box.minY + badge.radius(unit)) : Point<Page>(box.minX + badge.radius(unit), box.center.y)
    items += badge.items(at: p, theme, unit, measuring)
    return group(of: mark, items)
  }

  /// From the middle of one symbol to that of the next, in px.
  private var symbolStep: Double { 2 * ClaimSymbol.radius(unit) + 2 * unit }

  private func isOn(_ p: Point<Page>, _ line: [Point<Page>]) -> Bool {
    zip(line, line.dropFirst()).contains { Segments.distance(p, to: $0, $1) < 0.5 }
  }

  private func group(of mark: ClaimMark, _ items: [DisplayItem]) -> DisplayItem {
    let claims = mark.spot.claims
    let title = claims.map { $0.claim.label[language] }.joined(separator: "; ")
    return .group(
      Group(
        id: "spot-\(mark.number)", title: "\(mark.number): \(title)", description: claims.map(\.claim.says).joined(separator: " "),
        attributes: [
          .init("source", unique(claims.map(\.report.id.rawValue)).joined(separator: " ")),
          .init("claim", claims.map(\.claim.id.rawValue).joined(separator: " ")),
        ], items: items))
  }
}
