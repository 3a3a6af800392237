import Geometry
import TestSupport
import Testing

@Suite struct MapProjectorTests {
  private func projector(_ definition: String, pixelsPerMetre: Double = 0.0015) throws -> MapProjector {
    MapProjector(projection: try Projection(definition), transform: PageTransform(scale: pixelsPerMetre, origin: Point(800, 600)))
  }

  private let lambert = "+proj=lcc +lat_1=31 +lat_2=37 +lat_0=34 +lon_0=41 +ellps=WGS84"

  /// The greatest distance of the true curve, taken at many places, from the drawn line.
  private func deviation(_ map: borrowing MapProjector, from a: Point<Geographic>, to b: Point<Geographic>) -> Double {
    let drawn = map.curve([a, b])
    return (0...2_000).map { step in
      let p = map.project(a.lerp(to: b, Double(step) / 2_000))
      return zip(drawn, drawn.dropFirst()).map { q, r in
        let along = r - q
        let t = ((p.x - q.x) * along.dx + (p.y - q.y) * along.dy) / max(1e-300, along.length * along.length)
        return p.distance(to: q.lerp(to: r, min(1, max(0, t))))
      }.min() ?? .infinity
    }.max() ?? .infinity
  }

  @Test func `a parallel is drawn within a fifth of a pixel of its true curve`() throws {
    let map = try projector(lambert)
    let ends = (Point<Geographic>(36, 38), Point<Geographic>(46, 38))
    #expect(map.project(ends.0).lerp(to: map.project(ends.1), 0.5).distance(to: map.project(Point(41, 38))) > 10, "its chord is not")
    #expect(deviation(map, from: ends.0, to: ends.1) < 0.2)
    #expect(map.curve([ends.0, ends.1]).count < 40)
  }

  @Test func `an edge that bends both ways is drawn as truly, though its middle lies on the chord`() throws {
    let mercator = try projector("+proj=merc +ellps=WGS84", pixelsPerMetre: 0.0002)
    #expect(deviation(mercator, from: Point(-30, -50), to: Point(30, 50)) < 0.25)
    let map = try projector(lambert)
    #expect(deviation(map, from: Point(36, 31), to: Point(46, 38)) < 0.25)
  }

  @Test func `a meridian stays two points, and short edges stay as they are`() throws {
    let map = try projector(lambert)
    #expect(map.curve([Point(38, 31), Point(38, 38)]).count == 2)
    let short: [Point<Geographic>] = (0..<50).map { Point(40 + Double($0) / 100, 35) }
    #expect(map.curve(short) == map.project(short))
    #expect(map.curve([]).isEmpty && map.curve([Point(40, 35)]).count == 1)
  }

  @Test func `the closing edge of a ring is bent as well`() throws {
    let map = try projector(lambert)
    let ring: [Point<Geographic>] = [Point(46, 38), Point(41, 31), Point(36, 38)]
    #expect(map.curve(ring, closed: true).count > map.curve(ring).count)
  }

  @Test func `vertices that the projection cannot show are left out`() throws {
    let globe = try projector("+proj=ortho +lat_0=34 +lon_0=41 +ellps=WGS84")
    let drawn = globe.curve([Point(41, 34), Point(-139, -34), Point(42, 35)])
    #expect(drawn.count >= 2 && drawn.allSatisfy(\.isFinite))
    #expect(drawn.first == globe.project(Point<Geographic>(41, 34)) && drawn.last == globe.project(Point<Geographic>(42, 35)))
  }

  @Test func `a pixel covers the ground it says, and north is up on the central meridian only`() throws {
    let map = try projector(lambert)
    let middle = map.project(Point<Geographic>(41, 34))
    #expect(agree(map.groundMetresPerPixel(at: middle), 1 / 0.0015, within: 2e-3))
    #expect(abs(map.north(at: middle)) < 1e-6)
    #expect(map.north(at: map.project(Point<Geographic>(46, 34))) < -2, "east of it meridians lean to the west")
    #expect(map.north(at: map.project(Point<Geographic>(36, 34))) > 2)
  }

  @Test func `the sheet brought back is the plane it shows`() {
    let plane = Extent<Projected>(minX: -480_000, minY: -330_000, maxX: 440_000, maxY: 460_000)
    let frame = Extent<Page>(minX: 20, minY: 40, maxX: 1580, maxY: 1160)
    let transform = PageTransform(fitting: plane, into: frame)
    for corner in plane.corners {
      #expect(frame.inset(by: -1e-9).contains(transform(corner)))
      #expect(transform.inverse(transform(corner)).distance(to: corner) < 1e-6)
    }
    #expect(transform(plane.center).distance(to: frame.center) < 1e-9)
    #expect(transform(Point(0, 1)).y < transform(Point(0, 0)).y, "north is up")
    #expect(transform.inverse(frame).inset(by: -1e-6).contains(plane))
    #expect(PageTransform(fitting: Extent(around: [Point(5, 5)]), into: frame).scale.isFinite)
  }
}
