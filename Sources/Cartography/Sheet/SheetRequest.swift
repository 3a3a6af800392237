import Geometry
import Situation

/// What a sheet is to show, apart from the situation itself.
package struct SheetRequest: Sendable {
  /// A part of the sheet that can be left out.
  package enum Part: String, CaseIterable, Sendable {
    case relief, water, roads, governorates, borders, graticule, control, fronts, claims, moves, zones, places, names
    case title, legend, list, sources, scale, inset, locator
  }

  /// A part of the map shown again at a larger scale.
  package struct Inset: Hashable, Sendable {
    package var title: String
    /// The same in the second language.
    package var secondTitle: String?
    package var extent: Extent<Geographic>

    package init(title: String, secondTitle: String? = nil, extent: Extent<Geographic>) {
      self.title = title
      self.secondTitle = secondTitle
      self.extent = extent
    }
  }

  /// In px.
  package var width, height: Double
  /// The sheet becomes as high as what is on it, and `height` counts no more: for columns, which readers scroll.
  package var fitsHeight = false
  package var extent: Extent<Geographic>
  package var title: String
  /// A sentence under the title; may be empty.
  package var summary: String
  /// The same in the second language; may be empty.
  package var secondSummary = ""
  /// `en`, `ar`, …: the language of every text on the sheet.
  package var language: String
  /// Names and furniture stand in this language too, beside or below; the list does where it has room.
  package var secondLanguage: String?
  package var theme: Theme
  package var parts: Set<Part>
  /// Days back from the day drawn from which claims are shown; nil when the claims of one report are shown, whatever their day.
  package var window: Int?
  /// How claims pale with age; nil where all look alike.
  package var fading: ClaimFading?
  /// Wide sheets with a list have room for one.
  package var inset: Inset?
  /// The ground under the middle of each label of an earlier sheet, by id: each rather stays where it was.
  package var earlierSpots: [String: Point<Geographic>] = [:]

  package init(
    width: Double, height: Double, extent: Extent<Geographic>, title: String, summary: String = "", language: String = "en",
    theme: Theme = .light, parts: Set<Part> = Set(Part.allCases), window: Int? = nil
  ) {
    self.width = width
    self.height = height
    self.extent = extent
    self.title = title
    self.summary = summary
    self.language = language
    self.theme = theme
    self.parts = parts
    self.window = window
  }

  package static let sizes: ClosedRange<Double> = 240...20_000
  /// No side is more than so many times the other.
  package static let greatestRatio = 6.0
  /// The same for a sheet that is as high as what is on it.
  package static let greatestFittedRatio = 9.0

  package var isRightToLeft: Bool { Self.runsRightToLeft(language) }

  package static func runsRightToLeft(_ language: String) -> Bool { ["ar", "fa", "he", "ur", "ckb", "ps"].contains(language) }
}

/// Why no sheet can be composed.
package enum SheetFailure: Error, Sendable, CustomStringConvertible {
  case projection(ProjectionFailure)
  case overlay(OverlayFailure)
  case emptyView(Extent<Geographic>)

  package var description: String {
    switch self {
    case .projection(let failure): failure.description
    case .overlay(let failure): failure.description
    case .emptyView(let extent):
      "nothing of \(extent.minX),\(extent.minY),\(extent.maxX),\(extent.maxY) can be shown in this projection"
    }
  }
}
