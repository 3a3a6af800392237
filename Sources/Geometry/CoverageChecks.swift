extension Coverage {
  /// Checks the invariants: arcs meet only at nodes, areas agree around nodes, and no part lies in another's ground.
  func verify() throws(CoverageConflict) {
    let net = ArcNet(self)
    guard net.malformed().isEmpty, net.crossingArcs(stopAtFirst: true).isEmpty else { throw .crossing }
    guard net.disorderedNodes().isEmpty, net.misplacedParts().isEmpty else { throw .overlap }
  }

  /// Whether the invariants hold.
  package var isValid: Bool {
    do throws(CoverageConflict) {
      try verify()
      return true
    } catch {
      return false
    }
  }
}
