extension Coverage {
  /// The coverage of larger areas: arcs with one group on both sides are left out, and what remains is joined to whole arcs.
  ///
  /// - Parameters:
  ///   - groupCount: how many areas the new coverage has.
  ///   - group: the new area of an old one, from 0 to below `groupCount`, or `nobody`; never asked for `nobody`.
  package func dissolved(into groupCount: Int, by group: (Area) -> Area) -> Coverage {
    let groups = (0..<areaCount).map(group)
    func side(_ area: Area) -> Area { area == Self.nobody ? Self.nobody : groups[area] }
    let kept = arcs.indices.filter { side(arcs[$0].left) != side(arcs[$0].right) }
    var degree = [Int32](repeating: 0, count: nodeCount)
    var firstAt = [Int32](repeating: -1, count: nodeCount)
    var secondAt = firstAt
    for index in kept {
      for node in [arcs[index].start, arcs[index].end] {
        if degree[node] == 0 { firstAt[node] = Int32(index) } else if degree[node] == 1 { secondAt[node] = Int32(index) }
        degree[node] += 1
      }
    }
    var isUsed = [Bool](repeating: false, count: arcs.count)
    var result = Coverage(arcs: [], areaCount: groupCount, nodeCount: 0)
    var numbers = [Int](repeating: -1, count: nodeCount)
    func number(_ node: Int) -> Int {
      if numbers[node] < 0 {
        numbers[node] = result.nodeCount
        result.nodeCount += 1
      }
      return numbers[node]
    }
    /// Walks on from an arc until a node where more than two arcs meet, or back to the start.
    func addChain(from first: Int, reversed: Bool) {
      let origin = reversed ? arcs[first].end : arcs[first].start
      var points: [Point<Geographic>] = reversed ? arcs[first].points.reversed() : arcs[first].points
      let left = side(reversed ? arcs[first].right : arcs[first].left)
      let right = side(reversed ? arcs[first].left : arcs[first].right)
      var current = first
      var node = reversed ? arcs[first].start : arcs[first].end
      isUsed[first] = true
      while node != origin, degree[node] == 2 {
        let next = Int(firstAt[node]) == current ? Int(secondAt[node]) : Int(firstAt[node])
        if isUsed[next] { break }
        isUsed[next] = true
        if arcs[next].start == node {
          points.append(contentsOf: arcs[next].points.dropFirst())
          node = arcs[next].end
        } else {
          points.append(contentsOf: arcs[next].points.reversed().dropFirst())
          node = arcs[next].start
        }
        current = next
      }
      result.arcs.append(Arc(points: points, left: left, right: right, start: number(origin), end: number(node)))
    }
    for index in kept where !isUsed[index] {
      if degree[arcs[index].start] != 2 {
        addChain(from: index, reversed: false)
      } else if degree[arcs[index].end] != 2 {
        addChain(from: index, reversed: true)
      }
    }
    for index in kept where !isUsed[index] { addChain(from: index, reversed: false) }
    return result
  }

  /// The ground of all areas for which `isMember` holds, as polygons with their holes.
  package func polygons(where isMember: (Area) -> Bool) -> [Polygon<Geographic>] {
    var exteriors: [Ring<Geographic>] = []
    var holes: [Ring<Geographic>] = []
    for outline in outlines(where: isMember) {
      let ring = Ring(points(of: outline))
      if ring.doubledSignedArea > 0 { exteriors.append(ring) } else { holes.append(ring) }
    }
    var polygons = exteriors.map { Polygon(exterior: $0) }
    guard !holes.isEmpty else { return polygons }
    let boxes = exteriors.map(\.extent)
    let sizes = exteriors.map(\.doubledSignedArea)
    for hole in holes {
      let box = hole.extent
      // A hole may touch its exterior in a node, so that a vertex alone does not tell.
      let holders = exteriors.indices.filter { boxes[$0].contains(box) && exteriors[$0].holds(hole) }
      if let owner = holders.min(by: { sizes[$0] < sizes[$1] }) { polygons[owner].holes.append(hole) }
    }
    return polygons
  }
}

extension Ring<Geographic> {
  /// Whether a ring that does not cross this one lies inside, to go by most of its vertices.
  fileprivate func holds(_ other: Ring) -> Bool {
    let step = max(1, other.points.count / 7)
    var inside = 0
    var asked = 0
    for index in stride(from: 0, to: other.points.count, by: step) {
      let next = other.points[(index + 1) % other.points.count]
      asked += 1
      if contains(other.points[index].lerp(to: next, 0.5)) { inside += 1 }
    }
    return inside * 2 > asked
  }
}
