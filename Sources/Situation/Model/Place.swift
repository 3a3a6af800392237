import Diagnostics
import Geometry

/// An entry of the gazetteer.
package struct Place: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case capital, city, town, village, junction, crossing, base, airfield, dam, oilfield, region, sea
  }

  package var id: PlaceID
  package var name: LocalizedText
  /// Other spellings found in documents.
  package var aliases: [String]
  package var kind: Kind
  package var position: Point<Geographic>
  /// 1 (metropolis) to 6 (hamlet).
  package var rank: Int
  /// Where the position comes from: `geonames:ID`, `natural-earth`, `hand: …`.
  package var source: String
  package var location: Location

  package init(
    id: PlaceID, name: LocalizedText, aliases: [String] = [], kind: Kind, position: Point<Geographic>, rank: Int,
    source: String = "", location: Location
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.position = position
    self.rank = rank
    self.source = source
    self.location = location
  }
}
