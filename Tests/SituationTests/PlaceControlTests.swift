import Diagnostics
import Situation
import Testing

/// Who had which place when: `geodata/control/places.csv`.
@Suite struct PlaceControlTests {
  static let path = "geodata/control/places.csv"
  static let header = "place,from,until,holder,status,basis\n"

  private func theatre(_ rows: String) throws -> Theatre { try Fixture.read([Self.path: Self.header + rows]) }
  private func faults(_ rows: String) -> [String] { Fixture.faults([Self.path: Self.header + rows]) }

  private func holding(_ theatre: Theatre, _ day: String, knownBy: String? = nil) throws -> ControlArea.Holding? {
    let known = try knownBy.map { try Day(iso: $0) }
    return theatre.holders(on: try Day(iso: day), knownBy: known).first { $0.place.id == "abu-kamal" }?.holding
  }

  @Test func `a place is held from its first day to its last`() throws {
    let theatre = try theatre(
      "abu-kamal,2017-05-01,2017-11-07,isis,held,editorial: x\nabu-kamal,2017-11-08,,government,held,editorial: y\n")
    #expect(try holding(theatre, "2017-04-30") == nil)
    #expect(try holding(theatre, "2017-11-07") == .held("isis"))
    #expect(try holding(theatre, "2017-11-08") == .held("government"))
    #expect(try holding(theatre, "2018-12-31") == .held("government"))
    #expect(theatre.placeChangeDays.map(\.description) == ["2017-05-01", "2017-11-08"])
  }

  @Test func `in the days in which it may have changed hands a place is contested between both`() throws {
    let theatre = try theatre(
      """
      abu-kamal,2017-05-01,2017-11-07/2017-11-09,isis,held,editorial: x
      abu-kamal,2017-11-08/2017-11-10,,government,held,editorial: y

      """)
    #expect(try holding(theatre, "2017-11-07") == .held("isis"))
    #expect(try holding(theatre, "2017-11-08") == .contested(["government", "isis"]))
    #expect(try holding(theatre, "2017-11-09") == .contested(["government", "isis"]))
    #expect(try holding(theatre, "2017-11-10") == .held("government"))
    #expect(theatre.holders(on: try Day(iso: "2017-11-08")).first?.isDoubtful == true)
  }

  @Test func `every status is read, and contested places name their sides`() throws {
    let theatre = try theatre(
      """
      abu-kamal,2017-05-01,2017-06-30,government|isis,contested,editorial: fought over
      kocho,2017-05-01,,badr,presence,editorial: seen
      um-jaris,2017-05-01,,isis,claimed,editorial: said

      """)
    let holdings = theatre.holders(on: try Day(iso: "2017-05-05")).map(\.holding)
    #expect(holdings == [.contested(["government", "isis"]), .claimed("isis"), .presence("badr")])
  }

  @Test func `what was not known yet is left out, and what stood before goes on`() throws {
    let theatre = try theatre(
      """
      abu-kamal,2017-05-01,2017-05-19,isis,held,editorial: x
      abu-kamal,2017-05-20,,badr,held,jpost-2017-05-30#reach-border

      """)
    #expect(try holding(theatre, "2017-05-25") == .held("badr"))
    #expect(try holding(theatre, "2017-05-25", knownBy: "2017-05-25") == .held("isis"))
    #expect(try holding(theatre, "2017-06-25", knownBy: "2017-05-29") == .held("isis"))
    #expect(try holding(theatre, "2017-05-25", knownBy: "2017-05-30") == .held("badr"))
  }

  @Test(arguments: [
    (
      "abu-kaml,2017-05-01,,isis,held,editorial: x",
      ":2:1: error: no place `abu-kaml` in the gazetteer\n  hint: did you mean `abu-kamal` (Abu Kamal)?"
    ),
    ("abu-kamal,2017-02-30,,isis,held,editorial: x", ":2:11: error: `from`: there is no 30 February 2017"),
    (
      "abu-kamal,2017-05-01,2017-04-01,isis,held,editorial: x",
      ":2:22: error: `abu-kamal` is held until 2017-04-01, before it begins on 2017-05-01"
    ),
    ("abu-kamal,2017-05-01,2017-06-30/2017-06-01,isis,held,editorial: x", "the interval ends before it begins"),
    ("abu-kamal,../2017-05-01,,isis,held,editorial: x", "`from` needs a day on both sides"),
    ("abu-kamal,2017-05-01,,isi,held,editorial: x", ":2:23: error: no faction `isi`\n  hint: did you mean `isis`?"),
    ("abu-kamal,2017-05-01,,isis|badr,held,editorial: x", "two holders at once: `isis|badr`\n  hint: ground of two is `contested`"),
    ("abu-kamal,2017-05-01,,isis,contested,editorial: x", "a `contested` place has 2 holders or more, as in isis|sdf, found 1"),
    ("abu-kamal,2017-05-01,,,held,editorial: x", "a `held` place has one holder, found 0"),
    ("abu-kamal,2017-05-01,,isis,hold,editorial: x", "there is no status `hold`\n  hint: did you mean `held`?"),
    ("abu-kamal,2017-05-01,,isis,held,", "warning: `abu-kamal` has no `basis`"),
    ("abu-kamal,2017-05-01,,isis,held,because", "abu-kamal: the basis `because` is neither a claim nor a reason"),
    ("abu-kamal,2017-05-01,,isis,held,jpost#x", "abu-kamal: no report `jpost`"),
    ("abu-kamal,2017-05-01,,isis,held", "the row has 5 cells, the header 6"),
    ("Abu Kamal,2017-05-01,,isis,held,editorial: x", "`Abu Kamal` is no id"),
  ])
  func `a wrong row is told with its line, its column and its mend`(row: String, message: String) {
    #expect(faults(row + "\n").mention(message), "\(faults(row + "\n"))")
  }

  @Test func `two holders at once are an error that names both lines`() {
    let found = faults("abu-kamal,2017-05-01,2017-06-10,isis,held,editorial: x\nabu-kamal,2017-06-05,,government,held,editorial: y\n")
    #expect(
      found.mention(
        "places.csv:3:1: error: two holders at once: `abu-kamal` is in two rows from 2017-06-05 to 2017-06-10, the other in line 2"))
  }

  @Test func `days that nobody has between two rows are warned of`() {
    let found = faults("abu-kamal,2017-05-01,2017-06-10,isis,held,editorial: x\nabu-kamal,2017-06-15,,government,held,editorial: y\n")
    #expect(found.mention("places.csv:3:1: warning: nobody has `abu-kamal` from 2017-06-11 to 2017-06-14"))
  }

  @Test(arguments: [
    ("reach-km: 0", "`reach-km` must lie between 0.1 and 1000.0 km"), ("smooth: 3", "the key `smooth` is not known here"),
    ("barriers: [{layer: border}]", "no layer `border`\n  hint: did you mean `borders`?"),
    ("barriers: [{layer: borders, name: Eufrat}]", "the layer `borders` has no `Eufrat`"),
    ("barriers: [{layer: borders, from: 2017-06-01, until: 2017-05-01}]", "the barrier ends on 2017-05-01, before it begins on 2017-06-01"),
  ])
  func `a wrong rule is told`(line: String, message: String) {
    let found = Fixture.faults(["geodata/theatre.yaml": Fixture.theatre + "control: {\(line)}\n"])
    #expect(found.mention(message), "\(found)")
  }
}
