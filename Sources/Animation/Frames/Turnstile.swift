#if canImport(Glibc)
  import Glibc
#endif

/// Lets threads pass one after the other, in the order of their numbers.
final class Turnstile: @unchecked Sendable {
  // At an address of their own: threads are in them at the same time.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var next = 0
  private var isClosed = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Waits for the turn of `number`. - Returns: false when the turnstile has been closed.
  func wait(for number: Int) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while next != number, !isClosed { pthread_cond_wait(condition, mutex) }
    return !isClosed
  }

  /// Ends the turn of the number that was let through last.
  func pass() {
    pthread_mutex_lock(mutex)
    next += 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Nobody passes any more.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}

/// Runs a body on so many threads at once and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (_ thread: Int) -> Void) {
  final class Start: Sendable {
    let body: @Sendable (Int) -> Void
    let number: Int
    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  // The overlay recurses; the default of some systems is small.
  pthread_attr_setstacksize(&attributes, 16 << 20)
  defer { pthread_attr_destroy(&attributes) }
  var threads: [pthread_t] = []
  var refused: [Int] = []
  for number in 0..<max(1, count) {
    var thread = pthread_t()
    let start = Unmanaged.passRetained(Start(number, body))
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        start.body(start.number)
        return nil
      }, start.toOpaque())
    if status == 0 {
      threads.append(thread)
    } else {
      start.release()
      refused.append(number)
    }
  }
  // Without any thread the work is done here.
  if threads.isEmpty { for number in refused { body(number) } }
  for thread in threads { pthread_join(thread, nil) }
}
