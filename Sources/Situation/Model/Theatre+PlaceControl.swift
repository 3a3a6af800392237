import Geometry

extension Theatre {
  /// By the order of the gazetteer.
  package var placeHistories: [PlaceHistory] {
    let rows = Dictionary(grouping: placeControl, by: \.place)
    return gazetteer.compactMap { place in rows[place.id].map { PlaceHistory(place: place.id, rows: $0) } }
  }

  /// Who has which place on a day, in the order of the gazetteer, as far as the theatre knows.
  package func holders(on day: Day, knownBy: Day? = nil) -> [PlaceHolder] {
    let publication = Dictionary(reports.map { ($0.id, $0.knownFrom) }, uniquingKeysWith: { first, _ in first })
    return holders(on: day, knownBy: knownBy, placeHistories, publication)
  }

  func holders(on day: Day, knownBy: Day?, _ histories: [PlaceHistory], _ publication: [ReportID: Day]) -> [PlaceHolder] {
    histories.compactMap { history in
      let history = knownBy.map { history.known(by: $0, publication) } ?? history
      guard let found = history.holding(on: day), let place = gazetteer[history.place] else { return nil }
      return PlaceHolder(place: place, holding: found.holding, isDoubtful: found.isDoubtful, rows: found.rows)
    }
  }

  /// The days on which places or drawn areas change; sorted, each once. Drawn areas may lie outside the theatre's days.
  package var changeDays: [Day] { Set(placeChangeDays + controlDays).sorted() }

  /// The days on which some place changes hands or comes into doubt; sorted, each once.
  package var placeChangeDays: [Day] {
    var found: Set<Day> = []
    for row in placeControl {
      found.insert(row.possible.lowerBound)
      if row.until != nil { found.insert(row.possible.upperBound + 1) }
    }
    for barrier in controlRule.barriers {
      if let from = barrier.from { found.insert(from) }
      if let until = barrier.until { found.insert(until + 1) }
    }
    return found.filter { days.contains($0) }.sorted()
  }
}

/// A place and who has it on a day.
package struct PlaceHolder: Hashable, Sendable {
  package var place: Place
  package var holding: ControlArea.Holding
  /// Contested only because the day of a change is not known exactly.
  package var isDoubtful: Bool
  /// What says so: one row, or several in a time of doubt.
  package var rows: [PlaceControl]
}
