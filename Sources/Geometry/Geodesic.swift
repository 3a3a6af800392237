import CProj

/// Measures on the WGS 84 ellipsoid.
///
/// Karney, C. F. F. (2013), Algorithms for geodesics, doi:10.1007/s00190-012-0578-z, in the implementation that PROJ carries.
package struct Geodesic: Sendable {
  /// WGS 84: equatorial radius in metres and flattening.
  package static let wgs84 = Geodesic(radius: 6_378_137, flattening: 1 / 298.257223563)

  private let ellipsoid: geod_geodesic

  private init(radius: Double, flattening: Double) {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, radius, flattening)
    self.ellipsoid = ellipsoid
  }

  private func withEllipsoid<R>(_ body: (UnsafePointer<geod_geodesic>) -> R) -> R { withUnsafePointer(to: ellipsoid, body) }

  /// Length of the shortest line in metres, and its azimuth at `a` in degrees clockwise from north, -180 to 180.
  package func inverse(from a: Point<Geographic>, to b: Point<Geographic>) -> (metres: Double, azimuth: Double) {
    withEllipsoid { ellipsoid in
      var metres = 0.0
      var azimuth = 0.0
      geod_inverse(ellipsoid, a.y, a.x, b.y, b.x, &metres, &azimuth, nil)
      return (metres, azimuth)
    }
  }

  /// Shortest distance in metres.
  package func distance(_ a: Point<Geographic>, _ b: Point<Geographic>) -> Double { inverse(from: a, to: b).metres }

  /// Azimuth at `a` towards `b` in degrees clockwise from north.
  package func azimuth(from a: Point<Geographic>, to b: Point<Geographic>) -> Double { inverse(from: a, to: b).azimuth }

  /// The point `metres` away from `start` in the direction `azimuth` (degrees clockwise from north).
  package func destination(from start: Point<Geographic>, azimuth: Double, metres: Double) -> Point<Geographic> {
    withEllipsoid { ellipsoid in
      var lat = 0.0
      var lon = 0.0
      geod_direct(ellipsoid, start.y, start.x, azimuth, metres, &lat, &lon, nil)
      return Point(lon, lat)
    }
  }

  /// The points at one distance from `center`, clockwise from north, as a ring of `count` vertices.
  package func circle(center: Point<Geographic>, metres: Double, count: Int = 180) -> Ring<Geographic> {
    Ring((0..<max(3, count)).map { destination(from: center, azimuth: Double($0) * 360 / Double(max(3, count)), metres: metres) })
  }

  /// Area of the ring on the ellipsoid, in square metres; positive whatever the winding. Edges are geodesics.
  package func area(of ring: Ring<Geographic>) -> Double {
    withEllipsoid { ellipsoid in
      var polygon = geod_polygon()
      geod_polygon_init(&polygon, 0)
      for point in ring.points { geod_polygon_addpoint(ellipsoid, &polygon, point.y, point.x) }
      var area = 0.0
      geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, nil)
      return abs(area)
    }
  }

  /// Area of the polygon without its holes, in square metres.
  package func area(of polygon: Polygon<Geographic>) -> Double {
    polygon.holes.reduce(area(of: polygon.exterior)) { $0 - area(of: $1) }
  }

  /// Sum of the geodesic lengths of the line's segments, in metres.
  package func length(of points: [Point<Geographic>]) -> Double {
    withEllipsoid { ellipsoid in
      var sum = 0.0
      for (a, b) in zip(points, points.dropFirst()) {
        var metres = 0.0
        geod_inverse(ellipsoid, a.y, a.x, b.y, b.x, &metres, nil, nil)
        sum += metres
      }
      return sum
    }
  }

  /// Least distance in metres from a point to a line that is straight in longitude and latitude, and the nearest point on it.
  ///
  /// Edges are looked at in pieces of at most half a degree, each on a plane about the point; the distance is at most 0.02 % too long.
  package func nearest(to p: Point<Geographic>, on line: [Point<Geographic>]) -> (metres: Double, point: Point<Geographic>)? {
    guard var best = line.first else { return nil }
    func flat(_ q: Point<Geographic>) -> Vector<Geographic> {
      Vector((q.x - p.x) * cosine((p.y + q.y) / 2 * .pi / 180), q.y - p.y)
    }
    var least = flat(best).length
    for (a, b) in zip(line, line.dropFirst()) {
      let pieces = max(1, min(720, (max(abs(b.x - a.x), abs(b.y - a.y)) * 2).rounded(.up)))
      var from = a
      for piece in stride(from: 1, through: pieces, by: 1) {
        let to = a.lerp(to: b, piece / pieces)
        let start = flat(from)
        let along = flat(to) + -start
        let squared = along.dx * along.dx + along.dy * along.dy
        let t = squared > 0 ? min(1, max(0, -(start.dx * along.dx + start.dy * along.dy) / squared)) : 0
        let foot = from.lerp(to: to, t)
        let distance = flat(foot).length
        if distance < least {
          least = distance
          best = foot
        }
        from = to
      }
    }
    return (distance(p, best), best)
  }
}
