import Diagnostics

/// Who had a place, from one day to another: a row of `geodata/control/places.csv`.
package struct PlaceControl: Hashable, Sendable {
  package var place: PlaceID
  /// The first day; a range when it is not known to the day.
  package var from: TimeSpan
  /// The last day, inclusive; nil: to the end.
  package var until: TimeSpan?
  package var holding: ControlArea.Holding
  package var basis: [ControlArea.Basis]
  /// How far the ground of the place reaches, where it is not the theatre's usual reach.
  package var reachKm: Double?
  package var location: Location

  package init(
    place: PlaceID, from: TimeSpan, until: TimeSpan? = nil, holding: ControlArea.Holding, basis: [ControlArea.Basis] = [],
    reachKm: Double? = nil, location: Location
  ) {
    self.place = place
    self.from = from
    self.until = until
    self.holding = holding
    self.basis = basis
    self.reachKm = reachKm
    self.location = location
  }

  /// The days on which it may hold: from the first that `from` can mean to the last that `until` can mean.
  package var possible: ClosedRange<Day> {
    let first = from.from ?? Day(rawValue: .min)
    return first...max(first, until?.until ?? (until == nil ? Day(rawValue: .max) : first))
  }

  /// The days on which it holds for certain; nil when both ends are so vague that there is none.
  package var certain: ClosedRange<Day>? {
    let first = from.until ?? Day(rawValue: .max)
    let last = until.map { $0.from ?? Day(rawValue: .min) } ?? Day(rawValue: .max)
    return first <= last ? first...last : nil
  }

  /// The day from which it can be known: the publication of the first report that says so, or for an editorial entry its own day.
  func knownFrom(_ publication: [ReportID: Day]) -> Day {
    let ownDay = possible.lowerBound
    let days = basis.map { basis in
      switch basis {
      case .editorial: ownDay
      case .claim(let reference): publication[reference.report] ?? ownDay
      }
    }
    return days.min() ?? ownDay
  }
}

/// Who had one place over time: its rows by their first days.
package struct PlaceHistory: Hashable, Sendable {
  package var place: PlaceID
  package var rows: [PlaceControl]

  package init(place: PlaceID, rows: [PlaceControl]) {
    self.place = place
    self.rows = rows.sorted { ($0.possible.lowerBound, $0.possible.upperBound) < ($1.possible.lowerBound, $1.possible.upperBound) }
  }

  /// What holds on a day, and the rows that say so.
  ///
  /// Where one row may not have ended and another may have begun, both are in force and the place is contested between their holders.
  package func holding(on day: Day) -> (holding: ControlArea.Holding, rows: [PlaceControl], isDoubtful: Bool)? {
    let inForce = rows.filter { $0.possible.contains(day) }
    guard let first = inForce.first else { return nil }
    let holdings = inForce.map(\.holding)
    if holdings.allSatisfy({ $0 == first.holding }) { return (first.holding, inForce, false) }
    let factions = Set(holdings.flatMap(\.factions))
    guard factions.count > 1 else { return (first.holding, inForce, true) }
    return (.contested(by: factions), inForce, true)
  }

  /// The history as it was known on a day: what was not known yet is left out, and what stood before it goes on.
  func known(by day: Day, _ publication: [ReportID: Day]) -> PlaceHistory {
    var known: [PlaceControl] = []
    for row in rows {
      if row.knownFrom(publication) <= day {
        known.append(row)
      } else if let last = known.indices.last {
        known[last].until = row.until
      }
    }
    return PlaceHistory(place: place, rows: known)
  }
}
