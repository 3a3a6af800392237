import Geometry

extension PageTransform {
  /// Where the frame has more room than the view needs, lets it show what is known rather than what lies beyond the land layers' end: the
  /// view stays in the frame but need not stay in its middle.
  mutating func move(
    toward covered: Extent<Geographic>, _ projection: borrowing Projection, seeing view: Extent<Geographic>, _ box: Extent<Projected>,
    in frame: Extent<Page>
  ) {
    let seen = inverse(frame)
    /// How far along one axis, in metres: no farther than the view lets, and no farther than the other side's end.
    func shift(_ low: Double, _ high: Double, _ coveredLow: Double, _ coveredHigh: Double, _ viewLow: Double, _ viewHigh: Double) -> Double
    {
      if low < coveredLow, high < coveredHigh { return max(0, min(coveredLow - low, coveredHigh - high, viewLow - low)) }
      if high > coveredHigh, low > coveredLow { return min(0, max(coveredHigh - high, coveredLow - low, viewHigh - high)) }
      return 0
    }
    // The sides of the covered ground run aslant on the map: what counts is where they run beside the view.
    func side(_ from: Point<Geographic>, _ to: Point<Geographic>) -> [Point<Projected>] {
      projection.project((0...8).map { from.lerp(to: to, Double($0) / 8) }).filter(\.isFinite)
    }
    let (south, north) = (max(covered.minY, view.minY), min(covered.maxY, view.maxY))
    let (west, east) = (max(covered.minX, view.minX), min(covered.maxX, view.maxX))
    guard south < north, west < east else { return }
    let left = side(Point(covered.minX, south), Point(covered.minX, north)).map(\.x).max()
    let right = side(Point(covered.maxX, south), Point(covered.maxX, north)).map(\.x).min()
    let foot = side(Point(west, covered.minY), Point(east, covered.minY)).map(\.y).max()
    let head = side(Point(west, covered.maxY), Point(east, covered.maxY)).map(\.y).min()
    guard let left, let right, let foot, let head else { return }
    let across = shift(seen.minX, seen.maxX, left, right, box.minX, box.maxX)
    let up = shift(seen.minY, seen.maxY, foot, head, box.minY, box.maxY)
    origin = Point(origin.x - across * scale, origin.y + up * scale)
  }
}
