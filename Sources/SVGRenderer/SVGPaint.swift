import Drawing
import Geometry

extension SVGBytes {
  /// `fill="#336699"` and, where needed, its opacity. The sheet's root has no fill, even-odd, round caps and joins.
  mutating func color(_ name: String, _ color: Color) {
    attribute(name, color.hex)
    if color.alpha < 1 { attribute("\(name)-opacity", max(0, color.alpha)) }
  }

  mutating func stroke(_ stroke: Stroke) {
    color("stroke", stroke.color)
    if stroke.width != 1 { attribute("stroke-width", stroke.width) }
    if stroke.cap != .round { attribute("stroke-linecap", stroke.cap.rawValue) }
    if stroke.join != .round { attribute("stroke-linejoin", stroke.join.rawValue) }
    guard stroke.isDashed else { return }
    markup(" stroke-dasharray=\"")
    for (index, length) in stroke.dashes.enumerated() {
      if index > 0 { markup(" ") }
      number(length)
    }
    markup("\"")
  }

  /// The tile of a hatch. Its grid starts at the sheet's corner; a figure sits in the middle of each cell.
  mutating func pattern(_ hatch: Hatch, id: String) {
    let eighths = hatch.angle / 45
    if hatch.angle.isFinite, eighths == eighths.rounded(), Int(eighths) % 2 != 0 {
      diagonalPattern(hatch, id: id, isRising: (Int(eighths) % 4 + 4) % 4 == 3)
    } else {
      straightPattern(hatch, id: id)
    }
  }

  /// Grids at 45° repeat along the page's axes as well: such a tile is drawn sharper than a turned one.
  private mutating func diagonalPattern(_ hatch: Hatch, id: String, isRising: Bool) {
    let side = hatch.cell * 2.0.squareRoot()
    let half = side / 2
    openPattern(hatch, id: id, side: side, angle: 0)
    let falling = [(-1, half - 1, half + 1, side + 1), (half - 1, -1, side + 1, half + 1)]
    let rising = [(-1, half + 1, half + 1, -1), (half - 1, side + 1, side + 1, half - 1)]
    switch hatch.figure {
    case .dots:
      for (x, y) in [(0, half), (side, half), (half, 0), (half, side)] { dot(hatch, x, y) }
    case .lines: strokes(hatch, isRising ? rising : falling)
    case .cross: strokes(hatch, falling + rising)
    }
    markup("</pattern>")
  }

  private mutating func straightPattern(_ hatch: Hatch, id: String) {
    let side = hatch.cell
    openPattern(hatch, id: id, side: side, angle: hatch.angle)
    let across = (-1.0, side / 2, side + 1, side / 2)
    switch hatch.figure {
    case .dots: dot(hatch, side / 2, side / 2)
    case .lines: strokes(hatch, [across])
    case .cross: strokes(hatch, [across, (side / 2, -1, side / 2, side + 1)])
    }
    markup("</pattern>")
  }

  private mutating func openPattern(_ hatch: Hatch, id: String, side: Double, angle: Double) {
    markup("<pattern")
    attribute("id", id)
    markup(" patternUnits=\"userSpaceOnUse\"")
    attribute("width", side)
    attribute("height", side)
    if angle != 0 {
      markup(" patternTransform=\"rotate(")
      number(angle)
      markup(")\"")
    }
    markup(">")
    guard let ground = hatch.ground else { return }
    // A little over the edge, so that tiles leave no seam.
    markup("<path")
    color("fill", ground)
    markup(" d=\"M-1-1H")
    number(side + 1)
    markup("V")
    number(side + 1)
    markup("H-1z\"/>")
  }

  private mutating func dot(_ hatch: Hatch, _ x: Double, _ y: Double) {
    markup("<circle")
    color("fill", hatch.color)
    attribute("cx", x)
    attribute("cy", y)
    attribute("r", hatch.width / 2)
    markup("/>")
  }

  private mutating func strokes(_ hatch: Hatch, _ lines: [(Double, Double, Double, Double)]) {
    markup("<path")
    color("stroke", hatch.color)
    attribute("stroke-width", hatch.width)
    markup(" stroke-linecap=\"butt\" d=\"")
    for (x, y, toX, toY) in lines {
      markup("M")
      number(x)
      markup(" ")
      number(y)
      markup("L")
      number(toX)
      markup(" ")
      number(toY)
    }
    markup("\"/>")
  }
}
