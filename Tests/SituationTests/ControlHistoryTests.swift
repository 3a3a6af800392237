import Diagnostics
import Geometry
import Situation
import TestSupport
import Testing

/// The control of any day, from places and from drawn areas.
@Suite struct ControlHistoryTests {
  /// Two countries side by side, a river across the west, and a row of towns.
  static let files: [String: String?] = [
    "geodata/theatre.yaml": """
    theatre: two
    title: Two
    extent: [39, 33, 43, 37]
    days: 2017-05-01/2018-12-31
    layers:
      - {id: countries, as: country, file: base/countries.geojson}
      - {id: governorates, as: governorate, file: base/governorates.geojson}
      - {id: borders, as: border, file: base/borders.geojson}
      - {id: rivers, as: river, file: base/rivers.geojson}
    control: {reach-km: 60, contested-km: 10, smooth-km: 3, barriers: [{layer: borders}, {layer: rivers, name: Long, from: 2017-08-01}]}

    """,
    "geodata/base/countries.geojson": collection([
      (#""name_en": "West""#, "Polygon", "[[[39,33],[41,33],[41,35],[41,37],[39,37],[39,33]]]"),
      (#""name_en": "East""#, "Polygon", "[[[41,33],[43,33],[43,37],[41,37],[41,35],[41,33]]]"),
      (#""name_en": "Far""#, "Polygon", "[[[43,33],[44,33],[44,37],[43,37],[43,33]]]"),
    ]),
    "geodata/base/governorates.geojson": collection([
      (#""name_en": "W", "country": "West""#, "Polygon", "[[[39,33],[41,33],[41,35],[41,37],[39,37],[39,33]]]"),
      (#""name_en": "E", "country": "East""#, "Polygon", "[[[41,33],[43,33],[43,37],[41,37],[41,35],[41,33]]]"),
    ]),
    "geodata/base/borders.geojson": collection([(#""between": ["East", "West"]"#, "LineString", "[[41,33],[41,35],[41,37]]")]),
    "geodata/base/rivers.geojson": collection([(#""name_en": "Long""#, "LineString", "[[38.5,35],[40,35.05],[41.5,35]]")]),
    "geodata/places.csv": """
    id,name_en,kind,lon,lat,rank
    a,A,town,39.6,34.5,3
    b,B,town,40.5,34.6,3
    c,C,town,40.2,35.3,3
    d,D,town,41.6,34.9,3

    """,
    "geodata/control/2017-05-30.geojson": nil, "geodata/base/land.geojson": nil, "seeds/2017-05-30-border.yaml": nil,
    "geodata/control/places.csv": """
    place,from,until,holder,status,basis
    a,2017-05-01,,government,held,editorial: x
    b,2017-05-01,2017-06-30,isis,held,editorial: x
    b,2017-07-01,2017-07-31,isis|government,contested,editorial: siege
    b,2017-08-01,,government,held,editorial: x
    c,2017-05-01,,isis,held,editorial: x
    d,2017-05-01,,badr,held,editorial: x

    """,
  ]

  static func collection(_ features: [(properties: String, type: String, coordinates: String)]) -> String {
    let texts = features.map {
      "{\"type\": \"Feature\", \"properties\": {\($0.properties)}, \"geometry\": {\"type\": \"\($0.type)\", \"coordinates\": \($0.coordinates)}}"
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [\(texts.joined(separator: ",\n"))]}"
  }

  static func area(_ properties: String) -> (String, String, String) {
    (properties, "Polygon", "[[[39.2,34],[40.8,34],[40.8,36],[39.2,36],[39.2,34]]]")
  }

  private func history(_ changes: [String: String?] = [:]) throws -> ControlHistory {
    ControlHistory(try Fixture.read(Self.files.merging(changes) { $1 }))
  }

  private func day(_ text: String) throws -> Day { try Day(iso: text) }

  @Test(arguments: ["2017-05-10", "2017-07-10", "2017-09-10"])
  func `a day is a valid coverage of the governed countries without gaps`(text: String) throws {
    var history = try history()
    let control = try #require(try history.control(on: day(text)))
    #expect(control.coverage.isValid && control.areas.count == control.coverage.areaCount)
    let ground = control.coverage.groundByArea
    // Nodes on the long straight edges of the test's countries bend them a little on the ellipsoid.
    #expect(agree(ground.reduce(0, +), try history.ground(on: day(text)).area, within: 1e-3))
    #expect(agree(ground.reduce(0, +), control.coverage.ground { _ in true }, within: 1e-9))
    for (area, metres) in zip(control.areas, ground) {
      #expect(agree(area.polygons.reduce(0) { $0 + Geodesic.wgs84.area(of: $1) }, metres, within: 1e-9))
    }
    for holder in history.theatre.holders(on: try day(text)) { #expect(control.holding(at: holder.place.position) == holder.holding) }
  }

  @Test func `ground goes to the nearest place, not across a border or a river in force, and not beyond the reach`() throws {
    var history = try history()
    let before = try #require(try history.control(on: day("2017-05-10")))
    let after = try #require(try history.control(on: day("2017-09-10")))
    #expect(before.holding(at: Point(40.95, 34.8)) == .held("isis"))
    #expect(before.holding(at: Point(41.05, 34.8)) == .held("badr"))
    // Just south of the river and nearer to C, which lies north of it.
    #expect(before.holding(at: Point(40.1, 34.99)) == .held("isis"))
    #expect(after.holding(at: Point(40.1, 34.99)) == .held("government"))
    #expect(before.holding(at: Point(39.1, 36.5)) == .unassigned)
    #expect(before.holding(at: Point(43.5, 35)) == nil)
  }

  @Test func `a fight for a place reaches less far than its holder did`() throws {
    var history = try history()
    let control = try #require(try history.control(on: day("2017-07-10")))
    #expect(control.holding(at: Point(40.53, 34.62)) == .contested(["government", "isis"]))
    #expect(control.holding(at: Point(40.5, 34.3)) != .contested(["government", "isis"]))
  }

  @Test func `days on which nothing changes share one coverage, whatever was asked in between`() throws {
    var history = try history()
    let first = try #require(try history.control(on: day("2017-05-10")))
    for text in ["2017-07-10", "2017-09-10", "2018-01-01"] { _ = try history.control(on: day(text)) }
    let again = try #require(try history.control(on: day("2017-06-20")))
    #expect(again.coverage == first.coverage)
    let isShared = again.coverage.arcs.withUnsafeBufferPointer { a in
      first.coverage.arcs.withUnsafeBufferPointer { a.baseAddress == $0.baseAddress }
    }
    #expect(isShared)
  }

  @Test func `a drawn snapshot is for its own day where places are on file, and holds until the next where none are`() throws {
    let drawn = "{\"as_of\": \"2017-05-10\", " + Self.collection([Self.area(#""faction": "badr", "basis": "editorial: x""#)]).dropFirst()
    var history = try history(["geodata/control/2017-05-10.geojson": drawn])
    let spot = Point<Geographic>(39.6, 34.5)
    #expect(try history.control(on: day("2017-05-10"))?.holding(at: spot) == .held("badr"))
    #expect(try history.control(on: day("2017-05-11"))?.holding(at: spot) == .held("government"))
    #expect(try history.control(on: day("2017-05-10"), source: .places)?.holding(at: spot) == .held("government"))
    #expect(try history.control(on: day("2017-05-11"), source: .authored)?.holding(at: spot) == .held("badr"))
    var alone = try self.history(["geodata/control/2017-05-10.geojson": drawn, "geodata/control/places.csv": nil])
    #expect(try alone.control(on: day("2018-05-11"))?.holding(at: spot) == .held("badr"))
    #expect(try alone.control(on: day("2017-05-09")) == nil)
  }

  @Test func `a drawn area with a time of its own wins over the places while it lasts`() throws {
    let drawn = Self.collection([Self.area(#""faction": "badr", "from": "2017-05-10", "until": "2017-05-20", "basis": "editorial: x""#)])
    var history = try history(["geodata/control/pocket.geojson": drawn])
    let spot = Point<Geographic>(40.2, 35.3)
    #expect(try history.control(on: day("2017-05-09"))?.holding(at: spot) == .held("isis"))
    let control = try #require(try history.control(on: day("2017-05-15")))
    #expect(control.holding(at: spot) == .held("badr") && control.coverage.isValid)
    #expect(control.holding(at: Point(41.6, 34.9)) == .held("badr") && control.holding(at: Point(39.05, 34.5)) == .held("government"))
    #expect(try history.control(on: day("2017-05-21"))?.holding(at: spot) == .held("isis"))
  }

  @Test(arguments: [true, false])
  func `a drawn area with a time of its own lies over a drawn day, with places on file and without`(hasPlaces: Bool) throws {
    let whole = "{\"as_of\": \"2017-05-10\", " + Self.collection([Self.area(#""faction": "isis", "basis": "editorial: x""#)]).dropFirst()
    let pocket = Self.collection([
      (
        #""faction": "badr", "from": "2017-05-10", "until": "2017-05-20", "basis": "editorial: x""#, "Polygon",
        "[[[39.5,34.2],[39.8,34.2],[39.8,34.8],[39.5,34.8],[39.5,34.2]]]"
      )
    ])
    var changes: [String: String?] = ["geodata/control/2017-05-10.geojson": whole, "geodata/control/pocket.geojson": pocket]
    if !hasPlaces { changes["geodata/control/places.csv"] = .some(nil) }
    var history = try history(changes)
    let control = try #require(try history.control(on: day("2017-05-10")))
    #expect(control.holding(at: Point(39.6, 34.5)) == .held("badr") && control.holding(at: Point(40.5, 35.5)) == .held("isis"))
    #expect(control.coverage.isValid && control.asOf != nil)
    let after = try history.control(on: day("2017-05-21"))?.holding(at: Point(39.6, 34.5))
    #expect(after == .held(hasPlaces ? "government" : "isis"))
  }

  @Test func `drawn areas with a time of their own are of the day that they are asked for`() throws {
    let own = Self.collection([Self.area(#""faction": "badr", "from": "2017-05-10", "until": "2017-05-20", "basis": "editorial: x""#)])
    let changes: [String: String?] = ["geodata/control/pocket.geojson": own, "geodata/control/places.csv": nil]
    var history = try history(changes)
    #expect(try history.control(on: day("2017-05-15"))?.asOf == day("2017-05-15"))
    #expect(try history.control(on: day("2017-05-12"))?.asOf == day("2017-05-12"))
  }

  @Test func `the rule of some days tells the farthest reach that is stated on one of them`() throws {
    let places = """
      place,from,until,holder,status,basis,reach-km
      a,2017-05-01,2017-05-31,government,held,editorial: x,75
      a,2017-06-01,,government,held,editorial: x,40
      b,2017-05-01,,isis,held,editorial: x,

      """
    let theatre = try history(["geodata/control/places.csv": places]).theatre
    #expect(try theatre.rule(over: day("2017-05-20")...day("2017-07-01")).farthestKm == 75)
    // 40 km are less than what the theatre says for all.
    #expect(try theatre.rule(over: day("2017-06-02")...day("2017-07-01")).farthestKm == nil)
  }

  @Test func `a place that lies in ground drawn as another's is found`() throws {
    let drawn = "{\"as_of\": \"2017-05-10\", " + Self.collection([Self.area(#""faction": "badr", "basis": "editorial: x""#)]).dropFirst()
    var history = try history(["geodata/control/2017-05-10.geojson": drawn])
    let faults = try history.misplacedPlaces(on: day("2017-05-10")).map(\.fault.description)
    #expect(
      faults.mention(
        "geodata/control/places.csv:2:1: warning: `a` has government on 2017-05-10, but lies in ground of badr in the areas drawn for 2017-05-10"
      ))
    var clean = try self.history()
    for day in clean.theatre.changeDays { #expect(try clean.misplacedPlaces(on: day).isEmpty, "\(day)") }
  }

  // MARK: figures

  @Test func `the figures of a day are the sums of its faces, and the bounds hold what is in doubt`() throws {
    var history = try history()
    let control = try #require(try history.control(on: day("2017-07-10")))
    let tally = try ControlTally(control, on: day("2017-07-10"), theatre: history.theatre)
    let faces = zip(control.areas, control.coverage.groundByArea)
    for (holding, ground) in tally.holdings {
      #expect(agree(ground, faces.reduce(0) { $1.0.holding == holding ? $0 + $1.1 : $0 }, within: 1e-12))
    }
    #expect(agree(tally.held + tally.contested + tally.claimed + tally.presence + tally.unassigned, tally.ground, within: 1e-12))
    let isis = try #require(tally.shares.first { $0.faction == "isis" })
    #expect(isis.low == isis.held && isis.contested > 0 && isis.high == isis.held + isis.contested)
    #expect(tally.fronts.contains { $0.first == "government" && $0.second == "isis" && $0.metres > 10_000 })
  }

  @Test func `figures within a box are those of the ground in it`() throws {
    var history = try history()
    let control = try #require(try history.control(on: day("2017-05-10")))
    let mask = try #require(try history.theatre.mask(within: "West"))
    let west = try ControlTally(control, on: day("2017-05-10"), theatre: history.theatre, mask: mask.coverage, ground: mask.ground)
    #expect(west.shares.map(\.faction) == ["government", "isis"])
    #expect(agree(west.ground, Geodesic.wgs84.area(of: box(39, 33, 41, 37)), within: 1e-3))
    #expect(try history.theatre.mask(within: "Nowhere") == nil)
  }

  @Test func `the difference of two days mirrors that of the days exchanged`() throws {
    var history = try history()
    let forth = try history.difference(from: day("2017-05-10"), to: day("2017-09-10"))
    let back = try history.difference(from: day("2017-09-10"), to: day("2017-05-10"))
    #expect(!forth.changes.isEmpty && forth.changes.count == back.changes.count)
    for change in forth.changes {
      let mirror = try #require(back.changes.first { $0.before == change.after && $0.after == change.before })
      #expect(agree(mirror.ground, change.ground, within: 1e-9))
    }
    #expect(forth.places.map(\.place.id) == ["b"])
    for balance in forth.balances(history.theatre) {
      let mirror = try #require(back.balances(history.theatre).first { $0.faction == balance.faction })
      #expect(agree(mirror.gained, balance.lost, within: 1e-9) && agree(mirror.lost, balance.gained, within: 1e-9))
    }
    #expect(try history.difference(from: day("2017-05-10"), to: day("2017-06-10")).changes.isEmpty)
  }

  @Test func `what one day has more than another is what changed hands`() throws {
    var history = try history()
    let theatre = history.theatre
    let days = [try day("2017-05-10"), try day("2017-09-10")]
    let tallies = try days.map { day in
      let control = try #require(try history.control(on: day))
      return try ControlTally(control, on: day, theatre: theatre)
    }
    let balances = try history.difference(from: days[0], to: days[1]).balances(theatre)
    for balance in balances {
      let held = tallies.map { tally in tally.shares.first { $0.faction == balance.faction }?.held ?? 0 }
      #expect(abs(held[1] - held[0] - (balance.gained - balance.lost)) < 1e-6 * tallies[0].ground)
    }
  }
}
