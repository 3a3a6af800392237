import Situation
import TestSupport
import Testing

@Suite struct DayTests {
  @Test func `the first of January 1970 is day 0, a Thursday`() throws {
    let day = try Day(iso: "1970-01-01")
    #expect(day.rawValue == 0)
    #expect(day.weekday == .thursday)
  }

  @Test func `every day from 1600 to 2400 comes back from its civil date and follows the day before`() throws {
    var expected = try Day(year: 1600, month: 1, dayOfMonth: 1)
    for year in 1600...2400 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(ofMonth: month, year: year) {
          let day = try Day(year: year, month: month, dayOfMonth: dayOfMonth)
          guard day == expected, day.year == year, day.month == month, day.dayOfMonth == dayOfMonth else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day), not \(expected)")
            return
          }
          expected = expected + 1
        }
      }
    }
    #expect(expected == (try Day(iso: "2401-01-01")))
  }

  @Test func `a day reads what it writes`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let day = Day(rawValue: .random(in: -719_528...2_932_896, using: &generator))
      #expect(try Day(iso: day.description) == day)
    }
  }

  @Test(arguments: [
    ("2017-13-01", "there is no month 13"),
    ("2017-00-01", "there is no month 0"),
    ("2017-04-31", "there is no 31 April 2017: April 2017 has 30 days"),
    ("2017-02-29", "there is no 29 February 2017: February 2017 has 28 days"),
    ("1900-02-29", "there is no 29 February 1900: February 1900 has 28 days"),
    ("2017-01-00", "there is no 0 January 2017: January 2017 has 31 days"),
    ("2017-5-30", "`2017-5-30` is not a day; write it as 2017-05-30"),
    ("30.05.2017", "`30.05.2017` is not a day; write it as 2017-05-30"),
    ("2017-05-30T00:00", "`2017-05-30T00:00` is not a day; write it as 2017-05-30"),
    ("٢٠١٧-٠٥-٣٠", "`٢٠١٧-٠٥-٣٠` is not a day; write it as 2017-05-30"),
    ("", "`` is not a day; write it as 2017-05-30"),
  ])
  func `what is no day is refused with what is wrong`(text: String, message: String) {
    #expect { try Day(iso: text) } throws: { ($0 as? DayDefect)?.description == message }
  }

  @Test func `29 February exists in 2000 and in 2016`() throws {
    #expect(try Day(iso: "2000-02-29").description == "2000-02-29")
    #expect(try Day(iso: "2016-02-29").lastOfMonth.description == "2016-02-29")
  }

  @Test func `days are added across the ends of years and stop at the ends of what can be counted`() throws {
    #expect((try Day(iso: "2017-12-31") + 1).description == "2018-01-01")
    #expect((try Day(iso: "2018-01-01") - 365).description == "2017-01-01")
    #expect(Day(rawValue: .max) + .max == Day(rawValue: .max))
    #expect(Day(rawValue: .min) - .max == Day(rawValue: .min))
    #expect(Day(rawValue: 0) - .min == Day(rawValue: .max))
    #expect(!Day(rawValue: .min).description.isEmpty)
  }

  @Test func `a day and a range are written for people in English and Arabic`() throws {
    let (a, b, c) = (try Day(iso: "2017-05-18"), try Day(iso: "2017-06-01"), try Day(iso: "2018-01-02"))
    #expect(a.formatted(language: "en") == "18 May 2017")
    #expect(a.formatted(language: "ar") == "18 أيار/مايو 2017")
    #expect(a.formatted(language: "xx") == "18 May 2017")
    #expect(Day.formatted(a...b, language: "en") == "18 May – 1 June 2017")
    #expect(Day.formatted(a...(a + 2), language: "en") == "18–20 May 2017")
    #expect(Day.formatted(a...c, language: "en") == "18 May 2017 – 2 January 2018")
    #expect(Day.formatted(a...a, language: "en") == "18 May 2017")
  }
}
