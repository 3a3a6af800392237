import Diagnostics
import Geometry
import Situation
import TestSupport
import Testing

/// Files that were broken at random are read or refused, and never bring the program down.
@Suite struct FuzzTests {
  /// With who had which place, and how ground is computed from that.
  private static let files: MemoryFiles = {
    let rule = """
      control:
        reach-km: 35
        bridge-km: 40
        contested-km: 8
        barriers: [{layer: borders, from: 2017-05-01, until: 2018-12-31}]

      """
    let rows = """
      place,from,until,holder,status,basis,reach-km
      abu-kamal,2017-05-01,2017-11-07/2017-11-09,isis,held,editorial: x,
      abu-kamal,2017-11-08/2017-11-10,,government,held,jpost-2017-05-30#reach-border,50
      um-jaris,2017-05~,,badr|isis,contested,"editorial: y, z",12
      kocho,2017-05-29,2018-01-01,badr,claimed,editorial: z,

      """
    return Fixture.files(["geodata/theatre.yaml": Fixture.theatre + rule, PlaceControlTests.path: rows])
  }()

  @Test(arguments: [
    ("geodata/base/land.geojson", 2500), (Fixture.controlPath, 1500), (Fixture.reportPath, 1500), ("geodata/theatre.yaml", 500),
    ("geodata/factions.yaml", 500), ("geodata/places.csv", 1500), (PlaceControlTests.path, 2500),
  ])
  func `random edits never trap, and a fault always has its file`(path: String, count: Int) {
    var generator = SeededGenerator(seed: 42)
    let files = Self.files
    let original = files.files[path] ?? []
    for _ in 0..<count {
      var changed = files
      changed.files[path] = damaged(original, using: &generator)
      for fault in Fixture.faults(in: changed) where !fault.hasPrefix("geodata/") && !fault.hasPrefix("seeds/") {
        Issue.record("\(fault)")
      }
    }
  }

  @Test(arguments: [
    "geodata/base/land.geojson", Fixture.controlPath, Fixture.reportPath, "geodata/theatre.yaml", "geodata/factions.yaml",
    "geodata/places.csv", PlaceControlTests.path,
  ])
  func `a file that was cut off anywhere never traps`(path: String) {
    let files = Self.files
    let original = files.files[path] ?? []
    for length in stride(from: 0, to: original.count, by: 3) {
      var changed = files
      changed.files[path] = Array(original.prefix(length))
      _ = Fixture.faults(in: changed)
    }
  }

  @Test(arguments: [(PlaceControlTests.path, 1500), ("geodata/theatre.yaml", 800), ("geodata/places.csv", 500)])
  func `whatever is read after random edits can be computed, and is a coverage`(path: String, count: Int) throws {
    var generator = SeededGenerator(seed: 43)
    var computed = 0
    for _ in 0..<count {
      var changed = Self.files
      changed.files[path] = damaged(changed.files[path] ?? [], using: &generator)
      guard computed < 60, let theatre = try? Theatre.read(from: changed).theatre else { continue }
      var history = ControlHistory(theatre)
      for day in ["2017-06-01", "2017-11-09"] {
        guard let control = try history.control(on: try Day(iso: day), source: .places) else { continue }
        #expect(control.coverage.isValid)
        computed += 1
      }
    }
    #expect(computed > 10)
  }

  @Test func `snapshots that were broken at random are read, repaired or refused with their file`() async throws {
    var generator = SeededGenerator(seed: 44)
    let ring = "[[36,48],[38,48],[38,50],[36,50],[36,48]]"
    let text = """
      {"type": "FeatureCollection", "name": "front_20240714", "features": [
      {"type": "Feature", "properties": {"side": "red", "date": "2024-07-14"}, "geometry": {"type": "Polygon", "coordinates": [\(ring)]}},
      {"type": "Feature", "properties": {"side": "blue", "status": "held"}, "geometry":
      {"type": "MultiPolygon", "coordinates": [[[[37.5,48.5,1],[39,48.5,1],[39,49.5,1],[37.5,49.5,1]]], []]}}]}
      """
    var (read, refused) = (0, 0)
    for _ in 0..<1500 {
      let files = MemoryFiles(["2024-07-14.geojson": damaged(Array(text.utf8), using: &generator)])
      switch await Self.controls(in: files) {
      case .success(let found):
        read += found.count
        for control in found { #expect(control.control.coverage.isValid) }
      case .failure(let invalid):
        refused += 1
        let texts = invalid.faults.map(\.description)
        #expect(texts.allSatisfy { $0.hasPrefix("2024-07-14.geojson") }, "\(texts)")
      }
    }
    #expect(read > 20 && refused > 100)
  }

  private static func controls(in files: MemoryFiles) async -> Result<[SnapshotControl], InvalidInput> {
    do throws(InvalidInput) {
      let series = try await SnapshotSeries.open(files, rules: SnapshotSeries.Rules(factionField: "side")).series
      var found: [SnapshotControl] = []
      for entry in series.entries { found.append(try series.control(of: entry, from: files)) }
      return .success(found)
    } catch {
      return .failure(error)
    }
  }
}
