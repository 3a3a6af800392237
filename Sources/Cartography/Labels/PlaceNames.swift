import Drawing
import Geometry
import Situation

/// A place that may be shown, and how much it matters on this sheet.
struct ShownPlace {
  var place: Place
  var point: Point<Page>
  /// A claim on the sheet speaks of it.
  var isNamed: Bool
  /// Radius of its symbol in px; 0 for what has none.
  var radius: Double
  /// What it matters more than others of its kind.
  var emphasis = 0.0

  /// Shown with its symbol even where its name finds no room.
  var isFixed: Bool { isNamed || place.rank <= 2 }

  /// What leaving out its name costs: what the day is about outranks any city.
  var weight: Double {
    if isNamed { return 420 + Double(6 - place.rank) * 12 + emphasis }
    let own: Double =
      switch place.rank {
      case ...1: 260
      case 2: 160
      case 3: 90
      case 4: 60
      case 5: 42
      default: 34
      }
    return own + emphasis
  }
}

extension MapDrafter {
  /// Places that the claims name, and as many of the others as the map has room for, the most important first.
  /// - Parameter closer: ids of labels that a close-up shows; what the claims say of those places is told there.
  func shownPlaces(
    _ theatre: Theatre, _ situation: Situation, besides closer: Set<String>, _ emphasis: [PlaceID: Double] = [:]
  ) -> [ShownPlace] {
    let named = Set(situation.claims.flatMap(\.claim.placement.placeIDs)).filter { !closer.contains("place:\($0)") }
    let scale = metresPerPixel / unit
    let deepest = scale > 900 ? 3 : scale > 520 ? 4 : scale > 260 ? 5 : 6
    var all: [ShownPlace] = []
    for place in theatre.gazetteer {
      guard let p = pagePoint(place.position), frame.inset(by: 2).contains(p) else { continue }
      let isNamed = named.contains(place.id)
      guard isNamed || place.rank <= deepest else { continue }
      let isText = place.kind == .region || place.kind == .sea
      if isText && !isNamed && place.rank > 3 { continue }
      let radius = PlaceSymbol(kind: place.kind, rank: place.rank).radius(unit)
      all.append(ShownPlace(place: place, point: p, isNamed: isNamed, radius: radius, emphasis: emphasis[place.id] ?? 0))
    }
    all.sort { (-$0.weight, $0.place.id.rawValue) < (-$1.weight, $1.place.id.rawValue) }
    let room = Int(frame.width * frame.height / (15_000 * unit * unit))
    // However small the sheet, no great city is missing.
    return Array(all.prefix(max(all.count { $0.isFixed }, room)))
  }

  func placeFeature(_ shown: ShownPlace, pin: LabelPin.Position?) -> LabelFeature {
    let place = shown.place
    let halo = 2 * unit
    let blocks = blocks(place.name, placeStyle(shown), halo: halo)
    let label = PointLabel(
      anchor: shown.point, radius: shown.radius, blocks: blocks, gap: 1.2 * unit + halo, isRightToLeft: isArabic,
      pinned: pin.flatMap { LabelDirection(rawValue: $0.rawValue) }, unit: unit)
    // Symbol and name come and go together.
    let symbol = shown.isFixed || shown.radius <= 0 ? nil : InkPart.disc(shown.point, radius: shown.radius)
    let mayLead = shown.isFixed || pin != nil
    let isForbidden = pin == LabelPin.Position.none
    let remote: LabelFeature.Remote = { label.remote(mayLead: $0 && mayLead).with(symbol) }
    return LabelFeature(
      id: "place:\(place.id)", kind: .place, text: place.name[language], owner: place.id.rawValue,
      weight: shown.weight + (pin == nil ? 0 : 400), candidates: isForbidden ? [] : label.near().with(symbol),
      remote: isForbidden ? nil : remote)
  }

  func placeStyle(_ shown: ShownPlace) -> TextStyle {
    let size: Double =
      switch shown.place.rank {
      case ...1: 16
      case 2: 14
      case 3: 12.5
      case 4: 11.8
      default: 11
      }
    switch shown.place.kind {
    case .sea, .region: return TextStyle(size * theme.type.places * unit, isItalic: true)
    default: return TextStyle(size * theme.type.places * unit, shown.isFixed ? .semibold : .regular)
    }
  }

  func placeColor(_ place: Place) -> Color {
    switch place.kind {
    case .sea: theme.waterText
    case .region: theme.regionText
    default: theme.placeText
    }
  }
}

extension [LabelCandidate] {
  /// The same with one more piece of ink each.
  fileprivate func with(_ part: InkPart?) -> [LabelCandidate] {
    guard let part else { return self }
    return map { candidate in
      var candidate = candidate
      candidate.ink.append(part)
      return candidate
    }
  }
}
