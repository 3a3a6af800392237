import Diagnostics
import Geometry

/// On whose word a point on a computed map is whose it is.
package struct GroundOrigin: Sendable {
  /// The place that the ground goes with.
  package var place: Place
  /// How far off it is, on the ellipsoid.
  package var metres: Double
  /// What says who has it.
  package var rows: [PlaceControl]
}

extension ControlHistory {
  /// The place that the ground at a point goes with; nil where no place has it: unassigned ground, drawn areas, days without places.
  ///
  /// Borders between cells are rounded. Where that has given a strip to the neighbour, it goes with the neighbour's nearest place.
  package mutating func origin(
    of p: Point<Geographic>, on day: Day, knownBy: Day? = nil, source: ControlSource = .automatic
  ) throws(CellFailure) -> GroundOrigin? {
    guard let control = try control(on: day, knownBy: knownBy, source: source), control.asOf == nil else { return nil }
    let area = CoverageLocator(control.coverage).area(at: p)
    guard area != Coverage.nobody, !control.areas[area].places.isEmpty else { return nil }
    let holding = control.areas[area].holding
    let shares = shares(on: day, knownBy)
    let sites = shares.map(\.site)
    let barriers = theatre.controlRule.barriers.map { $0.isInForce(on: day) }
    let ground = try ground(barriers)
    let cell = CoverageLocator(try cells(of: CellKey(barriers: barriers, sites: sites), ground)).area(at: p)
    func origin(_ index: Int) -> GroundOrigin {
      GroundOrigin(
        place: shares[index].place, metres: Geodesic.wgs84.distance(p, shares[index].place.position), rows: shares[index].rows)
    }
    if shares.indices.contains(cell), shares[cell].holding == holding { return origin(cell) }
    let region = ground.region(of: CellSite(p, reach: 0))
    let own = shares.indices.filter { shares[$0].holding == holding }
    let beside = own.filter { ground.region(of: sites[$0]) == region }
    return (beside.isEmpty ? own : beside).map(origin).min { ($0.metres, $0.place.id) < ($1.metres, $1.place.id) }
  }
}
