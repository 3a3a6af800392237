import Diagnostics
import Geometry

/// How ground is shared out among the places that are held: the `control` section of `theatre.yaml`.
package struct ControlRule: Hashable, Sendable {
  /// Lines of a layer that nobody's reach crosses.
  package struct Barrier: Hashable, Sendable {
    package var layer: LayerID
    /// Only the features of this name, in any language; nil: all of the layer.
    package var name: String?
    /// Only the part inside; nil: all.
    package var extent: Extent<Geographic>?
    package var from: Day?
    package var until: Day?
    package var location: Location

    package init(
      layer: LayerID, name: String? = nil, extent: Extent<Geographic>? = nil, from: Day? = nil, until: Day? = nil, location: Location
    ) {
      self.layer = layer
      self.name = name
      self.extent = extent
      self.from = from
      self.until = until
      self.location = location
    }

    package func isInForce(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
  }

  /// Ground farther than this from every held place is unassigned.
  package var reachKm: Double
  /// The farthest reach that a place in force has of its own, where that is more.
  package var farthestKm: Double?
  /// Gaps narrower than this between held ground go with it, at most half as far beyond the reach; 0 leaves all gaps.
  package var bridgeKm: Double
  /// How far a fight for a place reaches.
  package var contestedKm: Double
  /// How far corners of the areas are rounded off; 0 leaves them.
  package var smoothKm: Double
  package var barriers: [Barrier]

  package init(reachKm: Double = 35, bridgeKm: Double = 0, contestedKm: Double = 8, smoothKm: Double = 4, barriers: [Barrier] = []) {
    self.reachKm = reachKm
    self.bridgeKm = bridgeKm
    self.contestedKm = contestedKm
    self.smoothKm = smoothKm
    self.barriers = barriers
  }
}
