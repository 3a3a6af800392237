extension Coverage {
  /// An area of one coverage and an area of another on the same ground; `nobody` where one of them has none.
  package struct Pairing: Hashable, Sendable, Comparable {
    package var first, second: Area

    package init(_ first: Area, _ second: Area) {
      self.first = first
      self.second = second
    }

    package static func < (a: Pairing, b: Pairing) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// The ground of two coverages, noded together: one area for each pair of areas that meet, in the order of the pairs.
  ///
  /// Exchanging the coverages exchanges the pairs and nothing else.
  package static func overlay(_ a: Coverage, _ b: Coverage) throws(OverlayFailure) -> (coverage: Coverage, pairs: [Pairing]) {
    let lines = (a.arcs + b.arcs).map { $0.points.map { GridPoint($0) } }
    let faces = try LineNet.faces(between: lines)
    let (first, second) = (CoverageLocator(a), CoverageLocator(b))
    var polygons: [Pairing: [GridPolygon]] = [:]
    for face in faces {
      let middle = face.inside.degrees
      let pair = Pairing(first.area(at: middle), second.area(at: middle))
      if pair != Pairing(nobody, nobody) { polygons[pair, default: []].append(face.polygon) }
    }
    let pairs = polygons.keys.sorted()
    do throws(CoverageConflict) {
      let coverage = try CoverageBuilder(pairs.map { polygons[$0] ?? [] }).build(areaCount: pairs.count)
      return (coverage.dissolved(into: pairs.count) { $0 }, pairs)
    } catch {
      throw .failed("joining two coverages")
    }
  }

  /// Square metres of each area on the ellipsoid.
  package var groundByArea: [Double] {
    var arcsOf = [[Int]](repeating: [], count: areaCount)
    for (index, arc) in arcs.enumerated() {
      if arc.left != Self.nobody { arcsOf[arc.left].append(index) }
      if arc.right != Self.nobody { arcsOf[arc.right].append(index) }
    }
    return (0..<areaCount).map { area in
      var own = self
      own.arcs = arcsOf[area].map { arcs[$0] }
      return own.outlines { $0 == area }.reduce(0) { sum, outline in
        let ring = Ring(own.points(of: outline))
        let ground = Geodesic.wgs84.area(of: ring)
        return ring.doubledSignedArea > 0 ? sum + ground : sum - ground
      }
    }
  }
}
