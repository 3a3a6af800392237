import Geometry
import TestSupport
import Testing

@Suite struct ClippingTests {
  private let frame = Extent<Page>(minX: 0, minY: 0, maxX: 10, maxY: 6)

  private func area(_ ring: [Point<Page>]) -> Double { abs(Ring(ring).doubledSignedArea) / 2 }

  @Test func `a ring inside stays as it is, one outside leaves nothing`() {
    let inside: Ring<Page> = box(1, 1, 9, 5)
    #expect(clip(ring: inside.points, to: frame) == inside.points)
    #expect(clip(ring: (box(11, 1, 12, 5) as Ring<Page>).points, to: frame).isEmpty)
    #expect(clip(ring: [Point<Page>](), to: frame).isEmpty)
  }

  @Test func `a ring round the box becomes the box`() {
    #expect(area(clip(ring: (box(-5, -5, 20, 20) as Ring<Page>).points, to: frame)) == 60)
    let diamond: [Point<Page>] = [Point(5, -20), Point(30, 3), Point(5, 26), Point(-20, 3)]
    #expect(abs(area(clip(ring: diamond, to: frame)) - 60) < 1e-9)
  }

  /// By GEOS 3.11: shapely `Polygon(ring).intersection(box(0, 0, 10, 6)).area`.
  private static let references: [(ring: [Point<Page>], area: Double)] = [
    ([Point(-3, 2), Point(4, 9), Point(13, 1), Point(6, -4)], 56.4375),
    ([Point(5, -2), Point(12, 3), Point(5, 8)], 26.542857142857),
    ([Point(-1, -1), Point(11, -1), Point(11, 7), Point(5, 3), Point(-1, 7)], 46.5),
    ([Point(2, 2), Point(14, 2), Point(14, 4), Point(2, 4)], 16),
    ([Point(-4, 1), Point(5, 1), Point(5, -3), Point(7, -3), Point(7, 5), Point(-4, 5)], 30),
  ]

  @Test func `the area of a clipped ring is that of GEOS`() {
    for (ring, expected) in Self.references {
      #expect(abs(area(clip(ring: ring, to: frame)) - expected) < 1e-9)
      #expect(abs(area(clip(ring: ring.reversed(), to: frame)) - expected) < 1e-9)
    }
  }

  @Test func `clipped to the two halves of a box, the areas add up`() {
    var random = SeededGenerator(seed: 6)
    let west = Extent<Page>(minX: 0, minY: 0, maxX: 4, maxY: 6)
    let east = Extent<Page>(minX: 4, minY: 0, maxX: 10, maxY: 6)
    for _ in 0..<200 {
      let ring = (0..<12).map { step in
        let r = Double.random(in: 1...9, using: &random)
        return Point<Page>(5 + r * cosine(Double(step) * .pi / 6), 3 + r * sine(Double(step) * .pi / 6))
      }
      let whole = clip(ring: ring, to: frame)
      #expect(whole.allSatisfy { frame.inset(by: -1e-9).contains($0) })
      #expect(agree(area(clip(ring: ring, to: west)) + area(clip(ring: ring, to: east)), area(whole), within: 1e-9))
    }
  }

  @Test func `the pieces of a line lie inside and have the length that lies inside`() {
    let line: [Point<Page>] = [Point(-2, 3), Point(12, 3), Point(12, 5), Point(-2, 5)]
    let pieces = clip(line: line, to: frame)
    #expect(pieces == [[Point(0, 3), Point(10, 3)], [Point(10, 5), Point(0, 5)]])
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let walk = (0..<20).map { _ in Point<Page>(.random(in: -4...14, using: &random), .random(in: -4...10, using: &random)) }
      let pieces = clip(line: walk, to: frame)
      #expect(pieces.allSatisfy { $0.count > 1 && $0.allSatisfy(frame.inset(by: -1e-9).contains) })
      let halves = [(0.0, 4.0), (4, 10)].flatMap { clip(line: walk, to: Extent(minX: $0.0, minY: 0, maxX: $0.1, maxY: 6)) }
      let length = pieces.reduce(0) { $0 + Line($1).length }
      #expect(agree(halves.reduce(0) { $0 + Line($1).length }, length, within: 1e-9))
    }
  }

  @Test func `a line that only touches the box in a point leaves nothing`() {
    #expect(clip(line: [Point<Page>(-1, 1), Point(1, -1)], to: frame).isEmpty, "through a corner")
    #expect(clip(line: [Point<Page>(-3, 3), Point(0, 3), Point(-3, 4)], to: frame).isEmpty, "with a vertex on the edge")
    #expect(clip(line: [Point<Page>(0, 3), Point(-3, 4)], to: frame).isEmpty)
    #expect(clip(line: [Point<Page>](), to: frame).isEmpty && clip(line: [Point<Page>(1, 1)], to: frame).isEmpty)
  }

  @Test func `a line that comes in over a vertex on the edge has that vertex once`() {
    #expect(clip(line: [Point<Page>(-3, 3), Point(0, 3), Point(5, 3)], to: frame) == [[Point(0, 3), Point(5, 3)]])
    #expect(clip(line: [Point<Page>(5, 3), Point(10, 3), Point(12, 3)], to: frame) == [[Point(5, 3), Point(10, 3)]])
    #expect(clip(line: [Point<Page>(2, 6), Point(8, 6)], to: frame) == [[Point(2, 6), Point(8, 6)]], "along the edge")
  }
}
