extension TimeSpan {
  /// From the start of the earliest span to the end of the latest, each as exactly as it was given.
  ///
  /// - Parameter limit: What lies after this day is left out: a span that reaches past it ends on it.
  /// - Returns: nil where no span has a start on or before the limit.
  package static func covering(_ spans: some Sequence<TimeSpan>, until limit: Day) -> TimeSpan? {
    let begun = spans.filter { $0.sortDay <= limit }
    let starts = begun.compactMap { span in span.from.map { End(day: $0, precision: span.precisions.from, of: span) } }
    let ends = begun.map { span in
      if let until = span.until, until <= limit { return End(day: until, precision: span.precisions.until, of: span) }
      return End(day: limit, precision: .day, isApproximate: false, isUncertain: false)
    }
    // Of two ends on one day the finer one says more.
    guard let first = starts.min(by: { ($0.day, $0.precision) < ($1.day, $1.precision) }),
      let last = ends.max(by: { $0.day == $1.day ? $0.precision > $1.precision : $0.day < $1.day })
    else { return nil }
    let isOne = first.text == last.text
    return TimeSpan(
      from: first.day, until: last.day, precisions: Ends(from: first.precision, until: last.precision), isInterval: !isOne,
      isApproximate: first.isApproximate || last.isApproximate, isUncertain: first.isUncertain || last.isUncertain,
      text: isOne ? first.text : "\(first.text)/\(last.text)")
  }

  /// One end of a span with what is said of it.
  private struct End {
    var day: Day
    var precision: Precision
    var isApproximate, isUncertain: Bool

    init(day: Day, precision: Precision, isApproximate: Bool, isUncertain: Bool) {
      self.day = day
      self.precision = precision
      self.isApproximate = isApproximate
      self.isUncertain = isUncertain
    }

    init(day: Day, precision: Precision, of span: TimeSpan) {
      self.init(day: day, precision: precision, isApproximate: span.isApproximate, isUncertain: span.isUncertain)
    }

    var text: String {
      let count =
        switch precision {
        case .day: 10
        case .month: 7
        case .year: 4
        }
      let mark = isApproximate && isUncertain ? "%" : isApproximate ? "~" : isUncertain ? "?" : ""
      return day.description.prefix(count) + mark
    }
  }
}
