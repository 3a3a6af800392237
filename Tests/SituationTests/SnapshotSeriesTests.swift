import Diagnostics
import Geometry
import Situation
import TestSupport
import Testing

/// Folders of dated GeoJSON files.
@Suite struct SnapshotSeriesTests {
  private static let square = "[[[36,48],[38,48],[38,50],[36,50],[36,48]]]"

  private static func feature(_ properties: String = "", _ coordinates: String = square, type: String = "Polygon") -> String {
    "{\"type\": \"Feature\", \"properties\": {\(properties)}, \"geometry\": {\"type\": \"\(type)\", \"coordinates\": \(coordinates)}}"
  }

  private static func file(_ features: [String], _ members: String = "") -> String {
    "{\"type\": \"FeatureCollection\", \(members)\"features\": [\(features.joined(separator: ", "))]}"
  }

  private func open(
    _ texts: [String: String], _ rules: SnapshotSeries.Rules = SnapshotSeries.Rules(faction: "red")
  ) async throws -> (series: SnapshotSeries, faults: [Fault], files: MemoryFiles) {
    let files = MemoryFiles(texts: texts)
    let opened = try await SnapshotSeries.open(files, rules: rules)
    return (opened.series, opened.faults, files)
  }

  private func faults(_ text: String, _ rules: SnapshotSeries.Rules = SnapshotSeries.Rules(faction: "red")) async -> [String] {
    do {
      return try await open(["2024-01-01.geojson": text], rules).faults.map(\.description)
    } catch let invalid as InvalidInput {
      return invalid.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    ("a.geojson", "", "\"date\": \"2024-07-14\""), ("a.geojson", "", "\"timestamp\": \"2024-07-14T23:10:00Z\""),
    ("a.geojson", "\"name\": \"deep_20240714\", ", ""), ("a.geojson", "\"date\": \"2024-07-14\", ", ""),
    ("x_20240714_final.geojson", "", ""), ("2024-07-14.geojson", "\"name\": \"layer 7\", ", ""), ("2024_07_14.json", "", "\"id\": 3"),
  ])
  func `the date comes from a property, the name of the collection or the name of the file`(
    name: String, members: String, properties: String
  ) async throws {
    let opened = try await open([name: Self.file([Self.feature(properties)], members)])
    #expect(opened.series.entries.map(\.day.description) == ["2024-07-14"])
  }

  @Test func `each file holds until the next`() async throws {
    let texts = ["2024-01-01", "2024-01-05", "2024-02-01"].reduce(into: [String: String]()) {
      $0["\($1).geojson"] = Self.file([Self.feature()])
    }
    let series = try await open(texts).series
    #expect(series.entry(on: try Day(iso: "2023-12-31")) == nil)
    #expect(series.entry(on: try Day(iso: "2024-01-31"))?.path == "2024-01-05.geojson")
    #expect(series.entry(on: try Day(iso: "2030-01-31"))?.path == "2024-02-01.geojson")
  }

  @Test(arguments: [
    square, "[[[36,48],[36,50],[38,50],[38,48],[36,48]]]", "[[[36,48,0.0],[38,48,12.5],[38,50,0],[36,50,0],[36,48,0.0]]]",
  ])
  func `height and winding change nothing`(coordinates: String) async throws {
    let opened = try await open(["2024-01-01.geojson": Self.file([Self.feature("", coordinates)])])
    let read = try opened.series.control(of: opened.series.entries[0], from: opened.files)
    #expect(agree(read.control.coverage.groundByArea[0], Geodesic.wgs84.area(of: box(36, 48, 38, 50)), within: 1e-12))
    #expect(read.repairs.isEmpty)
  }

  @Test func `an empty multipolygon, a day without ground and a day without features are read`() async throws {
    let opened = try await open([
      "2024-01-01.geojson": Self.file([Self.feature("", "[]", type: "MultiPolygon"), Self.feature()]),
      "2024-01-02.geojson": Self.file([Self.feature("", "[]", type: "MultiPolygon")]), "2024-01-03.geojson": Self.file([]),
    ])
    let ground = try opened.series.entries.map { entry in
      try opened.series.control(of: entry, from: opened.files).control.coverage.groundByArea.reduce(0, +)
    }
    #expect(ground[0] > 0 && ground[1] == 0 && ground[2] == 0)
  }

  @Test func `overlaps between sides go to the later feature, and are counted and measured`() async throws {
    let later = Self.feature("\"side\": \"blue\"", "[[[37,48],[39,48],[39,50],[37,50],[37,48]]]")
    let opened = try await open(
      ["2024-01-01.geojson": Self.file([Self.feature("\"side\": \"red\""), later])], SnapshotSeries.Rules(factionField: "side"))
    let read = try opened.series.control(of: opened.series.entries[0], from: opened.files)
    #expect(read.control.coverage.isValid)
    #expect(read.repairs.overlapCount == 1)
    let shared = try #require(read.repairs.overlaps.first)
    #expect(shared.key.winner == "blue" && shared.key.loser == "red")
    #expect(agree(shared.value, Geodesic.wgs84.area(of: box(37, 48, 38, 50)), within: 1e-6))
    #expect(opened.series.factionNames == ["blue", "red"])
  }

