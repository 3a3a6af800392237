import Diagnostics

/// Factions that fight together; factions of different sides are hostile to each other.
package struct Side: Hashable, Sendable {
  package var id: SideID
  package var name: LocalizedText
  package var location: Location

  package init(id: SideID, name: LocalizedText, location: Location) {
    self.id = id
    self.name = name
    self.location = location
  }
}

/// Somebody who holds ground or acts.
package struct Faction: Hashable, Sendable {
  package enum Pattern: String, Sendable, CaseIterable { case none, lines, backlines, dots, cross, grid }

  package var id: FactionID
  package var name: LocalizedText
  /// For legends and labels; the full name where the file gives no short one.
  package var short: LocalizedText
  package var color: RGB
  package var pattern: Pattern
  package var side: SideID
  /// The group that it is a member of.
  package var parent: FactionID?
  package var note: String?
  package var location: Location

  package init(
    id: FactionID, name: LocalizedText, short: LocalizedText? = nil, color: RGB, pattern: Pattern = .none, side: SideID,
    parent: FactionID? = nil, note: String? = nil, location: Location
  ) {
    self.id = id
    self.name = name
    self.short = short ?? name
    self.color = color
    self.pattern = pattern
    self.side = side
    self.parent = parent
    self.note = note
    self.location = location
  }
}
