/// When something held or happened, as far as the source says: a day, a month, a year or an interval of them.
///
/// Written in the Extended Date/Time Format, levels 0 and 1, of ISO 8601-2:2019: `2017-05-30`, `2017-05`, `2017`,
/// `2017-05-18/2017-06-01`, `2017-05-18/..`, `../2017-06`, and `~` (approximate), `?` (uncertain) or `%` (both) behind a date.
package struct TimeSpan: Hashable, Sendable {
  package enum Precision: String, Sendable, Comparable {
    case day, month, year

    package static func < (a: Precision, b: Precision) -> Bool { a.order < b.order }
    private var order: Int { self == .day ? 0 : self == .month ? 1 : 2 }
  }

  /// Something of either end.
  package struct Ends<Value: Hashable & Sendable>: Hashable, Sendable {
    package var from, until: Value
  }

  /// The first day, inclusive; nil when the interval is open towards the past.
  package var from: Day?
  /// The last day, inclusive; nil when the interval is open towards the future.
  package var until: Day?
  /// How exactly each end is given; of an open end, as exactly as the other.
  package var precisions: Ends<Precision>
  /// Written with a `/`.
  package var isInterval: Bool
  package var isApproximate: Bool
  package var isUncertain: Bool
  /// As it was written.
  package var text: String

  package init(_ day: Day) {
    self.init(from: day, until: day, precisions: Ends(from: .day, until: .day), isInterval: false, text: day.description)
  }

  /// The days of a closed range.
  package init(_ days: ClosedRange<Day>) {
    self.init(
      from: days.lowerBound, until: days.upperBound, precisions: Ends(from: .day, until: .day), isInterval: true,
      text: "\(days.lowerBound)/\(days.upperBound)")
  }

  init(
    from: Day?, until: Day?, precisions: Ends<Precision>, isInterval: Bool, isApproximate: Bool = false, isUncertain: Bool = false,
    text: String
  ) {
    self.from = from
    self.until = until
    self.precisions = precisions
    self.isInterval = isInterval
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
    self.text = text
  }

  /// The coarser of the two ends.
  package var precision: Precision { max(precisions.from, precisions.until) }

  /// The one day that it is, if it is one.
  package var day: Day? { from == until ? from : nil }

  package func contains(_ day: Day) -> Bool { overlaps(day...day) }

  /// Whether it shares a day with the window; open ends reach for ever.
  package func overlaps(_ window: ClosedRange<Day>) -> Bool {
    (from.map { $0 <= window.upperBound } ?? true) && (until.map { $0 >= window.lowerBound } ?? true)
  }

  /// The day to sort by: the first, or the last where the first is open.
  package var sortDay: Day { from ?? until ?? Day(rawValue: .min) }
}

extension TimeSpan: CustomStringConvertible {
  package var description: String { text }
}
