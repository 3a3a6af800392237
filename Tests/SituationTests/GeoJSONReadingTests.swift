import Diagnostics
import Geometry
import Situation
import Testing

@Suite struct GeoJSONReadingTests {
  private func collection(_ feature: String, members: String = "") -> [String: String?] {
    [Fixture.landPath: "{\"type\": \"FeatureCollection\",\(members) \"features\": [\(feature)]}"]
  }

  @Test func `the small theatre reads without a fault`() throws {
    let theatre = try Fixture.read()
    #expect(Fixture.faults().isEmpty)
    let land = try #require(theatre.layers.first?.features.first)
    #expect(land.name["en"] == "Asia")
    #expect(land.rank == 1)
    #expect(land.shape.polygons.first?.exterior.points.count == 4)
    #expect(theatre.layers.last?.features.first?.borderPair == BorderPair("Syria", "Iraq"))
  }

  @Test func `type and properties may stand behind the coordinates`() throws {
    let theatre = try Fixture.read(
      collection(
        """
        {"geometry": {"coordinates": [[[[1, 2], [3, 4], [5, 0], [1, 2]]], [[[11, 2], [13, 4], [15, 0], [11, 2]]]], "type": "MultiPolygon"},
         "properties": {"name_ar": "آسيا", "deep": {"a": [{"b": []}]}, "list": [1, [2]], "between": ["x", "y"]}, "type": "Feature"}
        """))
    let feature = theatre.layers[0].features[0]
    #expect(feature.shape.polygons.count == 2)
    #expect(feature.name["ar"] == "آسيا")
    #expect(feature.properties.keys.sorted() == ["between", "name_ar"])
  }

  @Test func `a byte order mark is skipped, heights are dropped and empty geometries are accepted`() throws {
    let feature = """
      {"type": "Feature", "properties": null, "geometry": {"type": "GeometryCollection", "geometries": [
       {"type": "Polygon", "coordinates": [[[1, 2, 100], [3, 4, 100, 7], [5, 0, 1e3], [1, 2, 100]]]},
       {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "coordinates": []}]},
       {"type": "Polygon", "coordinates": []}, {"type": "MultiPolygon", "coordinates": [[[]]]}]}}
      """
    var files = Fixture.files(collection(feature))
    files.files[Fixture.landPath]?.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
    let (theatre, faults) = try Theatre.read(from: files)
    #expect(faults.isEmpty)
    #expect(theatre.layers[0].features.map(\.shape) == [.polygons([Polygon(exterior: Ring([Point(1, 2), Point(3, 4), Point(5, 0)]))])])
  }

  @Test func `numbers are rounded as the standard library rounds them`() throws {
    let numbers = [
      "0", "-0", "0.1", "37.12345", "1e22", "1e23", "123456789012345678", "0.30000000000000004", "9007199254740993",
      "1.7976931348623157e308",
      "5e-324", "2.2250738585072011e-308", "1e-400", "100000000000000000000000000000", "0.000000000000000000000000000001",
      "3.14159265358979323846",
    ]
    let theatre = try Fixture.read(
      collection(
        """
        {"type": "Feature", "properties": {"list": [\(numbers.joined(separator: ","))]}, "geometry":
         {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 0], [1, 2]]]}}
        """))
    guard case .list(let read)? = theatre.layers[0].features[0].properties["list"] else { return #expect(Bool(false)) }
    #expect(read.map(\.number) == numbers.map { Double($0) })
  }

  @Test(arguments: [
    ("[[[30, 30], [50, 91], [50, 40]]]", "ring 1, vertex 2: the latitude 91.0 is beyond 90 degrees"),
    ("[[[30, 30], [180.5, 30], [50, 40]]]", "ring 1, vertex 2: the longitude 180.5 is beyond 180 degrees"),
    ("[[[30, 30], [50, 30], [30, 30]]]", "ring 1: a ring needs 3 distinct vertices, found 2"),
    ("[[[30, 30], [50, 30], [30, 30], [50, 30], [30, 30]]]", "ring 1: a ring needs 3 distinct vertices, found 2"),
    ("[[[1, 1], [9, 1], [9, 9], [1, 1]], [[2, 2], [2, 2]]]", "ring 2: a ring needs 3 distinct vertices, found 1"),
    ("[[30, 30], [50, 30], [50, 40]]", "the coordinates of this Polygon are nested like those of a LineString or MultiPoint"),
    ("[[[[30, 30], [50, 30], [50, 40], [30, 30]]]]", "the coordinates of this Polygon are nested like those of a MultiPolygon"),
    ("[[[[[[30, 30]]]]]]", "the coordinates are nested deeper than those of a MultiPolygon"),
    ("[[[30, 30], [[50, 30]], [50, 40]]]", "positions and arrays of positions are mixed"),
    ("[[[30, 30], [50], [50, 40]]]", "a position needs a longitude and a latitude"),
    ("[[], [[30, 30], [50, 30], [50, 40], [30, 30]]]", "an empty array stands among the rings or lines"),
    ("{}", "the geometry has no `coordinates`"),
  ])
  func `a geometry that cannot be is told with feature, ring and vertex`(coordinates: String, message: String) {
    let faults = Fixture.faults(Fixture.land(coordinates))
    #expect(faults.mention("error: feature 1 (`A`): "))
    #expect(faults.mention(message), "\(faults)")
  }

  @Test func `projected metres are recognised, and told once for a feature`() {
    let faults = Fixture.faults(Fixture.land("[[[4000000, 3500000], [4100000, 3500000], [4100000, 3600000], [4000000, 3500000]]]"))
    #expect(
      faults == [
        """
        geodata/base/land.geojson:2:39: error: feature 1 (`A`): ring 1, vertex 1: the latitude 3500000.0 is beyond 90 degrees; so are 3 vertices more
          hint: projected metres where degrees belong? this layer needs lon/lat WGS 84
        """
      ])
  }

