import Foundation
import SheetSupport
import Testing

/// Control areas as careless hands and programs write them, given to the program as a theatre's own areas and as a folder of snapshots:
/// each is read, mended with a word about it, or refused with its place; none traps and none passes in silence.
struct HostileControlTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    /// Of a Polygon or MultiPolygon; nil: no geometry at all.
    var coordinates: String?
    var type = "Polygon"
    /// What `check` says of it in a theatre, and `stats` in a folder of snapshots; nil: nothing, as nothing is wrong.
    var inTheatre: String?
    var inSnapshots: String?
    /// Whether it is refused.
    var isError = false
  }

  static let cases: [Case] = [
    Case(testDescription: "a sound polygon", coordinates: "[[[9.1,39.1],[10,39.1],[10,40],[9.1,39.1]]]"),
    Case(testDescription: "wound the other way", coordinates: "[[[9.1,39.1],[10,40],[10,39.1],[9.1,39.1]]]"),
    Case(testDescription: "in three dimensions", coordinates: "[[[9.1,39.1,7],[10,39.1,0.5],[10,40,-3],[9.1,39.1,7]]]"),
    Case(testDescription: "in two and three dimensions", coordinates: "[[[9.1,39.1,7],[10,39.1],[10,40,-3],[9.1,39.1]]]"),
    Case(
      testDescription: "an empty array among polygons", coordinates: "[[[[9.1,39.1],[10,39.1],[10,40],[9.1,39.1]]],[[]]]",
      type: "MultiPolygon"),
    Case(
      testDescription: "an empty multipolygon", coordinates: "[]", type: "MultiPolygon", inTheatre: "feature 1 (`red`) has no ground",
      inSnapshots: "1 feature without ground"),
    Case(
      testDescription: "an empty polygon in a multipolygon", coordinates: "[[]]", type: "MultiPolygon",
      inTheatre: "feature 1 (`red`) has no ground", inSnapshots: "1 feature without ground"),
    Case(
      testDescription: "an empty ring", coordinates: "[[]]", inTheatre: "feature 1 (`red`) has no ground",
      inSnapshots: "1 feature without ground"),
    Case(
      testDescription: "no geometry", coordinates: nil, inTheatre: "feature 1 (`red`) has no geometry",
      inSnapshots: "1 feature without ground"),
    Case(
      testDescription: "a polygon that crosses itself", coordinates: "[[[9.1,39.1],[10,40],[10,39.1],[9.1,40],[9.1,39.1]]]",
      inTheatre: "feature 1 has a polygon that crosses itself; it is taken by the even-odd rule", inSnapshots: "self-crossing: 1 polygon"),
    Case(
      testDescription: "two holders at once", coordinates: "[[[9.1,39.1],[12.5,39.1],[12.5,40],[9.1,40],[9.1,39.1]]]",
      inTheatre: "feature 2 overlaps feature 1 by", inSnapshots: "1 overlap of"),
    Case(
      testDescription: "a ring of two points", coordinates: "[[[9.1,39.1],[10,39.1],[9.1,39.1]]]",
      inTheatre: "2:128: error: feature 1 (`red`): ring 1: a ring needs 3 distinct vertices, found 2",
      inSnapshots: "1 ring of fewer than 3 vertices left out"),
    Case(
      testDescription: "NaN", coordinates: "[[[9.1,39.1],[NaN,39.1],[10,40],[9.1,39.1]]]", inTheatre: "found `NaN`",
      inSnapshots: "found `NaN`", isError: true),
    Case(
      testDescription: "a number beyond all", coordinates: "[[[9.1,39.1],[1e999,39.1],[10,40],[9.1,39.1]]]",
      inTheatre: "1e999 is too large",
      inSnapshots: "1e999 is too large", isError: true),
    Case(
      testDescription: "a latitude over 90", coordinates: "[[[9.1,39.1],[10,98],[10,40],[9.1,39.1]]]",
      inTheatre: "ring 1, vertex 2: the latitude 98.0 is beyond 90 degrees",
      inSnapshots: "ring 1, vertex 2: the latitude 98.0 is beyond 90 degrees", isError: true),
    Case(
      testDescription: "projected metres", coordinates: "[[[500000,4649776],[500100,4649776],[500100,4649876],[500000,4649776]]]",
      inTheatre: "the latitude 4649776.0 is beyond 90 degrees; so are 3 vertices more",
      inSnapshots: "projected metres where degrees belong?", isError: true),
  ]

  private static func file(_ item: Case, _ member: String = "") -> String {
    let geometry = item.coordinates.map { "{\"type\": \"\(item.type)\", \"coordinates\": \($0)}" } ?? "null"
    return """
      {"type": "FeatureCollection", \(member)"features": [
      {"type": "Feature", "properties": {"faction": "red", "basis": "editorial: x"}, "geometry": \(geometry)},
      {"type": "Feature", "properties": {"faction": "blue", "basis": "editorial: x"}, "geometry":
      {"type": "Polygon", "coordinates": [[[12,39.1],[12.9,39.1],[12.9,42],[12,42],[12,39.1]]]}}]}
      """
  }

  @Test(arguments: cases)
  func `a control area of a theatre is read, told of or refused with its place`(item: Case) throws {
    let theatre = try TheatreFolder([TinyTheatre.controlPath: Self.file(item, "\"as_of\": \"2020-01-10\", ")])
    let run = try theatre.run(["check"])
    let told = (run.text + run.errors).split(separator: "\n").filter { $0.hasPrefix(TinyTheatre.controlPath) }.map(String.init)
    // A ring too short is refused here: the author can mend it.
    #expect(run.code == (item.isError || item.inTheatre?.contains("error") == true ? 65 : 0), "\(run.errors)")
    if let message = item.inTheatre {
      #expect(told.contains { $0.contains(message) && $0.contains(".geojson:2:") }, "\(told)")
    } else {
      #expect(told.isEmpty)
    }
    let drawn = try theatre.run(["render", "--on", "2020-01-10", "-o", "a.svg"])
    #expect(drawn.code == run.code)
    #expect(try theatre.written == (run.code == 0 ? ["a.svg"] : []))
  }

  @Test(arguments: cases)
  func `a polygon of a snapshot is read, told of or refused with its place`(item: Case) throws {
    let folder = try TemporaryFolder()
    try Data(Self.file(item).utf8).write(to: folder.url.appendingPathComponent("front_20200110.geojson"))
    let run = try Program.run(["stats", "--snapshots", ".", "--csv"], in: folder.url)
    #expect(run.code == (item.isError ? 65 : 0), "\(run.errors)")
    if let message = item.inSnapshots {
      #expect(run.errors.contains(message), "\(run.errors)")
      if item.isError { #expect(run.errors.contains("front_20200110.geojson:2:")) }
    } else {
      #expect(run.errors.isEmpty)
    }
    if !item.isError { #expect(run.text.contains("2020-01-10,held,blue,")) }
  }

  @Test(arguments: [
    ("front_20200231.geojson", "", "there is no 31 February 2020"),
    ("a.geojson", "\"name\": \"front_2020-02-31\", ", "there is no 31 February 2020"),
    ("a.geojson", "\"date\": \"2020-02-31\", ", "there is no 31 February 2020"), ("a.geojson", "", "the file has no date"),
  ])
  func `a day that does not exist is told of, wherever it stands`(name: String, member: String, message: String) throws {
    let folder = try TemporaryFolder()
    try Data(Self.file(Self.cases[0], member).utf8).write(to: folder.url.appendingPathComponent(name))
    let run = try Program.run(["stats", "--snapshots", "."], in: folder.url)
    #expect(run.code == 65 && run.errors.contains(name) && run.errors.contains(message), "\(run.errors)")
  }
}
