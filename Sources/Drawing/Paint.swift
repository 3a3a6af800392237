/// What fills a shape.
package enum Paint: Hashable, Sendable {
  case solid(Color)
  case hatch(Hatch)
}

/// Parallel stripes, dots or crossed lines over an optional ground.
package struct Hatch: Hashable, Sendable {
  package enum Figure: String, Hashable, Sendable { case lines, dots, cross }

  package var figure: Figure
  package var color: Color
  package var ground: Color?
  /// Degrees clockwise from the page's x axis.
  package var angle: Double
  /// From one stripe or dot to the next, in px. The grid starts at the sheet's top-left corner.
  package var spacing: Double
  /// Stripe width or dot diameter, in px.
  package var width: Double

  package init(_ figure: Figure, color: Color, ground: Color? = nil, angle: Double = 45, spacing: Double, width: Double) {
    self.figure = figure
    self.color = color
    self.ground = ground
    self.angle = angle
    self.spacing = spacing
    self.width = width
  }
}

package struct Stroke: Hashable, Sendable {
  package enum Cap: String, Hashable, Sendable { case butt, round, square }
  package enum Join: String, Hashable, Sendable { case miter, round, bevel }

  package var color: Color
  /// In px.
  package var width: Double
  /// Lengths of dash and gap in turn, in px; empty for a solid line.
  package var dashes: [Double]
  package var cap: Cap
  package var join: Join

  package init(_ color: Color, width: Double, dashes: [Double] = [], cap: Cap = .round, join: Join = .round) {
    self.color = color
    self.width = width
    self.dashes = dashes
    self.cap = cap
    self.join = join
  }
}
