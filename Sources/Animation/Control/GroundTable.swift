import Synchronization

/// Figures that threads gather.
final class GroundTable: Sendable {
  private struct State {
    var rows: [Int: [Double]] = [:]
    var failure: FilmFailure?
  }

  private let state = Mutex(State())

  func set(_ key: Int, _ row: [Double]) { state.withLock { $0.rows[key] = row } }

  func fail(_ failure: FilmFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

  func rows() throws(FilmFailure) -> [Int: [Double]] {
    let found = state.withLock { $0 }
    if let failure = found.failure { throw failure }
    return found.rows
  }
}
