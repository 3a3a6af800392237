/// Trims the steps of a sweep until at every moment each holder has handed over to each other the same share of the ground that it will
/// have handed over at the end. Every holder's ground, and that of several together, then grows or shrinks evenly, whatever it gains in one
/// place while it loses in another.
///
/// Contours are as exact as the cells they are traced on. What that leaves, a few cells' ground, is cut off one step and shown with
/// the next or the last.
struct SweepPacing {
  /// A part of a step: `polygon` as far as it lies in `part`.
  struct Piece {
    var polygon: Polygon<Geographic>
    var extent: Extent<Geographic>
    var part = Extent<Geographic>(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)
    /// Square metres.
    var ground: Double
    var turn: Int

    init(_ polygon: Polygon<Geographic>, turn: Int) {
      self.polygon = polygon
      self.turn = turn
      extent = polygon.extent
      ground = Geodesic.wgs84.area(of: polygon)
    }

    func contains(_ p: Point<Geographic>) -> Bool { extent.contains(p) && part.contains(p) && polygon.contains(p) }
  }

  private(set) var pieces: [Piece]
  /// Where steps are cut in two.
  private(set) var cuts: [[GridPoint]] = []

  /// Square metres; a cut on the grid is no finer than about this.
  private static let tolerance = 100.0

  /// - Parameters:
  ///   - pieces: of all ground that one holder hands over to another.
  ///   - moments: of the steps, as shares of the ground.
  init(_ pieces: [Piece], moments: [Double]) {
    self.pieces = pieces
    let total = pieces.reduce(0) { $0 + $1.ground }
    for (index, moment) in moments.enumerated() {
      let step = index + 1
      var early = self.pieces.reduce(-moment * total) { $0 + ($1.turn <= step ? $1.ground : 0) }
      while early > Self.tolerance, let last = largest(where: { $0 <= step }, nearest: { -$0 }) {
        early -= move(last, early, to: step + 1)
      }
      while early < -Self.tolerance, let next = largest(where: { $0 > step }, nearest: { $0 }) {
        early += move(next, -early, to: step)
      }
    }
  }

  /// Of the pieces whose turn is nearest the largest.
  private func largest(where isMeant: (Int) -> Bool, nearest order: (Int) -> Int) -> Int? {
    pieces.indices.filter { isMeant(pieces[$0].turn) && pieces[$0].ground > 0 }.min { a, b in
      (order(pieces[a].turn), -pieces[a].ground, a) < (order(pieces[b].turn), -pieces[b].ground, b)
    }
  }

  /// Gives so much of a piece, or all of it, another turn. - Returns: how much it was.
  private mutating func move(_ index: Int, _ wanted: Double, to turn: Int) -> Double {
    let piece = pieces[index]
    guard piece.ground > wanted + Self.tolerance, let half = cutOff(wanted, of: piece) else {
      pieces[index].turn = turn
      return piece.ground
    }
    var (mine, rest) = (half, piece)
    mine.turn = turn
    rest.part.minX = mine.part.maxX
    rest.ground -= mine.ground
    cuts += Self.cut(piece, at: mine.part.maxX)
    pieces[index] = rest
    pieces.append(mine)
    // What the grid is too coarse for is left to the next step.
    return wanted
  }

  // MARK: cuts

  /// The part of a piece to the west of a meridian that has so much ground. Meridians are geodesics: cut along them, the parts of a
  /// polygon have as much ground as the whole.
  private func cutOff(_ wanted: Double, of piece: Piece) -> Piece? {
    let rings = piece.polygon.rings.map { clip(ring: $0.points, to: piece.part) }.filter { !$0.isEmpty }
    var box = Extent<Geographic>.empty
    for p in rings.joined() { box.include(p) }
    guard !box.isEmpty else { return nil }
    func clipped(_ at: Double) -> [Ring<Geographic>] {
      rings.map { Ring(clip(ring: $0, to: Extent(minX: -.infinity, minY: -.infinity, maxX: at, maxY: .infinity))) }
    }
    func flat(_ at: Double) -> Double {
      var sum = 0.0
      for (number, ring) in clipped(at).enumerated() { sum += (number == 0 ? 1 : -1) * Self.flatGround(ring) }
      return sum
    }
    // On the plane by halving, then on the ellipsoid by rule of three.
    var aim = wanted / piece.ground * flat(.infinity)
    var (cut, ground) = (0.0, 0.0)
    for _ in 0..<4 {
      var (low, high) = (box.minX, box.maxX)
      while high - low > 0.5 / GridPoint.stepsPerDegree {
        let middle = (low + high) / 2
        if flat(middle) < aim { low = middle } else { high = middle }
      }
      cut = (high * GridPoint.stepsPerDegree).rounded() / GridPoint.stepsPerDegree
      let halves = clipped(cut).filter { $0.points.count > 2 }
      guard let first = halves.first else { return nil }
      ground = Geodesic.wgs84.area(of: Polygon(exterior: first, holes: Array(halves.dropFirst())))
      guard ground > 0 else { return nil }
      if abs(ground - wanted) < Self.tolerance { break }
      aim *= wanted / ground
    }
    guard cut > box.minX, cut < box.maxX, ground < piece.ground else { return nil }
    var result = piece
    result.part.maxX = cut
    result.ground = ground
    return result
  }

  /// Square degrees, each worth what a degree of longitude is there.
  private static func flatGround(_ ring: Ring<Geographic>) -> Double {
    guard var a = ring.points.last else { return 0 }
    var sum = 0.0
    for b in ring.points {
      let middle = (a.y + b.y) / 2 * .pi / 180
      // The integral of the sine of the latitude along the edge.
      sum += (b.x - a.x) * (middle - middle * middle * middle / 6 + middle * middle * middle * middle * middle / 120)
      a = b
    }
    return abs(sum)
  }

  /// The meridian as far as it lies in a piece, and a few centimetres beyond.
  private static func cut(_ piece: Piece, at x: Double) -> [[GridPoint]] {
    var crossings: [Double] = []
    for ring in piece.polygon.rings {
      guard var a = ring.points.last else { continue }
      for b in ring.points {
        if (a.x > x) != (b.x > x) { crossings.append(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)) }
        a = b
      }
    }
    crossings.sort()
    let beyond = 4 / GridPoint.stepsPerDegree
    return stride(from: 0, to: crossings.count - 1, by: 2).map { index in
      [GridPoint(Point(x, crossings[index] - beyond)), GridPoint(Point(x, crossings[index + 1] + beyond))]
    }
  }
}
