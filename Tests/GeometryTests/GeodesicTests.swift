import Geometry
import TestSupport
import Testing

@Suite struct GeodesicTests {
  private let geodesic = Geodesic.wgs84

  @Test func `distance, azimuth and destination agree with GeographicLib`() throws {
    for row in try ReferenceTable("geodesics").rows {
      let values = try row.map(number)
      let a = Point<Geographic>(values[1], values[0])
      let b = Point<Geographic>(values[4], values[3])
      let (metres, azimuth) = geodesic.inverse(from: a, to: b)
      #expect(abs(metres - values[5]) < 1e-6, "\(row)")
      #expect(abs(azimuth - values[2]) < 1e-9, "\(row)")
      #expect(geodesic.distance(a, b) == metres && geodesic.azimuth(from: a, to: b) == azimuth)
      let there = geodesic.destination(from: a, azimuth: values[2], metres: values[5])
      #expect(geodesic.distance(there, b) < 1e-5, "\(row)")
    }
  }

  @Test func `areas agree with GeographicLib, less the holes`() throws {
    for row in try ReferenceTable("areas").rows {
      let rings = try rings(row.dropFirst()).map { Ring($0) }
      let area = geodesic.area(of: Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
      #expect(abs(area - (try number(row[0]))) < 0.5)
    }
  }

  @Test func `the area of a ring is positive whatever the winding and the first vertex`() {
    let ring: Ring<Geographic> = box(38, 33, 41, 36)
    let area = geodesic.area(of: ring)
    #expect(area > 9e10)
    #expect(agree(geodesic.area(of: Ring(ring.points.reversed())), area, within: 1e-12))
    #expect(agree(geodesic.area(of: Ring(Array(ring.points[2...] + ring.points[..<2]))), area, within: 1e-12))
  }

  @Test func `a ring without ground has no area`() {
    #expect(geodesic.area(of: Ring([])) == 0)
    #expect(geodesic.area(of: Ring([Point(40, 35)])) == 0)
    #expect(geodesic.area(of: Ring([Point(40, 35), Point(41, 35)])) < 1e-3)
  }

  @Test func `every vertex of a circle is one radius from its centre`() {
    let tanf = Point<Geographic>(38.618, 33.506)
    let circle = geodesic.circle(center: tanf, metres: 55_000)
    #expect(circle.points.count == 180)
    #expect(circle.points.allSatisfy { abs(geodesic.distance(tanf, $0) - 55_000) < 1e-6 })
    #expect(circle.points[0].y > tanf.y && abs(circle.points[0].x - tanf.x) < 1e-9, "the first vertex lies north")
    #expect(circle.points[45].x > tanf.x, "a quarter on lies east")
    #expect(agree(geodesic.area(of: circle), .pi * 55_000 * 55_000, within: 3e-4))
    #expect(geodesic.circle(center: tanf, metres: 1, count: 1).points.count == 3)
  }

  @Test func `the length of a line is the sum of its segments`() {
    let line: [Point<Geographic>] = [Point(39, 35), Point(40, 35), Point(40, 36)]
    let sum = geodesic.distance(line[0], line[1]) + geodesic.distance(line[1], line[2])
    #expect(agree(geodesic.length(of: line), sum, within: 1e-15))
    #expect(geodesic.length(of: []) == 0 && geodesic.length(of: [Point(1, 1)]) == 0)
  }

  @Test func `the nearest point on a line agrees with a search in GeographicLib`() throws {
    for row in try ReferenceTable("nearest").rows {
      let parts = try rings(row.dropFirst())
      let expected = try number(row[0])
      let nearest = try #require(geodesic.nearest(to: parts[0][0], on: parts[1]))
      #expect(abs(nearest.metres - expected) < max(0.5, expected * 2e-4), "\(nearest.metres) \(row)")
      #expect(abs(geodesic.distance(parts[0][0], nearest.point) - nearest.metres) < 1e-9)
    }
  }

  @Test func `a line of one vertex has that as its nearest point, an empty line none`() {
    #expect(geodesic.nearest(to: Point(40, 35), on: [Point(41, 35)])?.point == Point(41, 35))
    #expect(geodesic.nearest(to: Point(40, 35), on: []) == nil)
    #expect(geodesic.nearest(to: Point(40, 35), on: [Point(40, 35), Point(40, 35)])?.metres == 0)
  }
}
