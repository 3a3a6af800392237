import Foundation
import Geometry
import Situation
import TestSupport

// controlbench THEATRE
//
// How long the coverage of a day takes: for the theatre's own places on every day of change, and for 300 places strewn over its ground.

func theatre(in folder: String) throws -> Theatre {
  var files = MemoryFiles()
  let root = URL(fileURLWithPath: folder)
  for top in ["geodata", "seeds"] {
    let found = FileManager.default.enumerator(atPath: root.appendingPathComponent(top).path)
    while let path = found?.nextObject() as? String {
      let data = try? Data(contentsOf: root.appendingPathComponent("\(top)/\(path)"))
      if let data { files.files["\(top)/\(path)"] = Array(data) }
    }
  }
  return try Theatre.read(from: files).theatre
}

/// Of the processor, so that other work on the machine does not count.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  try body()
  return now() - start
}

func tell(_ title: String, _ times: [Double]) {
  let sorted = times.sorted()
  let text = [("least", sorted[0]), ("median", sorted[sorted.count / 2]), ("most", sorted[sorted.count - 1])].map { "\($0.0) \(String(format: "%.1f", $0.1)) ms" }
  print("\(title): \(text.joined(separator: ", "))")
}

let read = try theatre(in: CommandLine.arguments.dropFirst().first ?? ".")
let days = read.placeChangeDays

var cold: [Double] = []
let parts = try milliseconds {
  _ = try CellGround(read.controlGround, barriers: [])
}
print("ground without barriers: \(String(format: "%.1f", parts)) ms")
for _ in 0..<5 {
  var history = ControlHistory(read)
  cold.append(try milliseconds { _ = try history.control(on: days[days.count / 2], source: .places) })
}
tell("first day of \(read.placeHistories.count) places, with the ground cut by its barriers", cold)

var history = ControlHistory(read)
_ = try history.control(on: days[0], source: .places)
tell("each of \(days.count) days of change", try days.map { day in try milliseconds { _ = try history.control(on: day, source: .places) } })

// The day is new each time, the ground is not.
var strewn = read
var random = SeededGenerator(seed: 300)
let ground = CoverageLocator(try history.ground(on: days[0]).regions)
let factions = read.factions.prefix(5).map(\.id)
var places: [Place] = []
var rows: [PlaceControl] = []
while places.count < 300 {
  let p = Point<Geographic>(
    .random(in: read.extent.minX...read.extent.maxX, using: &random), .random(in: read.extent.minY...read.extent.maxY, using: &random))
  guard ground.area(at: p) != Coverage.nobody else { continue }
  let id = PlaceID("p\(places.count)")
  let location = read.placeControl[0].location
  places.append(Place(id: id, name: LocalizedText(["en": id.rawValue]), kind: .town, position: p, rank: 3, location: location))
  for month in 0..<12 {
    let day = read.days.lowerBound + 30 * month + places.count % 30
    let first = Int.random(in: 0..<factions.count, using: &random)
    // Each day some place is fought for anew, so that every cell is computed anew.
    let holder: ControlArea.Holding =
      Int.random(in: 0..<12, using: &random) == 0 ? .contested([factions[first], factions[(first + 1) % factions.count]]) : .held(factions[first])
    rows.append(
      PlaceControl(
        place: id, from: TimeSpan(day...day), until: TimeSpan((day + 29)...(day + 29)), holding: holder, basis: [.editorial("x")],
        location: location))
  }
}
strewn.gazetteer = Gazetteer(places)
strewn.placeControl = rows
strewn.snapshots = []
var other = ControlHistory(strewn)
_ = try other.control(on: read.days.lowerBound + 40, source: .places)
tell(
  "300 places strewn over \(Int(try history.ground(on: days[0]).area / 1e6)) km2",
  try (45..<85).map { day in try milliseconds { _ = try other.control(on: read.days.lowerBound + day, source: .places) } })
tell(
  "and counting them",
  try (45..<85).map { day in
    guard let control = try other.control(on: read.days.lowerBound + day, source: .places) else { return 0 }
    return try milliseconds { _ = try ControlTally(control, on: read.days.lowerBound + day, theatre: strewn) }
  })
