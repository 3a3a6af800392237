import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Typography

/// Short ways to compose sheets of the tiny theatre.
enum Composing {
  static func sheet(
    _ theatre: Theatre, on day: Day = TinyTheatre.day, size: (width: Double, height: Double) = (800, 600), language: String = "en",
    extent: Extent<Geographic>? = nil, title: String? = nil, parts: Set<SheetRequest.Part> = Set(SheetRequest.Part.allCases),
    report: ReportID? = "tiny-2020-01-10", measuring shaper: Shaper = Shaper()
  ) throws(SheetFailure) -> DisplayList {
    let request = SheetRequest(
      width: size.width, height: size.height, extent: extent ?? theatre.extent, title: title ?? theatre.title[language],
      language: language, parts: parts)
    return try composeSheet(theatre, theatre.situation(on: day, report: report), request, measuring: shaper).displayList
  }

  static let sizes: [(name: String, width: Double, height: Double)] = [
    ("sheet", 1600, 1200), ("slide", 1600, 900), ("a4", 1122.52, 793.7), ("column", 480, 1600), ("square", 1080, 1080),
  ]
}
