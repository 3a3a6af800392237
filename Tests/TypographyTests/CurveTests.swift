import Drawing
import Geometry
import Testing
import Typography

struct CurveTests {
  let shaper = Shaper()

  @Test func `on a straight curve letters stand as in a straight line`() throws {
    let line = shaper.line("Euphrates نهر الفرات", TextStyle(14))
    let curve: [Point<Page>] = [Point(10, 50), Point(10, 50), Point(100, 50), Point(400, 50)]
    let places = try #require(line.placements(along: curve, startingAt: 5))
    let straight = TextItem(line, at: Point(15, 50), color: .black).spots.map(\.place)
    #expect(places.count == straight.count)
    for (a, b) in zip(places, straight) {
      #expect(a.origin.distance(to: b.origin) < 1e-6)
      #expect(abs(a.angle) < 1e-9)
    }
  }

  @Test func `a letter is turned to the curve under it`() throws {
    let line = shaper.line("I", TextStyle(10))
    let places = try #require(line.placements(along: [Point(0, 0), Point(0, 100)], startingAt: 20, shift: 3))
    let place = try #require(places.first)
    #expect(abs(place.angle - 90) < 1e-9)
    #expect(abs(place.origin.x + 3) < 1e-9, "below the text is to the left when it runs down the page")
    #expect(abs(place.origin.y - 20) < 1e-9)
  }

  @Test func `text that does not fit has no placement`() {
    let line = shaper.line("Euphrates", TextStyle(14))
    #expect(line.placements(along: [Point(0, 0), Point(20, 0)], startingAt: 0) == nil)
    #expect(line.placements(along: [Point(0, 0), Point(200, 0)], startingAt: 190) == nil)
    #expect(line.placements(along: [Point(0, 0), Point(200, 0)], startingAt: -1) == nil)
    #expect(line.placements(along: [Point(5, 5), Point(5, 5)], startingAt: 0) == nil)
    #expect(line.placements(along: [Point(0, 0), Point(.nan, 0)], startingAt: 0) == nil)
    #expect(line.placements(along: [], startingAt: 0) == nil)
  }
}
