import ArgumentParser
import Cartography
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

  @Option(parsing: .unconditional, help: ArgumentHelp("What to show, in degrees: west,south,east,north.", valueName: "w,s,e,n"))
  var extent: ExtentArgument?

  @Option(help: ArgumentHelp("sheet (1600x1200), slide, a4, column, square, or WxH in px or mm, for example 297x210mm.", valueName: "size"))
  var size: SizeArgument = .sheet

  @Option(help: ArgumentHelp("light, dark, print, grey, or a theme file of your own (see `sitmap themes`).", valueName: "name|file"))
  var theme: String = "light"

  @Option(
    help: ArgumentHelp(
      "Language of the sheet: en, or another that the theatre has; en+ar for the names of the map in both.", valueName: "code"))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      "What to draw, with commas: names to draw only those, -name to leave one out. Of: \(SheetRequest.Part.allCases.map(\.rawValue).joined(separator: " ")).",
      valueName: "list"))
  var layers: LayersArgument?

  @Option(help: ArgumentHelp("A title other than the report's or the theatre's.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Pixels of a PNG or of a film's frame per px of the sheet. Default: 1.", valueName: "factor"))
  var scale: Double?

  func validate() throws {
    if let scale, !(0.05...20).contains(scale) { throw ValidationError("--scale goes from 0.05 to 20.") }
  }
}

/// `w,s,e,n` in degrees.
struct ExtentArgument: ExpressibleByArgument, Equatable {
  var extent: Extent<Geographic>

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
struct SizeArgument: ExpressibleByArgument, Equatable {
  var width, height: Double

  static let sheet = SizeArgument(width: 1600, height: 1200)
  private static let named: [String: SizeArgument] = [
    "sheet": sheet, "slide": SizeArgument(width: 1600, height: 900), "a4": SizeArgument(width: 297 * pxPerMm, height: 210 * pxPerMm),
    "column": SizeArgument(width: 480, height: 1600), "square": SizeArgument(width: 1080, height: 1080),
  ]
  private static let pxPerMm = 96 / 25.4

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
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
    guard SheetRequest.sizes.contains(px(width)), SheetRequest.sizes.contains(px(height)) else { return nil }
    self.init(width: px(width), height: px(height))
  }

  var defaultValueDescription: String { "sheet" }
}

/// The parts of the sheet that are drawn.
struct LayersArgument: ExpressibleByArgument, Equatable {
  var parts: Set<SheetRequest.Part>

  init?(argument: String) {
    var wanted: Set<SheetRequest.Part> = []
    var unwanted: Set<SheetRequest.Part> = []
    for word in argument.split(separator: ",") {
      let isNegative = word.hasPrefix("-")
      let name = String(isNegative ? word.dropFirst() : word)
      if name == "all" {
        wanted.formUnion(SheetRequest.Part.allCases)
        continue
      }
      guard let part = SheetRequest.Part(rawValue: name) else { return nil }
      if isNegative { unwanted.insert(part) } else { wanted.insert(part) }
    }
    parts = (wanted.isEmpty ? Set(SheetRequest.Part.allCases) : wanted).subtracting(unwanted)
  }
}

/// A day on the command line.
struct DayArgument: Equatable {
  var day: Day

  /// Says what is wrong with a text that is no day, which `ExpressibleByArgument` cannot.
  static func read(_ argument: String) throws(DayDefect) -> DayArgument { DayArgument(day: try Day(iso: argument)) }
}
