import Animation
import Situation
import Testing

private func day(_ text: String) throws -> Day { try Day(iso: text) }

struct ScheduleTests {
  private func options(_ from: String, _ to: String, _ step: FilmStep, hold: Double = 0.08, eventHold: Double = 0.2) throws
    -> FilmSchedule.Options
  {
    FilmSchedule.Options(
      days: try day(from)...(try day(to)), step: step, framesPerSecond: 25, hold: hold, eventHold: eventHold, endHold: 0.4)
  }

  @Test func `each day has its hold, and a day on which something happens a longer one`() throws {
    let schedule = try FilmSchedule(options("2017-05-01", "2017-05-05", .days(1)), changes: [], events: [try day("2017-05-03")])
    let counts = Dictionary(grouping: schedule.frames, by: \.day).mapValues(\.count)
    #expect(counts[try day("2017-05-01")] == 2)
    #expect(counts[try day("2017-05-03")] == 5)
    #expect(counts[try day("2017-05-05")] == 10)
  }

  @Test func `the hold before a change of control is a long one, for that is when ground moves`() throws {
    let schedule = try FilmSchedule(options("2017-05-01", "2017-05-05", .days(1)), changes: [try day("2017-05-03")], events: [])
    #expect(schedule.frames.filter { $0.day.description == "2017-05-02" }.count == 5)
    #expect(schedule.frames.filter { $0.day.description == "2017-05-03" }.count == 2)
  }

  @Test func `frames between two stops move on evenly and never reach the second`() throws {
    let schedule = try FilmSchedule(options("2017-05-01", "2017-05-15", .days(7), hold: 0.2), changes: [], events: [])
    let times = schedule.frames.prefix(10).map { $0.time - Double(schedule.frames[0].day.rawValue) }
    for (found, expected) in zip(times, stride(from: 0, to: 14, by: 1.4)) { #expect(abs(found - expected) < 1e-9) }
  }

  @Test func `without motion each stop holds its own day`() throws {
    var options = try options("2017-05-01", "2017-05-15", .days(7))
    options.isContinuous = false
    let frames = try FilmSchedule(options, changes: [], events: []).frames
    #expect(Set(frames.map(\.day.description)) == ["2017-05-01", "2017-05-08", "2017-05-15"])
    #expect(frames.allSatisfy { $0.steps == 0 })
  }

  @Test func `months keep the day of the month, or take the last that there is`() throws {
    var options = try options("2017-01-31", "2017-05-02", .months(1))
    options.isContinuous = false
    var days: [String] = []
    for frame in try FilmSchedule(options, changes: [], events: []).frames where days.last != frame.day.description {
      days.append(frame.day.description)
    }
    #expect(days == ["2017-01-31", "2017-02-28", "2017-03-31", "2017-04-30", "2017-05-02"])
  }

  @Test func `a film of changes stops at the first day, at the changes and at the last day`() throws {
    var options = try options("2017-05-01", "2017-05-31", .changes)
    options.isContinuous = false
    let changes = Set([try day("2017-04-02"), try day("2017-05-09"), try day("2017-05-20"), try day("2017-06-02")])
    var days: [String] = []
    for frame in try FilmSchedule(options, changes: changes, events: []).frames where days.last != frame.day.description {
      days.append(frame.day.description)
    }
    #expect(days == ["2017-05-01", "2017-05-09", "2017-05-20", "2017-05-31"])
  }

  @Test func `a film of one day is its end hold`() throws {
    let schedule = try FilmSchedule(options("2017-05-01", "2017-05-01", .days(1)), changes: [], events: [])
    #expect(schedule.frames.count == 10)
  }

  @Test func `a film of more frames than anybody watches is refused`() throws {
    let options = try options("2017-05-01", "2018-12-31", .days(1), hold: 3600)
    let failure = #expect(throws: FilmFailure.self) { try FilmSchedule(options, changes: [], events: []) }
    #expect(failure?.description.contains("more than 1000000 frames") == true)
  }
}
