import Geometry
import TestSupport
import Testing

/// Polygons that are no coverage as they stand.
@Suite struct CoverageRepairTests {
  private typealias Overlap = Coverage.AreaPair

  @Test func `polygons that overlap are painted in their order, as Shapely does it`() throws {
    var areas: [[Polygon<Geographic>]] = []
    var grounds: [Double] = []
    var overlaps: [Overlap: Double] = [:]
    var cases = 0
    for row in try ReferenceTable("overlaps").rows {
      switch row[0] {
      case "case": (areas, grounds, overlaps) = ([], [], [:])
      case "area":
        let rings = try rings(row.dropFirst()).map { Ring($0) }
        areas.append([Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))])
      case "ground": grounds.append(try number(row[1]))
      case "overlap": overlaps[Overlap(winner: try #require(Int(row[1])), loser: try #require(Int(row[2])))] = try number(row[3])
      case "union":
        let (coverage, repairs) = try Coverage.build(areas, sliverWidth: 0)
        #expect(coverage.isValid)
        #expect(abs(coverage.flatGround { _ in true } - (try number(row[1]))) < 1e-5)
        for (area, ground) in grounds.enumerated() { #expect(abs(coverage.flatGround { $0 == area } - ground) < 1e-5) }
        // A square degree of this theatre has about 10,000 km².
        for (pair, expected) in overlaps {
          #expect(agree((repairs.overlaps[pair] ?? 0) / 1.014e10, expected, within: 0.03), "\(pair)")
        }
        cases += 1
      default: Issue.record("no row \(row)")
      }
    }
    #expect(cases == 12)
  }

  @Test func `an area drawn over another without a hole takes the ground and is reported`() throws {
    let inner: Ring<Geographic> = box(38.4, 34.4, 38.6, 34.6)
    let (coverage, repairs) = try Coverage.build([[Polygon(exterior: box(38, 34, 39, 35))], [Polygon(exterior: inner)]])
    #expect(repairs.wasNoded && coverage.isValid)
    #expect(Array(repairs.overlaps.keys) == [Overlap(winner: 1, loser: 0)])
    #expect(agree(repairs.overlaps.values.first ?? 0, Geodesic.wgs84.area(of: inner), within: 1e-9))
    #expect(abs(coverage.flatGround { $0 == 0 } - 0.96) < 1e-9 && abs(coverage.flatGround { $0 == 1 } - 0.04) < 1e-9)
  }

  @Test func `an area given twice belongs to the later one`() throws {
    let square = Polygon<Geographic>(exterior: box(38, 34, 39, 35))
    let (coverage, repairs) = try Coverage.build([[square], [square]])
    #expect(coverage.flatGround { $0 == 0 } == 0 && abs(coverage.flatGround { $0 == 1 } - 1) < 1e-9)
    #expect(repairs.overlaps.count == 1)
    let once = try Coverage.build([[square, square]])
    #expect(once.repairs.overlaps.isEmpty && abs(once.coverage.flatGround { $0 == 0 } - 1) < 1e-9)
  }

  @Test func `a polygon that crosses itself is repaired`() throws {
    let bowTie = Ring<Geographic>([Point(38, 34), Point(39, 35), Point(39, 34), Point(38, 35)])
    let (coverage, repairs) = try Coverage.build([[Polygon(exterior: bowTie)]])
    #expect(repairs.wasNoded && coverage.isValid)
    #expect(abs(coverage.flatGround { _ in true } - 0.5) < 1e-9)
    #expect(coverage.outlines { _ in true }.count == 2)
  }

  @Test func `a neighbour's vertex in the middle of an edge becomes a node`() throws {
    let (coverage, repairs) = try Coverage.build([
      [Polygon(exterior: box(38, 34, 39, 36))], [Polygon(exterior: box(39, 34, 40, 35))], [Polygon(exterior: box(39, 35, 40, 36))],
    ])
    #expect(repairs.wasNoded && repairs.overlaps.isEmpty && repairs.slivers.isEmpty && coverage.isValid)
    #expect(coverage.arcs.contains { $0.points.contains(Point(39, 35)) && [$0.left, $0.right].sorted() == [0, 1] })
    #expect(abs(coverage.flatGround { $0 == 0 } - 2) < 1e-9)
  }

  @Test func `a spike is cut off`() throws {
    let spike: [Point<Geographic>] = [Point(39, 34.5), Point(41, 34.5), Point(39, 34.5)]
    let spiked = Ring([Point(38, 34), Point(39, 34)] + spike + [Point(39, 35), Point(38, 35)])
    let (coverage, _) = try Coverage.build([[Polygon(exterior: spiked)]])
    #expect(coverage.isValid && coverage.extent.maxX == 39)
    #expect(abs(coverage.flatGround { _ in true } - 1) < 1e-9)
  }

  @Test func `a gap narrower than the limit goes to the neighbour with the longest border, a wide one stays`() throws {
    // 0.0005 degrees are about 46 m; the gap of the lower pair is ten times as wide.
    func pair(_ y: Double, gap: Double) -> [[Polygon<Geographic>]] {
      let straight: [Point<Geographic>] = [Point(39, y), Point(39, y + 0.2), Point(39, y + 0.8), Point(39, y + 1)]
      let bent = straight.prefix(2) + [Point(39 + gap, y + 0.5)] + straight.suffix(2)
      return [[Point(38, y)] + straight + [Point(38, y + 1)], [Point(40, y)] + bent + [Point(40, y + 1)]].map {
        [Polygon(exterior: Ring($0))]
      }
    }
    let narrow = try Coverage.build(pair(34, gap: 0.0005))
    #expect(narrow.coverage.isValid && narrow.repairs.wasNoded)
    #expect(Array(narrow.repairs.slivers.keys) == [1], "the bent side is the longer one")
    #expect(agree(narrow.repairs.slivers[1] ?? 0, 0.5 * 0.6 * 0.0005 * 1.014e10, within: 0.03))
    #expect(narrow.coverage.outlines { _ in true }.count == 1, "no hole is left")
    let wide = try Coverage.build(pair(34, gap: 0.005))
    #expect(!wide.repairs.wasNoded && wide.coverage.outlines { _ in true }.count == 2)
    let asked = try Coverage.build(pair(34, gap: 0.0005), sliverWidth: 0)
    #expect(!asked.repairs.wasNoded && asked.coverage.outlines { _ in true }.count == 2)
  }

  @Test(arguments: 1...6)
  func `areas shaken apart come together again without overlaps`(seed: Int) throws {
    let partition = RandomPartition(seed: UInt64(seed), unclaimed: 0, enclaves: 0)
    var random = SeededGenerator(seed: UInt64(seed))
    let shaken = partition.cells.map { cell in
      let by = Vector<Geographic>(.random(in: -0.0003...0.0003, using: &random), .random(in: -0.0003...0.0003, using: &random))
      return [Polygon(exterior: Ring(cell.polygon.exterior.points.map { $0 + by }))]
    }
    let (coverage, repairs) = try Coverage.build(shaken)
    #expect(coverage.isValid && !repairs.overlaps.isEmpty && !repairs.slivers.isEmpty)
    #expect(agree(coverage.ground { _ in true }, partition.ground.reduce(0, +), within: 1e-3))
    let parts = (0..<shaken.count).map { area in coverage.ground { $0 == area } }
    #expect(agree(parts.reduce(0, +), coverage.ground { _ in true }, within: 1e-9))
  }

  @Test(arguments: 1...20)
  func `hostile polygons give a valid coverage`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let lattice = [4, 9, 40, 100_000][seed % 4]
    func coordinate(_ origin: Double) -> Double { origin + Double(Int.random(in: 0...lattice, using: &random)) * 1e-7 }
    let areas: [[Polygon<Geographic>]] = (0..<8).map { _ in
      [Polygon(exterior: Ring((0..<Int.random(in: 1...30, using: &random)).map { _ in Point(coordinate(40), coordinate(35)) }))]
    }
    for sliverWidth in [0.0, 0.01, 100] {
      let (coverage, _) = try Coverage.build(areas, sliverWidth: sliverWidth)
      #expect(coverage.isValid)
      #expect(coverage.simplified(metres: 0.02).isValid)
    }
  }

