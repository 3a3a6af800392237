import Foundation
import SheetSupport
import Testing

/// Files that are wrong: a clear message with place and hint, an exit code that is not 0, nothing half-written, and never a trap.
struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var changes: [String: String?]
    /// What the messages must hold.
    var messages: [String]
    /// Whether the tiny theatre has what is to be changed.
    var isSound = true

    var testDescription: String { name }

    init(_ name: String, _ changes: [String: String?], _ messages: String...) {
      self.name = name
      self.changes = changes
      self.messages = messages
    }

    init(_ name: String, _ path: String, _ old: String, _ new: String, _ messages: String...) {
      let text = TinyTheatre.texts[path] ?? ""
      self.name = name
      self.messages = messages
      isSound = text.contains(old)
      changes = [path: text.replacingOccurrences(of: old, with: new)]
    }
  }

  private static let report = TinyTheatre.reportPath
  private static let control = TinyTheatre.controlPath
  private static let places = TinyTheatre.placesPath
  private static let theatre = "geodata/theatre.yaml"
  private static let factions = "geodata/factions.yaml"
  private static let land = "geodata/base/land.geojson"

  static let errors: [Case] = [
    Case("no factions file", [factions: nil], factions),
    Case("no gazetteer", [places: nil], places),
    Case("no layer file", [land: nil], land),
    Case("an empty theatre file", [theatre: ""], theatre),
    Case("an empty layer", [land: ""], land),
    Case("an empty report", [report: ""], report),
    Case("broken YAML", report, "claims:", "claims: [", "\(report):"),
    Case("a tab in YAML", report, "  - {id: ford", "\t- {id: ford", "\(report):6:"),
    Case("YAML that is a list", [report: "- a\n- b\n"], report),
    Case(
      "a YAML bomb",
      [report: "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nreport: [*c,*c,*c,*c]\n"], report),
    Case("YAML nested very deeply", [report: String(repeating: "[", count: 50_000)], report),
    Case("bytes that are no UTF-8 text", [theatre: "theatre: \u{FFFD}\u{0}\u{1}"], theatre),
    Case(
      "an unknown place", report, "place: ford, on: 2020-01-05", "place: fort, on: 2020-01-05", "fort", "did you mean `ford` (The Ford)?",
      "\(report):6:"),
    Case("an unknown faction", report, "by: red, against: blue", "by: rad, against: blue", "rad", "did you mean `red`?"),
    Case("an unknown kind", report, "kind: clash", "kind: crash", "crash", "did you mean `clash`?"),
    Case("an unknown status", report, "status: denied", "status: refused", "refused"),
    Case("an unknown key", report, "publisher: The", "publishr: The", "publishr"),
    Case("an unknown side", factions, "side: reds", "side: redds", "redds"),
    Case("a colour that is none", factions, "#c0392b", "reddish", "reddish"),
    Case("a claim twice", report, "id: again", "id: ford", "ford"),
    Case("a day that is in no calendar", report, "on: 2020-01-05", "on: 2020-02-30", "there is no 30 February 2020"),
    Case("a span that ends before it begins", report, "on: 2020-01-07", "on: 2020-01-07/2020-01-05", "ends before it begins"),
    Case("a distance that is not a number", report, "km: 47", "km: .nan", report),
    Case("a radius below zero", report, "radius-km: 20", "radius-km: -20", report),
    Case("NaN in the gazetteer", places, "10.3,41.2", "nan,41.2", "\(places):2:"),
    Case("a longitude of 999", places, "10.3,41.2", "999,41.2", "\(places):2:"),
    Case("a latitude of -91", places, "10.3,41.2", "10.3,-91", "\(places):2:"),
    Case("a row too short", places, "norden,Norden,نوردن,,city,10.3,41.2,1,made up", "norden,Norden", "\(places):2"),
    Case("a quote that does not end", places, "norden,Norden", "norden,\"Norden", places),
    Case("a place twice", places, "sueden,", "norden,", "norden"),
    Case("NaN in GeoJSON", land, "[5.0, 35.0]", "[NaN, 35]", "\(land):"),
    Case("infinity in GeoJSON", land, "[5.0, 35.0]", "[1e999, 35]", "\(land):"),
    Case("a coordinate out of range", land, "[5.0, 35.0]", "[500, 35]", "\(land):"),
    Case("a coordinate that is text", land, "[5.0, 35.0]", "[\"5\", 35]", "\(land):"),
    Case("half a coordinate", land, "[5.0, 35.0]", "[5]", "\(land):"),
    Case("GeoJSON cut off", [land: String((TinyTheatre.texts[land] ?? "").dropLast(40))], "\(land):"),
    Case("GeoJSON nested very deeply", [land: String(repeating: "[", count: 100_000)], land),
    Case(
      "a ring of two vertices", land, "[5.0, 35.0], [20.0, 35.0], [20.0, 45.0], [5.0, 45.0], [5.0, 35.0]", "[5, 35], [20, 35], [5, 35]",
      land),
    Case("control by nobody known", control, "\"faction\": \"green\"", "\"faction\": \"grün\"", "grün"),
    Case("control without a status that is known", control, "\"status\": \"claimed\"", "\"status\": \"clamed\"", "clamed", "claimed"),
    Case("a basis that no report has", control, "tiny-2020-01-10#push", "tiny-2020-01-10#pull", "pull"),
    Case("control on a day that is none", control, "\"as_of\": \"2020-01-10\"", "\"as_of\": \"10 January\"", "as_of"),
    Case("an extent inside out", theatre, "[9.9, 39.7, 12.1, 41.5]", "[12.1, 41.5, 9.9, 39.7]", "extent"),
    Case("an extent of NaN", theatre, "[9.9, 39.7, 12.1, 41.5]", "[.nan, 39.7, 12.1, 41.5]", "extent"),
    Case("a layer of an unknown kind", theatre, "as: river", "as: rover", "rover", "river"),
    Case("a layer file above the theatre", theatre, "file: base/land.geojson", "file: ../../../../etc/passwd", theatre),
  ]

  @Test(arguments: errors)
  func `an error in the files is told with its place and nothing is written`(fault: Case) throws {
    try #require(fault.isSound, "what it changes is not in the tiny theatre")
    let theatre = try TheatreFolder(fault.changes)
    try theatre.write(Data("old".utf8), "old.svg")
    for arguments in [["check"], ["render", "-o", "old.svg"], ["render", "-o", "new.png"], ["maps", "--output", "maps"], ["list"]] {
      let run = try theatre.run(arguments)
      #expect([65, 66].contains(run.code), "sitmap \(arguments[0]) ended with \(run.code): \(run.errors)")
      #expect(run.errors.contains("error:"))
      for message in fault.messages { #expect(run.errors.contains(message), "no `\(message)` in:\n\(run.errors)") }
      #expect(run.errors.utf8.count < 20_000)
    }
    #expect(try theatre.written.filter { $0 != "maps" } == ["old.svg"])
    #expect(try Data(contentsOf: theatre.url.appendingPathComponent("old.svg")) == Data("old".utf8))
  }

  static let bearable: [Case] = [
    Case(
      "a ring that crosses itself", control, "[9.0, 40.8], [10.6, 40.8], [11.0, 40.8], [11.0, 41.2], [11.0, 42.0], [9.0, 42.0]",
      "[9, 40.8], [11, 42], [11, 40.8], [9, 42]"),
    Case("a ring that is not closed", control, "[9.0, 42.0], [9.0, 40.8]]", "[9.0, 42.0]]"),
    Case("areas that overlap", control, "[11.0, 40.0], [12.5, 40.0], [12.5, 42.0]", "[11, 39.8], [12.5, 39.8], [12.5, 42]"),
    Case(
      "a report without claims",
      [
        report: "report: empty\ntitle: T\npublisher: P\npublished: 2020-01-10\nclaims: []\n",
        control: (TinyTheatre.texts[control] ?? "").replacingOccurrences(of: "tiny-2020-01-10#push", with: "editorial: x"),
      ]),
    Case("no features", [land: "{\"type\": \"FeatureCollection\", \"features\": []}"]),
    Case("a ring round the pole", land, "[5.0, 45.0]", "[5, 90]"),
    Case("coordinates with height", land, "[5.0, 35.0]", "[5, 35, 100]"),
    Case(
      "a byte order mark and CRLF", [places: "\u{FEFF}" + (TinyTheatre.texts[places] ?? "").replacingOccurrences(of: "\n", with: "\r\n")]),
  ]

  @Test(arguments: bearable)
  func `what can be borne or mended is drawn`(fault: Case) throws {
    try #require(fault.isSound, "what it changes is not in the tiny theatre")
    let theatre = try TheatreFolder(fault.changes)
    let run = try theatre.run(["render", "--on", "2020-01-10", "-o", "map.svg", "-o", "map.png"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try theatre.written == ["map.png", "map.svg"])
    #expect([0, 65].contains(try theatre.run(["check"]).code))
  }

  @Test func `all faults are told at once`() throws {
    var changes = try TinyTheatre.replacing(Self.report, "by: red, against: blue", with: "by: rad, against: blu")
    changes.merge(try TinyTheatre.replacing(Self.places, "10.3,41.2", with: "nan,41.2")) { $1 }
    changes.merge(try TinyTheatre.replacing(Self.land, "[5.0, 35.0]", with: "[500, 35]")) { $1 }
    let run = try TheatreFolder(changes).run(["check"])
    #expect(run.code == 65)
    for word in ["rad", "blu", "nan", Self.land] { #expect(run.errors.contains(word)) }
  }

  @Test func `a theatre that is not there is told`() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["render"], ["render", "--theatre", "nowhere"], ["check", "--theatre", folder.url.path], ["list", "--theatre", ""],
      ["maps", "--theatre", "/dev/null"],
    ] {
      let run = try Program.run(arguments, in: folder.url)
      #expect(run.code == 66 && run.errors.contains("error:") && run.errors.contains("hint:"), "\(arguments): \(run.code) \(run.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }

  @Test func `a folder or a device where a file should be is told`() throws {
    let theatre = try TheatreFolder([Self.land: nil])
    try FileManager.default.createDirectory(at: theatre.url.appendingPathComponent(Self.land), withIntermediateDirectories: true)
    let folder = try theatre.run(["check"])
    #expect(folder.code == 65 && folder.errors.contains("it is not a file"))
    try FileManager.default.removeItem(at: theatre.url.appendingPathComponent(Self.land))
    try FileManager.default.createSymbolicLink(
      at: theatre.url.appendingPathComponent(Self.land), withDestinationURL: URL(fileURLWithPath: "/dev/zero"))
    let device = try theatre.run(["check"])
    #expect(device.code == 65 && device.errors.contains("it is not a file"))
  }

  @Test func `a layer of forty megabytes is read and drawn`() throws {
    let theatre = try TheatreFolder()
    var text = "{\"type\": \"FeatureCollection\", \"features\": [\n"
    text.reserveCapacity(44_000_000)
    var ring = ""
    for index in 0..<1000 {
      let angle = Double(index) * .pi / 500
      ring += "[\((cos(angle) * 1e7).rounded() / 1e7 + 11.1234567), \((sin(angle) * 1e7).rounded() / 1e7 + 40.1234567)], "
    }
    let feature =
      "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[\(ring)[12.1234567, 40.1234567]]]}}"
    var count = 0
    while text.utf8.count < 40_000_000 {
      text += (count > 0 ? ",\n" : "") + feature
      count += 1
    }
    try theatre.write(Data((text + "]}").utf8), Self.land)
    let start = Date()
    let run = try theatre.run(["render", "--layers", "control,title", "-o", "big.svg"])
    #expect(run.code == 0, "\(run.errors)")
    print("a layer of 40 MB, \(count) polygons: \((Date().timeIntervalSince(start) * 100).rounded() / 100) s")
  }
}
