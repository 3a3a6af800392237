import Drawing
import Geometry
import Situation

/// A claim on its way through a film: when it is on screen, and what it looks like there.
struct FilmEvent: Sendable {
  var situated: SituatedClaim
  /// The days that the claim speaks of.
  var first, last: Day
  var symbol: ClaimSymbol
  /// Corridors and zones, arrows and rulers.
  var zones: [DisplayItem] = []
  var moves: [DisplayItem] = []
  /// Where its symbol stands on the map, and its row in the list; nil when it has no place there.
  var mark: Point<Page>?
  /// From its place to a mark that stands apart.
  var leader: LeaderLine?
  /// The last day of its mark where another takes its spot.
  var markEnd: Day?
  var row: Int?
  /// The days on which it is in the list.
  var listed: ClosedRange<Day>?

  /// How strongly the event shows on a day: it rises in three days and fades in the second half of the window. Whole days only, so that
  /// the frames of one day are alike.
  ///
  /// - Parameter rises: whether each of its days is shown; else it is there at once.
  func strength(on day: Day, window: Int, rises: Bool) -> Double {
    if day < first { return 0 }
    let rise = rises ? min(1, 0.5 + 0.25 * Double(first.distance(to: day))) : 1
    let age = last.distance(to: day)
    if age <= 0 { return rise }
    let full = Double(window) / 2
    let fade = 1 - max(0, Double(age) - full) / max(1, Double(window) - full + 1)
    return age > window ? 0 : min(rise, max(0.08, fade))
  }

  /// The strength of its mark, which goes in three days where another takes its spot.
  func markStrength(_ strength: Double, on day: Day) -> Double {
    guard let markEnd else { return strength }
    return day > markEnd ? 0 : min(strength, 0.25 * Double(1 + day.distance(to: markEnd)))
  }

  /// The days between which the event can be seen.
  func days(window: Int) -> ClosedRange<Day> { first...max(first, last + window) }
}

extension MapDrafter {
  /// The events of a film, by day.
  func draftEvents(_ claims: [SituatedClaim], _ theatre: Theatre, _ days: ClosedRange<Day>) -> [FilmEvent] {
    claims.compactMap { situated in
      let claim = situated.claim
      let published = situated.report.published.until ?? situated.report.knownFrom
      guard let first = claim.when.from ?? claim.when.until else { return nil }
      let last = max(first, claim.when.until ?? published)
      guard first <= days.upperBound else { return nil }
      var event = FilmEvent(
        situated: situated, first: first, last: last,
        symbol: ClaimSymbol(kind: claim.kind, status: claim.status, color: theme.outline(color(of: claim, theatre))))
      let drawn = draftCourses(ClaimSpot.gather([situated]) { theatre.place($0).map { pagePoint($0.position) != nil } ?? false }, theatre)
      event.zones = drawn.zones
      event.moves = drawn.moves
      return event
    }
  }

  /// Gives every event at a place a spot beside it that it keeps for the whole film, and keeps names off it.
  ///
  /// - Parameter emphasis: places whose names need room beside the spots, as towns do.
  func placeMarks(
    _ events: inout [FilmEvent], _ theatre: Theatre, window: Int, emphasis: [PlaceID: Double], _ obstacles: inout LabelObstacles
  ) {
    let atPlace = eventsByPlace(events, theatre)
    let step = 2 * ClaimSymbol.radius(unit) + 2 * unit
    var problem = LabelProblem(frame: frame.inset(by: 3 * unit))
    problem.obstacles = obstacles
    let places = shownPlaces(theatre, Situation(day: theatre.days.upperBound, claims: events.map(\.situated)), besides: [], emphasis)
    for shown in places where shown.radius > 0 {
      problem.obstacles.reserve(.disc(shown.point, radius: shown.radius), owner: shown.place.id.rawValue)
    }
    var rows: [[(row: Int, until: Day?)]] = []
    for (place, point, indices) in atPlace {
      let slots = rowsWithoutMeeting(indices.map { events[$0].days(window: window) }, limit: 3)
      rows.append(slots)
      let count = Double((slots.map(\.row).max() ?? 0) + 1)
      let radius = PlaceSymbol(kind: place.kind, rank: place.rank).radius(unit)
      let label = MarkLabel(
        anchor: point, radius: radius, row: (step * count, step), column: count > 1 ? (step, step * count) : nil, unit: unit)
      problem.features.append(
        LabelFeature(id: "mark:\(place.id)", kind: .mark, text: "", owner: place.id.rawValue, weight: 900, candidates: label.candidates()))
    }
    // Names are set later, with all others; here they only hold some ground.
    problem.features += places.filter { $0.radius > 0 && ($0.place.rank <= 3 || $0.emphasis > 0) }.map { placeFeature($0, pin: nil) }
    for (number, candidate) in problem.solve().chosen.prefix(atPlace.count).enumerated() {
      guard let candidate, case .mark(let box, let isColumn, let leader) = candidate.setting else { continue }
      for part in candidate.ink { obstacles.reserve(part) }
      for (index, slot) in zip(atPlace[number].events, rows[number]) {
        let along = step * (Double(slot.row) + 0.5)
        events[index].mark = isColumn ? Point(box.center.x, box.minY + along) : Point(box.minX + along, box.center.y)
        events[index].leader = leader
        events[index].markEnd = slot.until
      }
    }
  }

  /// Events that have a place in the frame and no course or zone of their own, place by place.
  private func eventsByPlace(_ events: [FilmEvent], _ theatre: Theatre) -> [(place: Place, point: Point<Page>, events: [Int])] {
    var result: [(place: Place, point: Point<Page>, events: [Int])] = []
    var number: [PlaceID: Int] = [:]
    for (index, event) in events.enumerated() where event.zones.isEmpty && event.moves.isEmpty {
      var found: (place: Place, point: Point<Page>)?
      for id in event.situated.claim.placement.placeIDs where found == nil {
        if let place = theatre.place(id), let point = pagePoint(place.position) { found = (place, point) }
      }
      guard let (place, point) = found else { continue }
      if let known = number[place.id] {
        result[known].events.append(index)
      } else {
        number[place.id] = result.count
        result.append((place, point, [index]))
      }
    }
    return result
  }
}

/// A row for each span of days, such that no two spans in one row meet; when more than `limit` are needed, a newer span ends an older one.
///
/// - Returns: for each span its row, and its last day when it was cut short.
func rowsWithoutMeeting(_ spans: [ClosedRange<Day>], limit: Int) -> [(row: Int, until: Day?)] {
  var result = [(row: Int, until: Day?)](repeating: (0, nil), count: spans.count)
  var holder: [Int] = []
  let order = spans.indices.sorted { (spans[$0].lowerBound, $0) < (spans[$1].lowerBound, $1) }
  for index in order {
    let start = spans[index].lowerBound
    if let free = holder.indices.first(where: { spans[holder[$0]].upperBound < start }) {
      holder[free] = index
      result[index].row = free
    } else if holder.count < max(1, limit) {
      result[index].row = holder.count
      holder.append(index)
    } else if let oldest = holder.indices.min(by: {
      (spans[holder[$0]].lowerBound, holder[$0]) < (spans[holder[$1]].lowerBound, holder[$1])
    }) {
      result[holder[oldest]].until = max(start - 1, spans[holder[oldest]].lowerBound - 1)
      holder[oldest] = index
      result[index].row = oldest
    }
  }
  return result
}
