import CGEOS

/// Overlay by GEOS: one context, freed with the value. A value serves one thread.
struct GEOSOverlay: ~Copyable {
  let context: GEOSContextHandle_t

  init() throws(OverlayFailure) {
    guard let context = GEOS_init_r() else { throw .outOfMemory }
    self.context = context
  }

  deinit { GEOS_finish_r(context) }

  /// All points within a distance of a set of lines, in the units of their plane.
  func buffer(_ lines: [[Point<Projected>]], distance: Double) throws(OverlayFailure) -> [Polygon<Projected>] {
    var made: [OpaquePointer?] = lines.compactMap { makeLine($0, closed: false) }
    let collection = made.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(context, Int32(GEOS_MULTILINESTRING.rawValue), $0.baseAddress, UInt32($0.count))
    }
    guard let collection else { throw .outOfMemory }
    defer { GEOSGeom_destroy_r(context, collection) }
    guard let result = GEOSBuffer_r(context, collection, distance, 16) else { throw .failed("buffering") }
    defer { GEOSGeom_destroy_r(context, result) }
    return readParts(result) { $1 }
  }

  // MARK: values to and from GEOS

  func makeLine<S>(_ points: [Point<S>], closed: Bool = true) -> OpaquePointer? {
    sequence(points, closed: closed).flatMap { GEOSGeom_createLineString_r(context, $0) }
  }

  private func sequence<S>(_ points: [Point<S>], closed: Bool) -> OpaquePointer? {
    var flat: [Double] = []
    flat.reserveCapacity(points.count * 2 + 2)
    for p in points {
      flat.append(p.x)
      flat.append(p.y)
    }
    if closed, let first = points.first, points.last != first {
      flat.append(first.x)
      flat.append(first.y)
    }
    return GEOSCoordSeq_copyFromBuffer_r(context, flat, UInt32(flat.count / 2), 0, 0)
  }

  func readParts<S, R>(_ geometry: OpaquePointer, _ body: (OpaquePointer, Polygon<S>) -> R) -> [R] {
    let count = GEOSGetNumGeometries_r(context, geometry)
    var result: [R] = []
    for index in 0..<max(0, count) {
      guard let part = GEOSGetGeometryN_r(context, geometry, index) else { continue }
      guard GEOSGeomTypeId_r(context, part) == Int32(GEOS_POLYGON.rawValue), GEOSisEmpty_r(context, part) == 0 else { continue }
      guard let shell = GEOSGetExteriorRing_r(context, part), let exterior: Ring<S> = readRing(shell) else { continue }
      var holes: [Ring<S>] = []
      for hole in 0..<max(0, GEOSGetNumInteriorRings_r(context, part)) {
        if let ring = GEOSGetInteriorRingN_r(context, part, hole), let read: Ring<S> = readRing(ring) { holes.append(read) }
      }
      result.append(body(part, Polygon(exterior: exterior, holes: holes)))
    }
    return result
  }

  func readRing<S>(_ ring: OpaquePointer) -> Ring<S>? {
    guard let sequence = GEOSGeom_getCoordSeq_r(context, ring) else { return nil }
    var count: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context, sequence, &count) == 1, count >= 4 else { return nil }
    var flat = [Double](repeating: 0, count: Int(count) * 2)
    guard GEOSCoordSeq_copyToBuffer_r(context, sequence, &flat, 0, 0) == 1 else { return nil }
    return Ring((0..<(Int(count) - 1)).map { Point(flat[2 * $0], flat[2 * $0 + 1]) })
  }
}

package enum OverlayFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case outOfMemory
  case failed(String)

  package var description: String {
    switch self {
    case .outOfMemory: "no memory for the overlay"
    case .failed(let step): "the overlay failed at \(step)"
    }
  }
}
