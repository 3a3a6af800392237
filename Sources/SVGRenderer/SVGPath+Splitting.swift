import Drawing
import Geometry

extension Path {
  /// The path in pieces of at most `limit` elements, because some programs refuse longer ones. It is cut between subpaths only,
  /// and subpaths whose boxes touch stay together, so that holes stay holes under the even-odd rule.
  func pieces(limit: Int) -> [Path] {
    guard elements.count > limit else { return [self] }
    var pieces: [Path] = []
    var piece = Path()
    for cluster in clusters {
      if !piece.isEmpty, piece.elements.count + cluster.elements.count > limit {
        pieces.append(piece)
        piece = Path()
      }
      piece.append(cluster)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private var subpaths: [Path] {
    var subpaths: [Path] = []
    for element in elements {
      if case .move = element { subpaths.append(Path()) } else if subpaths.isEmpty { subpaths.append(Path()) }
      subpaths[subpaths.count - 1].elements.append(element)
    }
    return subpaths
  }

  /// Subpaths joined to those whose boxes they touch, by a sweep from left to right.
  private var clusters: [Path] {
    let subpaths = subpaths
    let boxes = subpaths.map(\.extent)
    var parent = Array(subpaths.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    var open: [Int] = []
    for index in subpaths.indices.sorted(by: { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }) {
      open.removeAll { !(boxes[$0].maxX >= boxes[index].minX) }
      for other in open where boxes[other].intersects(boxes[index]) {
        let (a, b) = (root(other), root(index))
        parent[max(a, b)] = min(a, b)
      }
      open.append(index)
    }
    var clusters: [Int: Path] = [:]
    for index in subpaths.indices { clusters[root(index), default: Path()].append(subpaths[index]) }
    return clusters.sorted { $0.key < $1.key }.map(\.value)
  }
}
