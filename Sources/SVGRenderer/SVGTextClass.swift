import Drawing

/// What texts of one look share, written once in the style sheet.
struct SVGTextClass: Hashable {
  struct Font: Hashable {
    var size: Double
    var weight: FontFace.Weight
    var isItalic: Bool
    var tracking: Double
  }

  /// Nil for letters that are outlines.
  var font: Font?
  var color: Color
  var halo: Halo?

  func append(as name: String, to css: inout SVGBytes) {
    css.markup(".\(name){fill:\(color.hex)")
    if color.alpha < 1 { css.declare("fill-opacity", color.alpha) }
    if let halo, halo.width > 0 {
      css.markup(";paint-order:stroke;stroke:\(halo.color.hex)")
      css.declare("stroke-width", halo.width * 2, unit: "px")
      if halo.color.alpha < 1 { css.declare("stroke-opacity", halo.color.alpha) }
    }
    if let font {
      css.declare("font-size", font.size, unit: "px")
      if font.weight != .regular { css.markup(";font-weight:\(font.weight.css)") }
      if font.isItalic { css.markup(";font-style:italic") }
      if font.tracking != 0 { css.declare("letter-spacing", font.tracking, unit: "px") }
    } else {
      css.markup(";fill-rule:nonzero")
    }
    css.markup("}")
  }
}

extension SVGBytes {
  fileprivate mutating func declare(_ property: String, _ value: Double, unit: String = "") {
    markup(";\(property):")
    number(value)
    markup(unit)
  }
}

extension FontFace.Weight {
  var css: String {
    switch self {
    case .regular: "400"
    case .semibold: "600"
    case .bold: "700"
    }
  }
}
