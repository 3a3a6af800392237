import Diagnostics
import Geometry
import Situation
import Testing

/// Lines that run along state borders are no fronts.
@Suite struct StateBorderTests {
  private func borders(_ points: [Point<Geographic>]) -> StateBorders {
    StateBorders([Feature(shape: .lines([Line(points)]))])
  }

  private func runsAlong(_ border: [Point<Geographic>], _ line: [Point<Geographic>]) -> Bool {
    borders(border).stretchesOff(line).isEmpty
  }

  @Test(arguments: [0.0, 35, 60, 70, 80])
  func `a line within some 300 metres of a border runs along it, whatever the latitude`(latitude: Double) {
    let degree = 111_195.0 * cosine(latitude * .pi / 180)
    // The border lies on the edge of a square of the index, the line in the next one.
    func meridian(_ metres: Double) -> [Point<Geographic>] {
      [0.0, 0.3, 0.6].map { Point(20 + metres / degree, latitude + $0 * 0.5) }
    }
    #expect(runsAlong(meridian(0), meridian(-200)) && runsAlong(meridian(0), meridian(200)))
    #expect(!runsAlong(meridian(0), meridian(-2000)) && !runsAlong(meridian(0), meridian(2000)))
  }

  @Test func `a border drawn round the globe in one edge is found along all of it and stored along it alone`() {
    let diagonal: [Point<Geographic>] = [Point(-180, -89), Point(180, 89)]
    // 200 such edges in every square of their boxes would be 200 million entries.
    let many = StateBorders((0..<200).map { _ in Feature(shape: .lines([Line(diagonal)])) })
    for share in [0.001, 0.25, 0.5, 0.77, 0.999] {
      let on = [diagonal[0].lerp(to: diagonal[1], share), diagonal[0].lerp(to: diagonal[1], share + 0.0001)]
      #expect(many.stretchesOff(on).isEmpty)
      #expect(!many.stretchesOff(on.map { Point($0.x + 1, $0.y - 1) }).isEmpty)
    }
  }

  @Test func `a border that is all but upright is found, too`() {
    let border: [Point<Geographic>] = [Point(0, 0), Point(Double.leastNonzeroMagnitude, 1)]
    #expect(runsAlong(border, [Point(0.0001, 0.2), Point(0.0001, 0.4), Point(0.0001, 0.6)]))
    #expect(!runsAlong(border, [Point(0.5, 0.2), Point(0.5, 0.6)]))
  }
}
