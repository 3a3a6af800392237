extension Theatre {
  /// The rule that areas of some days are computed by, with the farthest reach that a place states on one of them.
  package func rule(over days: ClosedRange<Day>, knownBy: Day? = nil) -> ControlRule {
    let publication = Dictionary(reports.map { ($0.id, $0.knownFrom) }, uniquingKeysWith: { first, _ in first })
    let farthest = placeHistories.flatMap { history in (knownBy.map { history.known(by: $0, publication) } ?? history).rows }
      .filter { $0.possible.overlaps(days) }.compactMap(\.reachKm).max()
    var rule = controlRule
    rule.farthestKm = farthest.flatMap { $0 > controlRule.reachKm ? $0 : nil }
    return rule
  }
}
