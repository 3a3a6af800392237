import Diagnostics
import Geometry

/// A folder of dated GeoJSON files, one for each day: each holds until the next.
///
/// Names and days are kept, and the files as far as there is room; else the areas of a day are read when they are asked for.
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
  /// By path: files as they were read first, some 50 MB of them. To read one again takes as long.
  let kept: [String: SnapshotFile]

  init(rules: Rules, entries: [Entry], factionNames: [String], extent: Extent<Geographic>, kept: [String: SnapshotFile]) {
    self.rules = rules
    self.entries = entries
    self.factionNames = factionNames
    self.extent = extent
    self.kept = kept
  }

  package var days: ClosedRange<Day>? {
    guard let first = entries.first, let last = entries.last else { return nil }
    return first.day...last.day
  }

  /// The file in force on a day: that of the day or the last before it.
  package func entry(on day: Day) -> Entry? { entries.last { $0.day <= day } }

  /// The id by which a faction named in the files is known: the same word where it is an id already.
  ///
  /// Names that differ in more than their case and their spaces have different ids: what an id cannot say is kept as a number.
  package static func factionID(_ name: String) -> FactionID {
    var id = ""
    var isLossy = false
    for scalar in name.lowercased().unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord, scalar.isASCII {
        id.unicodeScalars.append(scalar)
      } else {
        isLossy = isLossy || isWord
        if !id.isEmpty, !id.hasSuffix("-") { id += "-" }
      }
    }
    while id.hasSuffix("-") { id.removeLast() }
    if !isLossy, !id.isEmpty, id.utf8.count <= 60 { return FactionID(id) }
    // FNV-1a, 64 bits.
    let sum = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return FactionID((id.isEmpty ? "faction" : String(id.prefix(40))) + "-" + String(sum, radix: 36))
  }
}
