/// A point that the ground round it belongs to.
package struct CellSite: Hashable, Sendable {
  package var position: Point<Geographic>
  /// How far its ground reaches at most, in metres.
  package var reach: Double

  package init(_ position: Point<Geographic>, reach: Double) {
    self.position = position
    self.reach = reach
  }
}

extension CellGround {
  /// Below this a region without sites belongs to the nearest site beyond its edge: islets, and strips between a river and a border.
  private static let leastRegion = 300e6  // m²

  /// All ground shared out: each point belongs to the nearest of the sites in its region that reach it.
  ///
  /// - Parameter gap: ground beyond all reaches goes to the nearest site all the same where a disc this wide, in metres, that lies beyond
  ///   all reaches does not cover it: inlets and gaps that are narrower, and pockets no farther out. So no ground is farther from a site
  ///   than its reach and half of this. 0 fills none.
  /// - Returns: a coverage without gaps. Its areas are the sites by their place in the list, and after them what no site of a
  ///   region reaches, one area for each region.
  package func cells(_ sites: [CellSite], bridging gap: Double = 0) throws(CellFailure) -> Coverage {
    do {
      let plane = try Projection(projection)
      let overlay = try GEOSOverlay()
      let positions = plane.project(sites.map(\.position))
      var members = [[Int]](repeating: [], count: regions.areaCount)
      for (index, site) in sites.enumerated() { if let region = region(of: site) { members[region].append(index) } }
      let classes = members.map { Self.classes($0, sites) }
      var lines: [[Point<Geographic>]] = []
      var outlines = [ReachOutline](repeating: ReachOutline([]), count: regions.areaCount)
      for region in classes.indices where !classes[region].isEmpty {
        if gap > 0 {
          let discs = Self.bridging(classes[region]).flatMap { group in
            group.members.map { ReachOutline.Disc(center: positions[$0], radius: group.reach) }
          }
          outlines[region] = ReachOutline(discs, ball: gap / 2)
          for piece in outlines[region].pieces { lines += part(of: plane.unproject(piece), in: region) }
        }
        for (number, group) in classes[region].enumerated() {
          // Whoever reaches farther is also nearest somewhere, so farther-reaching classes are in every one below them.
          let farther = classes[region][...number].flatMap(\.members).map { positions[$0] }
          let own = group.members.map { positions[$0] }
          let isLastBridging = gap > 0 && number + 1 == Self.bridging(classes[region]).count
          // Where one of this class reaches, whoever is nearer lies no farther off than twice as far from it.
          let eligible = isLastBridging ? farther : farther.filter { p in own.contains { $0.distance(to: p) <= 2 * group.reach } }
          let edges = try overlay.voronoiEdges(eligible, within: frames[region].extent) { a, b in
            isLastBridging || own.contains { $0.distance(toSegment: a, b) <= group.reach }
          }
          for edge in edges {
            for part in frames[region].parts(of: edge[0], edge[1]) { lines.append(plane.unproject(Self.bendable(part))) }
          }
          if gap > 0, classes[region].count == 1 { continue }
          for piece in ReachOutline(own.map { ReachOutline.Disc(center: $0, radius: group.reach) }).pieces {
            lines += part(of: plane.unproject(piece), in: region)
          }
        }
      }
      let fences = regions.arcs.map { $0.points.map { GridPoint($0) } }
      let faces = try LineNet(noded: fences, and: lines.map { $0.map { GridPoint($0) } }).noded().faces()
      let middles = faces.map(\.inside.degrees)
      let flat = plane.project(middles)
      let everybody = Self.classes(members.flatMap { $0 }, sites)
      var areas = [[GridPolygon]](repeating: [], count: sites.count + regions.areaCount)
      var left = [[Int]](repeating: [], count: regions.areaCount)
      for (index, face) in faces.enumerated() {
        guard let region = region(at: middles[index]) else { continue }
        let isStray = classes[region].isEmpty && self.areas[region] < Self.leastRegion
        let holder = Self.nearest(
          flat[index], isStray ? everybody : classes[region], positions, bridged: isStray ? ReachOutline([]) : outlines[region])
        if let holder { areas[holder].append(face.polygon) } else { left[region].append(index) }
      }
      for region in left.indices where !left[region].isEmpty {
        let bridging = Self.bridging(classes[region])
        let near = bridging.flatMap { group in
          group.members.map { ReachOutline.Disc(center: positions[$0], radius: group.reach + gap / 2) }
        }
        let pocketed = Set(gap > 0 ? Self.pocketed(left[region].map { faces[$0].polygon }, near: near, plane) : [])
        for (number, index) in left[region].enumerated() {
          let holder = pocketed.contains(number) ? Self.nearest(flat[index], bridging, positions, bridged: nil) : nil
          areas[holder ?? sites.count + region].append(faces[index].polygon)
        }
      }
      return try CoverageBuilder(areas).build(areaCount: areas.count)
    } catch {
      throw CellFailure(error)
    }
  }

