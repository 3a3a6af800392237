/// Longitude and latitude straight to the sheet, with long edges bent as the projection bends them.
package struct MapProjector: ~Copyable {
  package let projection: Projection
  package let transform: PageTransform
  /// How far, in px, a drawn chord may lie from the true curve.
  package let tolerance: Double

  package init(projection: consuming Projection, transform: PageTransform, tolerance: Double = 0.2) {
    self.projection = projection
    self.transform = transform
    self.tolerance = tolerance
  }

  package func project(_ p: Point<Geographic>) -> Point<Page> { transform(projection.project(p)) }

  package func unproject(_ p: Point<Page>) -> Point<Geographic> { projection.unproject(transform.inverse(p)) }

  /// Positions on the sheet of points that are not joined by edges.
  package func project(_ points: [Point<Geographic>]) -> [Point<Page>] { projection.project(points).map { transform($0) } }

  /// The line on the sheet; edges straight in longitude and latitude get extra vertices where they bend by more than the tolerance.
  ///
  /// Vertices that the projection cannot show are left out.
  package func curve(_ points: [Point<Geographic>], closed: Bool = false) -> [Point<Page>] {
    let page = project(points)
    var result: [Point<Page>] = []
    result.reserveCapacity(points.count + 8)
    let count = points.count
    for index in 0..<count {
      if page[index].isFinite { result.append(page[index]) }
      let next = index + 1
      if next < count {
        subdivide(points[index], points[next], page[index], page[next], depth: 0, into: &result)
      } else if closed, count > 2 {
        subdivide(points[index], points[0], page[index], page[0], depth: 0, into: &result)
      }
    }
    return result
  }

  private func subdivide(
    _ a: Point<Geographic>, _ b: Point<Geographic>, _ pa: Point<Page>, _ pb: Point<Page>, depth: Int, into result: inout [Point<Page>]
  ) {
    // A chord of c px on a conic of this scale bends by about c² / 8r; below 12 px that is nothing.
    guard depth < 12, pa.isFinite, pb.isFinite, abs(pa.x - pb.x) + abs(pa.y - pb.y) > 12 else { return }
    let middle = a.lerp(to: b, 0.5)
    let pm = project(middle)
    guard pm.isFinite else { return }
    // An edge that bends one way and then the other has its middle on the chord, so its quarters are looked at as well.
    let quarters = isNear(pm, pa, pb) ? [project(a.lerp(to: b, 0.25)), project(a.lerp(to: b, 0.75))] : []
    guard quarters.isEmpty || !quarters.allSatisfy({ isNear($0, pa, pb) }) else { return }
    subdivide(a, middle, pa, pm, depth: depth + 1, into: &result)
    result.append(pm)
    subdivide(middle, b, pm, pb, depth: depth + 1, into: &result)
  }

  /// Whether a point lies within the tolerance of a chord.
  private func isNear(_ p: Point<Page>, _ a: Point<Page>, _ b: Point<Page>) -> Bool {
    let along = b - a
    let squared = along.dx * along.dx + along.dy * along.dy
    let t = squared > 0 ? ((p.x - a.x) * along.dx + (p.y - a.y) * along.dy) / squared : 0
    return p.distance(to: a.lerp(to: b, min(1, max(0, t)))) <= tolerance
  }

  /// Metres on the ground per pixel of the map at a point: the mean of east-west and north-south.
  package func groundMetresPerPixel(at p: Point<Page>) -> Double {
    let left = unproject(Point(p.x - 4, p.y))
    let right = unproject(Point(p.x + 4, p.y))
    let top = unproject(Point(p.x, p.y - 4))
    let bottom = unproject(Point(p.x, p.y + 4))
    let geodesic = Geodesic.wgs84
    return (geodesic.distance(left, right) + geodesic.distance(top, bottom)) / 16
  }

  /// Direction of north on the sheet at a point, in degrees clockwise from the sheet's top.
  package func north(at p: Point<Page>) -> Double {
    let here = unproject(p)
    let there = project(Point<Geographic>(here.x, here.y + 0.01))
    return angle(y: there.x - p.x, x: p.y - there.y) * 180 / .pi
  }
}
