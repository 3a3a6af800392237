import Situation

/// How far apart the days are that a film stops at.
package enum FilmStep: Hashable, Sendable {
  case days(Int)
  case months(Int)
  /// The first day, each day on which control changes, and the last.
  case changes
}

/// Which moment each frame of a film shows. Frames are numbered from 1.
package struct FilmSchedule: Hashable, Sendable {
  package struct Options: Hashable, Sendable {
    package var days: ClosedRange<Day>
    package var step: FilmStep
    package var framesPerSecond: Int
    /// Seconds for each step, and for a step on which something happens.
    package var hold, eventHold: Double
    /// Seconds that the last day stays.
    package var endHold: Double
    /// Whether frames between two days move on in time; else each day is held.
    package var isContinuous: Bool

    package init(
      days: ClosedRange<Day>, step: FilmStep = .days(1), framesPerSecond: Int = 25, hold: Double = 0.12, eventHold: Double = 0.24,
      endHold: Double = 2, isContinuous: Bool = true
    ) {
      self.days = days
      self.step = step
      self.framesPerSecond = framesPerSecond
      self.hold = hold
      self.eventHold = eventHold
      self.endHold = endHold
      self.isContinuous = isContinuous
    }
  }

  /// A moment in whole days and a share of the next day, as a fraction: `steps` of `of`.
  package struct Frame: Hashable, Sendable {
    package var day: Day
    package var steps, of: Int
    package var time: Double { Double(day.rawValue) + Double(steps) / Double(of) }
  }

  package var frames: [Frame]
  /// More frames than anybody watches: eleven hours of them.
  package static let mostFrames = 1_000_000

  /// - Parameters:
  ///   - changes: days on which control changes.
  ///   - events: days on which something happens.
  ///
  /// - Throws: when there would be more than `mostFrames`.
  package init(_ options: Options, changes: Set<Day>, events: Set<Day>) throws(FilmFailure) {
    let stops = Self.stops(options, changes)
    let rate = Double(options.framesPerSecond)
    frames = []
    for (index, day) in stops.enumerated() {
      guard index + 1 < stops.count else {
        let count = max(1, Int((options.endHold * rate).rounded()))
        try Self.check(frames.count + count, stops.count)
        frames += Array(repeating: Frame(day: day, steps: 0, of: 1), count: count)
        break
      }
      let next = stops[index + 1]
      let isBusy = (day..<next).contains { events.contains($0) } || ((day + 1)...next).contains { changes.contains($0) }
      let count = max(1, Int(((isBusy ? options.eventHold : options.hold) * rate).rounded()))
      try Self.check(frames.count + count + stops.count - index - 1, stops.count)
      let length = day.distance(to: next)
      for step in 0..<count {
        let passed = options.isContinuous ? length * step : 0
        frames.append(Frame(day: day + passed / count, steps: passed % count, of: count))
      }
    }
  }

  private static func check(_ count: Int, _ stops: Int) throws(FilmFailure) {
    if count > mostFrames {
      throw .unfit(
        "the film would have more than \(mostFrames) frames: it stops on \(stops) days; take a longer --step or a shorter --hold")
    }
  }

  private static func stops(_ options: Options, _ changes: Set<Day>) -> [Day] {
    let (first, last) = (options.days.lowerBound, options.days.upperBound)
    var stops: [Day] = []
    switch options.step {
    case .days(let count): stops = Array(stride(from: first, to: last, by: max(1, count)))
    case .months(let count):
      var day = first
      while day < last {
        stops.append(day)
        var next = day.firstOfMonth
        for _ in 0..<max(1, count) { next = next.lastOfMonth + 1 }
        day = min(next + (first.dayOfMonth - 1), next.lastOfMonth)
      }
    case .changes: stops = [first] + changes.filter { $0 > first && $0 < last }.sorted()
    }
    return stops.filter { $0 < last } + [last]
  }
}
