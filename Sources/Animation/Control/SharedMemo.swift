import Synchronization

/// Values that several threads need and that one of them makes, the last few kept.
final class SharedMemo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Entry: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private struct Table {
    var entries: [Key: Entry] = [:]
    var order: [Key] = []
    /// Of these there is always one.
    var kept: Set<Key> = []
  }

  private let table = Mutex(Table())
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The value of a key, made by the first thread that asks while others wait for it.
  ///
  /// - Parameter keeps: whether it stays for good.
  func value<Failure: Error>(_ key: Key, keeps: Bool = false, make: () throws(Failure) -> Value) throws(Failure) -> Value {
    let entry = table.withLock { table in
      if keeps { table.kept.insert(key) }
      if let known = table.entries[key] { return known }
      let entry = Entry()
      table.entries[key] = entry
      table.order.append(key)
      while table.order.count > limit {
        let oldest = table.order.removeFirst()
        if !table.kept.contains(oldest) { table.entries[oldest] = nil }
      }
      return entry
    }
    return try entry.value.withLock { value throws(Failure) in
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }
}
