import Animation
import Cartography
import Geometry
import SheetSupport
import Situation
import Testing

/// The ground that films of the real theatre show, against what `sitmap stats` counts.
struct GroundTests {
  private func reel(_ theatre: Theatre, _ days: ClosedRange<Day>, _ source: ControlSource, framesPerStep: Int) throws -> FilmReel {
    let timeline = ControlTimeline(theatre, days: days, knownBy: nil, source: source)
    let schedule = try FilmSchedule(
      FilmSchedule.Options(
        days: days, step: .days(source == .places ? 1 : 20), framesPerSecond: 10, hold: 0.1, eventHold: Double(framesPerStep) / 10,
        endHold: 0.1),
      changes: Set(timeline.changes), events: [])
    return FilmReel(schedule, timeline, ease: .linear, interpolates: true, metresPerPixel: 1_000)
  }

  /// Square metres of each holding at a moment.
  private func ground(_ control: FilmControl) -> [ControlArea.Holding: Double] {
    var result: [ControlArea.Holding: Double] = [:]
    for (area, metres) in control.coverage.groundByArea.enumerated() where control.holders[area] != Coverage.nobody {
      result[control.holdings[control.holders[area]], default: 0] += metres
    }
    return result
  }

  @Test(arguments: [(ControlSource.places, "2017-10-30", "2017-11-12"), (.authored, "2017-06-02", "2018-06-25")])
  func `on a known day each holder has what stats counts`(source: ControlSource, first: String, last: String) throws {
    let theatre = try RepositoryTheatre.read()
    let days = try Day(iso: first)...Day(iso: last)
    let reel = try reel(theatre, days, source, framesPerStep: 2)
    var history = ControlHistory(theatre)
    var counted = 0
    for unit in reel.units {
      guard case .state = unit.control, unit.day != reel.units.last(where: { $0.first < unit.first })?.day else { continue }
      let shown = ground(try #require(try reel.moment(unit).control))
      let control = try #require(try history.control(on: unit.day, knownBy: nil, source: source))
      let tally = try ControlTally(control, on: unit.day, theatre: theatre)
      #expect(tally.holdings.filter { $0.ground > 0 }.count == shown.count)
      // To the square metre: the film and stats count the same outlines, in another order.
      for (holding, metres) in tally.holdings where metres > 0 {
        #expect(abs((shown[holding] ?? 0) - metres) < 1, "\(unit.day) \(holding)")
      }
      counted += 1
    }
    #expect(counted >= (source == .places ? 8 : 1))
  }

  @Test(arguments: [(ControlSource.places, "2017-10-30", "2017-11-08"), (.authored, "2017-06-02", "2018-07-17")])
  func `between known days the ground of a holder goes one way`(source: ControlSource, first: String, last: String) throws {
    let theatre = try RepositoryTheatre.read()
    let days = try Day(iso: first)...Day(iso: last)
    let reel = try reel(theatre, days, source, framesPerStep: source == .places ? 4 : 1)
    var sweeps: [Int: [[ControlArea.Holding: Double]]] = [:]
    for unit in reel.units {
      guard case .sweep(let known, _) = unit.control else { continue }
      sweeps[known, default: []].append(ground(try #require(try reel.moment(unit).control)))
    }
    #expect(sweeps.count >= 2)
    for moments in sweeps.values {
      guard let first = moments.first, let last = moments.last else { continue }
      for holding in Set(first.keys).union(last.keys) {
        let isGain = last[holding] ?? 0 > first[holding] ?? 0
        for (before, after) in zip(moments, moments.dropFirst()) {
          let step = (after[holding] ?? 0) - (before[holding] ?? 0)
          // A hundredth of a km²: what cuts on a grid of a centimetre leave.
          #expect(isGain ? step > -1e4 : step < 1e4, "\(holding)")
        }
      }
    }
  }

  @Test func `a side's ground goes one way from one known day to the next`() throws {
    let theatre = try RepositoryTheatre.read()
    let days = try Day(iso: "2017-10-01")...Day(iso: "2017-11-20")
    let reel = try reel(theatre, days, .places, framesPerStep: 3)
    var known: [Int: [SideID: Double]] = [:]
    var last: (number: Int, sides: [SideID: Double])?
    var swept = 0
    func sides(_ control: FilmControl) -> [SideID: Double] {
      var result: [SideID: Double] = [:]
      for (holding, metres) in ground(control) {
        if case .held(let id) = holding, let side = theatre.faction(id)?.side { result[side, default: 0] += metres }
      }
      return result
    }
    for unit in reel.units {
      let now = sides(try #require(try reel.moment(unit).control))
      if case .sweep(let number, _) = unit.control {
        if known[number + 1] == nil {
          let state = try reel.state(reel.timeline.known[number + 1].state)
          known[number + 1] = sides(
            FilmControl(coverageNumber: 0, coverage: state.coverage, holdings: state.holdings, holders: Array(state.holdings.indices)))
        }
        let end = known[number + 1] ?? [:]
        for side in Set(now.keys).union(end.keys) {
          let (here, there) = (now[side] ?? 0, end[side] ?? 0)
          guard let before = last?.sides[side] else { continue }
          // From the step before, towards the next known day and not past it. On the first step and the last the vertices that a sweep
          // adds bend long edges a little, by less than a km² in a side's tens of thousands.
          #expect(
            (here - before) * (there - before) >= -1e10 || abs(here - before) < 1e6, "\(unit.day) \(side): \(before) \(here) \(there)")
          #expect(abs(there - here) <= abs(there - before) + 1e6, "\(unit.day) \(side): \(before) \(here) \(there)")
        }
        swept += 1
      }
      last = (unit.first, now)
    }
    #expect(swept > 20)
  }
}
