import Drawing
import Geometry

/// Something that wants a label, with the places where it may stand.
package struct LabelFeature: Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case mark, place, side, river, country, governorate }

  /// Stable from sheet to sheet, for example `place:hajin`.
  package var id: String
  package var kind: Kind
  package var text: String
  /// Obstacles of this owner are its own.
  package var owner: String?
  /// What it costs to leave it out, in the unit of the candidates' costs; a candidate that costs more is never taken.
  package var weight: Double
  /// Where it may stand, close by. Called when the problem is solved, for many features at once.
  package var near: @Sendable () -> [LabelCandidate]
  /// Farther ones, asked for only where none of the others is free; with those that need a leader line or without them.
  package var remote: Remote?
  /// Labels of one family keep `spacing` px between their middles: the repeated names of a river.
  package var family: String?
  package var spacing: Double

  package typealias Remote = @Sendable (_ mayLead: Bool) -> [LabelCandidate]

  /// Whether nobody misses it: repeated names, and names of areas that may be too small for one.
  package var isOptional: Bool { kind == .river || kind == .governorate || kind == .side && !id.hasSuffix("/0") }

  package init(
    id: String, kind: Kind, text: String, owner: String? = nil, weight: Double,
    candidates: @autoclosure @escaping @Sendable () -> [LabelCandidate], remote: Remote? = nil, family: String? = nil, spacing: Double = 0
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.owner = owner
    self.weight = weight
    near = candidates
    self.remote = remote
    self.family = family
    self.spacing = spacing
  }
}

/// A place where a label may stand.
package struct LabelCandidate: Sendable {
  /// For people: `ne`, `row n`, `x`.
  package var position: String
  /// Everything it covers, halo and leader line included.
  package var ink: [InkPart]
  /// How much worse than the best it is, about one for each step that a reader's eye would mind.
  package var cost: Double
  package var setting: LabelSetting

  package init(position: String, ink: [InkPart], cost: Double, setting: LabelSetting) {
    self.position = position
    self.ink = ink
    self.cost = cost
    self.setting = setting
  }
}

/// How a label is set at a candidate.
package enum LabelSetting: Sendable {
  /// Straight lines of text with the starts of their baselines.
  case lines([SetLine], leader: LeaderLine?)
  /// Letters along a curve.
  case curved(TextLine, [TextItem.GlyphPlacement])
  /// A mark in a box, its parts in a row or in a column.
  case mark(Extent<Page>, isColumn: Bool, leader: LeaderLine?)

  package struct SetLine: Hashable, Sendable {
    package var line: TextLine
    package var origin: Point<Page>
  }

  package var leader: LeaderLine? {
    switch self {
    case .lines(_, let leader), .mark(_, _, let leader): leader
    case .curved: nil
    }
  }
}

/// A thin line from a symbol to a label that could not stand beside it.
package struct LeaderLine: Hashable, Sendable {
  package var from, to: Point<Page>

  /// Half of what it keeps clear, in px.
  static let clearance = 1.4

  var ink: InkPart { InkPart(from: from, to: to, radius: Self.clearance) }
}
