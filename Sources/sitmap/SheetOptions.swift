import ArgumentParser
import Cartography
import Diagnostics
import Geometry
import Situation

/// Which theatre.
struct TheatreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The theatre's folder. Default: the nearest one upwards from here.", valueName: "dir"))
  var theatre: String?
}

/// How a sheet is to look.
struct SheetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A named part of the theatre (`sitmap list` shows them).", valueName: "id"))
  var view: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("What to show, in degrees: west,south,east,north.", valueName: "w,s,e,n"),
    transform: ExtentArgument.read)
  var extent: ExtentArgument?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "sheet (1600x1200), slide, a4, column (480 px wide; with `render` as high as it needs), square, or WxH in px or mm, for example 297x210mm. "
        + "Default: sheet; a chart has 1200x675, a film 1280x720.", valueName: "size"), transform: SizeArgument.read)
  var size: SizeArgument?

  @Option(help: ArgumentHelp("light, dark, print, grey, or a theme file of your own (see `sitmap themes`).", valueName: "name|file"))
  var theme: String = "light"

  @Option(
    help: ArgumentHelp(
      "Language of the sheet: en, or another that the theatre has; en+ar for both.", valueName: "code"))
  var lang: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What to draw, with commas: names to draw only those, -name to leave one out. Of: \(SheetRequest.Part.allCases.map(\.rawValue).joined(separator: " ")).",
      valueName: "list"), transform: LayersArgument.read)
  var layers: LayersArgument?

  @Option(help: ArgumentHelp("A title other than the report's or the theatre's.", valueName: "text"))
  var title: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Pixels of a PNG or of a film's frame per px of the sheet, 0.05 to 20. Default: 1.", valueName: "factor"))
  var scale: Double?

  func validate() throws {
    if view != nil, extent != nil { throw ValidationError("--view and --extent exclude each other.") }
    if let scale, !(0.05...20).contains(scale) { throw ValidationError("--scale goes from 0.05 to 20.") }
  }
}

/// `w,s,e,n` in degrees.
struct ExtentArgument: Equatable {
  var extent: Extent<Geographic>

  static func read(_ argument: String) throws -> ExtentArgument {
    if let extent = ExtentArgument(argument: argument) { return extent }
    throw ValidationError(
      "It is west,south,east,north in degrees, west before east and south before north, a hundredth of a degree apart at least; "
        + "found `\(argument.excerpt)`.")
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part.trimmed)
    }
    guard parts.count == 4, let w = parts[0], let s = parts[1], let e = parts[2], let n = parts[3] else { return nil }
    guard (-180...180).contains(w), (-180...180).contains(e), (-90...90).contains(s), (-90...90).contains(n) else { return nil }
    // A hundredth of a degree is the least, give or take how it is written.
    guard e - w > 0.00999, n - s > 0.00999 else { return nil }
    extent = Extent(minX: w, minY: s, maxX: e, maxY: n)
  }
}

extension Substring {
  var trimmed: Substring { drop { $0 == " " }.dropLast(reversed().prefix { $0 == " " }.count) }
}

/// Width and height of a sheet, in px.
struct SizeArgument: Equatable {
  var width, height: Double
  /// Whether a sheet of this size is as high as what is on it; films and charts keep the height.
  var fitsHeight = false

  static func read(_ argument: String) throws -> SizeArgument {
    if let size = SizeArgument(argument: argument) { return size }
    let (least, most) = (Int(SheetRequest.sizes.lowerBound), Int(SheetRequest.sizes.upperBound))
    throw ValidationError(
      "It is \(named.keys.sorted().joined(separator: ", ")) or WxH in px or mm, as in 1600x900 or 297x210mm, "
        + "each side \(least) to \(most) px and none over \(Int(SheetRequest.greatestRatio)) times the other.")
  }

  static let sheet = SizeArgument(width: 1600, height: 1200)
  private static let named: [String: SizeArgument] = [
    "sheet": sheet, "slide": SizeArgument(width: 1600, height: 900), "a4": SizeArgument(width: 297 * pxPerMm, height: 210 * pxPerMm),
    "column": SizeArgument(width: 480, height: 1600, fitsHeight: true), "square": SizeArgument(width: 1080, height: 1080),
  ]
  private static let pxPerMm = 96 / 25.4

  init(width: Double, height: Double, fitsHeight: Bool = false) {
    self.width = width
    self.height = height
    self.fitsHeight = fitsHeight
  }

  init?(argument: String) {
    if let named = Self.named[argument] {
      self = named
      return
    }
    var text = argument[...]
    var unit = 1.0
    if text.hasSuffix("mm") {
      text = text.dropLast(2)
      unit = Self.pxPerMm
    } else if text.hasSuffix("px") {
      text = text.dropLast(2)
    }
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]), width.isFinite, height.isFinite else { return nil }
    // To a thousandth of a px: 254 mm are 960 px and not a hair more, which would add a row of pixels.
    func px(_ length: Double) -> Double { (length * unit * 1000).rounded() / 1000 }
    guard SheetRequest.sizes.contains(px(width)), SheetRequest.sizes.contains(px(height)),
      max(width, height) <= SheetRequest.greatestRatio * min(width, height)
    else { return nil }
    self.init(width: px(width), height: px(height))
  }
}

/// The parts of the sheet that are drawn.
struct LayersArgument: Equatable {
  var parts: Set<SheetRequest.Part>

  static func read(_ argument: String) throws -> LayersArgument { try LayersArgument(argument) }

  private init(_ argument: String) throws {
    var wanted: Set<SheetRequest.Part> = []
    var unwanted: Set<SheetRequest.Part> = []
    for word in argument.split(separator: ",") {
      let isNegative = word.hasPrefix("-")
      let name = String(isNegative ? word.dropFirst() : word)
      if name == "all" {
        wanted.formUnion(SheetRequest.Part.allCases)
        continue
      }
      guard let part = SheetRequest.Part(rawValue: name) else {
        let known = SheetRequest.Part.allCases.map(\.rawValue)
        let hint = nearestWord(to: name, among: known).map { "Did you mean `\($0)`?" } ?? "There are \(known.joined(separator: ", "))."
        throw ValidationError("There is no part `\(name.excerpt)` of a sheet. \(hint)")
      }
      if isNegative { unwanted.insert(part) } else { wanted.insert(part) }
    }
    if wanted.isEmpty, unwanted.isEmpty { throw ValidationError("--layers names no part of the sheet.") }
    parts = (wanted.isEmpty ? Set(SheetRequest.Part.allCases) : wanted).subtracting(unwanted)
  }
}

/// A day on the command line.
struct DayArgument: Equatable {
  var day: Day

  /// Says what is wrong with a text that is no day, which `ExpressibleByArgument` cannot.
  static func read(_ argument: String) throws(DayDefect) -> DayArgument { DayArgument(day: try Day(iso: argument)) }
}
