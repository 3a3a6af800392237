/// A longitude and latitude on a grid of 1e-7 degrees (about 1 cm), so that equal points are equal numbers.
struct GridPoint: Hashable, Sendable {
  static let stepsPerDegree = 1e7

  var x, y: Int32

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// Points off the globe are moved to its edge, numbers that are none to zero; readers have refused both before.
  @inline(__always) init(_ p: Point<Geographic>) {
    self.x = Self.steps(p.x)
    self.y = Self.steps(p.y)
  }

  /// Rounds half away from zero without a call into the mathematical library.
  @inline(__always) private static func steps(_ degrees: Double) -> Int32 {
    let exact = degrees * stepsPerDegree
    guard exact > -2e9, exact < 2e9 else { return exact >= 2e9 ? 2_000_000_000 : exact <= -2e9 ? -2_000_000_000 : 0 }
    return Int32(exact < 0 ? exact - 0.5 : exact + 0.5)
  }

  var point: Point<Geographic> { Point(Double(x) / Self.stepsPerDegree, Double(y) / Self.stepsPerDegree) }

  /// By `x`, then by `y`.
  @inline(__always) static func precedes(_ a: GridPoint, _ b: GridPoint) -> Bool { a.x != b.x ? a.x < b.x : a.y < b.y }

  /// Whether a pair of points comes before another, by its first, then by its second.
  static func precede(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool { a == c ? precedes(b, d) : precedes(a, c) }

  /// On which side of the line from `a` to `b` the point `c` lies: 1 left, -1 right, 0 on it. Exact.
  @inline(__always) static func side(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int {
    let p = (Int64(b.x) - Int64(a.x)).multipliedReportingOverflow(by: Int64(c.y) - Int64(a.y))
    let q = (Int64(b.y) - Int64(a.y)).multipliedReportingOverflow(by: Int64(c.x) - Int64(a.x))
    if !p.overflow, !q.overflow { return p.partialValue > q.partialValue ? 1 : p.partialValue < q.partialValue ? -1 : 0 }
    let wideP = Int128(Int64(b.x) - Int64(a.x)) * Int128(Int64(c.y) - Int64(a.y))
    let wideQ = Int128(Int64(b.y) - Int64(a.y)) * Int128(Int64(c.x) - Int64(a.x))
    return wideP > wideQ ? 1 : wideP < wideQ ? -1 : 0
  }

  /// Whether `p`, known to be on the line through `a` and `b`, lies between them or on one of them.
  @inline(__always) static func isBetween(_ a: GridPoint, _ b: GridPoint, _ p: GridPoint) -> Bool {
    min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y && p.y <= max(a.y, b.y)
  }

  /// Whether the direction from `center` to `a` comes before that to `b`, counterclockwise from east. Exact.
  static func turnsBefore(_ a: GridPoint, _ b: GridPoint, around center: GridPoint) -> Bool {
    let aIsLower = a.y < center.y || (a.y == center.y && a.x < center.x)
    let bIsLower = b.y < center.y || (b.y == center.y && b.x < center.x)
    return aIsLower == bIsLower ? side(center, a, b) > 0 : bIsLower
  }

  /// Whether two edges meet anywhere but in an end that both share.
  @inline(__always) static func edgesConflict(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
    if a == c || a == d || b == c || b == d {
      let shared = a == c || a == d ? a : b
      let other = shared == a ? b : a
      let far = shared == c ? d : c
      if other == far { return true }  // one edge, met twice
      return side(shared, other, far) == 0 && (isBetween(shared, other, far) || isBetween(shared, far, other))
    }
    let c1 = side(a, b, c)
    let d1 = side(a, b, d)
    if c1 != 0, c1 == d1 { return false }
    let a1 = side(c, d, a)
    let b1 = side(c, d, b)
    if a1 != 0, a1 == b1 { return false }
    if c1 != 0 && d1 != 0 && a1 != 0 && b1 != 0 { return true }
    return c1 == 0 && isBetween(a, b, c) || d1 == 0 && isBetween(a, b, d) || a1 == 0 && isBetween(c, d, a)
      || b1 == 0 && isBetween(c, d, b)
  }
}
