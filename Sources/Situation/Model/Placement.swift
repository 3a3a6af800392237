/// Where a claim is on the map.
package enum Placement: Hashable, Sendable {
  /// One point or several, in the order of the file; never empty.
  case places([PlaceID])
  /// A move or a corridor through two places or more, in order.
  case path([PlaceID])
  case zone(Zone)
  case distance(StatedDistance)
  case nowhere

  /// The places named, in order.
  package var placeIDs: [PlaceID] {
    switch self {
    case .places(let ids), .path(let ids): ids
    case .zone(.circle(let center, _)): [center]
    case .zone(.belt): []
    case .distance(let distance):
      if case .place(let to) = distance.to { [distance.from, to] } else { [distance.from] }
    case .nowhere: []
    }
  }

  /// The border named, if any.
  package var border: BorderPair? {
    switch self {
    case .zone(.belt(let border, _)): border
    case .distance(let distance): if case .border(let border) = distance.to { border } else { nil }
    default: nil
    }
  }
}

/// An overlay that counts as nobody's control.
package enum Zone: Hashable, Sendable {
  case circle(center: PlaceID, radiusKm: Double)
  /// The ground whose distance from a border lies in the range, in kilometres.
  case belt(border: BorderPair, withinKm: ClosedRange<Double>)
}

/// A distance as a document states it.
package struct StatedDistance: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case place(PlaceID)
    case border(BorderPair)
  }

  package var from: PlaceID
  package var to: Target
  /// The document's own figure, in kilometres; more than 0.
  package var km: Double

  package init(from: PlaceID, to: Target, km: Double) {
    self.from = from
    self.to = to
    self.km = km
  }
}

/// Two countries that share a border, by their names in the border layer, in alphabetical order.
package struct BorderPair: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let first, second: String

  package init(_ a: String, _ b: String) { (first, second) = a <= b ? (a, b) : (b, a) }

  package var description: String { "\(first)–\(second)" }
  package static func < (a: BorderPair, b: BorderPair) -> Bool { (a.first, a.second) < (b.first, b.second) }
}
