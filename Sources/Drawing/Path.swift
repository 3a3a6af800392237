import Geometry

/// Outlines in page units.
package struct Path: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    case move(Point<Page>)
    case line(Point<Page>)
    case curve(Point<Page>, Point<Page>, Point<Page>)
    case close
  }

  package var elements: [Element]

  package init(_ elements: [Element] = []) { self.elements = elements }

  package var isEmpty: Bool { elements.isEmpty }

  package mutating func addLine(_ points: some Sequence<Point<Page>>, closed: Bool = false) {
    var isFirst = true
    for point in points {
      elements.append(isFirst ? .move(point) : .line(point))
      isFirst = false
    }
    if closed, !isFirst { elements.append(.close) }
  }

  package mutating func append(_ other: Path) { elements.append(contentsOf: other.elements) }

  package static func polyline(_ points: some Sequence<Point<Page>>) -> Path {
    var path = Path()
    path.addLine(points)
    return path
  }

  package static func polygon(_ points: some Sequence<Point<Page>>) -> Path {
    var path = Path()
    path.addLine(points, closed: true)
    return path
  }

  package static func rectangle(_ box: Extent<Page>) -> Path { polygon(box.corners) }

  package static func circle(center c: Point<Page>, radius r: Double) -> Path {
    let k = 0.5522847498 * r  // control length of a quarter circle
    return Path([
      .move(Point(c.x + r, c.y)),
      .curve(Point(c.x + r, c.y + k), Point(c.x + k, c.y + r), Point(c.x, c.y + r)),
      .curve(Point(c.x - k, c.y + r), Point(c.x - r, c.y + k), Point(c.x - r, c.y)),
      .curve(Point(c.x - r, c.y - k), Point(c.x - k, c.y - r), Point(c.x, c.y - r)),
      .curve(Point(c.x + k, c.y - r), Point(c.x + r, c.y - k), Point(c.x + r, c.y)),
      .close,
    ])
  }

  package func mapPoints(_ transform: (Point<Page>) -> Point<Page>) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let p): .move(transform(p))
        case .line(let p): .line(transform(p))
        case .curve(let a, let b, let c): .curve(transform(a), transform(b), transform(c))
        case .close: .close
        }
      })
  }

  /// The box around all points, control points included.
  package var extent: Extent<Page> {
    var box = Extent<Page>.empty
    for element in elements {
      switch element {
      case .move(let p), .line(let p): box.include(p)
      case .curve(let a, let b, let c):
        box.include(a)
        box.include(b)
        box.include(c)
      case .close: break
      }
    }
    return box
  }
}
