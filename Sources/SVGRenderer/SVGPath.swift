import Drawing
import Geometry

/// Writes path data with relative commands. Positions are rounded to the grid first, so that no error adds up
/// and shared borders stay shared.
struct SVGPath {
  private let decimals: Int
  private var current = (x: 0, y: 0)
  private var start = (x: 0, y: 0)
  /// The current point before it was rounded.
  private var exact = Point<Page>(0, 0)
  private var exactStart = Point<Page>(0, 0)
  /// The command that a bare number would repeat.
  private var implied: UInt8 = 0
  private var isSubpathBare = true
  /// Whether there is a point to draw from; a line without one, or after a point that is no number, becomes a move.
  private var hasPoint = false

  static func append(_ path: Path, decimals: Int, to bytes: inout SVGBytes) {
    var data = SVGPath(decimals: decimals)
    for element in path.elements { data.append(element, to: &bytes) }
  }

  private init(decimals: Int) { self.decimals = decimals }

  private mutating func append(_ element: Path.Element, to bytes: inout SVGBytes) {
    switch element {
    case .move(let p):
      move(to: p, &bytes)
    case .line(let p):
      guard p.isFinite else { return }
      defer { exact = p }
      if hasPoint { line(to: grid(p), &bytes) } else { move(to: p, &bytes) }
    case .curve(let a, let b, let c):
      guard a.isFinite, b.isFinite, c.isFinite else { return }
      if !hasPoint { move(to: a, &bytes) }
      let bend = quadraticBend(a, b, c)
      command(UInt8(ascii: bend == nil ? "c" : "q"), &bytes)
      let from = current
      for point in bend.map({ [$0, c] }) ?? [a, b, c] {
        current = from
        pair(to: grid(point), &bytes)
      }
      isSubpathBare = false
      exact = c
    case .close:
      guard hasPoint else { return }
      bytes.command(UInt8(ascii: "z"))
      implied = 0
      current = start
      exact = exactStart
      isSubpathBare = true
    }
  }

  /// The one control point of a curve that is a parabola: letters of TrueType are made of such, and they take two numbers less.
  private func quadraticBend(_ a: Point<Page>, _ b: Point<Page>, _ c: Point<Page>) -> Point<Page>? {
    let one = Point<Page>(1.5 * a.x - 0.5 * exact.x, 1.5 * a.y - 0.5 * exact.y)
    let two = Point<Page>(1.5 * b.x - 0.5 * c.x, 1.5 * b.y - 0.5 * c.y)
    return one.distance(to: two) < 1e-6 ? one : nil
  }

  private mutating func move(to p: Point<Page>, _ bytes: inout SVGBytes) {
    hasPoint = p.isFinite
    guard hasPoint else { return }
    implied = 0
    command(UInt8(ascii: "m"), thenImplies: UInt8(ascii: "l"), &bytes)
    pair(to: grid(p), &bytes)
    start = current
    exact = p
    exactStart = p
    isSubpathBare = true
  }

  private mutating func line(to target: (x: Int, y: Int), _ bytes: inout SVGBytes) {
    if target.x == current.x, target.y == current.y, !isSubpathBare { return }
    isSubpathBare = false
    if target.y == current.y {
      command(UInt8(ascii: "h"), &bytes)
      bytes.coordinate(target.x - current.x, decimals: decimals)
    } else if target.x == current.x {
      command(UInt8(ascii: "v"), &bytes)
      bytes.coordinate(target.y - current.y, decimals: decimals)
    } else {
      command(UInt8(ascii: "l"), &bytes)
      pair(to: target, &bytes)
    }
    current = target
  }

  private mutating func command(_ letter: UInt8, thenImplies next: UInt8? = nil, _ bytes: inout SVGBytes) {
    if implied != letter { bytes.command(letter) }
    implied = next ?? letter
  }

  private mutating func pair(to target: (x: Int, y: Int), _ bytes: inout SVGBytes) {
    bytes.coordinate(target.x - current.x, decimals: decimals)
    bytes.coordinate(target.y - current.y, decimals: decimals)
    current = target
  }

  private func grid(_ p: Point<Page>) -> (x: Int, y: Int) {
    (SVGNumber.fixed(p.x, decimals: decimals), SVGNumber.fixed(p.y, decimals: decimals))
  }
}
