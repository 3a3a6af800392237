import Diagnostics
import Geometry

/// A day of a series: who holds what, and what was mended.
package struct SnapshotControl: Sendable {
  package var day: Day
  package var control: ControlDay
  package var repairs: SeriesRepairs

  init(_ file: SnapshotFile, day: Day, path: String) throws(OverlayFailure) {
    self.day = day
    let ground = try SnapshotGround(file, measures: true)
    let coverage = ground.coverage
    let areas = ground.holdings.enumerated().map { index, holding in
      ControlArea(
        holding: holding, from: day, polygons: coverage.polygons { $0 == index }, location: Location(file: path), feature: index + 1)
    }
    control = ControlDay(areas: areas, coverage: coverage, asOf: day)
    repairs = SeriesRepairs(ground.repairs, file)
  }
}

/// The ground of a day of a series: a coverage with one area for each kind of hold.
package struct SnapshotGround: Sendable {
  package var coverage: Coverage
  package var holdings: [ControlArea.Holding] = []
  var repairs: Coverage.Repairs

  /// - Parameter measures: whether the repairs tell how large they are.
  init(_ file: SnapshotFile, measures: Bool) throws(OverlayFailure) {
    var holdings: [ControlArea.Holding] = []
    var number: [ControlArea.Holding: Int] = [:]
    for area in file.areas where number[area.holding] == nil {
      number[area.holding] = holdings.count
      holdings.append(area.holding)
    }
    let built = try Coverage.build(file.areas.map(\.polygons), measures: measures)
    coverage = built.coverage.dissolved(into: holdings.count) { number[file.areas[$0].holding] ?? Coverage.nobody }
    repairs = built.repairs
    self.holdings = holdings
  }
}

/// What was mended in one file or in many.
package struct SeriesRepairs: Hashable, Sendable {
  package struct Pair: Hashable, Sendable, Comparable {
    package var winner, loser: String
    package static func < (a: Pair, b: Pair) -> Bool { (a.winner, a.loser) < (b.winner, b.loser) }
  }

  package var files = 0
  /// Of these, the files with each sort of mend.
  package var overlapFiles = 0, sliverFiles = 0, crossedFiles = 0, thinFiles = 0, emptyFiles = 0
  /// Pairs of features of different holders.
  package var overlapCount = 0
  /// Square metres that the later feature of the file got.
  package var overlaps: [Pair: Double] = [:]
  package var sliverCount = 0
  /// Square metres by who got them.
  package var slivers: [String: Double] = [:]
  /// Polygons that cross themselves.
  package var crossedCount = 0
  /// Rings of fewer than three vertices, left out.
  package var thinRings = 0
  /// Features whose geometry is empty or missing.
  package var emptyFeatures = 0

  package init() {}

  init(_ repairs: Coverage.Repairs, _ file: SnapshotFile) {
    func name(_ area: Int) -> String { file.areas[area].names.isEmpty ? "unassigned" : file.areas[area].names.joined(separator: "|") }
    // Overlaps of features of one side change nothing and are no dispute.
    for (pair, ground) in repairs.overlaps.sorted(by: { $0.key < $1.key })
    where file.areas[pair.winner].holding != file.areas[pair.loser].holding {
      overlapCount += 1
      overlaps[Pair(winner: name(pair.winner), loser: name(pair.loser)), default: 0] += ground
    }
    for (area, ground) in repairs.slivers.sorted(by: { $0.key < $1.key }) { slivers[name(area), default: 0] += ground }
    sliverCount = repairs.sliverCount
    crossedCount = repairs.crossed.values.reduce(0, +)
    thinRings = file.faults.reduce(0) { $0 + ($1.message.contains("it is left out") ? 1 : 0) }
    emptyFeatures = file.emptyFeatures
    func once(_ count: Int) -> Int { min(1, count) }
    files = once(overlapCount + sliverCount + crossedCount + thinRings + emptyFeatures)
    (overlapFiles, sliverFiles, crossedFiles) = (once(overlapCount), once(sliverCount), once(crossedCount))
    (thinFiles, emptyFiles) = (once(thinRings), once(emptyFeatures))
  }

  package mutating func add(_ other: SeriesRepairs) {
    files += other.files
    overlapFiles += other.overlapFiles
    sliverFiles += other.sliverFiles
    crossedFiles += other.crossedFiles
    thinFiles += other.thinFiles
    emptyFiles += other.emptyFiles
    overlapCount += other.overlapCount
    overlaps.merge(other.overlaps, uniquingKeysWith: +)
    sliverCount += other.sliverCount
    slivers.merge(other.slivers, uniquingKeysWith: +)
    crossedCount += other.crossedCount
    thinRings += other.thinRings
    emptyFeatures += other.emptyFeatures
  }

  package var isEmpty: Bool { files == 0 }
}
