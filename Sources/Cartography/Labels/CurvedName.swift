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

  /// Length of course that a name needs on the inside of a bend, as a share of its own.
  static let reserve = 1.16

  /// The name over the middle of a stretch; nil where it does not fit. Letters stand on a parallel of the stretch, so that a bend neither
  /// crowds nor spreads them.
  /// - Parameter gap: px between the curve and the ink.
  func set(along stretch: [Point<Page>], _ side: Side, gap: Double) -> (placements: [TextItem.GlyphPlacement], ink: [InkPart])? {
    let shift: Double =
      switch side {
      case .above: -ink.maxY - gap
      case .below: -ink.minY + gap
      case .on: -(ink.minY + ink.maxY) / 2
      }
    let base = parallel(to: stretch, at: shift)
    let length = Line(base).length
    guard base.count > 2, length > line.width else { return nil }
    guard let placements = line.placements(along: base, startingAt: (length - line.width) / 2) else { return nil }
    return (placements, parts(placements))
  }

  /// The line so many px below another in reading direction, without the loops that a parallel makes inside sharp bends.
  private func parallel(to line: [Point<Page>], at distance: Double) -> [Point<Page>] {
    var result: [Point<Page>] = []
    for i in line.indices {
      let along = (line[min(line.count - 1, i + 3)] - line[max(0, i - 3)]).unit
      let p = line[i] + along.perpendicular * distance
      if let last = result.last, (p.x - last.x) * along.dx + (p.y - last.y) * along.dy <= 0 { continue }
      result.append(p)
    }
    return result
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
