import Geometry

/// What became of the labels of a sheet.
package struct LabelReport: Hashable, Sendable {
  /// A label on the sheet.
  package struct Placed: Hashable, Sendable {
    package var id: String
    package var kind: LabelFeature.Kind
    package var text: String
    /// `ne`, `led w`, …
    package var position: String
    /// Everything it covers, halo and leader line included.
    package var ink: [InkPart]
    package var hasLeader: Bool
    /// The middle of its text or mark, in px.
    package var center: Point<Page>
    /// What is under that middle: where a later sheet finds it again.
    package var ground: Point<Geographic>

    package var box: Extent<Page> { ink.extent }
  }

  /// A label that found no room.
  package struct Dropped: Hashable, Sendable {
    package var id: String
    package var kind: LabelFeature.Kind
    package var text: String
  }

  package var placed: [Placed]
  /// In the order of importance.
  package var dropped: [Dropped]

  package init(placed: [Placed] = [], dropped: [Dropped] = []) {
    self.placed = placed
    self.dropped = dropped
  }

  /// Before the ids of a close-up's labels.
  static let insetPrefix = "inset-"

  /// With the labels of a close-up, whose ids get `inset-` before them. What either of the two shows is not dropped.
  func joined(with inset: LabelReport?) -> LabelReport {
    guard let inset else { return self }
    var result = self
    let shown = Set(placed.map(\.id) + inset.placed.map(\.id))
    result.dropped = dropped.filter { !shown.contains($0.id) }
    for label in inset.placed {
      var label = label
      label.id = Self.insetPrefix + label.id
      result.placed.append(label)
    }
    return result
  }
}