  @Test(arguments: 1...8)
  func `slivers that nearly meet in one point become the same coverage in whatever order they come`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 900)
    // Needles through a spot of a few steps of the grid, so that many crossings round to one node or to its neighbours.
    let needles = (0..<40).map { _ -> [Polygon<Geographic>] in
      let angle = Double.random(in: 0...(2 * .pi), using: &random)
      let far = Vector<Geographic>(cosine(angle), sine(angle))
      let middle = Point<Geographic>(40 + .random(in: -3e-7...3e-7, using: &random), 35 + .random(in: -3e-7...3e-7, using: &random))
      let aside = far.perpendicular * Double.random(in: 1e-7...4e-7, using: &random)
      let corners: [Point<Geographic>] = [middle + far + aside, middle + far * -1 + aside, middle + far * -1, middle + far]
      return [Polygon(exterior: Ring(corners))]
    }
    let (coverage, repairs) = try Coverage.build([needles.flatMap { $0 }], sliverWidth: 0)
    #expect(coverage.isValid && repairs.wasNoded)
    let other = try Coverage.build([needles.shuffled(using: &random).flatMap { $0 }], sliverWidth: 0).coverage
    #expect(coverage == other)
    #expect(try Coverage.build(needles, sliverWidth: 0).coverage.isValid)
  }

  @Test(.timeLimit(.minutes(1))) func `a hundred thousand vertices on one line or in a clean comb are dealt with in time`() throws {
    let line = (0..<100_000).map { Point<Geographic>(30 + Double($0 * 7919 % 100_000) * 1e-4, 35) }
    #expect(try Coverage.build([[Polygon(exterior: Ring(line))]]).coverage.arcs.isEmpty)
    let teeth = (0..<100_000).map { Point<Geographic>(30 + Double($0) * 1e-4, $0 % 2 == 0 ? 34 : 35) }
    let clean = try Coverage.build([[Polygon(exterior: Ring(teeth + [Point(40, 33), Point(30, 33)]))]])
    #expect(!clean.repairs.wasNoded && clean.coverage.isValid)
    let cut = try Coverage.build([[Polygon(exterior: Ring(teeth.prefix(2_000) + [Point(30.1, 36)]))]])
    #expect(cut.repairs.wasNoded && cut.coverage.isValid)
  }
}
