import Diagnostics

/// One thing that a report says: who did or held what, where and when.
package struct Claim: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case control, clash, strike, advance, withdrawal, presence, reinforcement
    case siege, blockade, corridor, zone, meeting, displacement, distance
  }

  package enum Status: String, Sendable, CaseIterable { case confirmed, reported, claimed, denied, expected }

  /// Of a corridor.
  package enum CorridorState: String, Sendable, CaseIterable {
    case open, sought, cut
  }

  /// Of an advance that came to something else than its aim.
  package enum MoveState: String, Sendable, CaseIterable {
    case repulsed
  }

  package var id: ClaimID
  package var kind: Kind
  package var status: Status
  /// Who acts or holds.
  package var by: [FactionID]
  /// Who is hit or opposed.
  package var against: [FactionID]
  package var placement: Placement
  /// Why a claim that is nowhere cannot be placed.
  package var unplaced: String?
  package var when: TimeSpan
  /// Why this date or range, where the document does not print it.
  package var dating: String?
  /// Up to 40 characters for the numbered list of the map.
  package var label: LocalizedText
  /// In our own words.
  package var says: String
  /// Whom the document credits, when not its publisher.
  package var source: String?
  package var killed: [Toll]
  /// Where in the document: `paragraph 2`, `caption 1`, `title`.
  package var at: String?
  package var corridor: CorridorState?
  package var move: MoveState?
  /// Direction words of a distance claim.
  package var axis: String?
  package var location: Location

  package init(
    id: ClaimID, kind: Kind, status: Status, by: [FactionID] = [], against: [FactionID] = [], placement: Placement = .nowhere,
    unplaced: String? = nil, when: TimeSpan, dating: String? = nil, label: LocalizedText = LocalizedText(), says: String = "",
    source: String? = nil, killed: [Toll] = [], at: String? = nil, corridor: CorridorState? = nil, move: MoveState? = nil,
    axis: String? = nil,
    location: Location
  ) {
    self.id = id
    self.kind = kind
    self.status = status
    self.by = by
    self.against = against
    self.placement = placement
    self.unplaced = unplaced
    self.when = when
    self.dating = dating
    self.label = label
    self.says = says
    self.source = source
    self.killed = killed
    self.at = at
    self.corridor = corridor
    self.move = move
    self.axis = axis
    self.location = location
  }
}

/// How many were killed, of whom.
package struct Toll: Hashable, Sendable {
  package enum Group: Hashable, Sendable {
    case faction(FactionID)
    case civilians
    case unspecified
  }

  package var group: Group
  package var count: ClosedRange<Int>

  package init(_ group: Group, _ count: ClosedRange<Int>) {
    self.group = group
    self.count = count
  }
}
