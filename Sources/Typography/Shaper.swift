import Drawing
import Geometry
import Synchronization

/// Turns text into placed glyphs of the bundled faces. The machine's own fonts and its locale have no say.
///
/// It remembers lines and outlines, so keep one for a whole sheet. Threads may share it; what it gives does not depend on who asks first.
package final class Shaper: Sendable {
  let typesetter = Mutex(Typesetter())

  package init() {}

  /// Letters of the lines shaped so far that no bundled face has, each once, in the order of Unicode; they are drawn as U+FFFD.
  package var missing: [Unicode.Scalar] { typesetter.withLock { $0.missing }.sorted() }

  /// Those of `missing` that came since this was last asked: who draws several sheets tells each letter once.
  package func newlyMissing() -> [Unicode.Scalar] { typesetter.withLock { $0.newlyMissing() }.sorted() }
}

extension Shaper: TextMeasuring {
  package func line(_ text: String, _ style: TextStyle, rightToLeft: Bool?) -> TextLine {
    typesetter.withLock { $0.line(text, style, rightToLeft: rightToLeft) }
  }

  package func wrap(_ text: String, _ style: TextStyle, width: Double, rightToLeft: Bool?) -> [TextLine] {
    typesetter.withLock { $0.wrap(text, style, width: width, rightToLeft: rightToLeft) }
  }

  package func inkExtent(of line: TextLine) -> Extent<Page> { typesetter.withLock { $0.inkExtent(of: line) } }
}