  /// The vertices of a line with more on its long edges, which degrees show bent by up to a kilometre.
  ///
  /// They lie where the edge meets a lattice, so that two diagrams that share a part of an edge have them in common.
  private static func bendable(_ line: [Point<Projected>]) -> [Point<Projected>] {
    let spacing = 25_000.0  // m; an edge as long strays some 10 m
    var result = Array(line.prefix(1))
    for (a, b) in zip(line, line.dropFirst()) {
      let isSteep = abs(b.y - a.y) > abs(b.x - a.x)
      let (from, to) = isSteep ? (a.y, b.y) : (a.x, b.x)
      let first = (min(from, to) / spacing).rounded(.down) + 1
      let marks = stride(from: first, to: max(from, to) / spacing, by: 1).map { a.lerp(to: b, ($0 * spacing - from) / (to - from)) }
      result += (from < to ? marks : marks.reversed()) + [b]
    }
    return result
  }

  /// The stretches of a line of short edges that lie in a region, with the edges that leave it.
  private func part(of line: [Point<Geographic>], in region: Int) -> [[Point<Geographic>]] {
    let isInside = line.map { locator.area(at: $0) == region }
    var stretches: [[Point<Geographic>]] = []
    var current: [Point<Geographic>] = []
    for index in line.indices.dropLast() {
      if isInside[index] || isInside[index + 1] {
        if current.isEmpty { current.append(line[index]) }
        current.append(line[index + 1])
      } else if !current.isEmpty {
        stretches.append(current)
        current = []
      }
    }
    return current.isEmpty ? stretches : stretches + [current]
  }

  /// Sites of one reach.
  private struct ReachClass {
    var reach: Double
    var members: [Int]
  }

  /// By reach, the farthest first.
  private static func classes(_ members: [Int], _ sites: [CellSite]) -> [ReachClass] {
    Dictionary(grouping: members) { sites[$0].reach }.map { ReachClass(reach: $0.key, members: $0.value.sorted()) }
      .sorted { $0.reach > $1.reach }
  }

  /// Those that bridge gaps: a fight for a town, say, reaches less far than half of the others and bridges nothing.
  private static func bridging(_ classes: [ReachClass]) -> ArraySlice<ReachClass> {
    classes.prefix { $0.reach >= (classes.first?.reach ?? 0) / 2 }
  }

  /// The nearest site that reaches a point: where the nearest does not, no other of its reach or less does. On bridged ground that no site
  /// reaches it is the nearest of those that bridge gaps.
  /// - Parameter bridged: nil: all ground is.
  private static func nearest(
    _ p: Point<Projected>, _ classes: some Sequence<ReachClass>, _ positions: [Point<Projected>], bridged: ReachOutline?
  ) -> Int? {
    let nearest = classes.compactMap { group -> (metres: Double, site: Int, reach: Double)? in
      group.members.map { (positions[$0].distance(to: p), $0, group.reach) }.min { ($0.0, $0.1) < ($1.0, $1.1) }
    }
    let reaching = nearest.filter { $0.metres <= $0.reach }
    let candidates = reaching.isEmpty && bridged?.holds(p) ?? true ? nearest.filter { 2 * $0.reach >= nearest[0].reach } : reaching
    return candidates.min { ($0.metres, $0.site) < ($1.metres, $1.site) }?.site
  }

  /// The region that an area of `cells` lies in; nil for `nobody`.
  package func region(of area: Coverage.Area, sites: [CellSite]) -> Int? {
    if area == Coverage.nobody { return nil }
    return area >= sites.count ? area - sites.count : region(of: sites[area])
  }
}

extension Point<Projected> {
  /// The least distance to a straight line between two points.
  fileprivate func distance(toSegment a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let t = squared > 0 ? min(1, max(0, ((x - a.x) * dx + (y - a.y) * dy) / squared)) : 0
    return distance(to: a.lerp(to: b, t))
  }
}
