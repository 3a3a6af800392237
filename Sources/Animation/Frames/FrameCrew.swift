import Synchronization

/// Draws many frames on several threads; what each does in its turn happens in the order of the frames.
struct FrameCrew: Sendable {
  let film: Film
  let threads: Int
  let isStopped: @Sendable () -> Bool

  /// - Parameter work: draws one frame, the `number`th of those asked for; it must wait for its turn and end it, once.
  func run(
    _ count: Int, _ work: @escaping @Sendable (_ artist: inout FrameArtist, _ number: Int, _ turn: Turnstile) throws(FilmFailure) -> Void
  ) throws(FilmFailure) {
    let turn = Turnstile()
    let shared = CrewState()
    onThreads(max(1, min(threads, count))) { _ in
      do throws(FilmFailure) {
        var artist = try FrameArtist(film)
        while !isStopped() {
          let number = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue
          if number >= count { return }
          try work(&artist, number, turn)
        }
        throw .interrupted
      } catch {
        shared.failure.withLock { if $0 == nil { $0 = error } }
        turn.close()
      }
    }
    if let failure = shared.failure.withLock({ $0 }) { throw failure }
  }
}

private final class CrewState: Sendable {
  let next = Atomic<Int>(0)
  let failure = Mutex<FilmFailure?>(nil)
}
