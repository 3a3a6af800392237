/// Numbers in groups that are joined two by two (union-find).
struct DisjointSets {
  private var parent: [Int]

  /// Each number from 0 on in a group of its own.
  init(count: Int) { parent = Array(0..<count) }

  /// The number that stands for the group of this one.
  mutating func root(_ number: Int) -> Int {
    var number = number
    while parent[number] != number {
      parent[number] = parent[parent[number]]
      number = parent[number]
    }
    return number
  }

  mutating func join(_ a: Int, _ b: Int) { parent[root(a)] = root(b) }
}
