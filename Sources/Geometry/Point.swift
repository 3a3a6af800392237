/// A kind of coordinate, so that degrees cannot meet pixels.
package protocol CoordinateSpace: Sendable {}

/// Longitude (`x`) and latitude (`y`) in degrees on WGS 84.
package enum Geographic: CoordinateSpace {}

/// Metres in the plane of a map projection; `y` grows northward.
package enum Projected: CoordinateSpace {}

/// CSS pixels (1/96 inch) on the sheet from its top-left corner; `y` grows downward.
package enum Page: CoordinateSpace {}

package struct Point<Space: CoordinateSpace>: Hashable, Sendable {
  package var x, y: Double

  @inlinable package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  @inlinable package var isFinite: Bool { x.isFinite && y.isFinite }

  /// Straight distance in the units of the space; on `Geographic` points it means nothing, use `Geodesic`.
  @inlinable package func distance(to other: Point) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The point a fraction `t` of the way to `other`.
  @inlinable package func lerp(to other: Point, _ t: Double) -> Point {
    Point(x + (other.x - x) * t, y + (other.y - y) * t)
  }

  @inlinable package static func + (a: Point, b: Vector<Space>) -> Point { Point(a.x + b.dx, a.y + b.dy) }
  @inlinable package static func - (a: Point, b: Point) -> Vector<Space> { Vector(a.x - b.x, a.y - b.y) }
}

/// A displacement in a space.
package struct Vector<Space: CoordinateSpace>: Hashable, Sendable {
  package var dx, dy: Double

  @inlinable package init(_ dx: Double, _ dy: Double) {
    self.dx = dx
    self.dy = dy
  }

  @inlinable package var length: Double { (dx * dx + dy * dy).squareRoot() }
  /// The vector of length 1 in this direction; zero stays zero.
  @inlinable package var unit: Vector { length > 0 ? Vector(dx / length, dy / length) : self }
  /// Turned by a quarter from the x axis towards the y axis.
  @inlinable package var perpendicular: Vector { Vector(-dy, dx) }

  @inlinable package static func * (v: Vector, k: Double) -> Vector { Vector(v.dx * k, v.dy * k) }
  @inlinable package static func + (a: Vector, b: Vector) -> Vector { Vector(a.dx + b.dx, a.dy + b.dy) }
  @inlinable package static prefix func - (v: Vector) -> Vector { Vector(-v.dx, -v.dy) }
}
