import Geometry

/// Paths of many vertices, cut down to what shows in a small window. Inside the window nothing changes, not by a hair: no vertex is
/// moved and no edge is cut. Paths with curves stay as they are.
extension Path {
  /// An outline that fills the window as this one does, by the even-odd rule. Runs of vertices on one side of the window become one
  /// edge, and what is left of them comes near it.
  package func outline(within window: Extent<Page>) -> Path {
    guard let subpaths = straightSubpaths else { return self }
    var result: [Element] = []
    for subpath in subpaths { Self.addOutline(subpath.points, window, to: &result) }
    return Path(result)
  }

  private static func addOutline(_ points: [Point<Page>], _ window: Extent<Page>, to result: inout [Element]) {
    guard points.count > 2 else { return }
    let sides = points.map { Sides(of: $0, window) }
    var last = points.count - 1
    var isFirst = true
    for index in points.indices {
      let next = index + 1 < points.count ? index + 1 : 0
      let mine = sides[index]
      var p = points[index]
      if !mine.isEmpty {
        let before = sides[last].intersection(mine)
        // All three lie beyond one side; the first one stays, for others to hang on to.
        if index > 0, !before.isDisjoint(with: sides[next]) { continue }
        // No edge at this vertex shows: it may move along its row.
        if !before.isEmpty, !mine.isDisjoint(with: sides[next]) { p.x = min(max(p.x, window.minX - 1), window.maxX + 1) }
      }
      result.append(isFirst ? .move(p) : .line(p))
      isFirst = false
      last = index
    }
    result.append(.close)
  }

  /// The parts of this line whose strokes can reach into the window, each with one edge more at both ends.
  ///
  /// - Parameter window: grown by all that a stroke reaches to its sides.
  package func line(within window: Extent<Page>) -> Path {
    guard let subpaths = straightSubpaths else { return self }
    var result: [Element] = []
    for subpath in subpaths { Self.add(subpath.points, closed: subpath.isClosed, window, to: &result) }
    return Path(result)
  }

  private static func add(_ points: [Point<Page>], closed: Bool, _ window: Extent<Page>, to result: inout [Element]) {
    guard let first = points.first, let last = points.last else { return }
    let sides = points.map { Sides(of: $0, window) }
    func mayShow(_ edge: Int) -> Bool { sides[edge].isDisjoint(with: sides[edge + 1]) }
    // Where a ring is closed renderers join it in their own way: it stays whole when that place may show.
    if points.count < 2 || closed && (sides[0].isEmpty || Sides(of: last, window).isDisjoint(with: Sides(of: first, window))) {
      for (index, p) in points.enumerated() { result.append(index == 0 ? .move(p) : .line(p)) }
      if closed { result.append(.close) }
      return
    }
    var isOpen = false
    for edge in 0..<(points.count - 1) {
      guard mayShow(edge) else {
        isOpen = false
        continue
      }
      if !isOpen { result.append(.move(points[edge])) }
      result.append(.line(points[edge + 1]))
      isOpen = true
    }
  }
}

/// Beyond which sides of a window a point lies.
private struct Sides: OptionSet {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of p: Point<Page>, _ window: Extent<Page>) {
    rawValue = (p.x < window.minX ? 1 : 0) | (p.x > window.maxX ? 2 : 0) | (p.y < window.minY ? 4 : 0) | (p.y > window.maxY ? 8 : 0)
  }
}
