import Geometry

extension ControlHistory {
  /// What holds on a day, with its control as `source` says; see `Theatre.situation` for the claims.
  package mutating func situation(
    on day: Day, knownBy: Day? = nil, window: Int = 14, report: ReportID? = nil, source: ControlSource = .automatic
  ) throws(CellFailure) -> Situation {
    var situation = theatre.situation(on: day, knownBy: knownBy, window: window, report: report)
    let control = try control(on: day, knownBy: knownBy, source: source)
    situation.control = control?.areas ?? []
    situation.controlAsOf = control.map { $0.asOf ?? day }
    situation.coverage = control?.coverage
    situation.repairs = control?.repairs ?? Coverage.Repairs()
    situation.rule = control.map { $0.placeCount > 0 } ?? false ? theatre.rule(over: day...day, knownBy: knownBy) : nil
    return situation
  }
}

extension Situation {
  /// The coverage that came with the areas, or else one built from their polygons.
  package func builtCoverage() throws(OverlayFailure) -> (coverage: Coverage, repairs: Coverage.Repairs) {
    if let coverage { return (coverage, repairs) }
    return try Coverage.build(control.map(\.polygons))
  }
}
