import Geometry
import TestSupport
import Testing

/// Coverages dissolved, laid over each other and asked for points.
@Suite struct DissolvingTests {
  private static func coverage(_ seed: Int, areas: Int = 9) throws -> (Coverage, RandomPartition) {
    let partition = RandomPartition(seed: UInt64(seed), areaCount: areas, enclaves: 0.6)
    return (try Coverage.build(partition.areas).coverage, partition)
  }

  @Test(arguments: 1...15)
  func `a dissolve never loses a hole or a pocket`(seed: Int) throws {
    let (coverage, partition) = try Self.coverage(seed)
    let large = coverage.dissolved(into: 3) { $0 % 3 }
    #expect(large.isValid)
    let expected = (0..<3).map { group in
      partition.ground.enumerated().reduce(0) { $1.offset % 3 == group ? $0 + $1.element : $0 }
    }
    for (group, ground) in large.groundByArea.enumerated() {
      #expect(agree(ground, expected[group], within: 1e-9))
      // The same rings as one by one: a hole or an enclave fewer would show.
      let outlines = large.outlines { $0 == group }.map { large.points(of: $0) }
      let old = coverage.outlines { $0 % 3 == group }.map { coverage.points(of: $0) }
      #expect(outlines.count == old.count && outlines.reduce(0) { $0 + $1.count } == old.reduce(0) { $0 + $1.count })
      let polygons = large.polygons { $0 == group }
      #expect(agree(polygons.reduce(0) { $0 + Geodesic.wgs84.area(of: $1) }, ground, within: 1e-9))
      #expect(polygons.reduce(0) { $0 + $1.rings.count } == outlines.count)
    }
  }

  @Test(arguments: 1...10)
  func `areas that are left out leave gaps, and no arc has one area on both sides`(seed: Int) throws {
    let (coverage, partition) = try Self.coverage(seed)
    let part = coverage.dissolved(into: 1) { $0 < 4 ? 0 : Coverage.nobody }
    #expect(part.isValid && part.arcs.allSatisfy { $0.left != $0.right })
    #expect(agree(part.groundByArea[0], partition.ground[0..<4].reduce(0, +), within: 1e-9))
  }

  @Test(arguments: 1...10)
  func `each point is found in the area of the cell it lies in`(seed: Int) throws {
    let (coverage, partition) = try Self.coverage(seed)
    let locator = CoverageLocator(coverage)
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      let p = Point<Geographic>(.random(in: 37.5...41.5, using: &random), .random(in: 31.5...35.5, using: &random))
      let cell = partition.cells.first { $0.polygon.contains(p) }
      #expect(locator.area(at: p) == (cell?.area ?? Coverage.nobody))
    }
    #expect(CoverageLocator(Coverage(arcs: [], areaCount: 0, nodeCount: 0)).area(at: Point(0, 0)) == Coverage.nobody)
  }

  @Test(arguments: 1...8)
  func `two coverages laid over each other keep the ground of each, either way round`(seed: Int) throws {
    let (a, _) = try Self.coverage(seed, areas: 4)
    let (b, _) = try Self.coverage(seed + 100, areas: 5)
    let joined = try Coverage.overlay(a, b)
    let mirrored = try Coverage.overlay(b, a)
    #expect(joined.coverage.isValid && mirrored.coverage.isValid)
    let ground = joined.coverage.groundByArea
    for (area, expected) in a.groundByArea.enumerated() {
      let sum = zip(joined.pairs, ground).reduce(0) { $1.0.first == area ? $0 + $1.1 : $0 }
      // Noding moves a border by a centimetre at most.
      #expect(agree(sum, expected, within: 1e-6))
    }
    let backward = Dictionary(uniqueKeysWithValues: zip(mirrored.pairs, mirrored.coverage.groundByArea))
    #expect(backward.count == joined.pairs.count)
    for (pair, size) in zip(joined.pairs, ground) {
      #expect(agree(backward[Coverage.Pairing(pair.second, pair.first)] ?? 0, size, within: 1e-12))
    }
  }

  @Test func `a coverage laid over itself pairs each area with itself`() throws {
    let (coverage, partition) = try Self.coverage(5)
    let joined = try Coverage.overlay(coverage, coverage)
    #expect(joined.pairs.allSatisfy { $0.first == $0.second })
    for (pair, size) in zip(joined.pairs, joined.coverage.groundByArea) { #expect(agree(size, partition.ground[pair.first], within: 1e-9)) }
  }
}
