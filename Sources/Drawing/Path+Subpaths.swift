import Geometry

/// The points of a line or a ring of a path.
package struct Subpath: Hashable, Sendable {
  package var points: [Point<Page>]
  package var isClosed: Bool
}

extension Path {
  /// The lines and rings that it is made of; nil where it has curves.
  package var straightSubpaths: [Subpath]? {
    var result: [Subpath] = []
    var points: [Point<Page>] = []
    func end(closed: Bool) {
      if !points.isEmpty { result.append(Subpath(points: points, isClosed: closed)) }
      points = []
    }
    for element in elements {
      switch element {
      case .curve: return nil
      case .line(let p): points.append(p)
      case .move(let p):
        end(closed: false)
        points.append(p)
      case .close: end(closed: true)
      }
    }
    end(closed: false)
    return result
  }
}
