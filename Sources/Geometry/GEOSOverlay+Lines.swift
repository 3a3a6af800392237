import CGEOS

/// The pieces that control cells are made of.
extension GEOSOverlay {
  /// The faces that lines cut the plane into, after noding on the grid; ends that hang free cut nothing.
  ///
  /// Lines are sorted first, so that the faces do not depend on the order in which they come.
  func faces(ofLines lines: [[GridPoint]]) throws(OverlayFailure) -> [Face] {
    let canonical = lines.filter { $0.count > 1 }.map { line -> [GridPoint] in
      guard let first = line.first, let last = line.last else { return line }
      let isForward = first != last ? GridPoint.precedes(first, last) : GridPoint.precedes(line[1], line[line.count - 2])
      return isForward ? line : line.reversed()
    }
    let sorted = canonical.sorted { a, b in
      for (p, q) in zip(a, b) where p != q { return GridPoint.precedes(p, q) }
      return a.count < b.count
    }
    return try faces(between: sorted).filter { !$0.polygon.rings.isEmpty }
  }

  /// Lines joined end to end to as few as one walk after another finds; some edges are walked twice, which noding undoes.
  ///
  /// GEOS 3.11 seeds a random generator for each line that it nodes, which for short lines costs more than all else.
  static func chained(_ given: [[GridPoint]]) -> [[GridPoint]] {
    var lines = given.filter { $0[0] != $0[$0.count - 1] }
    var chains = given.filter { $0[0] == $0[$0.count - 1] }
    var linesAt: [GridPoint: [Int]] = [:]
    func add(_ index: Int) {
      for end in [lines[index][0], lines[index][lines[index].count - 1]] { linesAt[end, default: []].append(index) }
    }
    for index in lines.indices { add(index) }
    // Three borders meet in most nodes: an edge between two such nodes that is there twice lets a walk go on at both.
    func isOdd(_ node: GridPoint) -> Bool { (linesAt[node]?.count ?? 0) % 2 == 1 }
    for line in lines where line.count == 2 && isOdd(line[0]) && isOdd(line[1]) {
      lines.append(line)
      add(lines.count - 1)
    }
    var isUsed = [Bool](repeating: false, count: lines.count)
    func walk(from start: GridPoint) {
      var chain = [start]
      while let end = chain.last, let next = linesAt[end]?.popLast() {
        if isUsed[next] { continue }
        isUsed[next] = true
        let line = lines[next]
        chain += line[0] == end ? Array(line.dropFirst()) : Array(line.reversed().dropFirst())
      }
      if chain.count > 1 { chains.append(chain) }
    }
    // A walk that begins where an odd number of lines meet ends at another such point; what is left then are rings.
    for (index, line) in lines.enumerated() where !isUsed[index] {
      for end in [line[0], line[line.count - 1]] where (linesAt[end]?.filter { !isUsed[$0] }.count ?? 0) % 2 == 1 { walk(from: end) }
    }
    for (index, line) in lines.enumerated() where !isUsed[index] { walk(from: line[0]) }
    return chains
  }

  /// The lines halfway between neighbouring sites, as far as `region` reaches.
  /// - Parameter isWanted: tells by its ends whether an edge is of use; the others are left out before they are cut.
  func voronoiEdges(
    _ sites: [Point<Projected>], within region: [Polygon<Projected>], where isWanted: (Point<Projected>, Point<Projected>) -> Bool
  ) throws(OverlayFailure) -> [[Point<Projected>]] {
    guard sites.count > 1 else { return [] }
    let points = try collect(sites.map { GEOSGeom_createPointFromXY_r(context, $0.x, $0.y) }, GEOS_MULTIPOINT)
    defer { GEOSGeom_destroy_r(context, points) }
    let frame = try makePolygons(region)
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
    return try cut(edges, to: frame)
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

  /// The parts of lines inside a frame. Most lines lie inside as a whole, which is soon told; only the others are cut.
  private func cut(_ lines: [[Point<Projected>]], to frame: OpaquePointer) throws(OverlayFailure) -> [[Point<Projected>]] {
    guard let prepared = GEOSPrepare_r(context, frame) else { throw .failed("cutting to a region") }
    defer { GEOSPreparedGeom_destroy_r(context, prepared) }
    var whole: [[Point<Projected>]] = []
    var crossing: [OpaquePointer?] = []
    for line in lines {
      guard let made = makeLine(line, closed: false) else { throw .outOfMemory }
      if GEOSPreparedContains_r(context, prepared, made) == 1 {
        whole.append(line)
        GEOSGeom_destroy_r(context, made)
      } else if GEOSPreparedIntersects_r(context, prepared, made) == 1 {
        crossing.append(made)
      } else {
        GEOSGeom_destroy_r(context, made)
      }
    }
    let rest = try collect(crossing, GEOS_MULTILINESTRING)
    defer { GEOSGeom_destroy_r(context, rest) }
    guard let inside = GEOSIntersection_r(context, rest, frame) else { throw .failed("cutting to a region") }
    defer { GEOSGeom_destroy_r(context, inside) }
    return whole + readLines(inside)
  }

  func readLines<S>(_ geometry: OpaquePointer) -> [[Point<S>]] {
    var result: [[Point<S>]] = []
    for index in 0..<max(0, GEOSGetNumGeometries_r(context, geometry)) {
      guard let part = GEOSGetGeometryN_r(context, geometry, index), GEOSGeomTypeId_r(context, part) == Int32(GEOS_LINESTRING.rawValue),
        let sequence = GEOSGeom_getCoordSeq_r(context, part)
      else { continue }
      var count: UInt32 = 0
      guard GEOSCoordSeq_getSize_r(context, sequence, &count) == 1, count >= 2 else { continue }
      var flat = [Double](repeating: 0, count: Int(count) * 2)
      guard GEOSCoordSeq_copyToBuffer_r(context, sequence, &flat, 0, 0) == 1 else { continue }
      result.append((0..<Int(count)).map { Point(flat[2 * $0], flat[2 * $0 + 1]) })
    }
    return result
  }

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