  @Test func `overlaps within one side and polygons that touch are no dispute`() async throws {
    let other = Self.feature("", "[[[37,48],[39,48],[39,50],[37,50],[37,48]]]")
    let opened = try await open(["2024-01-01.geojson": Self.file([Self.feature(), other])])
    let read = try opened.series.control(of: opened.series.entries[0], from: opened.files)
    #expect(read.repairs.overlapCount == 0)
    #expect(agree(read.control.coverage.groundByArea[0], Geodesic.wgs84.area(of: box(36, 48, 39, 50)), within: 1e-3))
  }

  @Test func `a self-crossing polygon and a ring of two points are mended and reported`() async throws {
    let bow = Self.feature("", "[[[30,45],[30.2,45.2],[30.2,45],[30,45.2],[30,45]]]")
    let thin = Self.feature("", "[[[31,45],[31.1,45],[31,45]]]")
    let opened = try await open(["2024-01-01.geojson": Self.file([Self.feature(), bow, thin])])
    let read = try opened.series.control(of: opened.series.entries[0], from: opened.files)
    #expect(read.repairs.crossedCount == 1 && read.repairs.thinRings == 1 && read.control.coverage.isValid)
    #expect(opened.faults.map(\.description).mention("2024-01-01.geojson:1:"))
  }

  @Test(arguments: [
    (Self.feature("\"date\": \"2024-02-30\""), "`date`: there is no 30 February 2024"),
    (Self.feature("", "[[[36,48],[38,98],[38,50],[36,48]]]"), "the latitude 98.0 is beyond 90 degrees"),
    (Self.feature("", "[[[500000,4649776],[500100,4649776],[500100,4649876],[500000,4649776]]]"), "projected metres where degrees belong?"),
    (Self.feature("", "[[[36,48],[NaN,48],[38,50],[36,48]]]"), "found `NaN`"),
    (Self.feature("\"date\": \"2024-02-01\"") + "," + Self.feature("\"date\": \"2024-02-02\""), "the file has features of 2 days"),
  ])
  func `what cannot be right is an error with its place`(feature: String, message: String) async {
    let found = await faults(Self.file([feature]))
    #expect(found.mention(message) && found.mention("2024-01-01.geojson"), "\(found)")
  }

  @Test func `two files of one day, a file without a date and polygons of nobody are told`() async {
    let twice = ["2024-01-01.geojson": Self.file([Self.feature()]), "x-20240101.geojson": Self.file([Self.feature()])]
    await #expect(throws: InvalidInput.self) { try await open(twice) }
    await #expect(throws: InvalidInput.self) { try await open(["a.geojson": Self.file([Self.feature()])]) }
    await #expect(throws: InvalidInput.self) { try await open([:]) }
    let nobody = await faults(Self.file([Self.feature("\"side\": \"red\"")]), SnapshotSeries.Rules())
    #expect(nobody.mention("name the property with --faction-field (there are: ") || nobody.isEmpty)
    let missing = await faults(Self.file([Self.feature("\"owner\": \"red\"")]), SnapshotSeries.Rules(factionField: "side"))
    #expect(missing.mention("feature 1 has no `side`\n  hint: name the property with --faction-field (there are: owner)"))
  }

  @Test func `a series stands alone: its factions get names, sides and colours of their own`() async throws {
    let features = ["red", "Росія", "Blue Army"].map { Self.feature("\"side\": \"\($0)\"") }
    let series = try await open(["2024-01-01.geojson": Self.file(features)], SnapshotSeries.Rules(factionField: "side")).series
    let theatre = Theatre.minimal(series, title: "my war")
    #expect(theatre.id == "my-war" && theatre.factions.count == 3 && Set(theatre.factions.map(\.color)).count == 3)
    #expect(theatre.faction("blue-army")?.name["en"] == "Blue Army")
    #expect(theatre.hostile("red", "blue-army") && theatre.extent.contains(series.extent))
    #expect(theatre.factions.allSatisfy { !$0.id.rawValue.isEmpty })
  }

  @Test func `days are handed over in order, however long each takes`() async throws {
    let texts = (10...29).reduce(into: [String: String]()) { $0["2024-01-\($1).geojson"] = Self.file([Self.feature()]) }
    let opened = try await open(texts)
    var seen: [Day] = []
    await opened.series.forEachDay { entry -> Int in
      (0..<(entry.day.dayOfMonth % 3 * 20_000)).reduce(0, &+)
    } receive: { entry, _ in
      seen.append(entry.day)
    }
    #expect(seen == opened.series.entries.map(\.day) && seen.count == 20)
  }
}
