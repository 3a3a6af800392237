import Cartography
import Geometry
import Situation

/// How a sweep moves in time, from 0 to 1.
package enum Ease: String, Sendable, CaseIterable {
  case linear, smooth

  func callAsFunction(_ t: Double) -> Double { self == .linear ? t : t * t * (3 - 2 * t) }
}

/// The frames of a film that differ, and the control that each shows.
package struct FilmReel: Sendable {
  /// What determines a frame.
  package enum Control: Hashable, Sendable {
    case none
    case state(Int)
    /// A step of the sweep that starts at a known day, by the number of that day.
    case sweep(known: Int, step: Int)
  }

  /// One or more equal frames, one after the other.
  package struct Unit: Hashable, Sendable {
    /// Number of the first frame, from 1.
    package var first: Int
    package var count: Int
    package var day: Day
    package var control: Control
  }

  package var units: [Unit]
  package let timeline: ControlTimeline
  /// For each sweep the moments that it is shown at, ascending, strictly between 0 and 1.
  let moments: [Int: [Double]]
  private let states = SharedMemo<Int, ControlState>(limit: 16)
  private let sweeps = SharedMemo<Int, SweptControl>(limit: 6)
  /// Cells of the distance field, in metres.
  private let cell: Double

  struct SweptControl: Sendable {
    var sweep: CoverageSweep
    var holdings: [ControlArea.Holding]
    var isStill: Bool
  }

  private static let mostSteps = 180.0

  /// - Parameter metresPerPixel: of the map, for how fine a sweep has to be.
  package init(_ schedule: FilmSchedule, _ timeline: ControlTimeline, ease: Ease, interpolates: Bool, metresPerPixel: Double) {
    self.timeline = timeline
    cell = max(50, 1.5 * metresPerPixel)
    var moments: [Int: [Double]] = [:]
    var units: [Unit] = []
    let numberOfDay = Dictionary(timeline.known.enumerated().map { ($1.day, $0) }, uniquingKeysWith: { a, _ in a })
    for (index, frame) in schedule.frames.enumerated() {
      var control = Control.none
      if let (before, after) = timeline.neighbours(of: frame.time) {
        control = .state(before.state)
        if interpolates, let after, after.state != before.state, let known = numberOfDay[before.day] {
          let length = Double(before.day.distance(to: after.day))
          // As a fraction of whole numbers, so that equal times give equal steps.
          let passed = Double(before.day.distance(to: frame.day) * frame.of + frame.steps) / (length * Double(frame.of))
          // More steps than that are less than half a px apart on any screen.
          let moment = (ease(passed) * Self.mostSteps).rounded(.up) / Self.mostSteps
          if moments[known]?.last != moment, moment < 1 { moments[known, default: []].append(moment) }
          control = .sweep(known: known, step: moments[known]?.count ?? 0)
        }
      }
      if let last = units.last, last.day == frame.day, last.control == control {
        units[units.count - 1].count += 1
      } else {
        units.append(Unit(first: index + 1, count: 1, day: frame.day, control: control))
      }
    }
    self.units = units
    self.moments = moments
  }

  package var frameCount: Int { units.reduce(0) { $0 + $1.count } }
  package var interpolates: Bool { !moments.isEmpty }

  package func state(_ number: Int) throws(FilmFailure) -> ControlState {
    try states.value(number) { () throws(FilmFailure) in try timeline.load(number) }
  }

  /// As `state`, which then is there for the whole film.
  func keep(_ number: Int) throws(FilmFailure) -> ControlState {
    try states.value(number, keeps: true) { () throws(FilmFailure) in try timeline.load(number) }
  }

  func sweep(from number: Int) throws(FilmFailure) -> SweptControl {
    try sweeps.value(number) { () throws(FilmFailure) in
      let before = try state(timeline.known[number].state)
      let after = try state(timeline.known[number + 1].state)
      var holdings = before.holdings
      for holding in after.holdings where !holdings.contains(holding) { holdings.append(holding) }
      let place = Dictionary(holdings.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
      func renumbered(_ state: ControlState) -> Coverage {
        state.coverage.dissolved(into: holdings.count) { place[state.holdings[$0]] ?? Coverage.nobody }
      }
      do throws(OverlayFailure) {
        let sweep = try CoverageSweep(
          from: renumbered(before), to: renumbered(after), moments: moments[number] ?? [], cell: cell,
          mayMove: { from, to in Self.mayMove(from == Coverage.nobody ? nil : holdings[from], to == Coverage.nobody ? nil : holdings[to]) },
          sides: { area in
            guard area != Coverage.nobody, case .held(let faction) = holdings[area] else { return [] }
            return [faction.rawValue] + (timeline.sides[faction].map { ["side " + $0.rawValue] } ?? [])
          })
        return SweptControl(sweep: sweep, holdings: holdings, isStill: sweep.isStill)
      } catch {
        throw .overlay(error)
      }
    }
  }

  /// Ground moves from holder to holder, and in and out of nobody's hands; what changes its class only switches.
  private static func mayMove(_ from: ControlArea.Holding?, _ to: ControlArea.Holding?) -> Bool {
    func isPlain(_ holding: ControlArea.Holding?) -> Bool {
      switch holding {
      case nil, .held, .unassigned: true
      case .contested, .claimed, .presence: false
      }
    }
    return isPlain(from) && isPlain(to)
  }

  /// What a unit shows.
  package func moment(_ unit: Unit) throws(FilmFailure) -> FilmMoment {
    switch unit.control {
    case .none: return FilmMoment(day: unit.day, control: nil)
    case .state(let number): return FilmMoment(day: unit.day, control: try control(number))
    case .sweep(let known, let step):
      let swept = try sweep(from: known)
      let between = timeline.known[known].day...timeline.known[known + 1].day
      // Nothing moves: the lines of the sweep would only bend the borders that they cut.
      if swept.isStill { return FilmMoment(day: unit.day, control: try control(timeline.known[known].state), between: between) }
      return FilmMoment(
        day: unit.day,
        control: FilmControl(
          coverageNumber: 2 * known + 1, coverage: swept.sweep.coverage, holdings: swept.holdings,
          holders: swept.sweep.faces.indices.map { swept.sweep.holder(of: $0, at: step) }, asOf: timeline.known[known].day),
        between: between)
    }
  }

  private func control(_ number: Int) throws(FilmFailure) -> FilmControl {
    let state = try state(number)
    return FilmControl(
      coverageNumber: 2 * number, coverage: state.coverage, holdings: state.holdings, holders: Array(state.holdings.indices),
      asOf: state.asOf)
  }
}
