import CairoRenderer
import Drawing
import Geometry
import SVGRenderer
import Typography

/// Small sheets and short ways to render them.
enum Samples {
  static func sheet(_ items: [DisplayItem], width: Double = 100, height: Double = 60) -> DisplayList {
    DisplayList(
      width: width, height: height, background: .white, language: "en", title: "Sheet", description: "A test", items: items)
  }

  static func box(_ x: Double, _ y: Double, _ side: Double) -> Path {
    Path.rectangle(Extent(minX: x, minY: y, maxX: x + side, maxY: y + side))
  }

  static func svg(_ items: [DisplayItem], _ options: SVGOptions = SVGOptions(embedFonts: false)) throws -> String {
    try svg(sheet(items), options)
  }

  static func svg(_ list: DisplayList, _ options: SVGOptions = SVGOptions(embedFonts: false)) throws -> String {
    let bytes = try renderSVG(list, glyphs: Shaper(), options: options) { picture throws(CairoFailure) in try encodePNG(picture) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Everything a display list can hold.
  static var showcase: DisplayList {
    let shaper = Shaper()
    var list = sheet([], width: 420, height: 300)
    list.background = Color(0xF7F3EA)
    let hatches = [
      Hatch(.lines, color: Color(0xB03030), ground: Color(0xF0D0C0), spacing: 8, width: 3),
      Hatch(.dots, color: Color(0x207040), ground: Color(0xD8ECD8), angle: 30, spacing: 7, width: 3),
      Hatch(.cross, color: Color(0x705090), angle: 0, spacing: 9, width: 1.2),
    ]
    for (index, hatch) in hatches.enumerated() {
      var path = box(15 + Double(index) * 90, 15, 70)
      path.append(Path.circle(center: Point(50 + Double(index) * 90, 50), radius: 14))
      let outline = Stroke(Color(0x333333), width: 1.2, dashes: index == 1 ? [6, 3] : [])
      list.items.append(.shape(Shape(path, fill: .hatch(hatch), stroke: outline)))
    }
    let texts: [(String, TextStyle)] = [
      ("Deir ez-Zor, AVATAR fi 0123", TextStyle(18)), ("SEMIBOLD TRACKED", TextStyle(14, .semibold, tracking: 3)),
      ("دير الزور والبوكمال ٢٠١٨", TextStyle(20)), ("Al-Bukamal · البوكمال (Syria) 15 km", TextStyle(16, .bold)),
      ("Furāt, Київ ≥ 55 → ʿAyn", TextStyle(16, isItalic: true)),
    ]
    for (index, text) in texts.enumerated() {
      let line = shaper.line(text.0, text.1)
      let halo = index % 2 == 0 ? Halo(.white, width: 2) : nil
      list.items.append(.text(TextItem(line, at: Point(15.4, 120.3 + Double(index) * 34), color: Color(0x222222), halo: halo)))
    }
    let turned = shaper.line("مدينة 30", TextStyle(15, .semibold))
    list.items.append(.text(TextItem(turned, at: Point(310, 30), angle: 30, color: Color(0x802020), halo: Halo(.white, width: 1.5))))
    let curve = (0...40).map { Point<Page>(290 + Double($0) * 3, 200 + 0.05 * (Double($0) - 20) * (Double($0) - 20)) }
    let name = shaper.line("Euphrates", TextStyle(14, isItalic: true, tracking: 1))
    if let places = name.placements(along: curve, startingAt: 20) {
      list.items.append(.text(TextItem(name, along: places, color: Color(0x2060A0), halo: Halo(Color(0xF7F3EA), width: 2))))
    }
    var faded = Group(clip: Path.circle(center: Point(370, 110), radius: 30), opacity: 0.5)
    faded.items.append(.shape(Shape(box(330, 80, 50), fill: Color(0xFF8800), stroke: Stroke(.black, width: 6))))
    faded.items.append(.shape(Shape(box(355, 100, 50), fill: Color(0x0088FF))))
    list.items.append(.group(faded))
    list.items.append(.picture(picture))
    return list
  }

  static var picture: Picture {
    var pixels: [UInt8] = []
    for row in 0..<16 { for column in 0..<16 { pixels += [UInt8(row * 16), UInt8(column * 16), 128, 255] } }
    return Picture(columns: 16, rows: 16, pixels: pixels, box: Extent(minX: 300, minY: 240, maxX: 400, maxY: 290))
  }
}
