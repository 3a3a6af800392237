import Geometry

/// What labels must not cover, and what they had better not.
package struct LabelObstacles: Sendable {
  private struct Course: Sendable {
    var from, to: Point<Page>
    /// For each px of it that is covered.
    var cost: Double
  }

  private let grid: GridCells
  private var solids: [InkPart] = []
  /// Labels of the same owner may lie on it: a name does not shun its own symbol.
  private var owners: [String?] = []
  private var courses: [Course] = []
  private var solidsIn: [[Int32]]
  private var coursesIn: [[Int32]]

  package init(_ frame: Extent<Page>) {
    grid = GridCells(frame, side: 32)
    solidsIn = Array(repeating: [], count: grid.count)
    coursesIn = Array(repeating: [], count: grid.count)
  }

  /// Keeps every label off a piece of the sheet, but those of its owner.
  package mutating func reserve(_ part: InkPart, owner: String? = nil) {
    let index = Int32(solids.count)
    solids.append(part)
    owners.append(owner)
    grid.forEach(in: part.box) { solidsIn[$0].append(index) }
  }

  package mutating func reserve(_ box: Extent<Page>, owner: String? = nil) { reserve(InkPart(box), owner: owner) }

  /// Makes covering a line cost so much for each px of it.
  package mutating func reserve(line: [Point<Page>], cost: Double) {
    for (a, b) in zip(line, line.dropFirst()) where a.isFinite && b.isFinite && a != b {
      let index = Int32(courses.count)
      courses.append(Course(from: a, to: b, cost: cost))
      grid.forEach(in: Extent(around: [a, b])) { cell in
        if Segments.range(a, b, in: grid.box(of: cell)) != nil { coursesIn[cell].append(index) }
      }
    }
  }

  package func isBlocked(_ ink: [InkPart], owner: String?) -> Bool {
    for part in ink {
      var isBlocked = false
      grid.forEach(in: part.box) { cell in
        if isBlocked { return }
        for index in solidsIn[cell] {
          if solids[Int(index)].overlaps(part), owners[Int(index)] == nil || owners[Int(index)] != owner {
            isBlocked = true
            return
          }
        }
      }
      if isBlocked { return true }
    }
    return false
  }

  /// What covering the lines under a label costs. Each cell counts its own piece of a line, so none is counted twice.
  package func cost(_ ink: [InkPart]) -> Double {
    var sum = 0.0
    for part in ink {
      // A leader line crosses other lines without hiding them.
      if part.isLeader { continue }
      grid.forEach(in: part.box) { cell in
        if coursesIn[cell].isEmpty { return }
        let piece = part.box.intersection(grid.box(of: cell))
        for index in coursesIn[cell] {
          let course = courses[Int(index)]
          sum += course.cost * Segments.length(course.from, course.to, in: piece)
        }
      }
    }
    return sum
  }
}
