/// A calendar day, counted from 1 January 1970 in the proleptic Gregorian calendar; it has no time of day and no time zone.
package struct Day: RawRepresentable, Hashable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package var rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// The day of a civil date.
  ///
  /// Hinnant, H. (2013), chrono-compatible low-level date algorithms, `days_from_civil`.
  /// - Parameter year: 0 to 9999, the years that ISO 8601 writes without further agreement.
  package init(year: Int, month: Int, dayOfMonth: Int) throws(DayDefect) {
    guard (0...9999).contains(year) else { throw .yearOutOfRange(year) }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    let length = Day.length(ofMonth: month, year: year)
    guard (1...length).contains(dayOfMonth) else { throw .noSuchDay(dayOfMonth, month: month, year: year, length: length) }
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(rawValue: Int32(clamping: era * 146_097 + dayOfEra - 719_468))
  }

  /// The number of days in a month, 28 to 31.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

/// The civil date of a day.
extension Day {
  /// Hinnant's `civil_from_days`; exact for every raw value.
  private var civil: (year: Int, month: Int, dayOfMonth: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  package var year: Int { civil.year }
  /// 1 (January) to 12.
  package var month: Int { civil.month }
  /// 1 to 31.
  package var dayOfMonth: Int { civil.dayOfMonth }

  /// ISO 8601 numbering.
  package enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  package var weekday: Weekday {
    let sinceMonday = (Int(rawValue) + 3) % 7
    return Weekday.allCases[sinceMonday < 0 ? sinceMonday + 7 : sinceMonday]
  }

  package var firstOfMonth: Day { self - (dayOfMonth - 1) }
  package var lastOfMonth: Day { self + (Day.length(ofMonth: month, year: year) - dayOfMonth) }
}

extension Day: Comparable, Strideable {
  package static func < (a: Day, b: Day) -> Bool { a.rawValue < b.rawValue }
  package func distance(to other: Day) -> Int { Int(other.rawValue) - Int(rawValue) }
  /// The day `days` later; stops at the ends of the range that can be counted, some 5.8 million years away.
  package func advanced(by days: Int) -> Day {
    let (sum, overflow) = Int(rawValue).addingReportingOverflow(days)
    return Day(rawValue: overflow ? (days > 0 ? .max : .min) : Int32(clamping: sum))
  }

  package static func + (day: Day, days: Int) -> Day { day.advanced(by: days) }
  package static func - (day: Day, days: Int) -> Day {
    days == .min ? day.advanced(by: .max) : day.advanced(by: -days)
  }
}
