import Drawing
import Geometry

/// A name along a curve.
struct CurvedName {
  let line: TextLine
  private let ink: Extent<Page>
  private let halo: Double

  init(_ line: TextLine, measuring: any TextMeasuring, halo: Double) {
    self.line = line
    let ink = measuring.inkExtent(of: line)
    self.ink = ink.isEmpty ? Extent(minX: 0, minY: -line.style.size, maxX: line.width, maxY: 0) : ink
    self.halo = halo
  }

  enum Side { case above, below, on }

  /// The name on a stretch that begins where the name begins; nil where it does not fit.
  /// - Parameter gap: px between the curve and the ink.
  func set(along stretch: [Point<Page>], _ side: Side, gap: Double, startingAt start: Double = 0) -> (
    placements: [TextItem.GlyphPlacement], ink: [InkPart]
  )? {
    let shift: Double =
      switch side {
      case .above: -ink.maxY - gap
      case .below: -ink.minY + gap
      case .on: -(ink.minY + ink.maxY) / 2
      }
    guard let placements = line.placements(along: stretch, startingAt: start, shift: shift) else { return nil }
    return (placements, parts(placements))
  }

  /// Strokes along the middle of the letters, as wide as the tallest of them.
  private func parts(_ placements: [TextItem.GlyphPlacement]) -> [InkPart] {
    let glyphs = line.runs.flatMap(\.glyphs)
    let middle = (ink.minY + ink.maxY) / 2
    let radius = ink.height / 2 + halo
    var chain: [Point<Page>] = []
    for (index, (glyph, place)) in zip(glyphs, placements).enumerated() {
      let turn = place.angle * .pi / 180
      let along = Vector<Page>(cosine(turn), sine(turn))
      let down = along.perpendicular
      chain.append(place.origin + down * (middle - glyph.y))
      if index == glyphs.count - 1 { chain.append(place.origin + down * (middle - glyph.y) + along * max(0, glyph.advance)) }
    }
    return zip(chain, chain.dropFirst()).map { InkPart(from: $0, to: $1, radius: radius) }
  }
}