  @Test func `a ring that is not closed is closed with a warning`() throws {
    let changes = Fixture.land("[[[30, 30], [50, 30], [50, 40]]]")
    #expect(
      Fixture.faults(changes) == [
        "geodata/base/land.geojson:2:37: warning: feature 1 (`A`): ring 1 does not end where it begins; it has been closed"
      ])
    #expect(try Fixture.read(changes).layers[0].features[0].shape.vertexCount == 3)
  }

  @Test(arguments: [
    ("", "1:1: error: the file is empty"),
    ("   ", "the file ends in the middle of its JSON"),
    ("[]", "1:1: error: expected an object"),
    ("{\"type\": \"FeatureCollection\", \"features\": [", "the file ends in the middle of its JSON"),
    ("{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feat", "1:53: error: the string that begins here does not end"),
    ("{\"type\": \"FeatureCollection\", \"features\": []} x", "1:47: error: the file goes on after the end of its JSON value"),
    ("{\"type\": \"FeatureCollection\"}", "the FeatureCollection has no `features`"),
    ("{\"features\": []}", "the file is without a `type`, not a FeatureCollection"),
    ("{\"type\": \"Topology\", \"objects\": {}}", "hint: convert the TopoJSON to GeoJSON"),
    ("{\"type\": \"Polygon\", \"coordinates\": []}", "hint: wrap features and geometries in a FeatureCollection"),
    ("{\"type\": \"FeatureCollection\", \"type\": \"x\", \"features\": []}", "1:31: error: the key `type` is written twice"),
    ("{\"type\": \"FeatureCollection\", \"features\": [{}]}", "feature 1 is without a `type`, not a Feature"),
    ("{\"type\": \"FeatureCollection\", \"features\": [7]}", "expected an object, found `7`"),
    ("{\"type\": \"FeatureCollection\", \"features\": [,]}", "found `,`"),
    ("{\"type\": \"FeatureCollection\", \"features\": [],}", "expected a key in double quotes"),
    ("{\"type\": \"FeatureCollection\", \"features\": [] \"a\": 1}", "expected `,` or `}`"),
    ("{\"a\": 01}", "a number does not begin with a needless 0"),
    ("{\"a\": 1.}", "a digit belongs behind the decimal point"),
    ("{\"a\": 1e}", "a digit belongs behind the `e` of a number"),
    ("{\"a\": .5}", "expected a value, found `.`"),
    ("{\"a\": +1}", "expected a value, found `+`"),
    ("{\"a\": -}", "expected a number"),
    ("{\"a\": NaN}", "JSON has no word for what is not a finite number"),
    ("{\"a\": Infinity}", "JSON has no word for what is not a finite number"),
    ("{\"a\": -Infinity}", "expected a number, found `-Infinity`"),
    ("{\"a\": 1e999}", "1:7: error: the number 1e999 is too large"),
    ("{\"a\": tru}", "expected `true`"),
    ("{\"a\": \"\\x\"}", "1:8: error: there is no such escape in JSON"),
    ("{\"a\": \"\\ud800\"}", "half a surrogate pair is no character"),
    ("{\"a\": \"\\u12\"}", "`\\u` needs 4 hexadecimal digits"),
    ("{\"a\": \"\u{1}\"}", "a control character in a string must be written as an escape"),
    ("{\"a\": {\"b\": [1, {\"c\": 2]}}", "expected `,` or `}`"),
  ])
  func `what is no JSON or no collection is told with its place`(text: String, message: String) {
    let faults = Fixture.faults([Fixture.landPath: text])
    #expect(faults.mention("geodata/base/land.geojson:1:"))
    #expect(faults.mention(message), "\(faults)")
  }

  @Test func `nesting that would exhaust the stack is refused`() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let deep = String(repeating: open, count: 100_000)
      #expect(Fixture.faults([Fixture.landPath: "{\"a\": \(deep)"]).mention("nested deeper than 1000"))
      let ends = String(repeating: close, count: 100_000)
      #expect(Fixture.faults([Fixture.landPath: "{\"a\": \(deep)1\(ends)}"]).mention("nested deeper than 1000"))
      #expect(Fixture.faults(Fixture.land(deep)).mention("nested deeper than"))
    }
    var collections = "{\"type\": \"Point\", \"coordinates\": []}"
    for _ in 0..<300 { collections = "{\"type\": \"GeometryCollection\", \"geometries\": [\(collections)]}" }
    let feature = "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": \(collections)}"
    #expect(Fixture.faults(collection(feature)).mention("no deeper than 8 levels"))
  }

  @Test func `a reference system other than CRS84 is refused, and the old name of CRS84 is not`() {
    let metres = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::3857\"}},"
    #expect(Fixture.faults(collection("", members: metres)).mention("names a reference system other than CRS84\n  hint: reproject"))
    let degrees = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
    #expect(Fixture.faults(collection("", members: degrees)).isEmpty)
  }

  @Test func `bytes that are not UTF-8 are found where they are`() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
      var files = Fixture.files()
      files.files[Fixture.landPath] = Array("{\n\"a\": \"".utf8) + bytes + Array("\"}".utf8)
      #expect(Fixture.faults(in: files).mention("geodata/base/land.geojson:2:7: error: the file is not UTF-8 here"))
    }
  }

  @Test func `properties are checked: twice the same, control characters, too long, too many`() {
    func faults(_ properties: String) -> [String] {
      Fixture.faults(collection("{\"type\": \"Feature\", \"properties\": {\(properties)}, \"geometry\": null}"))
    }
    #expect(faults("\"a\": 1, \"a\": 2").mention("the property `a` is written twice"))
    #expect(faults("\"a\": \"\\u0007\"").mention("property `a`: the text holds the control character U+0007"))
    #expect(faults("\"a\": \"\\u0085\"").mention("control character U+0085"))
    #expect(faults("\"a\": [\"x\", \"\\u0000\"]").mention("control character U+0000"))
    #expect(faults("\"a\": \"one\\ntwo\"") == ["geodata/base/land.geojson:1:44: warning: feature 1 has no geometry and is left out"])
    #expect(faults("\"a\": \"\(String(repeating: "ä", count: 10_001))\"").mention("the text has 10001 characters; at most 10000 are read"))
    #expect(faults((0...1000).map { "\"k\($0)\": 1" }.joined(separator: ",")).mention("it has more than 1000 properties"))
  }

  @Test func `at most 20 faults of a file are listed and the others counted, errors before warnings`() {
    let open =
      "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[1, 1], [2, 1], [2, 2]]]}}"
    let point = "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[1, 1]]]}}"
    let faults = Fixture.faults(collection((Array(repeating: open, count: 50) + [point]).joined(separator: ",\n")))
    #expect(faults.count == 21)
    #expect(faults.mention("error: feature 51: ring 1"))
    #expect(faults.last == "geodata/base/land.geojson: warning: and 31 more")
  }

  @Test func `a shape that a layer does not draw is left out with a warning`() throws {
    let changes = Fixture.land("[30, 30]", type: "Point")
    #expect(Fixture.faults(changes).mention("warning: feature 1 (`A`): the layer `land` (land) does not draw points; they are left out"))
    #expect(try Fixture.read(changes).layers[0].features.isEmpty)
  }
}
