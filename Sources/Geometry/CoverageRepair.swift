extension Coverage {
  /// What had to be mended to make polygons a coverage. Areas in square metres on the ellipsoid.
  package struct Repairs: Hashable, Sendable {
    /// Ground that two areas claimed, by (winner, loser).
    package var overlaps: [AreaPair: Double] = [:]
    /// Slivers between areas, given to the neighbour with the longest shared border.
    package var slivers: [Area: Double] = [:]
    /// How many pieces of ground two areas or more claimed, and how many slivers were closed.
    package var overlapCount = 0
    package var sliverCount = 0
    /// How many polygons of an area cross themselves; what is inside them goes by the even-odd rule.
    package var crossed: [Area: Int] = [:]
    /// Whether anything was noded anew at all.
    package var wasNoded = false

    package init() {}
  }

  package struct AreaPair: Hashable, Sendable, Comparable {
    package var winner, loser: Area
    package init(winner: Area, loser: Area) {
      self.winner = winner
      self.loser = loser
    }
    package static func < (a: AreaPair, b: AreaPair) -> Bool { (a.winner, a.loser) < (b.winner, b.loser) }
  }

  /// A coverage from polygons. Clean ones are taken as they are; others are noded on a grid of 1e-7 degrees and every face is given
  /// to the last area in the list that holds it, as painting in that order would show.
  ///
  /// - Parameters:
  ///   - areas: the polygons of each area, wound any way.
  ///   - sliverWidth: gaps on average narrower than this, in metres, are closed; 0 leaves all gaps.
  ///   - measures: whether the repairs tell areas and crossings, which takes as long as the mending.
  package static func build(
    _ areas: [[Polygon<Geographic>]], sliverWidth: Double = 100, measures: Bool = true
  ) throws(OverlayFailure) -> (coverage: Coverage, repairs: Repairs) {
    let gridded = areas.map { polygons in polygons.map { GridPolygon($0) } }
    if let coverage = try? CoverageBuilder(gridded).build(areaCount: areas.count),
      sliverWidth <= 0 || !coverage.hasSliverGap(narrowerThan: sliverWidth)
    {
      return (coverage, Repairs())
    }
    return try mend(gridded, sliverWidth: sliverWidth, measures: measures)
  }

  private static func mend(
    _ areas: [[GridPolygon]], sliverWidth: Double, measures: Bool
  ) throws(OverlayFailure) -> (coverage: Coverage, repairs: Repairs) {
    var repairs = Repairs()
    repairs.wasNoded = true
    for (area, polygons) in areas.enumerated() where measures {
      let crossed = polygons.reduce(0) { $0 + ((try? CoverageBuilder([[$1]]).build(areaCount: 1)) == nil ? 1 : 0) }
      if crossed > 0 { repairs.crossed[area] = crossed }
    }
    let located = areas.enumerated().flatMap { area, polygons in polygons.map { (area: area, polygon: $0, extent: $0.extent) } }
    let faces = try LineNet(rings: located.flatMap(\.polygon.rings)).noded().faces()
    var mended = [[GridPolygon]](repeating: [], count: areas.count)
    // Each narrow gap is an area of its own at first, with a number after those of the others.
    var slivers: [(polygon: GridPolygon, ground: Double)] = []
    for face in faces {
      let holders = located.filter { $0.extent.contains(face.inside) && $0.polygon.contains(face.inside) }.map(\.area)
      if let winner = holders.last {
        mended[winner].append(face.polygon)
        guard holders[0] != winner else { continue }
        repairs.overlapCount += 1
        guard measures else { continue }
        let ground = Geodesic.wgs84.area(of: face.polygon.polygon)
        for loser in Set(holders) where loser != winner {
          repairs.overlaps[AreaPair(winner: winner, loser: loser), default: 0] += ground
        }
      } else if sliverWidth > 0 {
        let gap = face.polygon.polygon
        if gap.isNarrower(than: sliverWidth) { slivers.append((face.polygon, measures ? Geodesic.wgs84.area(of: gap) : 0)) }
      }
    }
    var coverage: Coverage
    do throws(CoverageConflict) {
      coverage = try CoverageBuilder(mended + slivers.map { [$0.polygon] }).build(areaCount: areas.count)
    } catch {
      throw .failed("rebuilding the coverage")
    }
    for (sliver, area) in coverage.closeSlivers() {
      repairs.slivers[area, default: 0] += slivers[sliver].ground
      repairs.sliverCount += 1
    }
    return (coverage, repairs)
  }

  /// Gives areas numbered past the last to the neighbour with the longest border along them; those without any become gaps.
  /// - Returns: (number of the sliver, area that got it).
  private mutating func closeSlivers() -> [(Int, Area)] {
    var borders: [Area: [Area: Double]] = [:]
    for arc in arcs where max(arc.left, arc.right) >= areaCount {
      let metres = Geodesic.wgs84.length(of: arc.points)
      for (sliver, neighbour) in [(arc.left, arc.right), (arc.right, arc.left)] where sliver >= areaCount && neighbour < areaCount {
        if neighbour != Self.nobody { borders[sliver, default: [:]][neighbour, default: 0] += metres }
      }
    }
    let winners = borders.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    func holder(_ area: Area) -> Area { area < areaCount ? area : winners[area] ?? Self.nobody }
    for index in arcs.indices {
      arcs[index].left = holder(arcs[index].left)
      arcs[index].right = holder(arcs[index].right)
    }
    arcs.removeAll { $0.left == $0.right }
    return winners.sorted { $0.key < $1.key }.map { ($0.key - areaCount, $0.value) }
  }

  /// Whether some enclosed gap is on average narrower than `width` metres.
  private func hasSliverGap(narrowerThan width: Double) -> Bool {
    outlines { _ in true }.contains { outline in
      let ring = Ring(points(of: outline))
      return ring.doubledSignedArea < 0 && Polygon(exterior: ring).isNarrower(than: width)
    }
  }
}

extension Polygon<Geographic> {
  /// Whether twice the area by the length of the border, which is the mean width of a long thin face, is below `width` metres.
  fileprivate func isNarrower(than width: Double) -> Bool {
    // A plane is a percent off at most.
    let flat = flatMeanWidth
    guard flat < 1.5 * width else { return false }
    if flat < 0.8 * width { return true }
    let border = rings.reduce(0) { $0 + Geodesic.wgs84.length(of: $1.points + $1.points.prefix(1)) }
    return 2 * Geodesic.wgs84.area(of: self) < width * border
  }

  /// The mean width in metres as on a plane about the middle of the polygon: near enough to spare wide gaps the geodesics.
  private var flatMeanWidth: Double {
    let degree = 111_195.0
    let squeeze = cosine(extent.center.y * .pi / 180)
    var doubledArea = abs(exterior.doubledSignedArea)
    for hole in holes { doubledArea -= abs(hole.doubledSignedArea) }
    var border = 0.0
    for ring in rings {
      guard var previous = ring.points.last else { continue }
      for p in ring.points {
        border += Vector<Geographic>((p.x - previous.x) * squeeze, p.y - previous.y).length
        previous = p
      }
    }
    return border > 0 ? doubledArea * squeeze * degree / border : 0
  }
}
