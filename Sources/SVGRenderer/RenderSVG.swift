import Drawing
import Geometry

/// The sheet as an SVG 1.1 file in UTF-8. The same list and options give the same bytes.
///
/// - Parameters:
///   - glyphs: where outlines and fonts come from; the shaper that measured the texts.
///   - encodePNG: makes the file of a picture; its errors come out unchanged.
package func renderSVG<Failure: Error>(
  _ list: DisplayList, glyphs: some GlyphSource, options: SVGOptions = SVGOptions(),
  encodePNG: @escaping (Picture) throws(Failure) -> [UInt8]
) throws(Failure) -> [UInt8] {
  let titleID = "sheet-title"
  let descriptionID = "sheet-description"
  var canvas = SVGCanvas(
    glyphs: glyphs, options: options, encodePNG: encodePNG,
    definitions: SVGDefinitions(decimals: options.decimals, reserved: [titleID, descriptionID]))
  try list.replay(on: &canvas)

  var file = SVGBytes()
  file.reserve(canvas.body.bytes.count + 65_536)
  file.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
  file.markup(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
  file.attribute("width", list.width)
  file.attribute("height", list.height)
  file.markup(" viewBox=\"0 0 ")
  file.number(list.width)
  file.markup(" ")
  file.number(list.height)
  file.markup("\" role=\"img\" aria-labelledby=\"\(titleID) \(descriptionID)\"")
  file.attribute("xml:lang", list.language)
  file.markup(" fill=\"none\" fill-rule=\"evenodd\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n")
  file.element("title", id: titleID, list.title)
  file.element("desc", id: descriptionID, list.description)
  appendStyleSheet(of: canvas.definitions, glyphs, options, to: &file)
  if !canvas.definitions.bytes.isEmpty {
    file.markup("<defs>")
    file.append(canvas.definitions.bytes)
    file.markup("</defs>\n")
  }
  file.markup("<rect")
  file.attribute("width", list.width)
  file.attribute("height", list.height)
  file.color("fill", list.background)
  file.markup("/>\n")
  file.append(canvas.body)
  file.markup("</svg>\n")
  return file.bytes
}

private func appendStyleSheet(
  of definitions: SVGDefinitions, _ glyphs: some GlyphSource, _ options: SVGOptions, to file: inout SVGBytes
) {
  guard !definitions.styles.isEmpty else { return }
  file.markup("<style>")
  for face in FontFace.allCases {
    guard let letters = definitions.letters[face], options.embedFonts, let font = glyphs.subset(face, scalars: letters) else { continue }
    file.markup("@font-face{font-family:'\(glyphs.family(face))';font-weight:\(face.weight.css)")
    if face.isItalic { file.markup(";font-style:italic") }
    file.markup(";src:url(data:font/ttf;base64,")
    file.append(base64(font))
    file.markup(")}\n")
  }
  if !definitions.letters.isEmpty {
    let latin = glyphs.family(FontFace(.latin, .regular))
    file.markup("text{font-family:'\(latin)',sans-serif;text-rendering:geometricPrecision}\n")
    file.append(definitions.styles)
    if definitions.usesArabic {
      let arabic = glyphs.family(FontFace(.arabic, .regular))
      file.markup("\n.arabic{font-family:'\(arabic)','\(latin)',sans-serif;font-style:normal;letter-spacing:0}")
    }
    // The end of right-to-left text is its left edge.
    if definitions.runsRightToLeft { file.markup("\n.rtl{direction:rtl;unicode-bidi:embed;text-anchor:end}") }
  } else {
    file.append(definitions.styles)
  }
  file.markup("</style>\n")
}
