import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// Sheets of what has changed, and charts of it.
struct DifferenceTests {
  /// Süden changes hands on 12 January after a day of doubt, Osten is fought for from the 15th.
  static let control: [String: String?] = [
    TinyTheatre.controlPath: nil,
    "geodata/control/places.csv": """
    place,from,until,holder,status,basis
    norden,2020-01-01,,red,held,editorial: x
    sueden,2020-01-01,2020-01-10/2020-01-11,blue,held,editorial: x
    sueden,2020-01-11/2020-01-12,,red,held,editorial: x
    osten,2020-01-01,2020-01-14,green,held,editorial: x
    osten,2020-01-15,,green|red,contested,editorial: x

    """,
  ]

  private func day(_ number: Int) throws -> Day { try Day(year: 2020, month: 1, dayOfMonth: number) }

  private func sheet(_ theatre: Theatre, _ from: Int, _ to: Int, language: String = "en") throws -> DisplayList {
    var history = ControlHistory(theatre)
    let difference = try history.difference(from: day(from), to: day(to))
    let situation = try history.situation(on: day(to))
    var request = SheetRequest(
      width: 1600, height: 1200, extent: theatre.extent, title: theatre.title[language], language: language, window: 0)
    request.summary = Wording(language: language).sentence(on: difference, theatre)
    return try composeDifferenceSheet(theatre, difference, situation, request, measuring: Shaper()).displayList
  }

  @Test func `a sheet of changes shows each change once, with what it was, what it is and its size`() throws {
    let theatre = try TinyTheatre.read(Self.control)
    let list = try sheet(theatre, 5, 20)
    let changes = try #require(list.group("changes")).items.flatMap(\.groups).filter { $0.id != nil }
    let words = changes.map { group in group.attributes.filter { $0.name != "km2" }.map(\.value) }
    #expect(Set(words) == [["held-blue", "held-red"], ["held-green", "contested-green-red"], ["held-green", "unassigned"]])
    #expect(changes.allSatisfy { $0.description?.contains("km²") == true })
    #expect(list.group("claims") == nil && list.group("legend") != nil && list.group("list") != nil)
  }

  @Test func `the sentence names who took how much from whom, and the main places`() throws {
    let theatre = try TinyTheatre.read(Self.control)
    var history = ControlHistory(theatre)
    func sentence(_ from: Int, _ to: Int, _ language: String = "en") throws -> String {
      Wording(language: language).sentence(on: try history.difference(from: day(from), to: day(to)), theatre)
    }
    let english = try sentence(5, 13)
    #expect(english.hasPrefix("Between 5 January and 13 January 2020 Red army took "))
    #expect(english.hasSuffix("km², all from Blue, including Süden."))
    #expect(try sentence(5, 6) == "Between 5 January and 6 January 2020 no ground changed hands.")
    #expect(try sentence(5, 20).contains(" became contested"))
    // Backwards the same ground changes hands, but nobody is said to have taken it between the days.
    #expect(try sentence(13, 5).hasPrefix("Going back from 13 January 2020 to 5 January, Blue army took "))
    #expect(try sentence(5, 13, "ar").contains("الأحمر"))
  }

  @Test func `a sheet of changes speaks Arabic`() throws {
    let list = try sheet(try TinyTheatre.read(Self.control), 5, 20, language: "ar")
    #expect(list.language == "ar" && list.group("changes") != nil)
  }

  @Test func `a sheet with computed areas says by which rule`() throws {
    let theatre = try TinyTheatre.read(
      Self.control.merging([
        "geodata/theatre.yaml": TinyTheatre.texts["geodata/theatre.yaml"].map {
          $0 + "control: {reach-km: 40, barriers: [{layer: borders}]}\n"
        }
      ]) { $1 })
    var history = ControlHistory(theatre)
    let situation = try history.situation(on: day(5))
    let request = SheetRequest(width: 1600, height: 1200, extent: theatre.extent, title: "x")
    let list = try composeSheet(theatre, situation, request, measuring: Shaper()).displayList
    let sources = try #require(list.group("sources")).items.flatMap(\.texts).map(\.line.text).joined(separator: " ")
    #expect(sources.contains("nearest held place within 40 km, never across state borders"), "\(sources)")
  }

  @Test func `a chart stacks every side up to all the ground there is`() throws {
    let theatre = try TinyTheatre.read(Self.control)
    var history = ControlHistory(theatre)
    let tallies = try [1, 11, 12, 20, 31].compactMap { number in
      try history.control(on: day(number)).map { try ControlTally($0, on: day(number), theatre: theatre) }
    }
    for language in ["en", "ar"] {
      let request = SheetRequest(width: 900, height: 500, extent: theatre.extent, title: "x", language: language)
      let list = composeAreaChart(theatre, tallies, request, measuring: Shaper())
      let bands = try #require(list.group("bands"))
      let ids = bands.items.flatMap(\.groups).compactMap(\.id).filter { $0.hasPrefix("band-") }
      #expect(ids == ["band-red", "band-blue", "band-green", "band-contested", "band-unassigned"])
      // The top band ends at the top of the plot all along.
      let plot = try #require(bands.clip).extent
      let top = try #require(bands.items.flatMap(\.groups).last { $0.id == "band-unassigned" }?.shapes.first?.path.extent)
      let foot = Shaper().ink(of: try #require(list.group("sources")))
      #expect(foot.minY > plot.maxY && foot.maxY < 500)
      // Nobody's figure is nothing: who has no ground left is told with the most that it had.
      let key = try #require(list.group("legend")).words
      #expect(!key.contains { $0.hasPrefix("0.0 ") }, "\(key)")
      #expect(abs(top.minY - plot.minY) < 0.01 && abs(top.minX - plot.minX) < 0.01 && abs(top.maxX - plot.maxX) < 0.01)
    }
    let nothing = composeAreaChart(
      theatre, [], SheetRequest(width: 900, height: 500, extent: theatre.extent, title: "x"), measuring: Shaper())
    #expect(nothing.group("bands") == nil)
  }
}
