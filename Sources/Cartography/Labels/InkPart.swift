import Geometry

/// A piece of what a label covers on the sheet, halo included: a box, or a stroke with round ends (a leader line, a stretch of a curved
/// name, or a disc where both ends are one point).
package struct InkPart: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case box
    case stroke(from: Point<Page>, to: Point<Page>, radius: Double)
  }

  package let form: Form
  /// The box around it.
  package let box: Extent<Page>

  package init(_ box: Extent<Page>) {
    form = .box
    self.box = box
  }

  package init(from a: Point<Page>, to b: Point<Page>, radius: Double) {
    form = .stroke(from: a, to: b, radius: radius)
    box = Extent(around: [a, b]).inset(by: -radius)
  }

  package static func disc(_ center: Point<Page>, radius: Double) -> InkPart { InkPart(from: center, to: center, radius: radius) }

  /// Whether two pieces share any of the sheet; those that only touch do not.
  @inline(__always) package func overlaps(_ other: InkPart) -> Bool {
    guard box.overlaps(other.box) else { return false }
    switch (form, other.form) {
    case (.box, .box): return true
    case (.box, .stroke(let a, let b, let radius)): return Segments.meets(a, b, radius: radius, box)
    case (.stroke(let a, let b, let radius), .box): return Segments.meets(a, b, radius: radius, other.box)
    case (.stroke(let a, let b, let r), .stroke(let c, let d, let s)): return Segments.distance(a, b, c, d) < r + s
    }
  }
}

extension InkPart {
  /// Whether it is a leader line: no other stroke is as thin.
  @inline(__always) var isLeader: Bool {
    if case .stroke(_, _, let radius) = form { radius <= LeaderLine.clearance } else { false }
  }

  /// Whether two leader lines from one symbol cross or run into one: they may be close where they start.
  func isEntangled(with other: InkPart) -> Bool {
    guard case .stroke(let a, let b, _) = form, case .stroke(let c, let d, _) = other.form else { return overlaps(other) }
    let clearance = LeaderLine.clearance
    return Segments.distance(a, b, c, d) < 0.5 * clearance || Segments.distance(b, to: c, d) < 2 * clearance
      || Segments.distance(d, to: a, b) < 2 * clearance
  }
}

extension [InkPart] {
  package func overlaps(_ other: [InkPart]) -> Bool {
    for part in self { for piece in other where part.overlaps(piece) { return true } }
    return false
  }

  /// The box around all.
  package var extent: Extent<Page> {
    var box = Extent<Page>.empty
    for part in self { box.include(part.box) }
    return box
  }
}
