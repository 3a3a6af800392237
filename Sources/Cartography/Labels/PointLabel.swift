import Drawing
import Geometry

/// A name that stands beside a point.
package struct PointLabel: Sendable {
  package var anchor: Point<Page>
  /// Radius of the symbol at the anchor, in px; 0 where there is none and the name itself marks the spot.
  package var radius: Double
  /// Ways to set the name, the preferred one first.
  package var blocks: [TextBlock]
  /// Space between the symbol and the name, in px.
  package var gap: Double
  /// Whether the name should rather stand left of its point.
  package var isRightToLeft: Bool
  /// The one direction that is allowed; nil for all.
  package var pinned: LabelDirection?
  /// Px of one unit of the design.
  package var unit: Double

  package init(
    anchor: Point<Page>, radius: Double, blocks: [TextBlock], gap: Double, isRightToLeft: Bool = false, pinned: LabelDirection? = nil,
    unit: Double = 1
  ) {
    self.anchor = anchor
    self.radius = radius
    self.blocks = blocks
    self.gap = gap
    self.isRightToLeft = isRightToLeft
    self.pinned = pinned
    self.unit = unit
  }
}

/// Where a name stands as seen from its point.
package enum LabelDirection: String, Hashable, Sendable, CaseIterable {
  case n, ne, e, se, s, sw, w, nw

  /// -1 west, 1 east.
  var x: Double {
    switch self {
    case .e, .ne, .se: 1
    case .w, .nw, .sw: -1
    case .n, .s: 0
    }
  }

  /// -1 north, 1 south.
  var y: Double {
    switch self {
    case .n, .ne, .nw: -1
    case .s, .se, .sw: 1
    case .e, .w: 0
    }
  }

  /// How much worse than the best: Imhof, E. (1975), Positioning names on maps, doi:10.1559/152304075784313304. Names run away from
  /// their point in reading direction, rather above than below it.
  func cost(isRightToLeft: Bool) -> Double {
    switch (self, isRightToLeft) {
    case (.e, false), (.w, true): 0
    case (.ne, false), (.nw, true): 0.7
    case (.se, false), (.sw, true): 1.4
    case (.w, false), (.e, true): 2.2
    case (.n, _): 2.6
    case (.nw, false), (.ne, true): 2.8
    case (.s, _): 3.4
    case (.sw, false), (.se, true): 3.4
    }
  }
}
