/// Ground that nobody's reach and no bridge covers, in pockets: behind a ridge of reaches, or between them and a border.
extension CellGround {
  /// The faces that lie in pockets no point of which is far from all sites; pockets of faces that share edges go as a whole.
  ///
  /// - Parameters:
  ///   - sites: those that bridge gaps, each with as far as a bridge carries its ground out at most.
  /// - Returns: places in `faces`, in order.
  static func pocketed(_ faces: [GridPolygon], near sites: [ReachOutline.Disc], _ plane: borrowing Projection) -> [Int] {
    var pockets: [[Int]] = []
    for pocket in joined(faces) {
      let isFar = pocket.contains { face in
        let corners = plane.project(faces[face].rings.flatMap { $0.points.map(\.point) })
        return corners.contains { corner in !sites.contains { $0.center.distance(to: corner) <= $0.radius } }
      }
      if !isFar { pockets.append(pocket) }
    }
    return pockets.flatMap { $0 }.sorted()
  }

  private struct Edge: Hashable {
    var from, to: GridPoint
  }

  /// Faces in groups that hang together by their edges.
  private static func joined(_ faces: [GridPolygon]) -> [[Int]] {
    var sets = DisjointSets(count: faces.count)
    var faceAt: [Edge: Int] = [:]
    for (index, face) in faces.enumerated() {
      for ring in face.rings {
        guard var a = ring.points.last else { continue }
        for b in ring.points {
          let edge = GridPoint.precedes(a, b) ? Edge(from: a, to: b) : Edge(from: b, to: a)
          if let other = faceAt[edge] { sets.join(index, other) } else { faceAt[edge] = index }
          a = b
        }
      }
    }
    let groups = Dictionary(grouping: faces.indices) { sets.root($0) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
