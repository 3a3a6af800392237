import Diagnostics
import Geometry

/// Ground with one kind of hold on it.
package struct ControlArea: Hashable, Sendable {
  package enum Holding: Hashable, Sendable {
    case held(FactionID)
    /// By two factions or more, in the order of their ids: who is named first makes no other holding. See `contested(by:)`.
    case contested([FactionID])
    case claimed(FactionID)
    case presence(FactionID)
    /// Nobody's: its own fill, never a faction's.
    case unassigned

    package static func contested(by factions: some Sequence<FactionID>) -> Holding { .contested(Set(factions).sorted()) }

    package var factions: [FactionID] {
      switch self {
      case .held(let faction), .claimed(let faction), .presence(let faction): [faction]
      case .contested(let factions): factions
      case .unassigned: []
      }
    }
  }

  /// Why the area is drawn so.
  package enum Basis: Hashable, Sendable {
    case claim(ClaimReference)
    case editorial(String)
  }

  package var holding: Holding
  /// The first day on which it holds.
  package var from: Day
  /// The last day, inclusive; nil: until the next snapshot.
  package var until: Day?
  package var basis: [Basis]
  package var polygons: [Polygon<Geographic>]
  package var location: Location
  /// The number of the feature in its file, from 1.
  package var feature: Int
  /// The places that the area is computed from, by their ids; none for a drawn one.
  package var places: [PlaceID]

  package init(
    holding: Holding, from: Day, until: Day? = nil, basis: [Basis] = [], polygons: [Polygon<Geographic>], location: Location,
    feature: Int, places: [PlaceID] = []
  ) {
    self.holding = holding
    self.from = from
    self.until = until
    self.basis = basis
    self.polygons = polygons
    self.location = location
    self.feature = feature
    self.places = places
  }

  package func isInForce(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }
}

/// Who held what, from a day until the day before the next snapshot.
package struct ControlSnapshot: Hashable, Sendable {
  package var asOf: Day
  /// In the order of the file. Those with a span of their own hold only in it: ask `areas(on:)`.
  package var areas: [ControlArea]
  package var file: String
  /// Whether the file is of one day; else it is a list of areas that each hold in their own time.
  package var hasOwnDay: Bool

  package init(asOf: Day, areas: [ControlArea], file: String, hasOwnDay: Bool = true) {
    self.asOf = asOf
    self.areas = areas
    self.file = file
    self.hasOwnDay = hasOwnDay
  }

  package func areas(on day: Day) -> [ControlArea] {
    day < asOf ? [] : areas.filter { $0.isInForce(on: day) }
  }
}
