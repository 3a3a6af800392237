import Drawing
import Geometry

/// Writes path data with relative commands. Positions are rounded to the grid first, so that no error adds up
/// and shared borders stay shared.
struct SVGPath {
  private let decimals: Int
  private var current = (x: 0, y: 0)
  private var start = (x: 0, y: 0)
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
      if hasPoint { line(to: grid(p), &bytes) } else { move(to: p, &bytes) }
    case .curve(let a, let b, let c):
      guard a.isFinite, b.isFinite, c.isFinite else { return }
      if !hasPoint { move(to: a, &bytes) }
      command(UInt8(ascii: "c"), &bytes)
      let from = current
      for point in [a, b, c] {
        current = from
        pair(to: grid(point), &bytes)
      }
      isSubpathBare = false
    case .close:
      guard hasPoint else { return }
      bytes.command(UInt8(ascii: "z"))
      implied = 0
      current = start
      isSubpathBare = true
    }
  }

  private mutating func move(to p: Point<Page>, _ bytes: inout SVGBytes) {
    hasPoint = p.isFinite
    guard hasPoint else { return }
    implied = 0
    command(UInt8(ascii: "m"), thenImplies: UInt8(ascii: "l"), &bytes)
    pair(to: grid(p), &bytes)
    start = current
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
