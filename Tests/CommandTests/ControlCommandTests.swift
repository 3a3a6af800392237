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

  @Test(arguments: [["stats"], ["diff", "2020-01-05", "2020-01-20"]])
  func `a part of the world that has no ground of the theatre is refused`(command: [String]) throws {
    let run = try TheatreFolder(Self.control).run(command + ["--within", "120,10,121,11"])
    #expect(run.code == 66 && run.errors.contains("no ground of the theatre") && run.text.isEmpty, "\(run.errors)")
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
    #expect(
      csv.hasPrefix(
        "from,to,status_before,holder_before,status_after,holder_after,km2,ground,control\n2020-01-05,2020-01-20,held,blue,held,red,"))
    #expect(try theatre.run(["diff", "2020-01-05", "2020-01-20", "-o", "a.svg", "-o", "a.png"]).code == 0)
    #expect(try theatre.written == ["a.png", "a.svg"])
  }

  @Test func `knownBy takes back what was reported later, in figures as on maps`() throws {
    let theatre = try TheatreFolder(Self.control)
    let known = try theatre.run(["holders", "osten", "--on", "2020-01-20", "--known-by", "2020-01-05"]).text
    let now = try theatre.run(["holders", "osten", "--on", "2020-01-20"]).text
    #expect(now == "osten: held green (tiny-2020-01-10#shut; geodata/control/places.csv:5:1)\n")
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

  @Test func `holders tells which row of which place a point's ground goes by, and how far off the place is`() throws {
    let theatre = try TheatreFolder(Self.control)
    let text = try theatre.run(["holders", "--on", "2020-01-05", "--at", "10.31,41.19"]).text
    #expect(text.contains("km from norden (") && text.contains("editorial: x") && text.contains("geodata/control/places.csv:2"), "\(text)")
    let json = try theatre.run(["holders", "--on", "2020-01-05", "--at", "10.31,41.19", "--json"])
    let root = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let answer = try #require((root["answers"] as? [[String: Any]])?.first)
    let place = try #require(answer["place"] as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(place["id"] as? String == "norden" && (place["km"] as? Double ?? 0) > 0)
    #expect(rows.count == 1 && (rows[0]["at"] as? String)?.hasPrefix("geodata/control/places.csv:2") == true)
    #expect(try theatre.run(["holders", "--on", "2020-01-05", "--at", "10.31,41.19", "--csv"]).text.contains(",norden,"))
    // The ground of the other side of the day goes by its own place, whoever has it.
    let far = try theatre.run(["holders", "--on", "2020-01-05", "--at", "0,0"]).text
    #expect(far == "0,0: unassigned (no area is drawn there)\n")
  }

  @Test func `figures, pictures and what goes beside them name the places that ground is computed from`() throws {
    let theatre = try TheatreFolder(Self.control)
    let json = try theatre.run(["stats", "--on", "2020-01-20", "--json"])
    let root = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let day = try #require((root["days"] as? [[String: Any]])?.first)
    let red = try #require((day["areas"] as? [[String: Any]])?.first { ($0["holders"] as? [String]) == ["red"] })
    #expect(red["places"] as? [String] == ["norden", "sueden"] && red["place_count"] as? Int == 2)
    #expect(try theatre.run(["render", "--on", "2020-01-20", "-o", "a.svg", "--sidecar"]).code == 0)
    let svg = try String(contentsOf: theatre.url.appendingPathComponent("a.svg"), encoding: .utf8)
    #expect(svg.contains("data-places=\"norden sueden\"") && svg.contains("data-place-count=\"2\""))
    let sidecar = try String(contentsOf: theatre.url.appendingPathComponent("a.json"), encoding: .utf8)
    #expect(sidecar.contains("\"places\": [\"norden\", \"sueden\"]"))
  }

  @Test func `every output says whether drawn areas were counted or places`() throws {
    let theatre = try TheatreFolder(Self.control)
    let drawn = try theatre.run(["stats", "--on", "2020-01-10"]).text
    #expect(drawn.contains("as drawn for 2020-01-10") && drawn.contains("series, films and diff count places"), "\(drawn)")
    let csv = try theatre.run(["stats", "--on", "2020-01-10", "--csv"])
    #expect(csv.text.hasPrefix("day,status,holder,km2,share,control,as_of\n"))
    #expect(csv.text.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",drawn,2020-01-10") })
    #expect(csv.errors.contains("note: the drawn areas of this day are counted"))
    let passing = ["stats", "--from", "2020-01-05", "--to", "2020-01-20", "--step", "1w"]
    let series = try theatre.run(passing)
    #expect(series.text.contains("note: areas are computed from places on all days, also on 2020-01-10"), "\(series.text)")
    let rows = try theatre.run(passing + ["--csv"]).text.split(separator: "\n").dropFirst()
    #expect(rows.allSatisfy { $0.contains(",places,") })
    #expect(try theatre.run(passing + ["--json"]).text.contains("\"notes\": [\"areas are computed"))
    #expect(try theatre.run(["stats", "--on", "2020-01-05"]).text.contains("note:") == false)
    func chart(_ arguments: [String]) throws -> String {
      #expect(try theatre.run(passing + ["--chart", "a.svg", "-o", "a.csv"] + arguments).code == 0)
      // A line may break anywhere between two words.
      let svg = try String(contentsOf: theatre.url.appendingPathComponent("a.svg"), encoding: .utf8)
      return svg.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(try chart([]).contains("areas computed from places"))
    #expect(try chart(["--control", "authored"]).contains("areas as drawn, each day"))
  }

  @Test func `a comparison within some ground counts and names that alone, and says so on its sheet`() throws {
    let theatre = try TheatreFolder(Self.control)
    func km2(_ arguments: [String]) throws -> Double {
      let rows = try theatre.run(["diff", "2020-01-05", "2020-01-20", "--csv"] + arguments).text.split(separator: "\n").dropFirst()
      return rows.reduce(0) { $0 + (Double($1.split(separator: ",", omittingEmptySubsequences: false)[6]) ?? .nan) }
    }
    let (all, south) = (try km2([]), try km2(["--within", "10.0,40.7,11.5,41.0"]))
    #expect(south > 0 && south < all)
    let text = try theatre.run(["diff", "2020-01-05", "2020-01-20", "--within", "10.0,40.7,11.5,41.0"]).text
    #expect(text.contains("Figures: in 10.0,40.7,11.5,41.0 alone; areas computed from places."), "\(text)")
    #expect(
      try theatre.run(["diff", "2020-01-05", "2020-01-20"]).text.contains("Figures: in all of the theatre's countries; areas computed"))
    #expect(try theatre.run(["diff", "2020-01-05", "2020-01-20", "--within", "Nowhere"]).code == 66)
    #expect(try theatre.run(["diff", "2020-01-05", "2020-01-20", "--extent", "10.2,40.8,10.9,41.2", "-o", "a.svg"]).code == 0)
    let svg = try String(contentsOf: theatre.url.appendingPathComponent("a.svg"), encoding: .utf8)
    #expect(svg.contains("Figures: ") && svg.contains("also beyond"))
  }

  @Test func `what cannot be written is refused at once, also standard output`() throws {
    let theatre = try TheatreFolder(Self.control)
    for arguments in [
      ["stats", "--on", "2020-01-05", "-o", "nowhere/a.csv"], ["stats", "--from", "2020-01-01", "--chart", "nowhere/a.svg"],
      ["diff", "2020-01-05", "2020-01-20", "-o", "nowhere/a.svg"],
    ] {
      let run = try theatre.run(arguments)
      #expect(run.code == 73 && run.errors.contains("nowhere") && run.output.isEmpty, "\(run.errors)")
    }
    for arguments in [
      ["list"], ["themes"], ["themes", "light"], ["check"], ["holders", "--on", "2020-01-05"], ["stats", "--on", "2020-01-05"],
      ["diff", "2020-01-05", "2020-01-20"],
    ] {
      let run = try theatre.run(arguments, output: "/dev/full")
      #expect(run.code == 73 && run.errors.contains("standard output cannot be written"), "\(arguments): \(run.code) \(run.errors)")
    }
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
    let empty = try TemporaryFolder()
    let none = try Program.run(["stats", "--snapshots", ".", "--faction", "red"], in: empty.url)
    #expect(none.code == 65 && none.errors.hasPrefix(".: error: there is no .geojson file"), "\(none.errors)")
    // Faults are named as people reach the files from where they are.
    let above = folder.url.deletingLastPathComponent()
    let name = folder.url.lastPathComponent
    let named = try Program.run(["stats", "--snapshots", name + "/"], in: above)
    #expect(named.code == 65 && named.errors.contains("\(name)/1.geojson:1:"), "\(named.errors)")
    let absolute = try Program.run(["stats", "--snapshots", folder.url.path], in: above)
    #expect(absolute.code == 65 && absolute.errors.contains("\(folder.url.path)/1.geojson:1:"), "\(absolute.errors)")
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
