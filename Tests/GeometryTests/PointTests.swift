import Geometry
import Testing

@Suite struct PointTests {
  @Test func `a ring may repeat its first vertex and its neighbours`() throws {
    let ring = try Ring<Projected>(validating: [Point(0, 0), Point(1, 0), Point(1, 0), Point(1, 1), Point(0, 0)])
    #expect(ring.points.count == 3)
    #expect(ring.doubledSignedArea == 1)
  }

  @Test func `a ring of two distinct vertices is refused with their number`() {
    let defect = #expect(throws: RingDefect.self) { try Ring<Projected>(validating: [Point(0, 0), Point(1, 0), Point(0, 0)]) }
    #expect(defect?.description == "a ring needs 3 distinct vertices, found 2")
  }
}
