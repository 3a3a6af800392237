import Geometry
import Synchronization
import Testing

struct ConcurrencyTests {
  @Test func `results come in the order of the items`() {
    let squares = concurrentMap(Array(0..<1000)) { number in number * number }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(concurrentMap([String]()) { $0.count } == [])
    #expect(concurrentMap(["alone"]) { $0.count } == [5])
  }

  @Test func `what is made ahead is made once, however many ask for it`() {
    let count = Atomic(0)
    let ahead = Ahead { () -> Int in
      count.add(1, ordering: .relaxed)
      return 42
    }
    #expect(concurrentMap(Array(0..<50)) { _ in ahead.value } == Array(repeating: 42, count: 50))
    #expect(count.load(ordering: .relaxed) == 1)
  }

  @Test func `work that itself is shared out comes to an end`() {
    let rows = concurrentMap(Array(0..<40)) { row in
      let inner = Ahead { concurrentMap(Array(0..<40)) { $0 + row }.reduce(0, +) }
      return inner.value
    }
    #expect(rows == (0..<40).map { row in (0..<40).map { $0 + row }.reduce(0, +) })
  }
}
