import Geometry
import TestSupport
import Testing

@Suite struct SimplificationTests {
  /// Least distance from a point to the edges of a line.
  private func distance(_ p: Point<Projected>, _ line: [Point<Projected>]) -> Double {
    zip(line, line.dropFirst()).map { a, b in
      let length = a.distance(to: b)
      guard length > 0 else { return p.distance(to: a) }
      let t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length)
      return p.distance(to: a.lerp(to: b, min(1, max(0, t))))
    }.min() ?? p.distance(to: line[0])
  }

  private func walk(seed: UInt64, count: Int) -> [Point<Projected>] {
    var random = SeededGenerator(seed: seed)
    var p = Point<Projected>(0, 0)
    return (0..<count).map { _ in
      p = p + Vector(.random(in: -1...2, using: &random), .random(in: -1...1, using: &random))
      return p
    }
  }

  @Test(arguments: 1...10, [0.1, 1.0, 5.0, 1_000.0])
  func `no left-out vertex is farther than the tolerance, and the ends stay`(seed: Int, tolerance: Double) {
    let line = walk(seed: UInt64(seed), count: 300)
    let simple = simplify(line, tolerance: tolerance)
    #expect(simple.first == line.first && simple.last == line.last)
    #expect(Set(simple).isSubset(of: line))
    #expect(line.allSatisfy { distance($0, simple) <= tolerance * (1 + 1e-12) })
  }

  @Test(arguments: 1...10) func `a ring keeps three distinct vertices and its ground whatever the tolerance`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 3...60, using: &random)
    var ring = (0..<count).map { step in
      let r = Double.random(in: 0.5...1, using: &random)
      return Point<Projected>(r * cosine(Double(step) * 2 * .pi / Double(count)), r * sine(Double(step) * 2 * .pi / Double(count)))
    }
    ring.append(ring[0])
    for tolerance in [0.01, 0.3, 1e6] {
      let simple = simplify(ring, tolerance: tolerance)
      #expect(simple.first == simple.last && Set(simple).count >= 3)
      #expect(abs(Ring(simple.dropLast()).doubledSignedArea) > 1e-3)
      if tolerance < 1 { #expect(ring.allSatisfy { distance($0, simple) <= tolerance * (1 + 1e-12) }) }
    }
    #expect(simplify(ring, tolerance: 1e6).count == 4)
  }

  @Test func `short lines, repeated points and no tolerance change nothing or little`() {
    let short: [Point<Projected>] = [Point(0, 0), Point(1, 0)]
    #expect(simplify(short, tolerance: 9) == short && simplify([Point<Projected>](), tolerance: 9).isEmpty)
    let line = walk(seed: 1, count: 50)
    #expect(simplify(line, tolerance: 0) == line)
    let same = [Point<Projected>](repeating: Point(1, 1), count: 9)
    #expect(simplify(same, tolerance: 1).allSatisfy { $0 == Point(1, 1) })
  }

  @Test func `a hundred thousand vertices in a spiral need no deep recursion`() {
    let spiral = (0..<100_000).map { Point<Projected>(Double($0) * cosine(Double($0) / 50), Double($0) * sine(Double($0) / 50)) }
    #expect(simplify(spiral, tolerance: 0.001).count > 90_000)
  }
}
