import Geometry

extension TextItem {
  /// A glyph of the item on the sheet.
  package struct GlyphSpot: Hashable, Sendable {
    package var glyph: PlacedGlyph
    package var face: FontFace
    package var size: Double
    /// Where the glyph's own origin goes, and its angle in degrees clockwise.
    package var place: GlyphPlacement
  }

  /// Every glyph with its place, over all runs in visual order. Glyphs without a placement are left out.
  package var spots: [GlyphSpot] {
    var spots: [GlyphSpot] = []
    switch placement {
    case .straight(let origin, let degrees):
      let along = Vector<Page>(cosine(degrees * .pi / 180), sine(degrees * .pi / 180))
      let down = along.perpendicular
      for run in line.runs {
        for glyph in run.glyphs {
          let place = GlyphPlacement(origin: origin + along * (run.x + glyph.x) + down * glyph.y, angle: degrees)
          spots.append(GlyphSpot(glyph: glyph, face: run.face, size: run.size, place: place))
        }
      }
    case .glyphs(let places):
      var rest = places[...]
      for run in line.runs {
        for glyph in run.glyphs {
          guard let place = rest.popFirst() else { return spots }
          spots.append(GlyphSpot(glyph: glyph, face: run.face, size: run.size, place: place))
        }
      }
    }
    return spots
  }

  /// All letters as one path on the sheet, to be filled by the non-zero rule.
  package func outlines(from glyphs: some GlyphSource) -> Path {
    var path = Path()
    for spot in spots {
      let radians = spot.place.angle * .pi / 180
      let cos = cosine(radians) * spot.size
      let sin = sine(radians) * spot.size
      let origin = spot.place.origin
      path.append(
        glyphs.outline(of: spot.glyph.id, in: spot.face).mapPoints {
          Point(origin.x + $0.x * cos - $0.y * sin, origin.y + $0.x * sin + $0.y * cos)
        })
    }
    return path
  }
}
