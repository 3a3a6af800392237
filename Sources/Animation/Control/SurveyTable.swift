import Synchronization

/// What threads find out about states of control, by the state's number.
final class SurveyTable<Row: Sendable>: Sendable {
  private struct State {
    var rows: [Int: Row] = [:]
    var failure: FilmFailure?
  }

  private let state = Mutex(State())

  func set(_ key: Int, _ row: Row) { state.withLock { $0.rows[key] = row } }

  func fail(_ failure: FilmFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

  func rows() throws(FilmFailure) -> [Int: Row] {
    let found = state.withLock { $0 }
    if let failure = found.failure { throw failure }
    return found.rows
  }
}
