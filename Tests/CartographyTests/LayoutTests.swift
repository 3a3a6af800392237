import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// The parts of a sheet keep to the sheet and out of each other's way.
struct LayoutTests {
  private static let panels = ["title", "map", "inset", "list", "legend", "sources"]

  /// What is outside the sheet, and which parts lie over each other.
  private func faults(_ list: DisplayList, _ shaper: Shaper) -> [String] {
    let sheet = Extent<Page>(minX: 0, minY: 0, maxX: list.width, maxY: list.height)
    var found: [String] = []
    var boxes: [(id: String, box: Extent<Page>)] = []
    for case .group(let group) in list.items {
      let box = shaper.ink(of: group)
      if box.isEmpty { continue }
      if !sheet.inset(by: -0.01).contains(box) { found.append("\(group.id ?? "a group") leaves the sheet: \(box)") }
      if let id = group.id, Self.panels.contains(id) { boxes.append((id, id == "map" ? box : box.inset(by: 0.5))) }
    }
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] where a.box.overlap(with: b.box) > 0 { found.append("\(a.id) \(a.box) lies over \(b.id) \(b.box)") }
    }
    return found
  }

  @Test(arguments: Composing.sizes.map(\.name), ["en", "ar"])
  func `nothing leaves the sheet and no panel lies over another`(size: String, language: String) throws {
    let size = try #require(Composing.sizes.first { $0.name == size })
    let shaper = Shaper()
    let list = try Composing.sheet(TinyTheatre.read(), size: (size.width, size.height), language: language, measuring: shaper)
    #expect(faults(list, shaper) == [])
    #expect(Set(list.groups.compactMap(\.id)).isSuperset(of: Self.panels.filter { $0 != "inset" }))
  }

  @Test(arguments: Composing.sizes.map(\.name), ["en", "ar", "en+ar"])
  func `nothing lies over another part on any report's sheet`(size: String, languages: String) throws {
    let size = try #require(Composing.sizes.first { $0.name == size })
    let codes = languages.split(separator: "+").map(String.init)
    let theatre = try RepositoryTheatre.read()
    for report in theatre.reports {
      let map = try #require(report.map)
      let shaper = Shaper()
      var request = SheetRequest(
        width: size.width, height: size.height, extent: map.view.flatMap { theatre.view($0)?.extent } ?? theatre.extent,
        title: codes.compactMap { map.title?[$0] }.joined(separator: "\n"), summary: report.summary[codes[0]], language: codes[0])
      request.secondLanguage = codes.dropFirst().first
      request.secondSummary = request.secondLanguage.map { report.summary[$0] } ?? ""
      request.fitsHeight = size.name == "column"
      request.inset = map.inset.flatMap { theatre.view($0) }.map { .init(title: $0.title[codes[0]], extent: $0.extent) }
      // Names stay out: where they go has tests of its own, and takes the time.
      request.parts.subtract([.names, .relief, .roads, .governorates])
      let situation = theatre.situation(on: map.on ?? theatre.latestDay, report: report.id)
      let list = try composeSheet(theatre, situation, request, measuring: shaper).displayList
      #expect(faults(list, shaper) == [], "\(report.id)")
      // A list that is cut says so; the sheets that ship have room for all of it, two languages on a square or a slide excepted.
      let isCut = try #require(list.group("list")).words.contains { $0.contains(Wording(language: codes[0])[.more]) }
      #expect(!isCut || (codes.count == 2 && ["square", "slide"].contains(size.name)), "\(report.id) has no room for its list")
    }
  }

  @Test(arguments: Composing.sizes.map(\.name))
  func `a long title is cut and leaves the map its room`(size: String) throws {
    let size = try #require(Composing.sizes.first { $0.name == size })
    let shaper = Shaper()
    let title = String(repeating: "A very long title that somebody wrote without thinking of the sheet ", count: 8)
    let list = try Composing.sheet(TinyTheatre.read(), size: (size.width, size.height), title: title, measuring: shaper)
    #expect(faults(list, shaper) == [])
    let map = try #require(list.group("map")?.clip?.extent)
    #expect(map.width * map.height > 0.2 * list.width * list.height)
  }

  @Test func `a title of one endless word stays on the sheet`() throws {
    let shaper = Shaper()
    let list = try Composing.sheet(
      TinyTheatre.read(), size: (480, 960), title: String(repeating: "Donaudampfschifffahrt", count: 20), measuring: shaper)
    #expect(faults(list, shaper) == [])
  }

  @Test(arguments: Composing.sizes.map(\.name))
  func `a day without control and without claims is a sheet like any other`(size: String) throws {
    let size = try #require(Composing.sizes.first { $0.name == size })
    let shaper = Shaper()
    let theatre = try TinyTheatre.read([TinyTheatre.controlPath: nil, TinyTheatre.reportPath: nil])
    let list = try Composing.sheet(theatre, size: (size.width, size.height), report: nil, measuring: shaper)
    #expect(faults(list, shaper) == [])
    #expect(list.group("list")?.words.joined(separator: " ").contains("No event is on file") == true)
    #expect(list.group("control") == nil)
  }

  @Test func `a view without a single place is a sheet like any other`() throws {
    let shaper = Shaper()
    let empty = Extent<Geographic>(minX: 16, minY: 36, maxX: 17, maxY: 36.8)
    let list = try Composing.sheet(TinyTheatre.read(), extent: empty, measuring: shaper)
    #expect(faults(list, shaper) == [])
    #expect(list.group("places") == nil)
  }

  @Test(arguments: [(200.0, 200.0), (200, 1200), (3000, 400), (5000, 5000)])
  func `sheets of any size and shape can be composed`(size: (width: Double, height: Double)) throws {
    let shaper = Shaper()
    let list = try Composing.sheet(TinyTheatre.read(), size: size, measuring: shaper)
    let map = try #require(list.group("map")?.clip?.extent)
    #expect(map.minX >= 0 && map.maxX <= size.width && map.width > 0)
  }

  @Test func `an Arabic sheet is the mirror of an English one`() throws {
    func middle(_ language: String, _ id: String) throws -> Double {
      let shaper = Shaper()
      let list = try Composing.sheet(TinyTheatre.read(), size: (1600, 1200), language: language, measuring: shaper)
      return shaper.ink(of: try #require(list.group(id))).center.x
    }
    #expect(try middle("en", "list") > middle("en", "map"))
    #expect(try middle("ar", "list") < middle("ar", "map"))
    #expect(try middle("en", "title") < 800 && middle("ar", "title") > 800)
  }

  @Test func `parts that are not asked for are not there`() throws {
    let bare = try Composing.sheet(TinyTheatre.read(), parts: [.control, .borders])
    let ids = Set(bare.groups.compactMap(\.id))
    #expect(ids.isSuperset(of: ["map", "control", "borders"]))
    #expect(ids.isDisjoint(with: ["title", "legend", "list", "sources", "scale", "fronts", "places", "place-names", "claims", "roads"]))
  }
}
