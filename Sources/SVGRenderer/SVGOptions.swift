/// How a sheet becomes SVG.
package struct SVGOptions: Hashable, Sendable {
  package enum Text: String, Hashable, Sendable, CaseIterable {
    /// Words stay words: they can be searched, copied and edited.
    case live
    /// Letters become shapes, for programs without these fonts.
    case outlines
  }

  package var text: Text
  /// Whether the letters used of each font travel in the file; only live text needs them.
  package var embedFonts: Bool
  /// Decimal places of path coordinates, 0 to 3: 1 for small files, 2 for close zooming.
  package var decimals: Int

  package init(text: Text = .live, embedFonts: Bool = true, decimals: Int = 2) {
    self.text = text
    self.embedFonts = embedFonts
    self.decimals = decimals
  }
}
