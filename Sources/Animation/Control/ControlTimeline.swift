import Cartography
import Geometry
import Situation

/// The control of a known day: a coverage with one area for each kind of hold.
package struct ControlState: Sendable {
  package var coverage: Coverage
  /// For each area of the coverage.
  package var holdings: [ControlArea.Holding]
  package var asOf: Day?

  package init(coverage: Coverage, holdings: [ControlArea.Holding], asOf: Day?) {
    self.coverage = coverage
    self.holdings = holdings
    self.asOf = asOf
  }

  /// One area for each kind of hold, in the order of their first appearance.
  package init(_ coverage: Coverage, areas: [ControlArea], asOf: Day?) {
    var distinct: [ControlArea.Holding] = []
    var number: [ControlArea.Holding: Int] = [:]
    let group = areas.map { area in
      if let known = number[area.holding] { return known }
      number[area.holding] = distinct.count
      distinct.append(area.holding)
      return distinct.count - 1
    }
    self.init(coverage: coverage.dissolved(into: distinct.count) { group[$0] }, holdings: distinct, asOf: asOf)
  }

  /// Square kilometres on the ellipsoid of each holding.
  package var squareKilometres: [Double] {
    holdings.indices.map { index in
      coverage.polygons { $0 == index }.reduce(0) { $0 + Geodesic.wgs84.area(of: $1) } / 1e6
    }
  }
}

/// The control of a theatre over the days of a film: which days are known, and what lies between them.
package struct ControlTimeline: Sendable {
  /// A day from which a state is known to hold, in order; the state holds for certain on that day alone.
  package struct Known: Hashable, Sendable {
    package var day: Day
    /// Equal numbers are equal states.
    package var state: Int

    package init(day: Day, state: Int) {
      self.day = day
      self.state = state
    }
  }

  package var known: [Known]
  /// Every kind of hold in any state, in the order of the first state that has it.
  package var holdings: [ControlArea.Holding]
  /// Whether the state is known on every day, so that a film's frames on whole days are never between known days.
  package internal(set) var isDaily = false
  /// Places that change hands, by day.
  package internal(set) var turns: [PlaceTurn] = []
  /// The side of each faction, where there are sides: its ground goes one way between two known days, too.
  package internal(set) var sides: [FactionID: SideID] = [:]
  let load: @Sendable (Int) throws(FilmFailure) -> ControlState

  package init(
    known: [Known], holdings: [ControlArea.Holding], load: @escaping @Sendable (Int) throws(FilmFailure) -> ControlState
  ) {
    self.known = known
    self.holdings = holdings
    self.load = load
  }

  /// The days on which another state is known to hold than on the known day before.
  package var changes: [Day] { zip(known, known.dropFirst()).filter { $0.state != $1.state }.map(\.1.day) }

  /// The known days on both sides of a time in days since 1970; the second is nil on a known day itself and after the last.
  func neighbours(of time: Double) -> (before: Known, after: Known?)? {
    // The last known day not after the time.
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if Double(known[middle].day.rawValue) <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let before = known[low - 1]
    let isKnown = Double(before.day.rawValue) == time
    return (before, isKnown || low == known.count ? nil : known[low])
  }

  /// What is known of one day: the state of the last known day not after it.
  package func moment(on day: Day) throws(FilmFailure) -> FilmMoment {
    guard let before = neighbours(of: Double(day.rawValue))?.before else { return FilmMoment(day: day, control: nil) }
    let state = try load(before.state)
    return FilmMoment(
      day: day,
      control: FilmControl(
        coverageNumber: before.state, coverage: state.coverage, holdings: state.holdings, holders: Array(state.holdings.indices),
        asOf: state.asOf))
  }
}
