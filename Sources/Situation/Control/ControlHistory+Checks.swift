import Diagnostics
import Geometry

extension ControlHistory {
  /// Places that on a day lie in ground that is drawn as another's, in the order of the gazetteer.
  ///
  /// Contested ground agrees with each of those who fight for it, and unassigned ground with nobody.
  /// - Parameter told: places that need not be looked at.
  package mutating func misplacedPlaces(on day: Day, told: Set<PlaceID> = []) throws(CellFailure) -> [(place: PlaceID, fault: Fault)] {
    guard let control = try control(on: day) else { return [] }
    var faults: [(place: PlaceID, fault: Fault)] = []
    let locator = CoverageLocator(control.coverage)
    for holder in holders(on: day) where !told.contains(holder.place.id) {
      let area = locator.area(at: holder.place.position)
      let drawn = area == Coverage.nobody ? nil : control.areas[area].holding
      let factions = Set(drawn?.factions ?? [])
      // What nobody has may lie in reach of others, or in desert that is drawn generously.
      if holder.holding == .unassigned, control.asOf == nil || factions.isEmpty { continue }
      guard drawn != holder.holding, factions.isDisjoint(with: holder.holding.factions), let row = holder.rows.last else { continue }
      // A border town may fall beyond a border that is drawn coarsely; its ground begins at the border.
      if area == Coverage.nobody, control.asOf == nil { continue }
      let holders = holder.holding.factions.isEmpty ? "nobody" : holder.holding.factions.map(\.rawValue).joined(separator: "|")
      let title =
        factions.isEmpty ? "ground that nobody holds" : "ground of \(factions.map(\.rawValue).sorted().joined(separator: " and "))"
      let origin = control.asOf.map { "the areas drawn for \($0)" } ?? "the areas computed from the places"
      let away = control.metres(from: holder.place.position, toGroundOf: Set(holder.holding.factions))
      // Within what the borders of the base map and of drawn areas are good for, the place and the area tell the same.
      let isClose = away.map { $0 <= Self.drawingError } ?? false
      let far = away.map { "; its own begins \(kilometres($0)) km away" } ?? ""
      let fault =
        Fault(
          isClose ? .note : .warning, at: row.location,
          "`\(holder.place.id)` has \(holders) on \(day), but lies in \(title) in \(origin)\(far)",
          hint: isClose
            ? "that is within what areas are drawn to"
            : control.asOf == nil
              ? "is its position right? places closer than a few hundred metres share a cell" : "mend the area or the row")
      faults.append((holder.place.id, fault))
    }
    return faults
  }
}

extension ControlHistory {
  /// How far the borders of areas may be off at towns, in metres; see the note of the theatre.
  private static let drawingError = 3000.0
}

/// To a tenth.
private func kilometres(_ metres: Double) -> Double { (metres / 100).rounded() / 10 }

extension ControlDay {
  /// The distance to the nearest ground that one of the factions has a part in; nil where there is none.
  fileprivate func metres(from p: Point<Geographic>, toGroundOf factions: Set<FactionID>) -> Double? {
    func isOwn(_ area: Coverage.Area) -> Bool { area != Coverage.nobody && !factions.isDisjoint(with: areas[area].holding.factions) }
    return coverage.arcs.filter { isOwn($0.left) || isOwn($0.right) }.compactMap { Geodesic.wgs84.nearest(to: p, on: $0.points)?.metres }
      .min()
  }
}
