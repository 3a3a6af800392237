import Geometry
import TestSupport
import Testing

/// Polygons that share their borders vertex by vertex.
@Suite struct CoverageTests {
  @Test(arguments: 1...20)
  func `a clean partition is taken as it is and every area keeps its ground`(seed: Int) throws {
    let partition = RandomPartition(seed: UInt64(seed))
    let (coverage, repairs) = try Coverage.build(partition.areas)
    #expect(!repairs.wasNoded && coverage.isValid)
    #expect(coverage.areaCount == partition.areaCount)
    for (area, ground) in partition.ground.enumerated() {
      #expect(agree(coverage.ground { $0 == area }, ground, within: 1e-9), "area \(area)")
    }
  }

  @Test(arguments: 1...10)
  func `the outlines of a group cover the ground of its members`(seed: Int) throws {
    let partition = RandomPartition(seed: UInt64(seed), areaCount: 9, enclaves: 0.6)
    let (coverage, _) = try Coverage.build(partition.areas)
    let ground = partition.ground
    for group: Set<Int> in [[0, 1, 2], [1, 3, 5, 7], Set(0..<9), []] {
      let expected = group.reduce(0) { $0 + ground[$1] }
      #expect(agree(coverage.ground { group.contains($0) }, expected, within: 1e-9))
    }
  }

  @Test(arguments: 1...10)
  func `any winding, first vertex and order of polygons gives the same ground`(seed: Int) throws {
    let partition = RandomPartition(seed: UInt64(seed))
    let plain = try Coverage.build(partition.areas)
    let turned = try Coverage.build(partition.rewound(seed: 99))
    #expect(!turned.repairs.wasNoded && turned.coverage.isValid)
    #expect(turned.coverage.vertexCount == plain.coverage.vertexCount)
    for area in 0..<partition.areaCount {
      #expect(agree(turned.coverage.ground { $0 == area }, plain.coverage.ground { $0 == area }, within: 1e-12))
    }
  }

  @Test func `any order of areas gives the same ground`() throws {
    let partition = RandomPartition(seed: 4)
    var random = SeededGenerator(seed: 8)
    let order = (0..<partition.areaCount).shuffled(using: &random)
    let (coverage, _) = try Coverage.build(order.map { partition.areas[$0] })
    for (place, area) in order.enumerated() {
      #expect(agree(coverage.ground { $0 == place }, partition.ground[area], within: 1e-9))
    }
  }

  @Test func `a border is stored once, with the areas on its two sides`() throws {
    let (coverage, _) = try Coverage.build([
      [Polygon(exterior: box(38, 34, 39, 35))], [Polygon(exterior: box(39, 34, 40, 35))],
    ])
    #expect(coverage.arcs.count == 3 && coverage.nodeCount == 2)
    #expect(coverage.borders { $0 }.count == 3)
    #expect(coverage.borders { $0 == Coverage.nobody }.count == 2)
    let shared = try #require(coverage.arcs.first { $0.left != Coverage.nobody && $0.right != Coverage.nobody })
    #expect(Set(shared.points) == [Point(39, 34), Point(39, 35)])
  }

  @Test func `nothing and rings without ground make an empty coverage`() throws {
    let degenerate: [[Point<Geographic>]] = [
      [], [Point(40, 35)], [Point(40, 35), Point(41, 35)], Array(repeating: Point(40, 35), count: 50),
      [Point(40, 35), Point(41, 35), Point(40, 35), Point(41, 35)], [Point(40, 35), Point(41, 36), Point(42, 37)],
      [Point(40, 35), Point(.nan, 35), Point(41, .infinity)],
    ]
    for areas in [[], [[]], [degenerate.map { Polygon(exterior: Ring($0)) }]] {
      let (coverage, repairs) = try Coverage.build(areas)
      #expect(coverage.arcs.isEmpty && coverage.isValid && coverage.areaCount == areas.count)
      #expect(coverage.outlines { _ in true }.isEmpty && coverage.simplified(metres: 100) == coverage)
      #expect(repairs.overlaps.isEmpty && repairs.slivers.isEmpty)
    }
  }

  @Test func `touching parts of one area have no border between them`() throws {
    let (coverage, repairs) = try Coverage.build([
      [Polygon(exterior: box(38, 34, 39, 35)), Polygon(exterior: box(39, 34, 40, 35))]
    ])
    #expect(!repairs.wasNoded && coverage.arcs.allSatisfy { $0.right == Coverage.nobody })
    #expect(coverage.outlines { _ in true }.count == 1)
    #expect(abs(coverage.flatGround { _ in true } - 2) < 1e-9)
  }

