import Drawing
import Geometry

/// A name set in one or more lines, with its ink measured from the block's own origin: the start of the first baseline where lines are flush.
package struct TextBlock: Sendable {
  package let lines: [TextLine]
  /// Ink of each line about the start of its own baseline.
  private let inks: [Extent<Page>]
  /// From baseline to baseline, in px.
  private let step: Double
  let halo: Double
  /// Of the letters, without halo.
  package let width, top, bottom: Double
  /// Half-way between the height of the capitals and the last baseline: what the eye takes for the middle of a Latin name.
  /// Of scripts without capitals the middle of the ink.
  package let middle: Double

  /// - Parameter halo: ink added on each side of a letter, in px.
  package init(_ lines: [TextLine], measuring: any TextMeasuring, halo: Double) {
    self.lines = lines
    inks = lines.map { line in
      let ink = measuring.inkExtent(of: line)
      return ink.isEmpty ? Extent(minX: 0, minY: -line.style.size * 0.7, maxX: max(1, line.width), maxY: 0) : ink
    }
    self.halo = halo
    let size = lines.first?.style.size ?? 0
    // Arabic letters reach farther up and down than Latin ones.
    var step = size * 1.08
    for (above, below) in zip(inks, inks.dropFirst()) { step = max(step, above.maxY - below.minY + 0.06 * size) }
    self.step = step
    let height = Double(lines.count - 1) * step
    width = inks.reduce(0) { max($0, $1.width) }
    top = inks.first?.minY ?? 0
    bottom = height + (inks.last?.maxY ?? 0)
    middle = lines.first?.isRightToLeft ?? false ? (top + bottom) / 2 : (height - 0.71 * size) / 2
  }

  /// The block with the left edge of its ink, or its middle or right edge, at `x`.
  /// - Parameters:
  ///   - alignment: -1 for flush left at `x`, 0 for centred on it, 1 for flush right.
  ///   - y: where the block's origin goes.
  package func set(x: Double, alignment: Double, y: Double) -> (lines: [LabelSetting.SetLine], ink: [InkPart]) {
    var set: [LabelSetting.SetLine] = []
    var parts: [InkPart] = []
    for (index, line) in lines.enumerated() {
      let ink = inks[index]
      let left = x - (alignment + 1) / 2 * ink.width
      let origin = Point<Page>(left - ink.minX, y + Double(index) * step)
      set.append(.init(line: line, origin: origin))
      parts.append(InkPart(ink.moved(origin.x, origin.y).inset(by: -halo)))
    }
    return (set, parts)
  }
}

extension TextBlock {
  /// With the name in another language on a last line, a little smaller and lighter.
  func with(below text: String, _ style: TextStyle, _ measuring: any TextMeasuring) -> TextBlock {
    var quieter = style
    quieter.size = style.size * 0.94
    quieter.weight = .regular
    quieter.tracking = 0
    return TextBlock(lines + [measuring.line(text, quieter)], measuring: measuring, halo: halo)
  }

  /// A name on one line and, where it is long and can be broken, on two of about equal length.
  package static func settings(
    of text: String, _ style: TextStyle, measuring: any TextMeasuring, halo: Double
  ) -> [TextBlock] {
    let line = measuring.line(text, style)
    var result = [TextBlock([line], measuring: measuring, halo: halo)]
    guard line.width > style.size * 6 else { return result }
    for share in [0.54, 0.62, 0.72] {
      let broken = measuring.wrap(text, style, width: line.width * share)
      if broken.count == 2, broken.allSatisfy({ $0.width < line.width * 0.8 }) {
        result.append(TextBlock(broken, measuring: measuring, halo: halo))
        break
      }
    }
    return result
  }
}
