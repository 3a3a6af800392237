import Situation

/// Which events are in the list beside the map on which days: each keeps its row as long as it is there, a few come and go on a day, and
/// newer ones take the place of those that were read long enough.
struct FilmList {
  private let rowCount: Int
  private let window: Int
  /// The event in each row and its first day there.
  private var rows: [(event: Int, since: Day)?]

  /// Days for which an event stays at least when others wait.
  private static let reading = 6
  private static let mostComing = 3

  init(rowCount: Int, window: Int) {
    self.rowCount = rowCount
    self.window = window
    rows = Array(repeating: nil, count: rowCount)
  }

  /// Gives events their rows and days.
  mutating func arrange(_ events: inout [FilmEvent], _ days: ClosedRange<Day>) {
    var waiting: [Int] = []
    let order = events.indices.sorted { (events[$0].first, rank(events[$0]), $0) < (events[$1].first, rank(events[$1]), $1) }
    var next = 0
    for day in days {
      for row in 0..<rowCount {
        if let entry = rows[row], events[entry.event].days(window: window).upperBound < day { leave(row, on: day - 1, &events) }
      }
      while next < order.count, events[order[next]].first <= day {
        if events[order[next]].days(window: window).contains(day) { waiting.append(order[next]) }
        next += 1
      }
      // What is no news any more need not come in.
      waiting.removeAll { events[$0].first.distance(to: day) > 10 && day != days.lowerBound && events[$0].last < day }
      let atOnce = day == days.lowerBound ? rowCount : Self.mostComing
      for _ in 0..<atOnce where !waiting.isEmpty {
        guard let row = rows.firstIndex(where: { $0 == nil }) ?? oldest(on: day) else { break }
        if rows[row] != nil { leave(row, on: day - 1, &events) }
        rows[row] = (waiting.removeFirst(), day)
      }
    }
    for row in 0..<rowCount { leave(row, on: days.upperBound, &events) }
  }

  private func rank(_ event: FilmEvent) -> Int {
    switch event.situated.claim.status {
    case .confirmed: 0
    case .reported: 1
    case .claimed: 2
    case .denied: 3
    case .expected: 4
    }
  }

  private func oldest(on day: Day) -> Int? {
    let old = rows.indices.filter { rows[$0].map { $0.since.distance(to: day) >= Self.reading } ?? false }
    return old.min { (rows[$0]?.since ?? day, $0) < (rows[$1]?.since ?? day, $1) }
  }

  private mutating func leave(_ row: Int, on day: Day, _ events: inout [FilmEvent]) {
    guard let entry = rows[row] else { return }
    rows[row] = nil
    guard entry.since <= day else { return }
    events[entry.event].row = row
    events[entry.event].listed = entry.since...day
  }
}
