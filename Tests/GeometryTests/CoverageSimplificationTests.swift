import Geometry
import TestSupport
import Testing

@Suite struct CoverageSimplificationTests {
  @Test(arguments: 1...8, [100.0, 2_000, 20_000, 500_000])
  func `a simplified coverage is valid and its nodes stay`(seed: Int, metres: Double) throws {
    let partition = RandomPartition(seed: UInt64(seed), depth: 5)
    let (coverage, _) = try Coverage.build(partition.areas)
    let simple = coverage.simplified(metres: metres)
    #expect(simple.isValid)
    #expect(simple.arcs.count == coverage.arcs.count && simple.nodeCount == coverage.nodeCount)
    for (a, b) in zip(simple.arcs, coverage.arcs) {
      #expect(a.points.first == b.points.first && a.points.last == b.points.last)
      #expect((a.left, a.right, a.start, a.end) == (b.left, b.right, b.start, b.end))
      #expect(Set(a.points).isSubset(of: b.points))
      #expect(a.start != a.end || a.points.count >= 4)
    }
    if metres >= 2_000 { #expect(simple.vertexCount < coverage.vertexCount / 3) }
    let parts = (0..<partition.areaCount).map { area in simple.ground { $0 == area } }
    #expect(parts.allSatisfy { $0 > 0 })
    #expect(agree(parts.reduce(0, +), simple.ground { _ in true }, within: 1e-9))
  }

  @Test func `no left-out vertex is farther from its arc than the tolerance`() throws {
    let (coverage, _) = try Coverage.build(RandomPartition(seed: 5, depth: 5).areas)
    for metres in [100.0, 1_000] {
      let simple = coverage.simplified(metres: metres)
      for (arc, whole) in zip(simple.arcs, coverage.arcs) {
        for p in whole.points {
          // The plane of the tolerance is true to scale at the middle parallel only.
          #expect((Geodesic.wgs84.nearest(to: p, on: arc.points)?.metres ?? .infinity) < metres * 1.05)
        }
      }
    }
  }

  @Test func `an enclave near a bend is not jumped over`() throws {
    // The border between the two big areas bends round the enclave; its chord passes on the other side.
    let border: [Point<Geographic>] = [Point(39, 34), Point(39.5, 34.9), Point(39.5, 35.1), Point(39, 36)]
    let enclave: Ring<Geographic> = box(39.3, 34.95, 39.4, 35.05)
    let (coverage, repairs) = try Coverage.build([
      [Polygon(exterior: Ring([Point(38, 34)] + border + [Point(38, 36)]), holes: [enclave])],
      [Polygon(exterior: Ring(border.reversed() + [Point(40, 34), Point(40, 36)]))],
      [Polygon(exterior: enclave)],
    ])
    #expect(!repairs.wasNoded)
    for metres in [10_000.0, 60_000, 200_000] {
      let simple = coverage.simplified(metres: metres)
      #expect(simple.isValid)
      #expect(simple.ground { $0 == 2 } > 0)
    }
  }

  @Test func `no tolerance changes nothing`() throws {
    let (coverage, _) = try Coverage.build(RandomPartition(seed: 5).areas)
    #expect(coverage.simplified(metres: 0) == coverage)
    #expect(coverage.simplified(metres: -1) == coverage)
  }
}
