import Geometry

/// One of the faces bundled with the program.
package struct FontFace: Hashable, Sendable, CaseIterable {
  package enum Script: String, Hashable, Sendable, CaseIterable { case latin, arabic }
  package enum Weight: String, Hashable, Sendable, CaseIterable { case regular, semibold, bold }

  package var script: Script
  package var weight: Weight
  /// Only Latin, regular weight, has italics.
  package var isItalic: Bool

  package init(_ script: Script, _ weight: Weight, isItalic: Bool = false) {
    self.script = script
    self.weight = weight
    self.isItalic = isItalic && script == .latin && weight == .regular
  }

  package static let allCases: [FontFace] =
    Script.allCases.flatMap { script in Weight.allCases.map { FontFace(script, $0) } } + [FontFace(.latin, .regular, isItalic: true)]
}

/// How a text looks, apart from its colours.
package struct TextStyle: Hashable, Sendable {
  package var size: Double
  package var weight: FontFace.Weight
  package var isItalic: Bool
  /// Extra space after each letter in px; never applied to joined scripts.
  package var tracking: Double

  package init(_ size: Double, _ weight: FontFace.Weight = .regular, isItalic: Bool = false, tracking: Double = 0) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.tracking = tracking
  }
}

/// A glyph of a run, placed relative to the run's start on the baseline; px, `y` downward.
package struct PlacedGlyph: Hashable, Sendable {
  package var id: UInt32
  package var x, y: Double
  /// How far the pen moves on, in px, tracking included; a mark on another letter has 0. The pen starts a run at 0.
  package var advance: Double
  /// UTF-8 offset in the run's text of the letter that made it.
  package var cluster: Int

  package init(id: UInt32, x: Double, y: Double, advance: Double = 0, cluster: Int) {
    self.id = id
    self.x = x
    self.y = y
    self.advance = advance
    self.cluster = cluster
  }
}

/// Letters of one face and one direction, shaped.
package struct GlyphRun: Hashable, Sendable {
  package var text: String
  /// UTF-8 offset in the line's text: runs sorted by it stand in reading order.
  package var start: Int
  package var face: FontFace
  package var size: Double
  package var tracking: Double
  package var isRightToLeft: Bool
  /// Left edge in the line, in px from the line's start.
  package var x: Double
  package var advance: Double
  /// In visual order, left to right.
  package var glyphs: [PlacedGlyph]

  package init(
    text: String, start: Int = 0, face: FontFace, size: Double, tracking: Double, isRightToLeft: Bool, x: Double, advance: Double,
    glyphs: [PlacedGlyph]
  ) {
    self.text = text
    self.start = start
    self.face = face
    self.size = size
    self.tracking = tracking
    self.isRightToLeft = isRightToLeft
    self.x = x
    self.advance = advance
    self.glyphs = glyphs
  }
}

/// A shaped line of text: runs in visual order.
package struct TextLine: Hashable, Sendable {
  package var text: String
  package var style: TextStyle
  package var runs: [GlyphRun]
  package var width: Double
  /// Of the tallest face used, above the baseline (positive) and below it (positive), in px.
  package var ascent, descent: Double
  /// The base direction of the line.
  package var isRightToLeft: Bool

  package init(
    text: String, style: TextStyle, runs: [GlyphRun], width: Double, ascent: Double, descent: Double, isRightToLeft: Bool
  ) {
    self.text = text
    self.style = style
    self.runs = runs
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.isRightToLeft = isRightToLeft
  }
}

package struct Halo: Hashable, Sendable {
  package var color: Color
  /// Ink added on each side of a letter, in px.
  package var width: Double

  package init(_ color: Color, width: Double) {
    self.color = color
    self.width = width
  }
}

/// A line of text on the sheet.
package struct TextItem: Hashable, Sendable {
  package enum Placement: Hashable, Sendable {
    /// Straight; the left end of the baseline, and an angle in degrees clockwise about it.
    case straight(Point<Page>, angle: Double)
    /// One place per glyph, over all runs in order: where the glyph's own origin goes, and its angle in degrees clockwise.
    case glyphs([GlyphPlacement])
  }

  package struct GlyphPlacement: Hashable, Sendable {
    package var origin: Point<Page>
    package var angle: Double
    package init(origin: Point<Page>, angle: Double) {
      self.origin = origin
      self.angle = angle
    }
  }

  package var line: TextLine
  package var placement: Placement
  package var color: Color
  package var halo: Halo?

  package init(_ line: TextLine, at origin: Point<Page>, angle: Double = 0, color: Color, halo: Halo? = nil) {
    self.line = line
    self.placement = .straight(origin, angle: angle)
    self.color = color
    self.halo = halo
  }

  package init(_ line: TextLine, along placements: [GlyphPlacement], color: Color, halo: Halo? = nil) {
    self.line = line
    self.placement = .glyphs(placements)
    self.color = color
    self.halo = halo
  }
}

/// Measures text, so that composition can ask for extents without knowing the shaper.
package protocol TextMeasuring: Sendable {
  /// The text on one line; line breaks in it become spaces. `rightToLeft` is the base direction; nil takes it from the first strong letter.
  func line(_ text: String, _ style: TextStyle, rightToLeft: Bool?) -> TextLine
  /// The text broken into lines of at most `width` px where the script allows; a single longer word stays whole.
  func wrap(_ text: String, _ style: TextStyle, width: Double, rightToLeft: Bool?) -> [TextLine]
  /// The box around the drawn letters of a line whose baseline starts at (0, 0), in px; empty for blank text.
  func inkExtent(of line: TextLine) -> Extent<Page>
}

extension TextMeasuring {
  package func line(_ text: String, _ style: TextStyle) -> TextLine { line(text, style, rightToLeft: nil) }
  package func wrap(_ text: String, _ style: TextStyle, width: Double) -> [TextLine] {
    wrap(text, style, width: width, rightToLeft: nil)
  }
}

/// Gives renderers the shapes and the bytes of the bundled faces; several threads may ask at once.
package protocol GlyphSource: Sendable {
  /// The outline in em units (1 = the font size), `y` downward, origin on the baseline; empty for a space.
  func outline(of glyph: UInt32, in face: FontFace) -> Path
  /// The whole font file.
  func fontFile(_ face: FontFace) -> [UInt8]
  /// A font file that has just the glyphs for these letters, in TrueType form; nil where subsetting fails.
  func subset(_ face: FontFace, scalars: Set<Unicode.Scalar>) -> [UInt8]?
  /// The CSS family name that the face is known by, for example `Noto Sans`.
  func family(_ face: FontFace) -> String
}
