import Diagnostics
import Geometry

/// A folder of dated GeoJSON files, one for each day: each holds until the next.
///
/// Only names and days are kept; the areas of a day are read when they are asked for.
package struct SnapshotSeries: Sendable {
  /// How to tell who holds a polygon.
  package struct Rules: Hashable, Sendable {
    /// The property with the name of the faction.
    package var factionField: String?
    /// The faction of all polygons.
    package var faction: String?

    package init(factionField: String? = nil, faction: String? = nil) {
      self.factionField = factionField
      self.faction = faction
    }
  }

  package struct Entry: Hashable, Sendable {
    package var day: Day
    package var path: String
  }

  package let rules: Rules
  /// By day; no two of one day.
  package let entries: [Entry]
  /// The names of the factions in the files, sorted.
  package let factionNames: [String]
  package let extent: Extent<Geographic>

  package init(rules: Rules, entries: [Entry], factionNames: [String], extent: Extent<Geographic>) {
    self.rules = rules
    self.entries = entries
    self.factionNames = factionNames
    self.extent = extent
  }

  package var days: ClosedRange<Day>? {
    guard let first = entries.first, let last = entries.last else { return nil }
    return first.day...last.day
  }

  /// The file in force on a day: that of the day or the last before it.
  package func entry(on day: Day) -> Entry? { entries.last { $0.day <= day } }

  /// The id by which a faction named in the files is known: the same word where it is an id already.
  package static func factionID(_ name: String) -> FactionID {
    var id = ""
    for scalar in name.lowercased().unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain { id.unicodeScalars.append(scalar) } else if !id.isEmpty, !id.hasSuffix("-") { id += "-" }
    }
    while id.hasSuffix("-") { id.removeLast() }
    guard !id.isEmpty else {
      // A name in another script: its scalars' values keep ids apart.
      let sum = name.unicodeScalars.reduce(UInt32(5381)) { $0 &* 33 &+ $1.value }
      return FactionID("faction-" + String(sum, radix: 36))
    }
    return FactionID(String(id.prefix(60)))
  }
}
