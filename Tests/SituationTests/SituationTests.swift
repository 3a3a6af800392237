import Diagnostics
import Geometry
import Situation
import Testing

@Suite struct SituationTests {
  private static func report(_ id: ReportID, published: String, _ claims: [(ClaimID, String)]) throws -> Report {
    let location = Location(file: "\(id)")
    return Report(
      id: id, title: "", publisher: "", published: try TimeSpan(edtf: published),
      claims: try claims.map { claim, when in
        Claim(id: claim, kind: .advance, status: .reported, placement: .places(["b"]), when: try TimeSpan(edtf: when), location: location)
      },
      location: location)
  }

  private static func snapshot(_ day: String, _ basis: [ControlArea.Basis], until: String? = nil) throws -> ControlSnapshot {
    let day = try Day(iso: day)
    let area = ControlArea(
      holding: .held("x"), from: day, until: try until.map { try Day(iso: $0) }, basis: basis, polygons: [], location: Location(file: "c"),
      feature: 1)
    return ControlSnapshot(asOf: day, areas: [area], file: "\(day)")
  }

  private static func theatre() throws -> Theatre {
    let location = Location(file: "p")
    let places = ["a", "b", "c"].map {
      Place(id: PlaceID($0), name: LocalizedText(["en": $0]), kind: .town, position: Point(40, 34), rank: 3, location: location)
    }
    return Theatre(
      id: "t", title: "T", extent: Extent(minX: 37, minY: 32, maxX: 45, maxY: 38),
      days: try Day(iso: "2017-01-01")...Day(iso: "2018-12-31"), gazetteer: Gazetteer(places),
      reports: [
        try report("late", published: "2017-06-20", [("d", "2017-05-29"), ("a", "2017-05-20")]),
        try report("early", published: "2017-05-30", [("b", "2017-05-29"), ("c", "2016"), ("a", "2017-05-29/..")]),
        try report("month", published: "2017-05", [("m", "2017-05-31")]),
      ],
      snapshots: [
        try snapshot("2017-06-10", [.claim(ClaimReference(report: "late", claim: "d"))]),
        try snapshot("2017-05-01", [.editorial("x")]),
        try snapshot("2017-06-01", [.claim(ClaimReference(report: "late", claim: "d")), .editorial("x")], until: "2017-06-05"),
      ])
  }

  private func names(_ situation: Situation) -> [String] { situation.claims.map { "\($0.reference)" } }

  @Test func `claims that hold or happened in the window are there, by date and then by id`() throws {
    let situation = try Self.theatre().situation(on: Day(iso: "2017-05-31"))
    #expect(names(situation) == ["late#a", "early#a", "early#b", "late#d", "month#m"])
    #expect(try names(Self.theatre().situation(on: Day(iso: "2017-05-31"), window: 0)) == ["month#m"])
    #expect(try names(Self.theatre().situation(on: Day(iso: "2017-05-28"), window: 3)).isEmpty)
  }

  @Test func `what a report says to hold with no end holds until its publication`() throws {
    let theatre = try Self.theatre()
    #expect(names(theatre.situation(on: try Day(iso: "2017-05-30"), window: 0)) == ["early#a"])
    #expect(names(theatre.situation(on: try Day(iso: "2017-06-13"))).contains("early#a"))
    #expect(!names(theatre.situation(on: try Day(iso: "2017-06-14"))).contains("early#a"))
  }

  @Test func `nothing that was published later is known`() throws {
    let theatre = try Self.theatre()
    let day = try Day(iso: "2017-05-31")
    #expect(names(theatre.situation(on: day, knownBy: try Day(iso: "2017-05-30"))) == ["early#a", "early#b"])
    #expect(names(theatre.situation(on: day, knownBy: try Day(iso: "2017-05-31"))) == ["early#a", "early#b", "month#m"])
    #expect(theatre.situation(on: day, knownBy: try Day(iso: "2017-05-29")).claims.isEmpty)
  }

  @Test func `a report that is asked for gives all its claims and no others`() throws {
    #expect(try names(Self.theatre().situation(on: Day(iso: "2018-12-31"), report: "early")) == ["early#c", "early#a", "early#b"])
    #expect(try names(Self.theatre().situation(on: Day(iso: "2018-12-31"), report: "nobody")).isEmpty)
  }

  @Test func `a snapshot holds until the day before the next, and its areas only in their spans`() throws {
    let theatre = try Self.theatre()
    func asOf(_ day: String) throws -> (String?, Int) {
      let situation = theatre.situation(on: try Day(iso: day))
      return (situation.controlAsOf?.description, situation.control.count)
    }
    #expect(try asOf("2017-04-30") == (nil, 0))
    #expect(try asOf("2017-05-31") == ("2017-05-01", 1))
    #expect(try asOf("2017-06-01") == ("2017-06-01", 1))
    #expect(try asOf("2017-06-06") == ("2017-06-01", 0))
    #expect(try asOf("2018-12-31") == ("2017-06-10", 1))
  }

  @Test func `control that only later reports tell of is not known, an editorial one is known on its day`() throws {
    let theatre = try Self.theatre()
    func asOf(_ day: String, knownBy: String) throws -> String? {
      theatre.situation(on: try Day(iso: day), knownBy: try Day(iso: knownBy)).controlAsOf?.description
    }
    #expect(try asOf("2017-06-12", knownBy: "2017-06-20") == "2017-06-10")
    #expect(try asOf("2017-06-12", knownBy: "2017-06-19") == "2017-06-01")
    #expect(try asOf("2017-06-03", knownBy: "2017-05-31") == "2017-05-01")
    #expect(try asOf("2017-06-12", knownBy: "2017-04-30") == nil)
  }

  @Test func `the days on which control changes are known`() throws {
    #expect(try Self.theatre().controlDays.map(\.description) == ["2017-05-01", "2017-06-01", "2017-06-06", "2017-06-10"])
    #expect(try Self.theatre().latestDay.description == "2017-06-10")
  }

  @Test func `reports are sorted by the day they are known from`() throws {
    #expect(try Self.theatre().reports.map(\.id) == ["early", "month", "late"])
  }

  @Test func `the places that claims name come in the order of the gazetteer`() throws {
    let theatre = try Self.theatre()
    #expect(theatre.placesNamed(by: theatre.situation(on: try Day(iso: "2017-05-31"))).map(\.id) == ["b"])
    #expect(theatre.placesNamed(by: theatre.situation(on: try Day(iso: "2015-05-31"))).isEmpty)
  }

  @Test func `a window or day at the end of what can be counted does no harm`() throws {
    let theatre = try Self.theatre()
    #expect(theatre.situation(on: Day(rawValue: .max), window: .max).claims.count == 6)
    #expect(theatre.situation(on: Day(rawValue: .min), window: .min).claims.isEmpty)
  }
}
