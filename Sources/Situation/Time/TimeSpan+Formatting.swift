extension TimeSpan {
  /// For people: `30 May 2017`, `May 2017`, `18 May – 1 June 2017`, `about July 2018`, `July 2018 (uncertain)`.
  package func formatted(language: String) -> String {
    let words = Words(language: language)
    var text = formattedDates(language: language, words: words)
    if isApproximate { text = "\(words.about) \(text)" }
    if isUncertain { text += " (\(words.uncertain))" }
    return text
  }

  private func formattedDates(language: String, words: Words) -> String {
    switch (from, until) {
    case (let from?, let until?):
      let days = min(from, until)...max(from, until)
      switch (precisions.from, precisions.until) {
      case (.year, .year): return from.year == until.year ? String(from.year) : "\(from.year)–\(until.year)"
      case (.month, .month): return Day.formattedMonths(days, language: language)
      case (.day, .day): return Day.formatted(days, language: language)
      case (let first, let last):
        let end = Self.formatted(end: until, last, language)
        return "\(Self.formatted(start: from, first, in: until.year, language)) – \(end)"
      }
    case (let from?, nil): return "\(words.from) \(Self.formatted(end: from, precisions.from, language))"
    case (nil, let until?): return "\(words.until) \(Self.formatted(end: until, precisions.until, language))"
    case (nil, nil): return text
    }
  }

  /// The year stands once where both ends share it.
  private static func formatted(start day: Day, _ precision: Precision, in year: Int, _ language: String) -> String {
    guard day.year == year, precision != .year else { return formatted(end: day, precision, language) }
    let month = MonthNames.name(day.month, language: language)
    return precision == .month ? month : "\(day.dayOfMonth) \(month)"
  }

  private static func formatted(end day: Day, _ precision: Precision, _ language: String) -> String {
    switch precision {
    case .day: day.formatted(language: language)
    case .month: day.formattedMonth(language: language)
    case .year: String(day.year)
    }
  }

  private struct Words {
    var about, uncertain, from, until: String

    init(language: String) {
      (about, uncertain, from, until) =
        language == "ar" ? ("نحو", "غير مؤكد", "منذ", "حتى") : ("about", "uncertain", "from", "until")
    }
  }
}
