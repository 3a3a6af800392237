import Drawing
import Geometry

/// Writes a display list as SVG elements, in one pass.
struct SVGCanvas<Glyphs: GlyphSource, Failure: Error>: Canvas, ~Copyable {
  let glyphs: Glyphs
  let options: SVGOptions
  let encodePNG: (Picture) throws(Failure) -> [UInt8]
  var definitions: SVGDefinitions
  var body = SVGBytes()

  /// Programs have refused longer paths.
  private static var longestPath: Int { 32_000 }

  mutating func draw(_ item: DisplayItem) throws(Failure) {
    switch item {
    case .shape(let shape): draw(shape)
    case .text(let text): draw(text)
    case .picture(let picture): try draw(picture)
    case .group(let group): try draw(group)
    }
  }

  private mutating func draw(_ shape: Shape) {
    guard !shape.path.isEmpty, shape.fill != nil || shape.stroke != nil else { return }
    // A circle that says so is rounder, shorter, and can be taken by its middle.
    if let circle = shape.path.circle {
      body.markup("<circle")
      paint(shape)
      for (name, value) in [("cx", circle.center.x), ("cy", circle.center.y), ("r", circle.radius)] { body.attribute(name, value) }
      body.markup("/>\n")
      return
    }
    for piece in shape.path.pieces(limit: Self.longestPath) {
      body.markup("<path")
      paint(shape)
      body.markup(" d=\"")
      SVGPath.append(piece, decimals: options.decimals, to: &body)
      body.markup("\"/>\n")
    }
  }

  private mutating func paint(_ shape: Shape) {
    switch shape.fill {
    case .solid(let color): body.color("fill", color)
    case .hatch(let hatch): body.attribute("fill", "url(#\(definitions.name(of: hatch)))")
    case nil: break
    }
    if let stroke = shape.stroke, stroke.width > 0 { body.stroke(stroke) }
  }

  private mutating func draw(_ picture: Picture) throws(Failure) {
    guard picture.isComplete else { return }
    let png = try encodePNG(picture)
    body.markup("<image")
    body.attribute("x", picture.box.minX)
    body.attribute("y", picture.box.minY)
    body.attribute("width", picture.box.width)
    body.attribute("height", picture.box.height)
    body.markup(" preserveAspectRatio=\"none\" image-rendering=\"optimizeQuality\" href=\"data:image/png;base64,")
    body.append(base64(png))
    body.markup("\"/>\n")
  }

  private mutating func draw(_ group: Group) throws(Failure) {
    body.markup("<g")
    if let id = group.id { body.attribute("id", definitions.unique(id)) }
    if let layer = group.layer {
      body.markup(" inkscape:groupmode=\"layer\"")
      body.attribute("inkscape:label", layer)
    }
    for attribute in group.attributes { body.attribute("data-\(dataName(attribute.name))", attribute.value) }
    if group.opacity < 1 { body.attribute("opacity", max(0, group.opacity)) }
    if let clip = group.clip { body.attribute("clip-path", "url(#\(definitions.name(of: clip)))") }
    body.markup(">\n")
    if let title = group.title { body.element("title", title) }
    if let description = group.description { body.element("desc", description) }
    for item in group.items { try draw(item) }
    body.markup("</g>\n")
  }

  /// Lower-case letters, digits and hyphens, as `data-…` names must be.
  private func dataName(_ name: String) -> String {
    String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}

extension SVGBytes {
  mutating func element(_ name: String, id: String? = nil, _ text: String) {
    markup("<\(name)")
    if let id { attribute("id", id) }
    markup(">")
    escaped(text)
    markup("</\(name)>\n")
  }
}
