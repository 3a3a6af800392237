import CPango
import Drawing

extension Typesetter {
  func wrap(_ text: String, _ style: TextStyle, width: Double, rightToLeft: Bool?) -> [TextLine] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      wrapParagraph(String(paragraph), style, width: width, rightToLeft: rightToLeft)
    }
  }

  private func wrapParagraph(_ text: String, _ style: TextStyle, width: Double, rightToLeft: Bool?) -> [TextLine] {
    let whole = line(text, style, rightToLeft: rightToLeft)
    if whole.width <= width { return [whole] }
    let paragraph = ShapingText(text, rightToLeft: rightToLeft)
    let breaks = lineBreaks(in: paragraph)
    let pen = penPositions(of: whole, in: paragraph)
    var lines: [TextLine] = []
    var start = 0
    while start < paragraph.scalars.count {
      // The last break that fits by the paragraph's own advances; shaping the line alone can change its width a little.
      var candidates = breaks.filter { $0 > start }
      if let tooFar = candidates.firstIndex(where: { pen[trimmedEnd($0, from: start, paragraph)] - pen[start] > width }) {
        candidates.removeSubrange(max(1, tooFar)...)
      }
      var shaped: TextLine?
      var end = paragraph.scalars.count
      while let candidate = candidates.popLast() {
        end = candidate
        let trimmed = openIsolates(before: start, paragraph) + paragraph.text(start..<trimmedEnd(candidate, from: start, paragraph))
        let attempt = line(trimmed, style, rightToLeft: rightToLeft ?? paragraph.isRightToLeft)
        shaped = attempt
        if attempt.width <= width + 1e-6 { break }
      }
      guard let shaped else { break }
      lines.append(shaped)
      start = end
      while start < paragraph.scalars.count, paragraph.scalars[start] == 0x20 { start += 1 }
    }
    return lines.isEmpty ? [whole] : lines
  }

  /// The isolates that are open where a line starts: each line is shaped alone, and without them its parts would change places.
  private func openIsolates(before start: Int, _ text: ShapingText) -> String {
    var open = String.UnicodeScalarView()
    for scalar in text.scalars[..<start] {
      switch scalar {
      case 0x2066...0x2068: if let initiator = Unicode.Scalar(scalar) { open.append(initiator) }
      case 0x2069: _ = open.popLast()
      default: break
      }
    }
    return String(open)
  }

  private func trimmedEnd(_ end: Int, from start: Int, _ text: ShapingText) -> Int {
    var end = end
    while end > start, text.scalars[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// Indices of letters before which a line may break, and the end of the text; by Pango after Unicode Standard Annex 14.
  private func lineBreaks(in text: ShapingText) -> [Int] {
    let count = text.scalars.count
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: count + 1)
    pango_get_log_attrs(
      text.string, Int32(clamping: text.string.utf8.count), text.isRightToLeft ? 1 : 0, pango_language_from_string("und"),
      &attributes, Int32(clamping: count + 1))
    return (1..<count).filter { attributes[$0].is_line_break != 0 } + [count]
  }

  /// Sum of the advances of all letters before each letter in reading order, in px.
  private func penPositions(of line: TextLine, in text: ShapingText) -> [Double] {
    var advanceAt: [Int: Double] = [:]
    for run in line.runs {
      for glyph in run.glyphs { advanceAt[run.start + glyph.cluster, default: 0] += glyph.advance }
    }
    var pen = [0.0]
    for offset in text.offsets.dropLast() { pen.append(pen[pen.count - 1] + (advanceAt[offset] ?? 0)) }
    return pen
  }
}
