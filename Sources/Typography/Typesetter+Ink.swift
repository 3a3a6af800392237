import Drawing
import Geometry

extension Typesetter {
  /// The box around the drawn letters of a line whose baseline starts at (0, 0), in px; empty for blank text.
  /// It is tighter than `ascent` and `descent`, which in Arabic leave room for stacked marks.
  func inkExtent(of line: TextLine) -> Extent<Page> {
    var box = Extent<Page>.empty
    for run in line.runs {
      for glyph in run.glyphs {
        let ink = loaded(run.face).extent(of: glyph.id)
        guard !ink.isEmpty else { continue }
        let x = run.x + glyph.x
        box.include(
          Extent(
            minX: x + ink.minX * run.size, minY: glyph.y + ink.minY * run.size, maxX: x + ink.maxX * run.size,
            maxY: glyph.y + ink.maxY * run.size))
      }
    }
    return box
  }
}
