import Cartography
import Geometry
import Situation

extension FilmReel {
  /// The ground of each holding on the film's known days, computed on several threads.
  package func groundSeries(over days: ClosedRange<Day>, threads: Int) throws(FilmFailure) -> GroundSeries {
    let known = timeline.known.filter { $0.day <= days.upperBound }
    let states = Array(Set(known.map(\.state))).sorted()
    let results = GroundTable()
    let next = FrameCount()
    onThreads(threads) { _ in
      while true {
        let index = next.add(1) - 1
        if index >= states.count { return }
        do throws(FilmFailure) {
          let state = try timeline.load(states[index])
          let ground = state.squareKilometres
          results.set(states[index], timeline.holdings.map { holding in state.holdings.firstIndex(of: holding).map { ground[$0] } ?? 0 })
        } catch {
          results.fail(error)
          return
        }
      }
    }
    let table = try results.rows()
    var points: [(day: Day, row: [Double])] = []
    for (index, entry) in known.enumerated() {
      guard let row = table[entry.state] else { continue }
      // Without a sweep the ground keeps its size until the day before.
      if index > 0, !interpolates || known[index - 1].state == entry.state, let before = table[known[index - 1].state] {
        points.append((entry.day - 1, before))
      }
      points.append((max(entry.day, days.lowerBound), row))
    }
    if let last = points.last, last.day < days.upperBound { points.append((days.upperBound, last.row)) }
    return GroundSeries(days: points.map(\.day), holdings: timeline.holdings, squareKilometres: points.map(\.row))
  }
}
