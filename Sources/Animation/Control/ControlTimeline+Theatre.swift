import Cartography
import Geometry
import Situation
import Synchronization

extension ControlTimeline {
  /// What the theatre says from one day to another: its places where it has any, else its snapshots.
  package init(_ theatre: Theatre, days: ClosedRange<Day>, knownBy: Day?, source: ControlSource) {
    if source != .authored, !theatre.placeControl.isEmpty {
      self.init(places: theatre, days: days, knownBy: knownBy)
    } else {
      self.init(snapshots: theatre, days: days, knownBy: knownBy)
    }
    sides = Dictionary(theatre.factions.map { ($0.id, $0.side) }, uniquingKeysWith: { a, _ in a })
  }

  /// The files of a series, each known on its own day.
  package init(_ series: SnapshotSeries, in files: some FileTree & Sendable, days: ClosedRange<Day>, knownBy: Day?) {
    let entries = series.entries.filter { entry in knownBy.map { entry.day <= $0 } ?? true }
    let shown = Self.shown(entries.map(\.day), in: days)
    self.init(
      known: shown.map { Known(day: entries[$0].day, state: $0) },
      holdings: series.factionNames.map { .held(SnapshotSeries.factionID($0)) },
      load: { number throws(FilmFailure) in
        do {
          let ground = try series.ground(of: entries[number], from: files)
          return ControlState(coverage: ground.coverage, holdings: ground.holdings, asOf: entries[number].day)
        } catch {
          throw .control("\(error)")
        }
      })
    isDaily = !shown.isEmpty && zip(shown, shown.dropFirst()).allSatisfy { entries[$1].day == entries[$0].day + 1 }
  }

  /// Each snapshot is known on its own day and on those on which some of its areas begin or end.
  private init(snapshots theatre: Theatre, days: ClosedRange<Day>, knownBy: Day?) {
    let all = theatre.controlDays
    let known = Self.shown(all, in: days).map { all[$0] }
    var holdings = DistinctHoldings()
    for day in known { holdings.add(theatre.situation(on: day, knownBy: knownBy, window: 0).control.map(\.holding)) }
    let histories = HistoryPool(theatre)
    self.init(
      known: known.enumerated().map { Known(day: $1, state: $0) }, holdings: holdings.found,
      load: { number throws(FilmFailure) in try histories.state(on: known[number], knownBy, .authored) })
  }

  /// Places are known on every day, so a change of hands lies between a day and the day before.
  private init(places theatre: Theatre, days: ClosedRange<Day>, knownBy: Day?) {
    struct Key: Hashable {
      var places: [PlaceID: ControlArea.Holding]
      var doubtful: Set<PlaceID>
      var barriers: [Bool]
      var areas: [[Bool]]
    }
    let dated = theatre.snapshots.filter { !$0.hasOwnDay }
    let ends = dated.flatMap(\.areas).flatMap { area in [area.from, area.until.map { $0 + 1 }].compactMap { $0 } }
    var candidates = Set(theatre.placeChangeDays + ends).filter { days.contains($0) && $0 > days.lowerBound }
    candidates.insert(days.lowerBound)
    var known: [Known] = []
    var firstDays: [Day] = []
    var stateOf: [Key: Int] = [:]
    var holdings = DistinctHoldings()
    var turns: [PlaceTurn] = []
    var sure: [PlaceID: ControlArea.Holding] = [:]
    for day in candidates.sorted() {
      let holders = theatre.holders(on: day, knownBy: knownBy)
      for holder in holders where !holder.isDoubtful && sure[holder.place.id] != holder.holding {
        if sure[holder.place.id] != nil, let row = holder.rows.first {
          turns.append(PlaceTurn(place: holder.place, day: day, holding: holder.holding, when: row.from, basis: row.basis))
        }
        sure[holder.place.id] = holder.holding
      }
      let key = Key(
        places: Dictionary(holders.map { ($0.place.id, $0.holding) }, uniquingKeysWith: { a, _ in a }),
        doubtful: Set(holders.filter(\.isDoubtful).map(\.place.id)), barriers: theatre.controlRule.barriers.map { $0.isInForce(on: day) },
        areas: dated.map { $0.areas.map { $0.isInForce(on: day) } })
      let state = stateOf[key] ?? firstDays.count
      if stateOf[key] == nil {
        stateOf[key] = state
        firstDays.append(day)
        holdings.add(holders.map(\.holding) + dated.flatMap { $0.areas(on: day) }.map(\.holding))
      }
      if let last = known.last {
        if last.state == state { continue }
        if last.day < day - 1 { known.append(Known(day: day - 1, state: last.state)) }
      }
      known.append(Known(day: day, state: state))
    }
    let histories = HistoryPool(theatre)
    let stateDays = firstDays
    self.init(
      known: known, holdings: holdings.found + (holdings.found.contains(.unassigned) ? [] : [.unassigned]),
      load: { number throws(FilmFailure) in try histories.state(on: stateDays[number], knownBy, .places) })
    isDaily = true
    self.turns = turns
  }

  /// The places in a list of days of those that matter between two days: the last before them, those in them, and the first after.
  private static func shown(_ all: [Day], in days: ClosedRange<Day>) -> [Int] {
    let first = all.lastIndex { $0 <= days.lowerBound } ?? 0
    let end = all.firstIndex { $0 > days.upperBound } ?? all.count - 1
    return all.isEmpty || first > end ? [] : Array(first...end)
  }
}

private struct DistinctHoldings {
  private(set) var found: [ControlArea.Holding] = []
  private var seen: Set<ControlArea.Holding> = []

  mutating func add(_ holdings: [ControlArea.Holding]) {
    for holding in holdings where seen.insert(holding).inserted { found.append(holding) }
  }
}

/// Histories for threads to borrow: each computes one day at a time.
private final class HistoryPool: Sendable {
  private let theatre: Theatre
  private let free = Mutex<[ControlHistory]>([])

  init(_ theatre: Theatre) { self.theatre = theatre }

  func state(on day: Day, _ knownBy: Day?, _ source: ControlSource) throws(FilmFailure) -> ControlState {
    var history = free.withLock { $0.popLast() } ?? ControlHistory(theatre)
    do throws(CellFailure) {
      let control = try history.control(on: day, knownBy: knownBy, source: source)
      free.withLock { $0.append(history) }
      guard let control else { return ControlState(coverage: Coverage(arcs: [], areaCount: 0, nodeCount: 0), holdings: [], asOf: nil) }
      return ControlState(control.coverage, areas: control.areas, asOf: control.asOf)
    } catch {
      throw .control("the control of \(day) cannot be computed: \(error)")
    }
  }
}
