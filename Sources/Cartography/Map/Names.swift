import Drawing
import Geometry
import Situation

/// Symbols and names gathered while they are being placed.
struct NameDraft {
  var placer: LabelPlacer
  var symbols: [DisplayItem] = []
  var areaNames: [DisplayItem] = []
  var riverNames: [DisplayItem] = []
  var placeNames: [DisplayItem] = []
  var marks: [DisplayItem] = []
  var dropped: [String] = []

  init(placer: LabelPlacer) { self.placer = placer }

  var groups: [Group] {
    [
      Group(id: "area-names", layer: "Names of countries and sides", items: areaNames),
      Group(id: "river-names", layer: "Names of rivers", items: riverNames),
      Group(id: "places", layer: "Places", items: symbols),
      Group(id: "place-names", layer: "Names of places", items: placeNames),
      Group(id: "claims", layer: "Claims", items: marks),
    ]
  }
}

extension MapDrafter {
  /// A place that may be named, and how much it matters on this sheet.
  private struct Candidate {
    var place: Place
    var point: Point<Page>
    var isNamed: Bool
    /// Smaller comes first.
    var order: Double
  }

  /// Places symbols, marks and names in the order of their importance, so that what matters most gets the best spot.
  func draftNames(
    _ theatre: Theatre, _ situation: Situation, _ control: DrawnControl, _ spots: [ClaimSpot], _ claims: inout DrawnClaims,
    _ parts: Set<SheetRequest.Part>, _ draft: inout NameDraft
  ) {
    let candidates = parts.contains(.places) ? chosenPlaces(theatre, situation) : []
    for candidate in candidates {
      let symbol = PlaceSymbol(kind: candidate.place.kind, rank: candidate.place.rank)
      let radius = symbol.radius(unit)
      draft.symbols += symbol.items(at: candidate.point, theme, unit)
      if radius > 0 { draft.placer.reserve(Extent(around: [candidate.point]).inset(by: -radius)) }
    }
    draftMarks(spots, claims, &draft)
    if parts.contains(.names) {
      placeNames(candidates.filter { $0.isNamed || $0.place.rank <= 2 }, &draft)
      if parts.contains(.control) { draft.areaNames += draftSideNames(control, theatre, &draft.placer) }
      draft.areaNames += draftCountryNames(theatre, &draft.placer)
      if parts.contains(.water) { draft.riverNames = draftRiverNames(theatre, &draft.placer) }
      placeNames(candidates.filter { !($0.isNamed || $0.place.rank <= 2) }, &draft)
    }
  }

  /// Places that the claims name, and as many of the others as the map has room for, the most important first.
  private func chosenPlaces(_ theatre: Theatre, _ situation: Situation) -> [Candidate] {
    let named = Set(situation.claims.flatMap(\.claim.placement.placeIDs))
    let scale = metresPerPixel / unit
    let deepest = scale > 900 ? 3 : scale > 520 ? 4 : scale > 260 ? 5 : 6
    var all: [Candidate] = []
    for place in theatre.gazetteer {
      guard let p = pagePoint(place.position), frame.inset(by: 2).contains(p) else { continue }
      let isNamed = named.contains(place.id)
      guard isNamed || place.rank <= deepest else { continue }
      let isText = place.kind == .region || place.kind == .sea
      if isText && !isNamed && place.rank > 3 { continue }
      all.append(Candidate(place: place, point: p, isNamed: isNamed, order: Double(place.rank) - (isNamed ? 10 : 0)))
    }
    all.sort { ($0.order, $0.place.id.rawValue) < ($1.order, $1.place.id.rawValue) }
    let room = Int(frame.width * frame.height / (17_000 * unit * unit))
    let namedCount = all.filter(\.isNamed).count
    return Array(all.prefix(max(namedCount, room)))
  }

  private func placeNames(_ candidates: [Candidate], _ draft: inout NameDraft) {
    for candidate in candidates {
      let place = candidate.place
      let isWater = place.kind == .sea
      let isRegion = place.kind == .region
      let size: Double =
        switch place.rank {
        case ...1: 16
        case 2: 14
        case 3: 12.5
        case 4: 11.8
        default: 11
        }
      let weight: FontFace.Weight = place.rank <= 2 || candidate.isNamed ? .semibold : .regular
      let style = TextStyle(size * unit, isWater || isRegion ? .regular : weight, isItalic: isWater || isRegion)
      let color = isWater ? theme.waterText : isRegion ? theme.regionText : theme.placeText
      let radius = PlaceSymbol(kind: place.kind, rank: place.rank).radius(unit)
      let label = PointLabel(
        anchor: candidate.point, radius: radius, lines: [measuring.line(place.name[language], style)], color: color,
        halo: Halo(theme.halo, width: 2 * unit), gap: 2.6 * unit, mayLead: candidate.isNamed)
      var options = label.candidates()
      if radius == 0, let middle = label.centered() { options.insert(middle, at: 0) }
      guard let chosen = draft.placer.place(options) else {
        draft.dropped.append(place.name[language])
        continue
      }
      draft.placeNames += label.items(at: chosen, leader: Stroke(theme.quietInk, width: 0.8 * unit))
    }
  }