  @Test func `a hole that meets the exterior in a node is a ring of its own`() throws {
    let hole = Ring<Geographic>([Point(38, 34), Point(38.8, 34.4), Point(38.4, 34.8)])
    let (coverage, repairs) = try Coverage.build([[Polygon(exterior: box(38, 34, 39, 35), holes: [hole])]], sliverWidth: 0)
    #expect(!repairs.wasNoded && coverage.isValid)
    let rings = coverage.outlines { _ in true }.map { Ring(coverage.points(of: $0)).doubledSignedArea / 2 }.sorted()
    #expect(rings.count == 2 && abs(rings[0] + 0.24) < 1e-9 && abs(rings[1] - 1) < 1e-9, "\(rings)")
  }

  @Test func `two parts that touch in a corner are two rings`() throws {
    let (coverage, repairs) = try Coverage.build([
      [Polygon(exterior: box(38, 34, 39, 35)), Polygon(exterior: box(39, 35, 40, 36))]
    ])
    #expect(!repairs.wasNoded && coverage.isValid)
    #expect(coverage.outlines { _ in true }.map { coverage.points(of: $0).count } == [4, 4])
  }

  @Test func `enclaves within enclaves lie in the right ground`() throws {
    var areas: [[Polygon<Geographic>]] = []
    for depth in 0..<8 {
      let d = Double(depth) / 10
      let hole: [Ring<Geographic>] = depth == 7 ? [] : [box(38.1 + d, 34.1 + d, 39.9 - d, 35.9 - d)]
      areas.append([Polygon(exterior: box(38 + d, 34 + d, 40 - d, 36 - d), holes: hole)])
    }
    let (coverage, repairs) = try Coverage.build(areas)
    #expect(!repairs.wasNoded && coverage.isValid)
    #expect(coverage.nodeCount == 8)
    #expect(abs(coverage.flatGround { $0 % 2 == 0 } - (4 - 3.24 + 2.56 - 1.96 + 1.44 - 1 + 0.64 - 0.36)) < 1e-9)
  }

  /// Hand-drawn boxes have many vertices on one parallel, where a careless ray picks the wrong edge.
  @Test func `an enclave whose westernmost vertex lies on the parallel of its surroundings' corners is placed rightly`() throws {
    for (low, high) in [(34.0, 34.5), (34.5, 35.0), (34.2, 34.8), (34.5, 34.6)] {
      let enclave: Ring<Geographic> = box(38.6, low + 0.01, 38.9, high - 0.01)
      let kite = Ring<Geographic>([Point(38.7, 34.5), Point(38.8, 34.4), Point(38.9, 34.5), Point(38.8, 34.6)])
      for inner in [enclave, kite] {
        let lower = Ring<Geographic>([Point(38, 34), Point(38.3, 34), Point(38.5, 34.5), Point(38.1, 34.5), Point(38, 34.5)])
        let upper = Ring<Geographic>([Point(38, 34.5), Point(38.1, 34.5), Point(38.5, 34.5), Point(38.2, 35), Point(38, 35)])
        let wedge = Ring<Geographic>([Point(38.5, 34.5), Point(38.6, 35), Point(38.2, 35)])
        let around = Ring<Geographic>([Point(38.3, 34), Point(39, 34), Point(39, 35), Point(38.6, 35), Point(38.5, 34.5)])
        let polygons = [
          Polygon(exterior: lower), Polygon(exterior: upper), Polygon(exterior: wedge), Polygon(exterior: around, holes: [inner]),
          Polygon(exterior: inner),
        ]
        let (coverage, repairs) = try Coverage.build(polygons.map { [$0] }, sliverWidth: 0)
        #expect(!repairs.wasNoded && coverage.isValid, "\(low) \(high)")
      }
    }
  }

  @Test func `a vertex on the far side of the globe breaks nothing`() throws {
    let (coverage, _) = try Coverage.build([
      [Polygon(exterior: box(-180, -90, 180, 90), holes: [box(-170, -80, 170, 80)])], [Polygon(exterior: box(-170, -80, 170, 80))],
      [Polygon(exterior: Ring([Point(1e300, 0), Point(0, -1e300), Point(500, 500)]))],
    ])
    #expect(coverage.isValid)
    #expect(abs(coverage.flatGround { $0 < 2 } + coverage.flatGround { $0 == 2 } - coverage.flatGround { _ in true }) < 1e-6)
  }
}
