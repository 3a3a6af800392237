import Diagnostics
import Situation
import Testing

@Suite struct ControlReadingTests {
  private static let ring = "[[[40, 34], [41, 34], [41, 35], [40, 34]]]"

  private func control(_ properties: String, asOf: String? = "2017-05-30") -> String {
    let members = asOf.map { "\"as_of\": \"\($0)\", " } ?? ""
    return """
      {"type": "FeatureCollection", \(members)"features": [
      {"type": "Feature", "properties": {\(properties)}, "geometry": {"type": "Polygon", "coordinates": \(Self.ring)}}]}
      """
  }

  @Test(arguments: [
    ("\"faction\": \"isis\", \"status\": \"held\"", ControlArea.Holding.held("isis")),
    ("\"faction\": \"isis\"", .held("isis")),
    ("\"faction\": \"isis\", \"status\": \"claimed\"", .claimed("isis")),
    ("\"faction\": \"isis\", \"status\": \"presence\"", .presence("isis")),
    ("\"factions\": [\"isis\", \"badr\"], \"status\": \"contested\"", .contested(["badr", "isis"])),
    ("\"status\": \"unassigned\"", .unassigned),
  ])
  func `each status is read`(properties: String, holding: ControlArea.Holding) throws {
    let theatre = try Fixture.read([Fixture.controlPath: control(properties + ", \"basis\": \"editorial: x\"")])
    #expect(theatre.snapshots[0].areas[0].holding == holding)
  }

  @Test func `the basis is a claim, a reason, or several of them`() throws {
    let basis = "jpost-2017-05-30#reach-border; editorial: seen; twice; editorial: and so on"
    let theatre = try Fixture.read([Fixture.controlPath: control("\"faction\": \"isis\", \"basis\": \"\(basis)\"")])
    #expect(
      theatre.snapshots[0].areas[0].basis == [
        .claim(ClaimReference(report: "jpost-2017-05-30", claim: "reach-border")), .editorial("seen; twice"), .editorial("and so on"),
      ])
  }

  @Test(arguments: [
    ("\"faction\": \"isi\"", "2:1: error: feature 1 (`isi`): no faction `isi`\n  hint: did you mean `isis`?"),
    ("\"faction\": \"isis\", \"status\": \"hold\"", "there is no status `hold`\n  hint: did you mean `held`?"),
    ("\"faction\": \"isis\", \"status\": 5", "there is no status ``"),
    ("\"status\": \"held\"", "held ground has one `faction`, found 0"),
    ("\"faction\": \"isis\", \"status\": \"contested\"", "contested ground has 2 factions or more in `factions`, found 1"),
    ("\"faction\": \"isis\", \"status\": \"unassigned\"", "unassigned ground has no faction, found 1"),
    ("\"name\": \"x\"", "feature 1 (`x`) has no `faction`\n  hint: ground that is nobody's has \"status\": \"unassigned\""),
    ("\"faction\": \"isis\"", "warning: feature 1 (`isis`) has no `basis`: nothing says why the map is drawn so"),
    ("\"faction\": \"isis\", \"basis\": \"because\"", "the basis `because` is neither a claim nor a reason"),
    ("\"faction\": \"isis\", \"basis\": \"jpost#x\"", "no report `jpost`"),
    (
      "\"faction\": \"isis\", \"basis\": \"jpost-2017-05-30#reach-bordr\"",
      "has no claim `reach-bordr`\n  hint: did you mean `reach-border`?"
    ),
    ("\"faction\": \"isis\", \"from\": \"2017-13-01\"", "feature 1 (`isis`): `from`: there is no month 13"),
    ("\"faction\": \"isis\", \"from\": 2017", "feature 1 (`isis`): `from` must be a day"),
    ("\"faction\": \"isis\", \"from\": \"2017-06-02\", \"until\": \"2017-06-01\"", "ends on 2017-06-01, before it begins on 2017-06-02"),
  ])
  func `a wrong control area is told with its feature and its mend`(properties: String, message: String) {
    let faults = Fixture.faults([Fixture.controlPath: control(properties)])
    #expect(faults.mention(message), "\(faults)")
  }

  @Test func `control is drawn with polygons`() {
    let point =
      "{\"type\": \"Feature\", \"properties\": {\"faction\": \"isis\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [40, 34]}}"
    let text = "{\"type\": \"FeatureCollection\", \"as_of\": \"2017-05-30\", \"features\": [\(point)]}"
    #expect(Fixture.faults([Fixture.controlPath: text]).mention("control needs polygons, not points or lines"))
  }

  @Test func `the day may come from the file, from the features or from the name`() throws {
    let properties = "\"faction\": \"isis\", \"basis\": \"editorial: x\""
    let span = ", \"from\": \"2017-06-03\", \"until\": \"2017-06-10\""
    func snapshot(_ text: String, _ name: String) throws -> ControlSnapshot? {
      try Fixture.read([Fixture.controlPath: nil, "geodata/control/\(name)": text]).snapshots.first
    }
    let stated = try snapshot(control(properties), "a.geojson")
    #expect(stated?.asOf.description == "2017-05-30")
    let own = try snapshot(control(properties + span, asOf: nil), "a.geojson")
    #expect(own?.asOf.description == "2017-06-03")
    #expect(own?.areas.first?.until?.description == "2017-06-10")
    let named = try snapshot(control(properties, asOf: nil), "2017-06-05-evening.geojson")
    #expect(named?.asOf.description == "2017-06-05")
    #expect(named?.areas.first?.from.description == "2017-06-05")
  }

  @Test func `a file without a day, with two days, or for a day that another has, is told`() {
    let properties = "\"faction\": \"isis\", \"basis\": \"editorial: x\""
    let undated = control(properties, asOf: nil)
    #expect(
      Fixture.faults(["geodata/control/a.geojson": undated]).mention("geodata/control/a.geojson:2:1: error: feature 1 (`isis`) has no day"))
    let empty = "{\"type\": \"FeatureCollection\", \"features\": []}"
    #expect(Fixture.faults(["geodata/control/a.geojson": empty]).mention("geodata/control/a.geojson: error: the file has no day"))
    #expect(Fixture.faults(["geodata/control/a.geojson": control(properties)]).mention("the control of 2017-05-30 is already in"))
    #expect(
      Fixture.faults([Fixture.controlPath: control(properties, asOf: "2017-06-01")]).mention(
        "warning: the file is named after 2017-05-30 but is as of 2017-06-01"))
    #expect(
      Fixture.faults([Fixture.controlPath: control(properties, asOf: "2016-05-30")]).mention("2016-05-30 is outside the theatre's days"))
    #expect(Fixture.faults([Fixture.controlPath: control(properties, asOf: "today")]).mention("1:31: error: as_of: `today` is not a day"))
  }
}
