/// Rebuilds the map of a day.
extension Theatre {
  /// What holds on `day`, without anything that was published after `knownBy`.
  ///
  /// Claims are those that hold or happened in the `window` days before `day` or on it; with `report`, all claims of that
  /// report and no others, whatever their day. A report vouches for nothing after its publication: what it says to hold with no
  /// end is taken to hold until then. Control is that of the last snapshot of which every area in force was known:
  /// one with reports as its basis when the first of them was published, an editorial one on its own day. A snapshot is a
  /// coverage, so it is taken whole or not at all; areas of two snapshots would overlap.
  package func situation(on day: Day, knownBy: Day? = nil, window: Int = 14, report: ReportID? = nil) -> Situation {
    let snapshot = snapshot(on: day, knownBy: knownBy)
    return Situation(
      day: day, knownBy: knownBy, controlAsOf: snapshot?.asOf, control: snapshot?.areas(on: day) ?? [],
      claims: claims(on: day, knownBy: knownBy, window: window, report: report))
  }

  private func claims(on day: Day, knownBy: Day?, window: Int, report: ReportID?) -> [SituatedClaim] {
    let days = (day - max(0, window))...day
    var found: [SituatedClaim] = []
    for candidate in reports {
      if let report {
        guard candidate.id == report else { continue }
      } else if let knownBy, candidate.knownFrom > knownBy {
        continue
      }
      for claim in candidate.claims where report != nil || claim.when.vouched(by: candidate).overlaps(days) {
        found.append(SituatedClaim(report: candidate, claim: claim))
      }
    }
    return found.sorted {
      ($0.claim.when.sortDay, $0.claim.id, $0.report.id) < ($1.claim.when.sortDay, $1.claim.id, $1.report.id)
    }
  }

  func snapshot(on day: Day, knownBy: Day?) -> ControlSnapshot? {
    let begun = snapshots.filter { $0.asOf <= day }
    // Areas with a time of their own lie over a day's map and are none.
    let past = begun.contains(where: \.hasOwnDay) ? begun.filter(\.hasOwnDay) : begun
    guard let knownBy else { return past.last }
    let publication = Dictionary(reports.map { ($0.id, $0.knownFrom) }, uniquingKeysWith: { first, _ in first })
    return past.last { snapshot in
      let areas = snapshot.areas(on: day)
      if areas.isEmpty { return snapshot.asOf <= knownBy }
      return areas.allSatisfy { area in
        let ownDay = max(area.from, snapshot.asOf)
        let knownDays = area.basis.map { basis in
          switch basis {
          case .editorial: ownDay
          case .claim(let reference): publication[reference.report] ?? ownDay
          }
        }
        return (knownDays.min() ?? ownDay) <= knownBy
      }
    }
  }

  /// The places that the claims of a situation name, in the order of the gazetteer.
  package func placesNamed(by situation: Situation) -> [Place] {
    let named = Set(situation.claims.flatMap(\.claim.placement.placeIDs))
    return gazetteer.filter { named.contains($0.id) }
  }
}

extension TimeSpan {
  /// The span with an open end closed on the day of the report's publication, or on its own first day when that is later.
  package func vouched(by report: Report) -> TimeSpan {
    guard until == nil, let from, let published = report.published.until ?? report.published.from else { return self }
    return TimeSpan(from...max(from, published))
  }
}
