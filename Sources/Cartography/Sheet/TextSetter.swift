import Drawing
import Geometry

/// Sets blocks of text flush with the start of a box: left, or right where the language runs right to left.
struct TextSetter {
  let measuring: any TextMeasuring
  let isRightToLeft: Bool
  /// Whether the text itself runs right to left, where that is not as the sheet does.
  var textRunsRightToLeft: Bool?

  /// For texts of another language on the same sheet: flush with the same side, but in their own order.
  func speaking(_ wording: Wording) -> TextSetter {
    var copy = self
    copy.textRunsRightToLeft = SheetRequest.runsRightToLeft(wording.language)
    return copy
  }

  private var direction: Bool { textRunsRightToLeft ?? isRightToLeft }

  /// - Returns: the items and the height used.
  func block(
    _ text: String, _ style: TextStyle, _ color: Color, in box: Extent<Page>, leading: Double = 1.28, maxLines: Int = .max
  ) -> (items: [DisplayItem], height: Double) {
    guard !text.isEmpty, box.width > 0 else { return ([], 0) }
    var lines = measuring.wrap(text, style, width: box.width, rightToLeft: direction)
    if lines.count > maxLines {
      let kept = lines.prefix(maxLines)
      lines = Array(kept.dropLast()) + [shortened(kept.last?.text ?? "", style, width: box.width)]
    }
    // A word that is wider than the box stays whole in the wrapping.
    lines = lines.map { $0.width > box.width + 0.01 ? shortened($0.text, style, width: box.width) : $0 }
    let step = style.size * leading
    var items: [DisplayItem] = []
    for (index, line) in lines.enumerated() {
      // On whole px, where every renderer puts it as it is.
      let baseline = (box.minY + style.size * 0.98 + step * Double(index)).rounded()
      items.append(.text(TextItem(line, at: Point(start(line.width, in: box), baseline), color: color)))
    }
    return (items, step * Double(lines.count))
  }

  /// One line, cut with an ellipsis where it is too long.
  func line(_ text: String, _ style: TextStyle, _ color: Color, in box: Extent<Page>, baseline: Double) -> DisplayItem {
    var line = measuring.line(text, style, rightToLeft: direction)
    if line.width > box.width { line = shortened(text, style, width: box.width) }
    return .text(TextItem(line, at: Point(start(line.width, in: box), baseline.rounded()), color: color))
  }

  /// Width of the last line that `block` would set.
  func lastLineWidth(_ text: String, _ style: TextStyle, in box: Extent<Page>, maxLines: Int) -> Double {
    let lines = measuring.wrap(text, style, width: box.width, rightToLeft: direction)
    return lines.count > maxLines ? box.width : lines.last?.width ?? 0
  }

  private func start(_ width: Double, in box: Extent<Page>) -> Double { isRightToLeft ? box.maxX - width : box.minX }

  private func shortened(_ text: String, _ style: TextStyle, width: Double) -> TextLine {
    var letters = Array(text)
    while !letters.isEmpty {
      let line = measuring.line(String(letters) + "…", style, rightToLeft: direction)
      if line.width <= width { return line }
      letters.removeLast(max(1, letters.count / 24))
      while letters.last == " " { letters.removeLast() }
    }
    return measuring.line("…", style, rightToLeft: direction)
  }

  /// The box that begins `offset` px after the start of another and is `width` px wide.
  func column(_ offset: Double, _ width: Double, of box: Extent<Page>) -> Extent<Page> {
    isRightToLeft
      ? Extent(minX: box.maxX - offset - width, minY: box.minY, maxX: box.maxX - offset, maxY: box.maxY)
      : Extent(minX: box.minX + offset, minY: box.minY, maxX: box.minX + offset + width, maxY: box.maxY)
  }
}