  /// Numbers and symbols of claims, near what they are about.
  private func draftMarks(_ spots: [ClaimSpot], _ claims: DrawnClaims, _ draft: inout NameDraft) {
    let diameter = 2 * ClaimSymbol.radius(unit) + 2 * unit
    for (index, point, symbols, mayCover) in claims.anchors {
      guard let number = spots[index].number else { continue }
      let badge = NumberBadge(number: number)
      let shown = Array(symbols.prefix(3))
      let badgeWidth = 2 * badge.radius(unit)
      let width = badgeWidth + diameter * Double(shown.count) + (shown.isEmpty ? 0 : 1.5 * unit)
      let height = max(diameter, badgeWidth)
      var options: [LabelCandidate] = []
      if mayCover {
        options.append(LabelCandidate(box: Extent(around: [point]).inset(by: -badge.radius(unit)), alignment: 0, cost: 0, leads: false))
        for turn in 0..<16 {
          let angle = Double(turn) * .pi / 8
          for (step, distance) in [(1.0, 12.0), (2, 22), (3, 36), (4, 54)] {
            let p = Point<Page>(point.x + cosine(angle) * distance * unit, point.y + sine(angle) * distance * unit)
            options.append(LabelCandidate(box: Extent(around: [p]).inset(by: -badge.radius(unit)), alignment: 0, cost: 4 * step, leads: false))
          }
        }
      } else {
        options = markPositions(point, width, height)
      }
      guard let chosen = draft.placer.place(options) else {
        draft.dropped.append("(\(number))")
        continue
      }
      var items: [DisplayItem] = []
      let middle = chosen.box.center.y
      if chosen.leads {
        let nearest = Point<Page>(min(max(point.x, chosen.box.minX), chosen.box.maxX), min(max(point.y, chosen.box.minY), chosen.box.maxY))
        items.append(.shape(Shape(.polyline([point, nearest]), stroke: Stroke(theme.ink, width: 0.9 * unit))))
      }
      for (offset, symbol) in shown.enumerated() {
        let x = chosen.box.minX + badgeWidth + 1.5 * unit + diameter * (Double(offset) + 0.5)
        items += symbol.items(at: Point(x, middle), theme, unit)
      }
      items += badge.items(at: Point(chosen.box.minX + badge.radius(unit), middle), theme, unit, measuring)
      draft.marks.append(spotGroup(spots[index], number, items))
    }
  }

  private func markPositions(_ p: Point<Page>, _ width: Double, _ height: Double) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    let u = unit
    for (step, distance) in [7.0, 16, 28, 44, 64, 88].enumerated() {
      for (order, (dx, dy)) in [(0.0, -1.0), (0.0, 1.0), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8), (1, 0), (-1, 0)].enumerated() {
        let x = p.x + dx * (distance * u + width / 2)
        let y = p.y + dy * (distance * u + height / 2)
        let box = Extent<Page>(minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2)
        result.append(LabelCandidate(box: box, alignment: 0, cost: Double(step) * 5 + Double(order) * 0.4, leads: distance > 10))
      }
    }
    return result
  }

  private func spotGroup(_ spot: ClaimSpot, _ number: Int, _ items: [DisplayItem]) -> DisplayItem {
    let sources = unique(spot.claims.map(\.report.id.rawValue)).joined(separator: " ")
    let claims = spot.claims.map(\.claim.id.rawValue).joined(separator: " ")
    let title = spot.claims.map { $0.claim.label[language] }.joined(separator: "; ")
    return .group(
      Group(
        id: "spot-\(number)", title: "\(number): \(title)", description: spot.claims.map(\.claim.says).joined(separator: " "),
        attributes: [.init("source", sources), .init("claim", claims)], items: items))
  }
}

extension PointLabel {
  /// On the point itself, for names without a symbol.
  func centered() -> LabelCandidate? {
    let (width, height) = size
    let box = Extent<Page>(minX: anchor.x - width / 2, minY: anchor.y - height / 2, maxX: anchor.x + width / 2, maxY: anchor.y + height / 2)
    return LabelCandidate(box: box, alignment: 0, cost: -2, leads: false)
  }
}
