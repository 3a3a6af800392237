/// Ground that is shared out among sites, parted into regions by barriers that nobody's reach crosses.
///
/// A barrier parts the ground where it runs from edge to edge of it, alone or with others; an end that hangs free parts nothing.
package struct CellGround: Sendable {
  /// One area for each region, in the order of their southernmost westernmost vertices.
  package let regions: Coverage
  /// Square metres of each region on the ellipsoid.
  package let areas: [Double]
  let locator: CoverageLocator
  /// Each region in the plane, grown a little, so that lines cut to it end outside it.
  let frames: [PlaneRegion]
  /// The plane in which distances are compared.
  let projection: String

  /// How far lines run on past the edge of their region, in metres.
  private static let overshoot = 800.0

  /// - Parameters:
  ///   - ground: polygons that may touch and overlap.
  ///   - barriers: lines that may run on outside the ground.
  package init(_ ground: [Polygon<Geographic>], barriers: [Line<Geographic>]) throws(CellFailure) {
    do {
      let whole = try Coverage.build([ground], sliverWidth: 0).coverage
      let locator = CoverageLocator(whole)
      let overlay = try GEOSOverlay()
      let lines = whole.arcs.map(\.points) + barriers.map(\.points)
      let faces = try LineNet.faces(between: lines.map { $0.map { GridPoint($0) } })
      let inside = faces.filter { locator.area(at: $0.inside.degrees) == 0 }
      let sorted = inside.sorted { Self.precedes($0.polygon, $1.polygon) }
      regions = try CoverageBuilder(sorted.map { [$0.polygon] }).build(areaCount: sorted.count)
      self.locator = CoverageLocator(regions)
      areas = sorted.map { Geodesic.wgs84.area(of: $0.polygon.polygon) }
      projection = Projection.fittedLambert(for: regions.extent)
      let plane = try Projection(projection)
      frames = try sorted.map { face in
        let polygon = face.polygon.polygon
        let flat = Polygon<Projected>(
          exterior: Ring(plane.project(Self.bendable(polygon.exterior))),
          holes: polygon.holes.map { Ring(plane.project(Self.bendable($0))) })
        return PlaneRegion(try overlay.grown(flat, by: Self.overshoot))
      }
    } catch {
      throw CellFailure(error)
    }
  }

  /// The vertices of a ring with more on its long edges, which the plane shows bent by kilometres.
  private static func bendable(_ ring: Ring<Geographic>) -> [Point<Geographic>] {
    guard var a = ring.points.last else { return [] }
    var result: [Point<Geographic>] = []
    for b in ring.points {
      let pieces = max(1, min(3600, (max(abs(b.x - a.x), abs(b.y - a.y)) * 5).rounded(.up)))
      result += stride(from: 1, through: pieces, by: 1).map { a.lerp(to: b, $0 / pieces) }
      a = b
    }
    return result
  }

  private static func precedes(_ a: GridPolygon, _ b: GridPolygon) -> Bool {
    let p = a.exterior.points.min { GridPoint.precedes($0, $1) }
    let q = b.exterior.points.min { GridPoint.precedes($0, $1) }
    guard let p, let q else { return false }
    return p != q ? GridPoint.precedes(p, q) : a.exterior.points.count < b.exterior.points.count
  }

  /// How far outside the ground a site may lie, in metres: border towns fall beyond borders that are drawn coarsely.
  private static let strayLimit = 5000.0

  /// The region at a point; nil outside the ground.
  func region(at p: Point<Geographic>) -> Int? {
    let region = locator.area(at: p)
    return region == Coverage.nobody ? nil : region
  }

  /// The region of a site: the one it lies in, or just beyond the edge of.
  package func region(of site: CellSite) -> Int? {
    if let region = region(at: site.position) { return region }
    var best: (metres: Double, region: Int)?
    for arc in regions.arcs {
      let box = Extent(around: arc.points).inset(by: -0.1)
      guard box.contains(site.position), let near = Geodesic.wgs84.nearest(to: site.position, on: arc.points) else { continue }
      if near.metres < min(Self.strayLimit, best?.metres ?? .infinity) {
        best = (near.metres, arc.left == Coverage.nobody ? arc.right : arc.left)
      }
    }
    return best?.region
  }

  /// Square metres of all ground.
  package var area: Double { areas.reduce(0, +) }
}

/// Why ground cannot be shared out.
package enum CellFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case projection(ProjectionFailure)
  case overlay(OverlayFailure)
  /// The faces do not fit together.
  case conflict

  init(_ error: any Error) {
    switch error {
    case let failure as CellFailure: self = failure
    case let failure as ProjectionFailure: self = .projection(failure)
    case let failure as OverlayFailure: self = .overlay(failure)
    default: self = .conflict
    }
  }

  package var description: String {
    switch self {
    case .projection(let failure): failure.description
    case .overlay(let failure): failure.description
    case .conflict: "the faces of the control areas do not fit together"
    }
  }
}

extension Point<GridSteps> {
  var degrees: Point<Geographic> { Point<Geographic>(x / GridPoint.stepsPerDegree, y / GridPoint.stepsPerDegree) }
}
