import Foundation
import SheetSupport
import Testing

/// `stats`, `diff`, `holders` and series of snapshots, as people run them.
struct ControlCommandTests {
  /// Each place reaches far enough to meet the next, so that there is a front.
  private static let control: [String: String?] = [
    "geodata/theatre.yaml": TinyTheatre.texts["geodata/theatre.yaml"].map { $0 + "control: {reach-km: 80}\n" },
    "geodata/control/places.csv": """
    place,from,until,holder,status,basis
    norden,2020-01-01,,red,held,editorial: x
    sueden,2020-01-01,2020-01-11,blue,held,editorial: x
    sueden,2020-01-12,,red,held,editorial: y
    osten,2020-01-01,,green,held,tiny-2020-01-10#shut

    """,
  ]

  @Test func `stats prints all ground and what nobody holds, whatever else it prints`() throws {
    let theatre = try TheatreFolder(Self.control)
    for arguments in [
      [], ["--on", "2020-01-05"], ["--within", "Eastland"], ["--from", "2020-01-01", "--to", "2020-01-31", "--step", "1w"],
    ] {
      let run = try theatre.run(["stats"] + arguments)
      #expect(run.code == 0 && run.text.contains("Unassigned") && run.text.contains("All ground"), "\(run.errors)")
    }
  }

  @Test func `the figures of stats as CSV and JSON agree`() throws {
    let theatre = try TheatreFolder(Self.control)
    let csv = try theatre.run(["stats", "--on", "2020-01-05", "--csv"]).text
    let json = try theatre.run(["stats", "--on", "2020-01-05", "--json"])
    let root = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let day = try #require((root["days"] as? [[String: Any]])?.first)
    let ground = try #require(day["ground_km2"] as? Double)
    let red = try #require((day["sides"] as? [[String: Any]])?.first { $0["faction"] as? String == "red" })
    let held = try #require(red["held_km2"] as? Double)
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.first { $0[1] == "held" && $0[2] == "red" }.flatMap { Double($0[3]) } == held)
    #expect(rows.first { $0[1] == "ground" }.flatMap { Double($0[3]) } == ground)
    #expect((day["fronts"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `diff prints a sentence, figures or a sheet`() throws {
    let theatre = try TheatreFolder(Self.control)
    #expect(try theatre.run(["diff", "2020-01-05", "2020-01-20"]).text.hasPrefix("Between 5 January and 20 January 2020 Red army took "))
    let csv = try theatre.run(["diff", "2020-01-05", "2020-01-20", "--csv"]).text
    #expect(csv.hasPrefix("from,to,status_before,holder_before,status_after,holder_after,km2\n2020-01-05,2020-01-20,held,blue,held,red,"))
    #expect(try theatre.run(["diff", "2020-01-05", "2020-01-20", "-o", "a.svg", "-o", "a.png"]).code == 0)
    #expect(try theatre.written == ["a.png", "a.svg"])
  }

  @Test func `knownBy takes back what was reported later, in figures as on maps`() throws {
    let theatre = try TheatreFolder(Self.control)
    let known = try theatre.run(["holders", "osten", "--on", "2020-01-20", "--known-by", "2020-01-05"]).text
    let now = try theatre.run(["holders", "osten", "--on", "2020-01-20"]).text
    #expect(now == "osten: held green (tiny-2020-01-10#shut)\n")
    #expect(known != now && !known.contains("green"))
    for command in [
      ["stats", "--on", "2020-01-20"], ["diff", "2020-01-02", "2020-01-20"], ["render", "--on", "2020-01-20", "-o", "a.svg"],
    ] {
      #expect(try theatre.run(command + ["--known-by", "2020-01-05"]).code == 0)
    }
  }

  @Test func `holders tells who has a place or a point, and suggests what a mistyped place meant`() throws {
    let theatre = try TheatreFolder(Self.control)
    #expect(try theatre.run(["holders", "--on", "2020-01-05", "--at", "10.31,41.19"]).text.hasPrefix("10.31,41.19: held red"))
    let wrong = try theatre.run(["holders", "suden", "--on", "2020-01-05"])
    #expect(wrong.code == 66 && wrong.errors.contains("did you mean `sueden`"))
  }

  @Test func `a folder of snapshots needs no theatre`() throws {
    let folder = try TemporaryFolder()
    for number in 1...3 {
      let ring = "[[[30,50],[\(30 + number),50],[\(30 + number),51],[30,51],[30,50]]]"
      let text = """
        {"type": "FeatureCollection", "name": "front_2024010\(number)", "features": [{"type": "Feature", "properties": {},
        "geometry": {"type": "MultiPolygon", "coordinates": [\(ring)]}}]}
        """
      try Data(text.utf8).write(to: folder.url.appendingPathComponent("\(number).geojson"))
    }
    let series = ["--snapshots", ".", "--faction", "red"]
    let stats = try Program.run(
      ["stats", "--from", "2024-01-01", "--to", "2024-01-03", "--step", "changes", "--csv"] + series, in: folder.url)
    #expect(stats.code == 0 && stats.text.split(separator: "\n").filter { $0.contains(",held,red,") }.count == 3, "\(stats.errors)")
    let diff = try Program.run(["diff", "2024-01-01", "2024-01-03"] + series, in: folder.url)
    #expect(diff.text.contains("red took"))
    let render = try Program.run(["render", "--on", "2024-01-02", "-o", "a.svg"] + series, in: folder.url)
    #expect(render.code == 0, "\(render.errors)")
    let without = try Program.run(["stats", "--snapshots", "."], in: folder.url)
    #expect(without.code == 65 && without.errors.contains("nothing says who holds feature 1"))
  }

  @Test(arguments: [
    ["stats", "--csv", "--json"], ["stats", "--on", "2020-01-05", "--from", "2020-01-01"], ["stats", "--step", "5y"],
    ["stats", "--from", "2020-01-05", "--to", "2020-01-01"], ["diff", "2020-01-05"], ["diff", "2020-02-30", "2020-01-05"],
    ["stats", "--faction", "red"], ["render", "--control", "mine"],
  ])
  func `wrong use is refused`(arguments: [String]) throws {
    #expect(try TheatreFolder(Self.control).run(arguments).code == 64)
  }
}
