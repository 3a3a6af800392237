import Geometry
import Situation
import Testing

@Suite struct DistanceTests {
  private func findings(_ lines: String) throws -> [DistanceFinding] {
    try Fixture.read(Fixture.claim("kind: distance\nstatus: reported\nsays: x\n" + lines)).distanceFindings()
  }

  @Test func `the distance between places is that of the ellipsoid`() throws {
    let finding = try #require(try findings("from: kocho\nto: um-jaris\nkm: 30").first)
    #expect(abs(finding.measuredKm - Geodesic.wgs84.distance(Point(41.75, 36.0), Point(41.6, 36.1)) / 1000) < 1e-9)
    #expect(finding.verdict == .off)
    #expect(finding.text == "Kocho to Umm Jurays: 30.0 km stated, 17.5 km measured, 12.5 km (72 %) too far: off")
    #expect(try findings("from: kocho\nto: um-jaris\nkm: 18").first?.verdict == .agrees)
    #expect(try findings("from: kocho\nto: um-jaris\nkm: 14").first?.verdict == .near)
  }

  @Test func `the distance to a border is the least to any point of its lines`() throws {
    let finding = try #require(try findings("from: abu-kamal\nborder: [Syria, Iraq]\nkm: 8").first)
    // The border runs along 41° E there; its closest point is 0.082° east at nearly the same latitude.
    let expected = Geodesic.wgs84.distance(Point(40.918, 34.452), Point(41, 34.452)) / 1000
    #expect(abs(finding.measuredKm - expected) < 0.002)
    #expect(finding.text == "Abu Kamal to the border Iraq–Syria: 8.0 km stated, 7.5 km measured, 0.5 km (6 %) too far: agrees")
  }

  @Test func `a distance from a place to itself is beyond any percentage and does no harm`() throws {
    let finding = try #require(try findings("from: kocho\nto: kocho\nkm: 20000").first)
    #expect(finding.text == "Kocho to Kocho: 20000.0 km stated, 0.0 km measured, 20000.0 km (beyond measure) too far: off")
  }
}
