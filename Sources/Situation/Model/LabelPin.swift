import Diagnostics

/// An editor's word on where the name of a place goes, on every sheet.
package struct LabelPin: Hashable, Sendable {
  package enum Position: String, Hashable, Sendable, CaseIterable {
    case n, ne, e, se, s, sw, w, nw
    /// No name at all.
    case none
  }

  package var place: PlaceID
  package var position: Position
  package var location: Location

  package init(place: PlaceID, position: Position, location: Location) {
    self.place = place
    self.position = position
    self.location = location
  }
}
