/// An axis-parallel box. An empty box has `minX > maxX`.
package struct Extent<Space: CoordinateSpace>: Hashable, Sendable {
  package var minX, minY, maxX, maxY: Double

  @inlinable package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box that holds nothing; the neutral element of `include`.
  @inlinable package static var empty: Extent { Extent(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity) }

  @inlinable package init(around points: some Sequence<Point<Space>>) {
    self = .empty
    for point in points { include(point) }
  }

  @inlinable package var isEmpty: Bool { minX > maxX || minY > maxY }
  @inlinable package var width: Double { max(0, maxX - minX) }
  @inlinable package var height: Double { max(0, maxY - minY) }
  @inlinable package var center: Point<Space> { Point((minX + maxX) / 2, (minY + maxY) / 2) }
  @inlinable package var corners: [Point<Space>] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }

  @inlinable package mutating func include(_ p: Point<Space>) {
    minX = min(minX, p.x)
    minY = min(minY, p.y)
    maxX = max(maxX, p.x)
    maxY = max(maxY, p.y)
  }

  @inlinable package mutating func include(_ other: Extent) {
    guard !other.isEmpty else { return }
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  @inlinable package func contains(_ p: Point<Space>) -> Bool { p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY }
  @inlinable package func contains(_ o: Extent) -> Bool {
    o.minX >= minX && o.maxX <= maxX && o.minY >= minY && o.maxY <= maxY
  }
  @inlinable package func intersects(_ o: Extent) -> Bool {
    minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY
  }
  /// Grown by `margin` on every side; a negative margin shrinks.
  @inlinable package func inset(by margin: Double) -> Extent {
    Extent(minX: minX + margin, minY: minY + margin, maxX: maxX - margin, maxY: maxY - margin)
  }
}
