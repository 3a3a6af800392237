import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// Locator, north arrow, title and summary.
struct FurnitureTests {
  private func compose(
    _ theatre: Theatre, extent: Extent<Geographic>, title: String = "A title", summary: String = "", size: (Double, Double) = (1600, 1200),
    language: String = "en", shaper: Shaper = Shaper()
  ) throws -> DisplayList {
    let request = SheetRequest(
      width: size.0, height: size.1, extent: extent, title: title, summary: summary, language: language, window: 30)
    return try composeSheet(theatre, theatre.situation(on: theatre.latestDay, window: 30), request, measuring: shaper).displayList
  }

  @Test(arguments: [Extent<Geographic>(minX: 40, minY: 33.6, maxX: 42, maxY: 35), Extent(minX: 36, minY: 34.4, maxX: 38.4, maxY: 36)])
  func `the locator's box lies in the theatre where the map does`(extent: Extent<Geographic>) throws {
    let theatre = try RepositoryTheatre.read()
    let list = try compose(theatre, extent: extent)
    let locator = try #require(list.group("locator"))
    let whole = try #require(DisplayItem.group(locator).groups.compactMap(\.clip).first).extent
    let frame = try #require(
      locator.shapes.first { if case .solid(let color)? = $0.fill { color.alpha < 0.2 && $0.stroke != nil } else { false } })
    let map = try #require(list.group("map")?.clip?.extent)
    let shown = frame.path.extent
    #expect(whole.contains(shown.center))
    // Degrees to px by what the locator must show at least, theatre and view with a tenth around them.
    let both = Extent<Geographic>(
      minX: min(theatre.extent.minX, extent.minX), minY: min(theatre.extent.minY, extent.minY),
      maxX: max(theatre.extent.maxX, extent.maxX), maxY: max(theatre.extent.maxY, extent.maxY))
    let all = both.inset(by: -0.1 * max(both.width, both.height))
    func share(_ value: Double, _ low: Double, _ high: Double) -> Double { (value - low) / (high - low) }
    #expect(abs(share(shown.center.x, whole.minX, whole.maxX) - share(extent.center.x, all.minX, all.maxX)) < 0.06)
    #expect(abs(share(shown.center.y, whole.maxY, whole.minY) - share(extent.center.y, all.minY, all.maxY)) < 0.08)
    // It has the map's own shape.
    #expect(abs(shown.width / shown.height - map.width / map.height) < 0.25)
  }

  @Test func `an arrow tells the north only where it is not up`() throws {
    var theatre = try RepositoryTheatre.read()
    let extent = Extent<Geographic>(minX: 38, minY: 33, maxX: 42, maxY: 36)
    #expect(try compose(theatre, extent: extent).group("north") == nil)
    // A projection made for Europe turns the Euphrates by a good twenty degrees.
    theatre.projection = "EPSG:3035"
    let list = try compose(theatre, extent: extent)
    let arrow = try #require(list.group("north")?.shapes.last).path
    let points = arrow.elements.compactMap { element -> Point<Page>? in
      if case .move(let p) = element { p } else if case .line(let p) = element { p } else { nil }
    }
    let tip = try #require(points.first)
    let foot = points[2]
    let map = try #require(list.group("map")?.clip?.extent)
    let projection = try Projection("EPSG:3035")
    let south = projection.project(Point<Geographic>(40, 34.5))
    let north = projection.project(Point<Geographic>(40, 34.6))
    let wanted = (north.x - south.x) / (north.y - south.y)
    #expect(abs((tip.x - foot.x) / (foot.y - tip.y) - wanted) < 0.06)
    #expect(abs(wanted) > 0.2 && map.contains(tip))
  }

  @Test(arguments: Composing.sizes.map(\.name), ["en", "ar"])
  func `a title of 120 letters and a summary of 500 leave the map its room`(size: String, language: String) throws {
    let size = try #require(Composing.sizes.first { $0.name == size })
    let shaper = Shaper()
    let words = language == "ar" ? "تقدمت القوات نحو الحدود من الجانبين " : "Forces went to the border from both sides "
    let list = try compose(
      RepositoryTheatre.read(), extent: Extent(minX: 38, minY: 33, maxX: 42, maxY: 36),
      title: String(String(repeating: words, count: 6).prefix(120)), summary: String(String(repeating: words, count: 16).prefix(500)),
      size: (size.width, size.height), language: language, shaper: shaper)
    let sheet = Extent<Page>(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
    for id in ["title", "map", "legend", "list", "sources"] {
      let group = try #require(list.group(id))
      #expect(sheet.inset(by: -0.01).contains(shaper.ink(of: group)), "\(id)")
    }
    let map = try #require(list.group("map")?.clip?.extent)
    #expect(map.minY >= shaper.ink(of: try #require(list.group("title"))).maxY)
    #expect(map.width * map.height > 0.15 * size.width * size.height)
  }

  @Test func `the description tells who holds ground on the map, and nobody else`() throws {
    let theatre = try RepositoryTheatre.read()
    let list = try compose(theatre, extent: Extent(minX: 43, minY: 32.6, maxX: 44, maxY: 33.4))
    let drawn = try #require(list.group("control")).items.compactMap { if case .group(let area) = $0 { area.title } else { nil } }
    let told = try #require(list.description.split(separator: "Who holds the ground: ").last?.split(separator: ".").first)
    #expect(told.split(separator: ", ").map(String.init) == drawn)
  }
}
