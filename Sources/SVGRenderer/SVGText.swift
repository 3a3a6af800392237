import Drawing
import Geometry

extension SVGCanvas {
  mutating func draw(_ item: TextItem) {
    guard item.line.runs.contains(where: { !$0.glyphs.isEmpty }) else { return }
    if options.text == .live, case .straight(let origin, let angle) = item.placement {
      drawLive(item, at: origin, angle: angle)
    } else {
      drawOutlines(item)
    }
  }

  /// One `text` for the line and, where there are several runs, one `tspan` for each in reading order; every run has its own `x`,
  /// so that viewers with slightly other advances cannot move the rest.
  private mutating func drawLive(_ item: TextItem, at origin: Point<Page>, angle: Double) {
    let runs = item.line.runs.filter { !$0.text.isEmpty }.sorted { $0.start < $1.start }
    guard let first = runs.first else { return }
    let style = item.line.style
    let font = SVGTextClass.Font(
      size: style.size, weight: style.weight, isItalic: FontFace(.latin, style.weight, isItalic: style.isItalic).isItalic,
      tracking: style.tracking)
    let name = definitions.name(of: SVGTextClass(font: font, color: item.color, halo: item.halo))
    for run in runs { definitions.use(run) }
    body.markup("<text")
    if runs.count == 1 {
      attributes(of: first, at: origin, textClass: name)
    } else {
      body.attribute("class", name)
    }
    body.attribute("y", origin.y)
    if angle != 0, angle.isFinite {
      body.markup(" transform=\"rotate(")
      body.number(angle)
      body.markup(" ")
      body.number(origin.x)
      body.markup(" ")
      body.number(origin.y)
      body.markup(")\"")
    }
    if runs.contains(where: \.hasFragileSpaces) { body.markup(" xml:space=\"preserve\"") }
    body.markup(">")
    if runs.count == 1 {
      body.escaped(first.text)
    } else {
      for run in runs {
        body.markup("<tspan")
        attributes(of: run, at: origin, textClass: nil)
        body.markup(">")
        body.escaped(run.text)
        body.markup("</tspan>")
      }
    }
    body.markup("</text>\n")
  }

  private mutating func attributes(of run: GlyphRun, at origin: Point<Page>, textClass: String?) {
    let names = [textClass, run.face.script == .arabic ? "arabic" : nil, run.isRightToLeft ? "rtl" : nil].compactMap(\.self)
    if !names.isEmpty { body.attribute("class", names.joined(separator: " ")) }
    body.attribute("x", origin.x + run.x)
  }

  private mutating func drawOutlines(_ item: TextItem) {
    let name = definitions.name(of: SVGTextClass(font: nil, color: item.color, halo: item.halo))
    body.markup("<path")
    body.attribute("class", name)
    body.attribute("role", "img")
    body.attribute("aria-label", item.line.text)
    body.markup(" d=\"")
    SVGPath.append(item.outlines(from: glyphs), decimals: 2, to: &body)
    body.markup("\"/>\n")
  }
}

extension GlyphRun {
  /// Spaces that SVG would drop.
  fileprivate var hasFragileSpaces: Bool { text.first == " " || text.last == " " || text.contains("  ") }
}
