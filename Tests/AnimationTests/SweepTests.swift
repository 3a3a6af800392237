import Geometry
import TestSupport
import Testing

/// Ground that passes from hand to hand between two made-up days.
struct SweepTests {
  private static let moments = [0.1, 0.25, 0.5, 0.75, 0.9]

  private func sweep(_ seed: UInt64, mayMove: (Int, Int) -> Bool = { _, _ in true }) throws -> (CoverageSweep, Coverage, Coverage, Int) {
    let one = RandomPartition(seed: seed, side: 4, areaCount: 4)
    let two = RandomPartition(seed: seed &+ 1000, side: 4, areaCount: 4)
    let from = try Coverage.build(one.areas, sliverWidth: 0).coverage
    let to = try Coverage.build(two.areas, sliverWidth: 0).coverage
    return (try CoverageSweep(from: from, to: to, moments: Self.moments, cell: 2_000, mayMove: mayMove), from, to, 4)
  }

  // Vertices that a sweep adds to an edge move its geodesic a little, but not its chord: exactness is measured on the plane.
  private func flatGround(_ sweep: CoverageSweep, of holder: Int, at step: Int) -> Double {
    sweep.coverage.flatGround { sweep.holder(of: $0, at: step) == holder }
  }

  private func ground(_ sweep: CoverageSweep, of holder: Int, at step: Int) -> Double {
    sweep.coverage.ground { sweep.holder(of: $0, at: step) == holder }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `at known days each holder has exactly its ground`(seed: UInt64) throws {
    let (sweep, from, to, count) = try sweep(seed)
    for holder in 0..<count {
      #expect(agree(flatGround(sweep, of: holder, at: 0), from.flatGround { $0 == holder }, within: 1e-7))
      #expect(agree(flatGround(sweep, of: holder, at: Self.moments.count + 1), to.flatGround { $0 == holder }, within: 1e-7))
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `what one holder takes from another only grows`(seed: UInt64) throws {
    let (sweep, _, _, count) = try sweep(seed)
    for before in -1..<count {
      for after in -1..<count where before != after {
        var last = 0.0
        for step in 0...(Self.moments.count + 1) {
          let taken = sweep.coverage.ground { area in
            sweep.faces[area].before == before && sweep.faces[area].after == after && sweep.holder(of: area, at: step) == after
          }
          #expect(taken >= last)
          last = taken
        }
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `whatever holders gain and lose, their ground changes evenly, each by itself and several together`(seed: UInt64) throws {
    let (sweep, _, _, count) = try sweep(seed)
    let steps = 0...(Self.moments.count + 1)
    let shares = [0] + Self.moments + [1]
    for group in 1..<(1 << count) {
      let grounds = steps.map { step in
        sweep.coverage.groundByArea.enumerated().reduce(0.0) { sum, entry in
          let holder = sweep.holder(of: entry.offset, at: step)
          return holder >= 0 && group >> holder & 1 == 1 ? sum + entry.element : sum
        }
      }
      let (first, last) = (grounds[0], grounds[grounds.count - 1])
      for (share, ground) in zip(shares, grounds) {
        // A tenth of a km² of forty thousand: vertices that cuts add bend the edges that they cut.
        #expect(abs(ground - (first + share * (last - first))) < 1e5, "seed \(seed), holders \(group), \(share)")
      }
    }
  }

  @Test func `where ground that switches would turn a side's change back, nothing of that side's is swept`() throws {
    func cell(_ x: Double, _ y: Double) -> Polygon<Geographic> { Polygon(exterior: box(x, y, x + 1, y + 1)) }
    // The first holder gains one cell from the second and loses two to the third, which must not be swept.
    let from = try Coverage.build([[cell(38, 33), cell(38, 34), cell(39, 34)], [cell(39, 33), cell(40, 33)], []]).coverage
    let to = try Coverage.build([[cell(38, 33), cell(39, 33)], [cell(40, 33)], [cell(38, 34), cell(39, 34)]]).coverage
    let sweep = try CoverageSweep(from: from, to: to, moments: Self.moments, cell: 2_000) { $0 != 2 && $1 != 2 }
    for step in 0...Self.moments.count { #expect(agree(flatGround(sweep, of: 0, at: step), 3, within: 1e-9)) }
    #expect(agree(flatGround(sweep, of: 0, at: Self.moments.count + 1), 2, within: 1e-9))
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `in between the holders' ground and nobody's never overlap and leave no gap`(seed: UInt64) throws {
    let (sweep, _, _, count) = try sweep(seed)
    let all = sweep.coverage.ground { _ in true }
    for step in 0...Self.moments.count {
      let sum = (-1..<count).reduce(0.0) { $0 + ground(sweep, of: $1, at: step) }
      #expect(agree(sum, all, within: 1e-9))
    }
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `ground that may not move stays until the second day`(seed: UInt64) throws {
    let (sweep, from, _, count) = try sweep(seed) { before, after in before != 1 && after != 1 }
    for step in 0...Self.moments.count {
      #expect(agree(flatGround(sweep, of: 1, at: step), from.flatGround { $0 == 1 }, within: 1e-7))
    }
    #expect(count == 4)
  }

  @Test func `a straight front moves evenly from the side that gained`() throws {
    let west = Polygon<Geographic>(exterior: box(38, 33, 39, 34))
    let middle = Polygon<Geographic>(exterior: box(39, 33, 40, 34))
    let east = Polygon<Geographic>(exterior: box(40, 33, 41, 34))
    let from = try Coverage.build([[west], [middle, east]]).coverage
    let to = try Coverage.build([[west, middle], [east]]).coverage
    let sweep = try CoverageSweep(from: from, to: to, moments: [0.25, 0.5, 0.75], cell: 1_000) { _, _ in true }
    let start = from.ground { $0 == 0 }
    let gain = to.ground { $0 == 0 } - start
    for step in 0...3 {
      #expect(abs(ground(sweep, of: 0, at: step) - start - gain * Double(step) / 4) < 0.02 * gain)
    }
    // It comes from the west.
    let half = sweep.coverage.polygons { sweep.holder(of: $0, at: 2) == 0 }
    #expect(half.contains { $0.contains(Point(39.4, 33.5)) })
    #expect(!half.contains { $0.contains(Point(39.6, 33.5)) })
  }

  @Test func `a pocket shrinks from its rim`() throws {
    let outer: Ring<Geographic> = box(38, 33, 40, 35)
    let inner: Ring<Geographic> = box(38.5, 33.5, 39.5, 34.5)
    let from = try Coverage.build([[Polygon(exterior: outer, holes: [inner])], [Polygon(exterior: inner)]]).coverage
    let to = try Coverage.build([[Polygon(exterior: outer)], []]).coverage
    let sweep = try CoverageSweep(from: from, to: to, moments: [0.5], cell: 1_000) { _, _ in true }
    let left = sweep.coverage.polygons { sweep.holder(of: $0, at: 1) == 1 }
    #expect(left.count == 1)
    #expect(left.allSatisfy { $0.contains(Point(39, 34)) && !$0.contains(Point(38.55, 34)) && !$0.contains(Point(39, 34.45)) })
  }

  @Test func `ground far from its new holder spreads from its heart`() throws {
    let outer: Ring<Geographic> = box(38, 33, 40, 35)
    let inner: Ring<Geographic> = box(38.5, 33.5, 39.5, 34.5)
    let from = try Coverage.build([[Polygon(exterior: outer)], []]).coverage
    let to = try Coverage.build([[Polygon(exterior: outer, holes: [inner])], [Polygon(exterior: inner)]]).coverage
    let sweep = try CoverageSweep(from: from, to: to, moments: [0.3], cell: 1_000) { _, _ in true }
    let new = sweep.coverage.polygons { sweep.holder(of: $0, at: 1) == 1 }
    #expect(new.count == 1)
    #expect(new.allSatisfy { $0.contains(Point(39, 34)) && !$0.contains(Point(38.52, 33.52)) })
  }

  @Test func `two equal days have nothing to sweep`() throws {
    let partition = RandomPartition(seed: 5, side: 3, areaCount: 3)
    let coverage = try Coverage.build(partition.areas, sliverWidth: 0).coverage
    let sweep = try CoverageSweep(from: coverage, to: coverage, moments: [0.5], cell: 2_000) { _, _ in true }
    #expect(sweep.faces.allSatisfy { $0.before == $0.after })
  }
}
