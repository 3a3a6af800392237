/// The values that were asked for last.
package struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var entries: [(key: Key, value: Value)] = []
  private let limit: Int

  package init(limit: Int) { self.limit = limit }

  package subscript(key: Key) -> Value? {
    mutating get {
      guard let index = entries.lastIndex(where: { $0.key == key }) else { return nil }
      let entry = entries.remove(at: index)
      entries.append(entry)
      return entry.value
    }
    set {
      entries.removeAll { $0.key == key }
      if let newValue { entries.append((key, newValue)) }
      if entries.count > limit { entries.removeFirst() }
    }
  }
}
