extension Coverage {
  /// The coverage with each arc simplified once, so that neighbours never part; nodes stay where they are.
  ///
  /// Where that would break an invariant (arcs cross, change sides at a node, or jump over an enclave) the arcs in question are done
  /// again with half the tolerance, and at last left as they are.
  /// - Parameter metres: the tolerance on the ground, in metres.
  package func simplified(metres: Double) -> Coverage {
    guard metres > 0, !arcs.isEmpty else { return self }
    // Longitudes are shortened to the scale of latitudes at the middle of the coverage.
    let squeeze = max(0.05, cosine(extent.center.y * .pi / 180))
    let full = metres / 111_195  // degrees of a great circle
    var result = self
    var halvings = [Int](repeating: 0, count: arcs.count)
    var pending = Array(arcs.indices)
    for round in 0... {
      for index in pending {
        let isLeftAlone = halvings[index] > 6 || round > 20
        if isLeftAlone { halvings[index] = .max }
        result.arcs[index].points =
          isLeftAlone ? arcs[index].points : simplify(arcs[index].points, squeeze: squeeze, tolerance: full / Double(1 << halvings[index]))
      }
      pending = broken(result).filter { halvings[$0] != .max }
      if pending.isEmpty { break }
      for index in pending { halvings[index] += 1 }
    }
    return result
  }

  private func simplify(_ points: [Point<Geographic>], squeeze: Double, tolerance: Double) -> [Point<Geographic>] {
    keptVertices(points.map { Point<Geographic>($0.x * squeeze, $0.y) }, tolerance: tolerance).map { points[$0] }
  }

  /// The arcs whose change has broken an invariant of `other`, which has the same arcs with other vertices.
  func broken(_ other: Coverage) -> [Int] {
    let net = ArcNet(other)
    let crossing = net.crossingArcs()
    if !crossing.isEmpty { return crossing }
    let nodes = Set(net.disorderedNodes())
    if !nodes.isEmpty { return arcs.indices.filter { nodes.contains(arcs[$0].start) || nodes.contains(arcs[$0].end) } }
    // What has jumped over a point had it within its extent before.
    let jumped = net.misplacedParts().map(\.point)
    return jumped.isEmpty
      ? []
      : arcs.indices.filter { index in
        let box = Extent(around: arcs[index].points)
        return jumped.contains { box.contains($0) }
      }
  }
}
