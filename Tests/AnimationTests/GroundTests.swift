import Animation
import Cartography
import Geometry
import SheetSupport
import Situation
import Testing

/// The ground that films of the real theatre show, against what `sitmap stats` counts.
struct GroundTests {
  private func reel(_ theatre: Theatre, _ days: ClosedRange<Day>, _ source: ControlSource, framesPerStep: Int) -> FilmReel {
    let timeline = ControlTimeline(theatre, days: days, knownBy: nil, source: source)
    let schedule = FilmSchedule(
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
    let reel = reel(theatre, days, source, framesPerStep: 2)
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
    let reel = reel(theatre, days, source, framesPerStep: source == .places ? 4 : 1)
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
          // Who gains here and loses there on the same day may go back by what the sweep cannot tell apart: two or three pixels.
          #expect(isGain ? step > -5e6 : step < 5e6, "\(holding)")
        }
      }
    }
  }
}
