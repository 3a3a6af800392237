import CGEOS

/// The pieces that control cells are made of.
extension GEOSOverlay {
  /// The lines halfway between neighbouring sites, as far as a box or a little farther.
  /// - Parameter isWanted: tells by its ends whether an edge is of use; the others are left out.
  func voronoiEdges(
    _ sites: [Point<Projected>], within box: Extent<Projected>, where isWanted: (Point<Projected>, Point<Projected>) -> Bool
  ) throws(OverlayFailure) -> [[Point<Projected>]] {
    guard sites.count > 1, !box.isEmpty else { return [] }
    let points = try collect(sites.map { GEOSGeom_createPointFromXY_r(context, $0.x, $0.y) }, GEOS_MULTIPOINT)
    defer { GEOSGeom_destroy_r(context, points) }
    let frame = try makePolygons([Polygon(exterior: Ring(box.corners))])
    defer { GEOSGeom_destroy_r(context, frame) }
    // Asked for edges alone GEOS 3.11 lays all cells over their frame, which takes longer than to tell which edges two cells share.
    guard let cells = GEOSVoronoiDiagram_r(context, points, frame, 0, 0) else { throw .failed("finding the nearest places") }
    defer { GEOSGeom_destroy_r(context, cells) }
    var known: Set<[Point<Projected>]> = []
    var edges: [[Point<Projected>]] = []
    for cell in readParts(cells, { (_, cell: Polygon<Projected>) in cell.exterior.points }) {
      guard var a = cell.last else { continue }
      for b in cell {
        if known.insert((a.x, a.y) < (b.x, b.y) ? [a, b] : [b, a]).inserted, isWanted(a, b) { edges.append([a, b]) }
        a = b
      }
    }
    return edges
  }

  /// Ground grown by a margin on all sides, with few vertices.
  func grown(_ polygon: Polygon<Projected>, by metres: Double) throws(OverlayFailure) -> [Polygon<Projected>] {
    let made = try makePolygons([polygon])
    defer { GEOSGeom_destroy_r(context, made) }
    guard let simple = GEOSSimplify_r(context, made, metres / 4) else { throw .failed("simplifying") }
    defer { GEOSGeom_destroy_r(context, simple) }
    guard let ground = GEOSBuffer_r(context, simple, metres, 2) else { throw .failed("buffering") }
    defer { GEOSGeom_destroy_r(context, ground) }
    return readParts(ground) { $1 }
  }

  // MARK: values to and from GEOS

  /// Takes the parts over, also when it fails.
  func collect(_ parts: [OpaquePointer?], _ type: GEOSGeomTypes) throws(OverlayFailure) -> OpaquePointer {
    var parts = parts.filter { $0 != nil }
    let collection = parts.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(context, Int32(type.rawValue), $0.baseAddress, UInt32($0.count))
    }
    guard let collection else { throw .outOfMemory }
    return collection
  }

  private func makePolygons(_ polygons: [Polygon<Projected>]) throws(OverlayFailure) -> OpaquePointer {
    let parts: [OpaquePointer?] = polygons.map { polygon in
      guard let shell = makeRing(polygon.exterior.points) else { return nil }
      var holes = polygon.holes.map { makeRing($0.points) }.filter { $0 != nil }
      return holes.withUnsafeMutableBufferPointer { GEOSGeom_createPolygon_r(context, shell, $0.baseAddress, UInt32($0.count)) }
    }
    return try collect(parts, GEOS_MULTIPOLYGON)
  }

  private func makeRing(_ points: [Point<Projected>]) -> OpaquePointer? {
    guard points.count >= 3, let first = points.first else { return nil }
    let flat = (points + [first]).flatMap { [$0.x, $0.y] }
    guard let sequence = GEOSCoordSeq_copyFromBuffer_r(context, flat, UInt32(flat.count / 2), 0, 0) else { return nil }
    return GEOSGeom_createLinearRing_r(context, sequence)
  }
}
