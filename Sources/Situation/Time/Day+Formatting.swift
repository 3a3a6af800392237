/// Days and ranges of days as people write them.
extension Day {
  /// `30 May 2017`, or in Arabic `30 أيار/مايو 2017`.
  package func formatted(language: String) -> String {
    "\(dayOfMonth) \(formattedMonth(language: language))"
  }

  /// `May 2017`
  package func formattedMonth(language: String) -> String {
    "\(MonthNames.name(month, language: language)) \(year)"
  }

  /// `18 May – 1 June 2017`: what both ends share is written once.
  package static func formatted(_ days: ClosedRange<Day>, language: String) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return first.formatted(language: language) }
    let end = last.formatted(language: language)
    if first.year != last.year { return "\(first.formatted(language: language)) – \(end)" }
    if first.month != last.month {
      return "\(first.dayOfMonth) \(MonthNames.name(first.month, language: language)) – \(end)"
    }
    return "\(first.dayOfMonth)–\(end)"
  }

  /// `May – June 2017`: the months that two days lie in.
  package static func formattedMonths(_ days: ClosedRange<Day>, language: String) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let end = last.formattedMonth(language: language)
    if first.year != last.year { return "\(first.formattedMonth(language: language)) – \(end)" }
    return first.month == last.month ? end : "\(MonthNames.name(first.month, language: language)) – \(end)"
  }
}
