import Cartography
import Geometry
import Situation

extension FilmReel {
  /// The ground of each holding on the film's known days, computed on several threads.
  package func groundSeries(over days: ClosedRange<Day>, threads: Int) throws(FilmFailure) -> GroundSeries {
    let known = timeline.known.filter { $0.day <= days.upperBound }
    let table = try survey(known, threads: threads) { state in
      let ground = state.squareKilometres
      return timeline.holdings.map { holding in state.holdings.firstIndex(of: holding).map { ground[$0] } ?? 0 }
    }
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

  /// The holdings that have ground within an extent on any of the film's days, in the timeline's order.
  package func holdings(within extent: Extent<Geographic>, threads: Int) throws(FilmFailure) -> [ControlArea.Holding] {
    let table = try survey(timeline.known, threads: threads) { state in
      Set(state.holdings.indices.filter { state.coverage.hasGround($0, within: extent) }.map { state.holdings[$0] })
    }
    let seen = table.values.reduce(into: Set<ControlArea.Holding>()) { $0.formUnion($1) }
    return timeline.holdings.filter(seen.contains)
  }

  /// Looks at every state of some days. States are kept for the film's frames as long as there is room for them, some 50 MB.
  private func survey<Row: Sendable>(
    _ known: [ControlTimeline.Known], threads: Int, _ measure: @escaping @Sendable (ControlState) -> Row
  ) throws(FilmFailure) -> [Int: Row] {
    // In the order of the days: what one day has computed helps the next.
    var isListed: Set<Int> = []
    let wanted = known.map(\.state).filter { isListed.insert($0).inserted }
    let results = SurveyTable<Row>()
    let next = FrameCount()
    let vertices = FrameCount()
    onThreads(threads) { _ in
      while true {
        let index = next.add(1) - 1
        if index >= wanted.count { return }
        do throws(FilmFailure) {
          let state = vertices.add(0) < 3_000_000 ? try keep(wanted[index]) : try self.state(wanted[index])
          _ = vertices.add(state.coverage.arcs.reduce(0) { $0 + $1.points.count })
          results.set(wanted[index], measure(state))
        } catch {
          results.fail(error)
          return
        }
      }
    }
    return try results.rows()
  }
}

extension Coverage {
  fileprivate func hasGround(_ area: Area, within box: Extent<Geographic>) -> Bool {
    outlines { $0 == area }.contains { outline in
      let ring = points(of: outline)
      guard Extent(around: ring).intersects(box) else { return false }
      return abs(Ring(clip(ring: ring, to: box)).doubledSignedArea) > 1e-6
    }
  }
}
