/// Traces the lines along which a grid of numbers takes one value: marching squares, with corners that say nothing left out.
///
/// Lorensen, W. E., Cline, H. E. (1987), Marching cubes, doi:10.1145/37402.37422, in two dimensions.
struct ContourTracer {
  private let times: [Float]
  private let columns: Int
  /// Squares of four cells that all say something, named by the south-western one, and the range of times in each.
  private var squares: [(cell: Int, least: Float, most: Float)] = []

  /// - Parameter times: row by row; NaN where a cell says nothing.
  init(times: [Float], columns: Int) {
    self.times = times
    self.columns = columns
    for cell in 0..<max(0, times.count - columns - 1) {
      let (a, b, c, d) = (times[cell], times[cell + 1], times[cell + columns], times[cell + columns + 1])
      if a.isNaN || b.isNaN || c.isNaN || d.isNaN { continue }
      let (least, most) = (min(a, b, c, d), max(a, b, c, d))
      if least < most { squares.append((cell, least, most)) }
    }
  }

  /// An edge between two cells: twice the lower cell's number, and one more when it runs north.
  private typealias EdgeNumber = Int

  /// Lines in cells from the middle of cell 0.
  func lines(at level: Float) -> [[Point<Projected>]] {
    var links: [EdgeNumber: (Int, Int)] = [:]
    func join(_ a: EdgeNumber, _ b: EdgeNumber) {
      for (from, to) in [(a, b), (b, a)] {
        if let known = links[from] { links[from] = (known.0, to) } else { links[from] = (to, -1) }
      }
    }
    for (square, least, most) in squares where least < level && level <= most {
      let corners = [square, square + 1, square + columns + 1, square + columns]
      let values = corners.map { times[$0] }
      // South, east, north, west.
      let edges = [2 * square, 2 * (square + 1) + 1, 2 * (square + columns), 2 * square + 1]
      let isIn = values.map { $0 < level }
      let crossed = (0..<4).filter { isIn[$0] != isIn[($0 + 1) % 4] }
      if crossed.count == 2 {
        join(edges[crossed[0]], edges[crossed[1]])
      } else if crossed.count == 4 {
        // A saddle: the mean says which corners hang together.
        let middleIsIn = (values[0] + values[1] + values[2] + values[3]) / 4 < level
        if isIn[0] == middleIsIn {
          join(edges[0], edges[1])
          join(edges[2], edges[3])
        } else {
          join(edges[3], edges[0])
          join(edges[1], edges[2])
        }
      }
    }
    return chains(&links, level)
  }

  private func chains(_ links: inout [EdgeNumber: (Int, Int)], _ level: Float) -> [[Point<Projected>]] {
    var result: [[Point<Projected>]] = []
    let order = links.keys.sorted()
    // Open lines from their ends first, then rings.
    for endsOnly in [true, false] {
      for start in order {
        guard let first = links[start], !endsOnly || first.1 < 0 else { continue }
        var line: [Point<Projected>] = []
        var current = start
        var previous = -1
        while let link = links.removeValue(forKey: current) {
          line.append(position(current, level))
          let next = link.0 != previous ? link.0 : link.1
          previous = current
          current = next
        }
        if !endsOnly { line.append(position(start, level)) }
        if line.count > 1 { result.append(line) }
      }
    }
    return result
  }

  private func position(_ edge: EdgeNumber, _ level: Float) -> Point<Projected> {
    let cell = edge / 2
    let isNorthward = edge % 2 == 1
    let (a, b) = (times[cell], times[cell + (isNorthward ? columns : 1)])
    let share = a == b ? 0.5 : Double((level - a) / (b - a))
    let (x, y) = (Double(cell % columns), Double(cell / columns))
    return isNorthward ? Point(x, y + share) : Point(x + share, y)
  }
}
