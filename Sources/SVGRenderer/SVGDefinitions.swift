import Drawing
import Geometry

/// What marks refer to by name: patterns, clips, text classes and the letters used. Each is written once, in order of first use.
struct SVGDefinitions {
  private(set) var bytes = SVGBytes()
  private(set) var styles = SVGBytes()
  private(set) var letters: [FontFace: Set<Unicode.Scalar>] = [:]
  private(set) var usesArabic = false
  private(set) var runsRightToLeft = false
  private let decimals: Int
  private var names: Set<String> = []
  private var hatches: [Hatch: String] = [:]
  private var clips: [Path: String] = [:]
  private var classes: [SVGTextClass: String] = [:]

  init(decimals: Int, reserved: [String]) {
    self.decimals = decimals
    names = Set(reserved)
  }

  /// A name that no other element has: letters, digits, `-` and `_`, starting with a letter.
  mutating func unique(_ wanted: String) -> String {
    var base = String(
      String.UnicodeScalarView(
        wanted.unicodeScalars.map { scalar in
          scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_")
            ? scalar : "-"
        }))
    if base.utf8.first.map({ $0 < 0x41 || $0 == 0x5F }) ?? true { base = "i" + base }
    var name = base
    var count = 2
    while !names.insert(name).inserted {
      name = "\(base)-\(count)"
      count += 1
    }
    return name
  }

  mutating func name(of hatch: Hatch) -> String {
    if let known = hatches[hatch] { return known }
    let name = unique("hatch-\(hatches.count + 1)")
    hatches[hatch] = name
    bytes.pattern(hatch, id: name)
    return name
  }

  mutating func name(of clip: Path) -> String {
    if let known = clips[clip] { return known }
    let name = unique("clip-\(clips.count + 1)")
    clips[clip] = name
    bytes.markup("<clipPath")
    bytes.attribute("id", name)
    bytes.markup("><path clip-rule=\"evenodd\" d=\"")
    SVGPath.append(clip, decimals: decimals, to: &bytes)
    bytes.markup("\"/></clipPath>")
    return name
  }

  mutating func name(of textClass: SVGTextClass) -> String {
    if let known = classes[textClass] { return known }
    let name = "t\(classes.count + 1)"
    classes[textClass] = name
    textClass.append(as: name, to: &styles)
    return name
  }

  mutating func use(_ run: GlyphRun) {
    letters[run.face, default: []].formUnion(run.text.unicodeScalars)
    if run.face.script == .arabic { usesArabic = true }
    if run.isRightToLeft { runsRightToLeft = true }
  }
}
