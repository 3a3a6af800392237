import Dispatch
import Synchronization

/// Something that is made on another core while its reader is still busy with other things.
///
/// Who comes first makes it: a reader that needs it before another core has begun does the work itself and does not wait.
package final class Ahead<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let isTaken = Atomic(false)
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchGroup()

  /// - Parameter make: must not wait for the reader.
  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    isMade.enter()
    DispatchQueue.global(qos: .userInitiated).async { [self] in begin() }
  }

  package var value: Value {
    begin()
    isMade.wait()
    return made.withLock { $0 } ?? make()
  }

  private func begin() {
    guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else { return }
    let value = make()
    made.withLock { $0 = value }
    isMade.leave()
  }
}
