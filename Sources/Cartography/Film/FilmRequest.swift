import Geometry
import Situation

/// What a film shows, apart from what moves in it.
package struct FilmRequest: Sendable {
  /// The look of every frame. Its window says for how many days an event stays on screen.
  package var sheet: SheetRequest
  package var days: ClosedRange<Day>
  /// Every kind of hold that some day of the film shows, so that the key is the same on all frames.
  package var holdings: [ControlArea.Holding]
  /// Days on which control changes, for the date bar.
  package var changes: [Day]
  /// Whether there are frames between known days.
  package var interpolates: Bool
  /// Whether the control of every single day is known.
  package var isDaily: Bool
  /// Ground over time, for the chart; nil leaves it out.
  package var ground: GroundSeries?
  package var knownBy: Day?
  /// Whether the areas are computed from the theatre's places: the note then says how.
  package var isComputed: Bool
  /// Places that change hands in its course, by day; none where no list of them is wanted.
  package var turns: [PlaceTurn]
  /// Whether the film passes every day, so that what comes and goes can do so in a few days; else it is there or not.
  package var hasEveryDay: Bool

  package init(
    sheet: SheetRequest, days: ClosedRange<Day>, holdings: [ControlArea.Holding], changes: [Day] = [], interpolates: Bool = false,
    isDaily: Bool = false,
    ground: GroundSeries? = nil, knownBy: Day? = nil, isComputed: Bool = false, turns: [PlaceTurn] = [],
    hasEveryDay: Bool = true
  ) {
    self.sheet = sheet
    self.days = days
    self.holdings = holdings
    self.changes = changes
    self.interpolates = interpolates
    self.isDaily = isDaily
    self.ground = ground
    self.knownBy = knownBy
    self.isComputed = isComputed
    self.turns = turns
    self.hasEveryDay = hasEveryDay
  }

  package var window: Int { sheet.window ?? 14 }
}

/// How much ground each kind of hold has on some days.
package struct GroundSeries: Sendable {
  package var days: [Day]
  package var holdings: [ControlArea.Holding]
  /// For each day, km² of each holding.
  package var squareKilometres: [[Double]]

  package init(days: [Day], holdings: [ControlArea.Holding], squareKilometres: [[Double]]) {
    self.days = days
    self.holdings = holdings
    self.squareKilometres = squareKilometres
  }
}

/// The control that a frame shows: a coverage, and who has each of its areas.
package struct FilmControl: Sendable {
  /// Distinguishes coverages: equal numbers mean the same arcs.
  package var coverageNumber: Int
  package var coverage: Coverage
  package var holdings: [ControlArea.Holding]
  /// For each area of the coverage its place in `holdings`; -1 where nobody has it.
  package var holders: [Int]
  package var asOf: Day?

  package init(coverageNumber: Int, coverage: Coverage, holdings: [ControlArea.Holding], holders: [Int], asOf: Day? = nil) {
    self.coverageNumber = coverageNumber
    self.coverage = coverage
    self.holdings = holdings
    self.holders = holders
    self.asOf = asOf
  }
}

/// A moment of a film.
package struct FilmMoment: Sendable {
  package var day: Day
  package var control: FilmControl?
  /// The known days on both sides when the control is between them; nil when it is known.
  package var between: ClosedRange<Day>?

  package init(day: Day, control: FilmControl?, between: ClosedRange<Day>? = nil) {
    self.day = day
    self.control = control
    self.between = between
  }
}
