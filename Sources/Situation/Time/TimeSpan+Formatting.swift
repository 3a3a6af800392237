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
      switch precision {
      case .year where from.isFirstOfYear && until.isLastOfYear:
        return from.year == until.year ? String(from.year) : "\(from.year)–\(until.year)"
      case .month where from.dayOfMonth == 1 && until == until.lastOfMonth:
        return Day.formattedMonths(days, language: language)
      default: return Day.formatted(days, language: language)
      }
    case (let from?, nil): return "\(words.from) \(Self.formatted(end: from, precision, language))"
    case (nil, let until?): return "\(words.until) \(Self.formatted(end: until, precision, language))"
    case (nil, nil): return text
    }
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

extension Day {
  fileprivate var isFirstOfYear: Bool { month == 1 && dayOfMonth == 1 }
  fileprivate var isLastOfYear: Bool { month == 12 && dayOfMonth == 31 }
}
