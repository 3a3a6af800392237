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
    let spacing = hatch.cell
    markup("<pattern")
    attribute("id", id)
    markup(" patternUnits=\"userSpaceOnUse\"")
    attribute("width", spacing)
    attribute("height", spacing)
    if hatch.angle != 0 {
      markup(" patternTransform=\"rotate(")
      number(hatch.angle)
      markup(")\"")
    }
    markup(">")
    if let ground = hatch.ground {
      // A little over the edge, so that tiles leave no seam.
      markup("<path")
      color("fill", ground)
      markup(" d=\"M-1-1H")
      number(spacing + 1)
      markup("V")
      number(spacing + 1)
      markup("H-1z\"/>")
    }
    switch hatch.figure {
    case .dots:
      markup("<circle")
      color("fill", hatch.color)
      attribute("cx", spacing / 2)
      attribute("cy", spacing / 2)
      attribute("r", hatch.width / 2)
    case .lines, .cross:
      markup("<path")
      color("stroke", hatch.color)
      attribute("stroke-width", hatch.width)
      markup(" stroke-linecap=\"butt\" d=\"M-1 ")
      number(spacing / 2)
      markup("H")
      number(spacing + 1)
      if hatch.figure == .cross {
        markup("M")
        number(spacing / 2)
        markup("-1V")
        number(spacing + 1)
      }
      markup("\"")
    }
    markup("/></pattern>")
  }
}
