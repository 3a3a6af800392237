import Animation
import Cartography
import Diagnostics
import Geometry
import SheetSupport
import Situation
import Synchronization
import TestSupport
import Typography

/// A small film of a made-up theatre: one side takes ground from another between three drawn days.
enum FilmFixture {
  static func theatre() throws -> Theatre {
    let location = Location(file: "fixture")
    func snapshot(_ text: String, front: Double, pocket: Bool) throws -> ControlSnapshot {
      let day = try Day(iso: text)
      let hole: Ring<Geographic> = box(40.6, 33.6, 41.2, 34.2)
      func area(_ holding: ControlArea.Holding, _ polygon: Polygon<Geographic>, _ number: Int) -> ControlArea {
        ControlArea(holding: holding, from: day, polygons: [polygon], location: location, feature: number)
      }
      var areas = [
        area(.held("west"), Polygon(exterior: box(38, 33, front, 35)), 1),
        area(.held("east"), Polygon(exterior: box(front, 33, 42, 35), holes: pocket ? [hole] : []), 2),
      ]
      if pocket { areas.append(area(.contested(["west", "east"]), Polygon(exterior: hole), 3)) }
      return ControlSnapshot(asOf: day, areas: areas, file: "\(text).geojson")
    }
    let first = try Day(iso: "2017-05-01")
    return Theatre(
      id: "fixture", title: "A made-up war", extent: Extent(minX: 37.8, minY: 32.8, maxX: 42.2, maxY: 35.2), days: first...(first + 30),
      factions: [
        Faction(id: "west", name: "The west", color: RGB(red: 200, green: 60, blue: 50), side: "w", location: location),
        Faction(id: "east", name: "The east", color: RGB(red: 60, green: 90, blue: 200), side: "e", location: location),
      ],
      sides: [Side(id: "w", name: "West", location: location), Side(id: "e", name: "East", location: location)],
      snapshots: [
        try snapshot("2017-05-01", front: 39, pocket: false), try snapshot("2017-05-05", front: 40, pocket: false),
        try snapshot("2017-05-08", front: 40.3, pocket: true),
      ])
  }

  static func reel(_ theatre: Theatre, interpolates: Bool = true) throws -> FilmReel {
    let days = theatre.days.lowerBound...(theatre.days.lowerBound + 9)
    let timeline = ControlTimeline(theatre, days: days, knownBy: nil, source: .authored)
    let schedule = try FilmSchedule(
      FilmSchedule.Options(
        days: days, framesPerSecond: 10, hold: 0.2, eventHold: 0.3, endHold: 0.5, isContinuous: interpolates),
      changes: Set(timeline.changes), events: [])
    return FilmReel(schedule, timeline, ease: .linear, interpolates: interpolates, metresPerPixel: 1_500)
  }

  static func film(interpolates: Bool = true) throws -> Film {
    let theatre = try theatre()
    let reel = try reel(theatre, interpolates: interpolates)
    let sheet = SheetRequest(width: 480, height: 320, extent: theatre.extent, title: "A made-up war", window: 5)
    let request = FilmRequest(
      sheet: sheet, days: theatre.days.lowerBound...(theatre.days.lowerBound + 9), holdings: reel.timeline.holdings,
      changes: reel.timeline.changes, interpolates: reel.interpolates)
    let shaper = Shaper()
    return try Film(
      plan: try composeFilm(theatre, request, measuring: shaper), reel: reel, framesPerSecond: 10, scale: 1, inputs: Digest(),
      glyphs: shaper)
  }

  static func work(threads: Int, stopAfter limit: Int = .max) -> FilmWork {
    let count = Mutexed(0)
    return FilmWork(threads: threads, isStopped: { count.value >= limit }, report: { _ in count.add(1) })
  }

  /// The names and bytes of all frames in a folder.
  static func frames(in folder: String) throws -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for name in try FrameFiles.list(folder) where name.hasPrefix("frame-") { result[name] = FrameFiles.read(folder + "/" + name) }
    return result
  }
}

final class Mutexed: Sendable {
  private let state: Mutex<Int>
  init(_ value: Int) { state = Mutex(value) }
  var value: Int { state.withLock { $0 } }
  func add(_ count: Int) { state.withLock { $0 += count } }
}

/// A folder that is gone after the test.
final class ScratchFolder {
  private let folder: TemporaryFolder
  var path: String { folder.url.path }

  init() throws { folder = try TemporaryFolder() }
}
