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
  /// - Returns: a coverage without gaps. Its areas are the sites by their place in the list, and after them what no site of a
  ///   region reaches, one area for each region.
  package func cells(_ sites: [CellSite]) throws(CellFailure) -> Coverage {
    do {
      let plane = try Projection(projection)
      let overlay = try GEOSOverlay()
      let positions = plane.project(sites.map(\.position))
      var members = [[Int]](repeating: [], count: regions.areaCount)
      for (index, site) in sites.enumerated() { if let region = region(of: site) { members[region].append(index) } }
      let classes = members.map { Self.classes($0, sites) }
      var lines: [[Point<Geographic>]] = []
      for region in classes.indices {
        for (number, group) in classes[region].enumerated() {
          // Whoever reaches farther is also nearest somewhere, so farther-reaching classes are in every one below them.
          let eligible = classes[region][...number].flatMap(\.members).map { positions[$0] }
          lines += try overlay.voronoiEdges(eligible, within: frames[region]).map { plane.unproject($0) }
          for piece in reachOutline(group.members.map { positions[$0] }, radius: group.reach) {
            lines += part(of: plane.unproject(piece), in: region)
          }
        }
      }
      let fences = regions.arcs.map(\.points)
      let faces = try overlay.faces(ofLines: (fences + lines).map { $0.map { GridPoint($0) } })
      let middles = faces.map { $0.inside?.degrees ?? Point(.nan, .nan) }
      let flat = plane.project(middles)
      let everybody = Self.classes(members.flatMap { $0 }, sites)
      var areas = [[GridPolygon]](repeating: [], count: sites.count + regions.areaCount)
      for (index, face) in faces.enumerated() {
        guard middles[index].isFinite, let region = region(at: middles[index]) else { continue }
        let isStray = classes[region].isEmpty && self.areas[region] < Self.leastRegion
        let holder = Self.nearest(flat[index], isStray ? everybody : classes[region], positions)
        areas[holder ?? sites.count + region].append(face.polygon)
      }
      return try CoverageBuilder(areas).build(areaCount: areas.count)
    } catch {
      throw CellFailure(error)
    }
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

  /// The nearest site that reaches a point: where the nearest does not, no other of its reach or less does.
  private static func nearest(_ p: Point<Projected>, _ classes: [ReachClass], _ positions: [Point<Projected>]) -> Int? {
    var candidates: [(metres: Double, site: Int)] = []
    for group in classes {
      let best = group.members.min { positions[$0].distance(to: p) < positions[$1].distance(to: p) }
      if let best, positions[best].distance(to: p) <= group.reach { candidates.append((positions[best].distance(to: p), best)) }
    }
    return candidates.min { ($0.metres, $0.site) < ($1.metres, $1.site) }?.site
  }

  /// The region that an area of `cells` lies in; nil for `nobody`.
  package func region(of area: Coverage.Area, sites: [CellSite]) -> Int? {
    if area == Coverage.nobody { return nil }
    return area >= sites.count ? area - sites.count : region(of: sites[area])
  }
}
