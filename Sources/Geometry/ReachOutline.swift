/// The outline of all ground within the reach of some site, with gaps bridged that a disc of a given radius does not fit into: what a ball
/// of that radius touches when it rolls along the reaches from outside.
///
/// Edelsbrunner, H., Kirkpatrick, D., Seidel, R. (1983), On the shape of a set of points in the plane, doi:10.1109/TIT.1983.1056714, for
/// discs instead of points.
struct ReachOutline {
  struct Disc: Hashable {
    var center: Point<Projected>
    var radius: Double
  }

  private let discs: [Disc]
  private let ball: Double
  /// For each disc the directions in which nothing else stops the ball, in radians from the x axis; they may run past a whole turn.
  private var free: [[ClosedRange<Double>]] = []
  /// Where the ball's centre is stopped by two discs at once.
  private var corners: [Point<Projected>] = []
  /// Lines that meet in equal end points and together close the ground; where the ball passes itself they cross.
  private(set) var pieces: [[Point<Projected>]] = []

  private static let step = 7.5 * Double.pi / 180
  private static let turn = 2 * Double.pi

  /// - Parameter ball: the radius in metres; 0 bridges nothing.
  init(_ given: [Disc], ball: Double = 0) {
    self.ball = ball
    let sorted = given.sorted { ($0.center.x, $0.center.y, -$0.radius) < ($1.center.x, $1.center.y, -$1.radius) }
    discs = sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1].center != $0.element.center }.map(\.element)
    let widest = (discs.map(\.radius).max() ?? 0) + ball
    for index in discs.indices { roll(along: index, neighbours(of: index, within: discs[index].radius + ball + widest)) }
  }

  /// Whether a point is within a reach or on bridged ground.
  func holds(_ p: Point<Projected>) -> Bool {
    let distances = discs.map { $0.center.distance(to: p) }
    if discs.indices.contains(where: { distances[$0] <= discs[$0].radius }) { return true }
    if ball == 0 || corners.contains(where: { $0.distance(to: p) < ball }) { return false }
    var isNear = false
    for (index, disc) in discs.enumerated() where distances[index] <= disc.radius + ball {
      isNear = true
      let direction = angle(y: p.y - disc.center.y, x: p.x - disc.center.x)
      let turns = [direction - Self.turn, direction, direction + Self.turn, direction + 2 * Self.turn]
      if free[index].contains(where: { range in turns.contains { range.contains($0) } }) { return false }
    }
    return isNear
  }

  // MARK: rolling

  /// Directions in which another disc is in the way of the ball.
  private struct Stop {
    var from, to: Double
    var other: Int
  }

  private mutating func roll(along index: Int, _ others: [Int]) {
    let disc = discs[index]
    let reach = disc.radius + ball
    var stops: [Stop] = []
    for other in others {
      let far = disc.center.distance(to: discs[other].center)
      let otherReach = discs[other].radius + ball
      if far + reach <= otherReach {
        free.append([])
        return
      }
      if far >= reach + otherReach || far + otherReach <= reach { continue }
      let toward = angle(y: discs[other].center.y - disc.center.y, x: discs[other].center.x - disc.center.x)
      let half = arcCosine((reach * reach + far * far - otherReach * otherReach) / (2 * reach * far))
      let from = toward - half < 0 ? toward - half + Self.turn : toward - half
      stops.append(Stop(from: from, to: from + 2 * half, other: other))
    }
    stops.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    guard let first = stops.first else {
      free.append([0...Self.turn])
      let circle = samples(disc, 0...Self.turn)
      pieces.append(circle + circle.prefix(1))
      return
    }
    var ranges: [ClosedRange<Double>] = []
    // Once round, beginning where the first stop ends, or one that comes from before the x axis if that ends later.
    let widest = stops.max { $0.to < $1.to } ?? first
    var last =
      widest.to - Self.turn > first.to ? Stop(from: widest.from - Self.turn, to: widest.to - Self.turn, other: widest.other) : first
    for next in stops.dropFirst() + [Stop(from: first.from + Self.turn, to: first.to + Self.turn, other: first.other)] {
      if next.from > last.to {
        ranges.append(last.to...next.from)
        let start = corner(index, last.other, isAhead: true)
        let end = corner(index, next.other, isAhead: false)
        pieces.append([touch(disc, start)] + samples(disc, last.to...next.from) + [touch(disc, end)])
        corners.append(end)
        if ball > 0 { pieces.append(hollow(around: end, from: disc, to: discs[next.other])) }
      }
      if next.to > last.to { last = next }
    }
    free.append(ranges)
  }

  /// Points of a disc's rim at whole multiples of the step, so that two outlines with the disc have them in common.
  private func samples(_ disc: Disc, _ range: ClosedRange<Double>) -> [Point<Projected>] {
    let first = (range.lowerBound / Self.step).rounded(.up)
    let last = (range.upperBound / Self.step).rounded(.down)
    let count = Int((Self.turn / Self.step).rounded())
    return stride(from: first, through: last, by: 1).compactMap { number in
      let angle = number * Self.step
      // A vertex a few metres from the end of its piece would only make a spike.
      if min(angle - range.lowerBound, range.upperBound - angle) < 0.01 * Self.step, range.upperBound - range.lowerBound < Self.turn {
        return nil
      }
      if range.upperBound - range.lowerBound >= Self.turn, number == last { return nil }
      let whole = Double(((Int(number) % count) + count) % count) * Self.step
      return Point(disc.center.x + disc.radius * cosine(whole), disc.center.y + disc.radius * sine(whole))
    }
  }

  /// Where the ball touches a disc when it is stopped at a corner.
  private func touch(_ disc: Disc, _ corner: Point<Projected>) -> Point<Projected> {
    ball > 0 ? corner + (disc.center - corner).unit * ball : corner
  }

  /// The ball's rim between two discs that it touches.
  private func hollow(around corner: Point<Projected>, from a: Disc, to b: Disc) -> [Point<Projected>] {
    let start = angle(y: a.center.y - corner.y, x: a.center.x - corner.x)
    var sweep = angle(y: b.center.y - corner.y, x: b.center.x - corner.x) - start
    if sweep > .pi { sweep -= Self.turn } else if sweep < -.pi { sweep += Self.turn }
    let count = max(2, (abs(sweep) / Self.step).rounded(.up))
    let middle = stride(from: 1, to: count, by: 1).map { number -> Point<Projected> in
      let direction = start + sweep * number / count
      return Point(corner.x + ball * cosine(direction), corner.y + ball * sine(direction))
    }
    return [touch(a, corner)] + middle + [touch(b, corner)]
  }

  /// Where the ball's centre meets two discs at once, the same to the last bit whichever of them asks.
  /// - Parameter isAhead: of the two such places the one counterclockwise of the other disc, seen from the first.
  private func corner(_ index: Int, _ other: Int, isAhead: Bool) -> Point<Projected> {
    let (a, b) = (discs[min(index, other)], discs[max(index, other)])
    let (reachA, reachB) = (a.radius + ball, b.radius + ball)
    let far = a.center.distance(to: b.center)
    let along = (reachA * reachA - reachB * reachB + far * far) / (2 * far)
    let aside = max(0, reachA * reachA - along * along).squareRoot()
    let direction = (b.center - a.center).unit
    let side = isAhead == (index < other) ? aside : -aside
    return a.center + direction * along + direction.perpendicular * side
  }

  /// The other discs whose centres lie within a distance; the discs are sorted by `x`.
  private func neighbours(of index: Int, within limit: Double) -> [Int] {
    let center = discs[index].center
    var found: [Int] = []
    var low = index - 1
    while low >= 0, center.x - discs[low].center.x < limit {
      if discs[low].center.distance(to: center) < limit { found.append(low) }
      low -= 1
    }
    var high = index + 1
    while high < discs.count, discs[high].center.x - center.x < limit {
      if discs[high].center.distance(to: center) < limit { found.append(high) }
      high += 1
    }
    return found
  }
}
