import Geometry
import TestSupport
import Testing

@Suite struct ProjectionTests {
  @Test func `positions agree with PROJ's own programs within a fifth of a millimetre`() throws {
    var definition = ""
    var checked = 0
    for row in try ReferenceTable("projections").rows {
      if row[0] == "projection" {
        definition = row.dropFirst().joined(separator: " ")
        continue
      }
      let projection = try Projection(definition)
      let p = projection.project(Point(try number(row[0]), try number(row[1])))
      let expected = Point<Projected>(try number(row[2]), try number(row[3]))
      #expect(p.distance(to: expected) < 0.0002, "\(definition): \(row)")
      checked += 1
    }
    #expect(checked > 30)
  }

  @Test(arguments: [
    "+proj=lcc +lat_1=31 +lat_2=37 +lat_0=34 +lon_0=41 +ellps=WGS84", "+proj=laea +lat_0=34 +lon_0=41 +ellps=WGS84",
    "+proj=merc +lon_0=41 +ellps=WGS84", "EPSG:32637", "EPSG:3857",
  ])
  func `a position brought back is the longitude and latitude it came from`(definition: String) throws {
    let projection = try Projection(definition)
    var random = SeededGenerator(seed: 3)
    let points = (0..<200).map { _ in
      Point<Geographic>(.random(in: 36...46, using: &random), .random(in: 31...38, using: &random))
    }
    for (p, q) in zip(points, projection.unproject(projection.project(points))) {
      #expect(abs(p.x - q.x) < 2e-8 && abs(p.y - q.y) < 2e-8, "\(p) \(q)")
    }
    #expect(projection.project(points)[7] == projection.project(points[7]))
  }

  @Test func `the easting comes first whatever the order of the reference system`() throws {
    // EPSG:3035 has the northing first.
    let europe = try Projection("EPSG:3035")
    #expect(europe.project(Point(12, 52)).x > europe.project(Point(10, 52)).x + 100_000)
    #expect(europe.project(Point(10, 54)).y > europe.project(Point(10, 52)).y + 200_000)
  }

  @Test func `an unknown definition is refused with its text and a reason`() {
    for definition in ["+proj=nonsense", "EPSG:999999", "", "somewhere", "+proj=lcc +lat_1=95 +lat_2=95"] {
      let failure = #expect(throws: ProjectionFailure.self) { _ = try Projection(definition).definition }
      let text = failure?.description ?? ""
      #expect(text.hasPrefix("the projection `\(definition)` cannot be used: ") && text.count > definition.count + 40, "\(text)")
    }
  }

  @Test(arguments: ["EPSG:4326", "+proj=longlat +ellps=WGS84"])
  func `a definition without a plane is refused`(definition: String) {
    let failure = #expect(throws: ProjectionFailure.self) { _ = try Projection(definition).definition }
    #expect(failure?.description.hasSuffix("it has no plane, only longitude and latitude") == true)
  }

  @Test func `a point that the projection cannot show is infinite and spoils no other`() throws {
    let view = try Projection("+proj=ortho +lat_0=34 +lon_0=41 +ellps=WGS84")
    let points = view.project([Point(41, 34), Point(-139, -34), Point(42, 35)])
    #expect(points.map(\.isFinite) == [true, false, true])
    #expect(points[2] == view.project(Point(42, 35)))
  }

  @Test func `an extent gets the cone, the cylinder or the plane that fits it`() {
    func definition(_ w: Double, _ s: Double, _ e: Double, _ n: Double) -> String {
      Projection.fittedLambert(for: Extent(minX: w, minY: s, maxX: e, maxY: n))
    }
    #expect(definition(36, 30, 46, 36) == "+proj=lcc +lat_1=31.0 +lat_2=35.0 +lat_0=33.0 +lon_0=41.0 +ellps=WGS84")
    #expect(definition(20, -6, 30, 6) == "+proj=merc +lon_0=25.0 +lat_ts=4.0 +ellps=WGS84")
    #expect(definition(0, 76, 40, 88) == "+proj=laea +lat_0=82.0 +lon_0=20.0 +ellps=WGS84")
  }
}
