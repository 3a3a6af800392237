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
    var memory = CellMemory()
    return try cells(sites, bridging: gap, remembering: &memory)
  }

  /// As above, faster where sites were asked for before that differ in fights alone.
  /// - Parameter memory: of this ground and no other; it changes how long this takes and nothing else.
  package func cells(_ sites: [CellSite], bridging gap: Double, remembering memory: inout CellMemory) throws(CellFailure) -> Coverage {
    do {
      let plane = try Projection(projection)
      let draft = CellDraft(self, sites, plane.project(sites.map(\.position)), gap)
      let base = try draft.base(plane, &memory)
      var lines: [[Point<Geographic>]] = []
      let overlay = try GEOSOverlay()
      for region in draft.classes.indices {
        for number in draft.classes[region].indices.dropFirst(draft.bridging(region).count) {
          lines += try draft.lines(of: number, in: region, plane, overlay)
        }
      }
      let faces = try base.net.adding(lines.map { $0.map { GridPoint($0) } }).noded().faces()
      let middles = faces.map(\.inside.degrees)
      let flat = plane.project(middles)
      var areas = [[GridPolygon]](repeating: [], count: sites.count + regions.areaCount)
      var left = [[Int]](repeating: [], count: regions.areaCount)
      for (index, face) in faces.enumerated() {
        guard let region = region(at: middles[index]) else { continue }
        let isStray = draft.classes[region].isEmpty && self.areas[region] < Self.leastRegion
        let holder = isStray ? draft.nearest(flat[index]) : draft.nearest(flat[index], in: region, base.outlines[region])
        if let holder { areas[holder].append(face.polygon) } else { left[region].append(index) }
      }
      for region in left.indices where !left[region].isEmpty {
        let near = draft.discs(region, grownBy: gap / 2)
        let pocketed = Set(gap > 0 ? Self.pocketed(left[region].map { faces[$0].polygon }, near: near, plane) : [])
        for (number, index) in left[region].enumerated() {
          let holder = pocketed.contains(number) ? draft.nearestBridging(flat[index], in: region) : nil
          areas[holder ?? sites.count + region].append(faces[index].polygon)
        }
      }
      return try CoverageBuilder(areas).build(areaCount: areas.count)
    } catch {
      throw CellFailure(error)
    }
  }

  /// The region that an area of `cells` lies in; nil for `nobody`.
  package func region(of area: Coverage.Area, sites: [CellSite]) -> Int? {
    if area == Coverage.nobody { return nil }
    return area >= sites.count ? area - sites.count : region(of: sites[area])
  }
}
