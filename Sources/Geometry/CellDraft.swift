/// Lines and nodes that are the same in the cells of one day and of the next.
package struct CellMemory: Sendable {
  /// The sites that bridge gaps, by region, and the width of the gaps.
  struct Key: Hashable {
    var sites: [[[CellSite]]]
    var gap: Double
  }

  struct Base: Sendable {
    /// Of each region: the ground that is reached or bridged.
    var outlines: [ReachOutline]
    /// The edges of the regions and all lines of the sites that bridge gaps.
    var net: LineNet
  }

  var bases = RecentValues<Key, Base>(limit: 2)

  package init() {}
}

/// The lines between the cells of some sites, before they are noded.
struct CellDraft {
  /// Sites of one reach.
  struct ReachClass {
    var reach: Double
    var members: [Int]
  }

  private let ground: CellGround
  private let sites: [CellSite]
  private let positions: [Point<Projected>]
  private let gap: Double
  /// Of each region, the farthest-reaching first.
  let classes: [[ReachClass]]
  private let everybody: [ReachClass]

  init(_ ground: CellGround, _ sites: [CellSite], _ positions: [Point<Projected>], _ gap: Double) {
    self.ground = ground
    self.sites = sites
    self.positions = positions
    self.gap = gap
    var members = [[Int]](repeating: [], count: ground.regions.areaCount)
    for (index, site) in sites.enumerated() { if let region = ground.region(of: site) { members[region].append(index) } }
    classes = members.map { Self.classes($0, sites) }
    everybody = Self.classes(members.flatMap { $0 }, sites)
  }

  /// By reach, the farthest first.
  private static func classes(_ members: [Int], _ sites: [CellSite]) -> [ReachClass] {
    Dictionary(grouping: members) { sites[$0].reach }.map { ReachClass(reach: $0.key, members: $0.value.sorted()) }
      .sorted { $0.reach > $1.reach }
  }

  /// Those that bridge gaps: a fight for a town, say, reaches less far than half of the others and bridges nothing.
  func bridging(_ region: Int) -> ArraySlice<ReachClass> {
    classes[region].prefix { $0.reach >= (classes[region].first?.reach ?? 0) / 2 }
  }

  /// The reaches of those that bridge gaps.
  func discs(_ region: Int, grownBy metres: Double = 0) -> [ReachOutline.Disc] {
    bridging(region).flatMap { group in
      group.members.map { ReachOutline.Disc(center: positions[$0], radius: group.reach + metres) }
    }
  }

  // MARK: lines

  /// What the sites that bridge gaps make of the ground, noded.
  func base(_ plane: borrowing Projection, _ memory: inout CellMemory) throws -> CellMemory.Base {
    let key = CellMemory.Key(sites: classes.indices.map { bridging($0).map { $0.members.map { sites[$0] } } }, gap: gap)
    if let known = memory.bases[key] { return known }
    let overlay = try GEOSOverlay()
    var lines: [[Point<Geographic>]] = []
    var outlines = [ReachOutline](repeating: ReachOutline([]), count: classes.count)
    for region in classes.indices where !classes[region].isEmpty {
      if gap > 0 {
        outlines[region] = ReachOutline(discs(region), ball: gap / 2)
        for piece in outlines[region].pieces { lines += part(of: plane.unproject(piece), in: region) }
      }
      for number in bridging(region).indices { lines += try self.lines(of: number, in: region, plane, overlay) }
    }
    let fences = ground.regions.arcs.map { $0.points.map { GridPoint($0) } }
    let net = try LineNet(noded: fences, and: lines.map { $0.map { GridPoint($0) } }).noded()
    let base = CellMemory.Base(outlines: outlines, net: net)
    memory.bases[key] = base
    return base
  }

  /// The lines halfway between neighbours where sites of one class reach, and where their reach ends.
  func lines(
    of number: Int, in region: Int, _ plane: borrowing Projection, _ overlay: borrowing GEOSOverlay
  ) throws -> [[Point<Geographic>]] {
    let group = classes[region][number]
    let bridgingCount = gap > 0 ? bridging(region).count : 0
    var lines: [[Point<Geographic>]] = []
    // Whoever reaches farther is also nearest somewhere, so farther-reaching classes are in every one below them.
    let farther = classes[region][...number].flatMap(\.members).map { positions[$0] }
    let own = group.members.map { positions[$0] }
    let isLastBridging = number + 1 == bridgingCount
    // Where one of this class reaches, whoever is nearer lies no farther off than twice as far from it.
    let eligible = isLastBridging ? farther : farther.filter { p in own.contains { $0.distance(to: p) <= 2 * group.reach } }
    let edges = try overlay.voronoiEdges(eligible, within: ground.frames[region].extent) { a, b in
      isLastBridging || own.contains { $0.distance(toSegment: a, b) <= group.reach }
    }
    for edge in edges {
      for part in ground.frames[region].parts(of: edge[0], edge[1]) { lines.append(plane.unproject(Self.bendable(part))) }
    }
    // Where all that bridge gaps reach equally far, how far alone tells nothing more.
    if number == 0, bridgingCount == 1 { return lines }
    for piece in ReachOutline(own.map { ReachOutline.Disc(center: $0, radius: group.reach) }).pieces {
      lines += part(of: plane.unproject(piece), in: region)
    }
    return lines
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
    let isInside = line.map { ground.locator.area(at: $0) == region }
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

  // MARK: holders

  /// The nearest site that reaches a point: where the nearest does not, no other of its reach or less does. On bridged ground that no site
  /// reaches it is the nearest of those that bridge gaps.
  func nearest(_ p: Point<Projected>, in region: Int, _ bridged: ReachOutline) -> Int? {
    let nearest = nearest(p, classes[region])
    let reaching = nearest.filter { $0.metres <= $0.reach }
    let candidates = reaching.isEmpty && bridged.holds(p) ? nearest.filter { 2 * $0.reach >= nearest[0].reach } : reaching
    return candidates.min { ($0.metres, $0.site) < ($1.metres, $1.site) }?.site
  }

  /// As above, among the sites of all regions.
  func nearest(_ p: Point<Projected>) -> Int? {
    nearest(p, everybody).filter { $0.metres <= $0.reach }.min { ($0.metres, $0.site) < ($1.metres, $1.site) }?.site
  }

  /// The nearest of those that bridge gaps, however far.
  func nearestBridging(_ p: Point<Projected>, in region: Int) -> Int? {
    nearest(p, bridging(region)).min { ($0.metres, $0.site) < ($1.metres, $1.site) }?.site
  }

  /// Of each class.
  private func nearest(_ p: Point<Projected>, _ classes: some Sequence<ReachClass>) -> [(metres: Double, site: Int, reach: Double)] {
    classes.compactMap { group in
      group.members.map { (positions[$0].distance(to: p), $0, group.reach) }.min { ($0.0, $0.1) < ($1.0, $1.1) }
    }
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
