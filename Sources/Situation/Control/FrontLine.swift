import Geometry

/// The arcs between two hostile holders; where held ground ends at a state border there is no front.
package struct FrontLine: Hashable, Sendable {
  /// In the order of the theatre's factions.
  package var first, second: FactionID
  /// Geodesic length on WGS 84.
  package var metres: Double
}

extension Theatre {
  /// The front lines of a coverage, one for each pair of hostile holders, in the order of the factions.
  package func frontLines(_ coverage: Coverage, _ holding: (Coverage.Area) -> ControlArea.Holding) -> [FrontLine] {
    let rank = factionRanks
    let borders = StateBorders(self)
    var metres: [[FactionID]: Double] = [:]
    for arc in coverage.arcs where arc.left != Coverage.nobody && arc.right != Coverage.nobody {
      guard case .held(let a) = holding(arc.left), case .held(let b) = holding(arc.right), hostile(a, b) else { continue }
      let pair = (rank[a] ?? .max, a) < (rank[b] ?? .max, b) ? [a, b] : [b, a]
      let length = borders.stretchesOff(arc.points).reduce(0) { $0 + Geodesic.wgs84.length(of: $1) }
      if length > 0 { metres[pair, default: 0] += length }
    }
    return metres.map { FrontLine(first: $0.key[0], second: $0.key[1], metres: $0.value) }.sorted {
      (rank[$0.first] ?? .max, rank[$0.second] ?? .max, $0.first, $0.second)
        < (rank[$1.first] ?? .max, rank[$1.second] ?? .max, $1.first, $1.second)
    }
  }
}
