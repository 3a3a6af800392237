import CProj

/// A map projection: longitude and latitude to metres in a plane, and back.
///
/// Owns its PROJ context, so one value serves one thread; make another for another thread.
package struct Projection: ~Copyable {
  /// What was asked for: a PROJ string or a code such as `EPSG:32637`.
  package let definition: String
  private let context: OpaquePointer
  private let operation: OpaquePointer
  /// Plain PROJ operations speak radians, coordinate reference systems degrees.
  private let speaksRadians: Bool

  /// - Throws: `ProjectionFailure` when PROJ does not know the definition.
  package init(_ definition: String) throws(ProjectionFailure) {
    guard let context = proj_context_create() else { throw .outOfMemory }
    proj_log_level(context, PJ_LOG_NONE)
    let isPlain = definition.contains("+proj=") && !definition.contains("+type=crs") && !definition.contains("+init=")
    if isPlain, !["grids=", "datum="].contains(where: definition.contains) { Self.leaveDatabaseClosed(context) }
    guard let created = isPlain ? proj_create(context, definition) : Self.transformation(to: definition, context) else {
      let reason = Self.reason(context)
      proj_context_destroy(context)
      throw .unknownDefinition(definition, reason: reason)
    }
    guard isPlain ? proj_angular_output(created, PJ_FWD) == 0 : !Self.isGeographic(definition, context) else {
      proj_destroy(created)
      proj_context_destroy(context)
      throw .unknownDefinition(definition, reason: "it has no plane, only longitude and latitude")
    }
    self.definition = definition
    self.context = context
    self.operation = created
    self.speaksRadians = isPlain && proj_angular_input(created, PJ_FWD) == 1
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  /// A plain operation needs nothing from PROJ's database, which `proj_create` would open all the same, for some milliseconds: with no
  /// folder to look in, it does not. That it finds none is no news for anybody.
  private static func leaveDatabaseClosed(_ context: OpaquePointer) {
    "/dev/null".withCString { nowhere in
      var folders: [UnsafePointer<CChar>?] = [nowhere]
      proj_context_set_search_paths(context, 1, &folders)
    }
    proj_log_func(context, nil) { _, _, _ in }
  }

  /// From longitude and latitude to a reference system, with the easting first also where the system has it second.
  private static func transformation(to definition: String, _ context: OpaquePointer) -> OpaquePointer? {
    guard let raw = proj_create_crs_to_crs(context, "OGC:CRS84", definition, nil) else { return nil }
    defer { proj_destroy(raw) }
    return proj_normalize_for_visualization(context, raw)
  }

  private static func isGeographic(_ definition: String, _ context: OpaquePointer) -> Bool {
    guard let system = proj_create(context, definition) else { return false }
    defer { proj_destroy(system) }
    return [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_GEOCENTRIC_CRS].contains(proj_get_type(system))
  }

  private static func reason(_ context: OpaquePointer) -> String {
    let code = proj_context_errno(context)
    guard code != 0, let text = proj_context_errno_string(context, code) else { return "unknown projection" }
    return String(cString: text)
  }

  /// Positions in the plane, in metres; a point that the projection cannot show becomes infinite.
  package func project(_ points: [Point<Geographic>]) -> [Point<Projected>] {
    let k = speaksRadians ? Double.pi / 180 : 1
    var result = points.map { Point<Projected>($0.x * k, $0.y * k) }
    transform(&result, PJ_FWD)
    return result
  }

  /// The plane position of one point, in metres.
  package func project(_ point: Point<Geographic>) -> Point<Projected> { project([point])[0] }

  /// Longitudes and latitudes, in degrees.
  package func unproject(_ points: [Point<Projected>]) -> [Point<Geographic>] {
    var result = points
    transform(&result, PJ_INV)
    let k = speaksRadians ? 180 / Double.pi : 1
    return result.map { Point<Geographic>($0.x * k, $0.y * k) }
  }

  /// The longitude and latitude of one plane position, in degrees.
  package func unproject(_ point: Point<Projected>) -> Point<Geographic> { unproject([point])[0] }

  private func transform(_ points: inout [Point<Projected>], _ direction: PJ_DIRECTION) {
    let count = points.count
    let stride = MemoryLayout<Point<Projected>>.stride
    points.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress, count > 0 else { return }
      let x = base.assumingMemoryBound(to: Double.self)
      _ = proj_trans_generic(operation, direction, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
    proj_errno_reset(operation)
  }
}

package enum ProjectionFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownDefinition(String, reason: String)
  case outOfMemory

  package var description: String {
    switch self {
    case .unknownDefinition(let text, let reason): "the projection `\(text)` cannot be used: \(reason)"
    case .outOfMemory: "no memory for the projection"
    }
  }
}

extension Projection {
  /// The Lambert conformal conic that fits an extent: standard parallels a sixth of its height inside its edges
  /// (the rule of thumb in Snyder, J. P. (1987), Map Projections: A Working Manual, USGS PP 1395, p. 99), centred on its middle.
  package static func fittedLambert(for extent: Extent<Geographic>) -> String {
    let sixth = extent.height / 6
    let middle = extent.center
    let south = extent.minY + sixth
    let north = extent.maxY - sixth
    if abs(south + north) < 2 {
      // A cone over the equator is a cylinder.
      return "+proj=merc +lon_0=\(fixed(middle.x)) +lat_ts=\(fixed(max(abs(south), abs(north)))) +ellps=WGS84"
    }
    if max(abs(south), abs(north)) > 80 {
      return "+proj=laea +lat_0=\(fixed(middle.y)) +lon_0=\(fixed(middle.x)) +ellps=WGS84"
    }
    return "+proj=lcc +lat_1=\(fixed(south)) +lat_2=\(fixed(north)) +lat_0=\(fixed(middle.y)) +lon_0=\(fixed(middle.x)) +ellps=WGS84"
  }

  /// Three decimals of a degree are enough for a parameter, and the same text on every machine.
  private static func fixed(_ degrees: Double) -> String { "\((degrees * 1000).rounded() / 1000)" }
}
