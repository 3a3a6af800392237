import Situation
import Testing

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("2017-05-30", "2017-05-30", "2017-05-30", "30 May 2017"),
    ("2017-05", "2017-05-01", "2017-05-31", "May 2017"),
    ("2016-02", "2016-02-01", "2016-02-29", "February 2016"),
    ("2017", "2017-01-01", "2017-12-31", "2017"),
    ("2017-05-18/2017-06-01", "2017-05-18", "2017-06-01", "18 May – 1 June 2017"),
    ("2017-05/2017-06-03", "2017-05-01", "2017-06-03", "May – 3 June 2017"),
    ("2017-05-18/2017-06", "2017-05-18", "2017-06-30", "18 May – June 2017"),
    ("2017-05/2017-06", "2017-05-01", "2017-06-30", "May – June 2017"),
    ("2013/2018-07-16", "2013-01-01", "2018-07-16", "2013 – 16 July 2018"),
    ("2016-12-30/2018", "2016-12-30", "2018-12-31", "30 December 2016 – 2018"),
    ("2016-12/2017-01-03", "2016-12-01", "2017-01-03", "December 2016 – 3 January 2017"),
    ("2017-11/2018-02", "2017-11-01", "2018-02-28", "November 2017 – February 2018"),
    ("2015/2017", "2015-01-01", "2017-12-31", "2015–2017"),
    ("2017-05-18/..", "2017-05-18", "", "from 18 May 2017"),
    ("../2017-06", "", "2017-06-30", "until June 2017"),
    ("2018-07~", "2018-07-01", "2018-07-31", "about July 2018"),
    ("2018-07?", "2018-07-01", "2018-07-31", "July 2018 (uncertain)"),
    ("2018-07-16%", "2018-07-16", "2018-07-16", "about 16 July 2018 (uncertain)"),
    ("2018-07~/2018-08?", "2018-07-01", "2018-08-31", "about July – August 2018 (uncertain)"),
  ])
  func `a date of the extended format has its days and its wording`(text: String, from: String, until: String, wording: String) throws {
    let span = try TimeSpan(edtf: text)
    #expect(span.from?.description ?? "" == from)
    #expect(span.until?.description ?? "" == until)
    #expect(span.formatted(language: "en") == wording)
    #expect(span.text == text)
    #expect(span.isApproximate == (text.contains("~") || text.contains("%")))
    #expect(span.isUncertain == (text.contains("?") || text.contains("%")))
  }

  @Test(arguments: [
    ("2017-06-01/2017-05-18", "the interval ends before it begins: 2017-06-01 comes after 2017-05-18"),
    ("2017-13", "there is no month 13"),
    ("2017-02-29", "there is no 29 February 2017: February 2017 has 28 days"),
    ("2017-02-29/2017-03-01", "there is no 29 February 2017: February 2017 has 28 days"),
    ("../..", "an interval needs a date on one side at least"),
    ("/2017-05", "an open end of an interval is written `..`"),
    ("2017-05/", "an open end of an interval is written `..`"),
    ("2017/2018/2019", "an interval has one `/`"),
  ])
  func `what is no span is refused with what is wrong`(text: String, message: String) {
    #expect { try TimeSpan(edtf: text) } throws: { ($0 as? TimeSpanDefect)?.description == message }
  }

  @Test(arguments: [
    "", "May 2017", "2017-5-1", "17-05-30", "2017-05-30~~", "~2017", "2017-05-3X", "20170530", "2017-05-30T12:00", "٢٠١٧", "..",
    "2017-05-30-01", "-2017-05", "2017--05", " 2017", "2017-05-30/?", "99999999999999999999999999999999999999999999",
  ])
  func `a text in another form is told the forms`(text: String) {
    #expect { try TimeSpan(edtf: text) } throws: { ($0 as? TimeSpanDefect)?.description.contains("is no date; write 2017-05-30") ?? false }
  }

  @Test(arguments: [
    ("2017-05-03 2013 2018-07-16", "2018-12-06", "2013/2018-07-16"),
    ("2017-05-03 2018-07-01/2018-12", "2018-12-06", "2017-05-03/2018-12-06"),
    ("2018-08 2018-08-01 2018-08-31", "2018-12-06", "2018-08-01/2018-08-31"),
    ("2018-08~ 2018-09-02?", "2018-12-06", "2018-08~/2018-09-02?"),
    ("2018-08-02/..", "2018-12-06", "2018-08-02/2018-12-06"),
    ("2018-12-06", "2018-12-06", "2018-12-06"),
    ("2018-08", "2018-12-06", "2018-08"),
    ("2018-12-07 2018-12-01", "2018-12-06", "2018-12-01"),
    ("2018-12-07", "2018-12-06", ""),
    ("../2018-08", "2018-12-06", ""),
  ])
  func `what covers several spans is no more exact than they are and ends on the day`(
    spans: String, day: String, covering: String
  ) throws {
    let spans = try spans.split(separator: " ").map { try TimeSpan(edtf: String($0)) }
    #expect(TimeSpan.covering(spans, until: try Day(iso: day))?.text ?? "" == covering)
  }

  @Test func `a span overlaps a window when they share a day, and an open end reaches for ever`() throws {
    let window = try Day(iso: "2017-05-10")...Day(iso: "2017-05-20")
    #expect(try TimeSpan(edtf: "2017-05-20").overlaps(window))
    #expect(try !TimeSpan(edtf: "2017-05-21").overlaps(window))
    #expect(try TimeSpan(edtf: "2017-05").overlaps(window))
    #expect(try TimeSpan(edtf: "2014/..").overlaps(window))
    #expect(try TimeSpan(edtf: "../2017-05-10").overlaps(window))
    #expect(try !TimeSpan(edtf: "../2017-05-09").overlaps(window))
  }

  @Test func `a span is written in Arabic`() throws {
    #expect(try TimeSpan(edtf: "2018-07~").formatted(language: "ar") == "نحو تموز/يوليو 2018")
    #expect(try TimeSpan(edtf: "2018-07?").formatted(language: "ar") == "تموز/يوليو 2018 (غير مؤكد)")
    #expect(try TimeSpan(edtf: "../2018-07-01").formatted(language: "ar") == "حتى 1 تموز/يوليو 2018")
  }
}
