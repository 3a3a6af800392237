import Situation

/// Which items are in a list beside the map on which days: each keeps its row as long as it is there, a few come and go on a day, and
/// newer ones take the place of those that were read long enough.
struct FilmList {
  /// Something that can be listed.
  struct Item {
    /// The days that it speaks of.
    var first, last: Day
    /// The last day on which it may still be listed.
    var end: Day
    /// The lower, the sooner it comes in.
    var rank: Int
  }

  struct Place: Hashable {
    var row: Int
    var days: ClosedRange<Day>
  }

  private let rowCount: Int
  private let items: [Item]
  /// The item in each row and its first day there.
  private var rows: [(item: Int, since: Day)?]
  private var places: [Place?]

  /// Days for which an item stays at least when others wait.
  private static let reading = 6
  private static let mostComing = 3

  /// How strongly something shows in a list: it comes in so many days and goes in so many, but is there on the first and last of a film.
  static func strength(_ listed: ClosedRange<Day>?, on day: Day, in film: ClosedRange<Day>, steps: Double) -> Double {
    guard let listed, listed.contains(day) else { return 0 }
    let come = listed.lowerBound == film.lowerBound ? 1 : Double(1 + listed.lowerBound.distance(to: day)) / steps
    let go = listed.upperBound == film.upperBound ? 1 : Double(1 + day.distance(to: listed.upperBound)) / steps
    return min(1, come, go)
  }

  /// - Returns: for each item its place; nil for those that never come in.
  static func arrange(_ items: [Item], rowCount: Int, _ days: ClosedRange<Day>) -> [Place?] {
    var list = FilmList(rowCount: rowCount, items: items)
    list.run(days)
    return list.places
  }

  private init(rowCount: Int, items: [Item]) {
    self.rowCount = rowCount
    self.items = items
    rows = Array(repeating: nil, count: rowCount)
    places = Array(repeating: nil, count: items.count)
  }

  private mutating func run(_ days: ClosedRange<Day>) {
    var waiting: [Int] = []
    let order = items.indices.sorted { (items[$0].first, items[$0].rank, $0) < (items[$1].first, items[$1].rank, $1) }
    var next = 0
    for day in days {
      for row in 0..<rowCount {
        if let entry = rows[row], items[entry.item].end < day { leave(row, on: day - 1) }
      }
      while next < order.count, items[order[next]].first <= day {
        if items[order[next]].end >= day { waiting.append(order[next]) }
        next += 1
      }
      // What is no news any more need not come in.
      waiting.removeAll { items[$0].first.distance(to: day) > 10 && day != days.lowerBound && items[$0].last < day }
      let atOnce = day == days.lowerBound ? rowCount : Self.mostComing
      for _ in 0..<atOnce where !waiting.isEmpty {
        guard let row = rows.firstIndex(where: { $0 == nil }) ?? oldest(on: day) else { break }
        if rows[row] != nil { leave(row, on: day - 1) }
        rows[row] = (waiting.removeFirst(), day)
      }
    }
    for row in 0..<rowCount { leave(row, on: days.upperBound) }
  }

  private func oldest(on day: Day) -> Int? {
    let old = rows.indices.filter { rows[$0].map { $0.since.distance(to: day) >= Self.reading } ?? false }
    return old.min { (rows[$0]?.since ?? day, $0) < (rows[$1]?.since ?? day, $1) }
  }

  private mutating func leave(_ row: Int, on day: Day) {
    guard let entry = rows[row] else { return }
    rows[row] = nil
    guard entry.since <= day else { return }
    places[entry.item] = Place(row: row, days: entry.since...day)
  }
}
