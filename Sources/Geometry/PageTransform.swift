/// Metres of the projection to pixels of the sheet, north up: a scale and a shift.
package struct PageTransform: Hashable, Sendable {
  /// Pixels per metre.
  package var scale: Double
  /// Where the projection's origin falls on the page.
  package var origin: Point<Page>

  package init(scale: Double, origin: Point<Page>) {
    self.scale = scale
    self.origin = origin
  }

  /// Shows all of `extent` inside `frame`, centred, as large as possible; the frame may show more on one axis.
  package init(fitting extent: Extent<Projected>, into frame: Extent<Page>) {
    let width = max(extent.width, 1e-9)
    let height = max(extent.height, 1e-9)
    scale = min(frame.width / width, frame.height / height)
    let center = extent.center
    let middle = frame.center
    origin = Point(middle.x - center.x * scale, middle.y + center.y * scale)
  }

  package func callAsFunction(_ p: Point<Projected>) -> Point<Page> { Point(origin.x + p.x * scale, origin.y - p.y * scale) }
  package func inverse(_ p: Point<Page>) -> Point<Projected> { Point((p.x - origin.x) / scale, (origin.y - p.y) / scale) }
  package func inverse(_ box: Extent<Page>) -> Extent<Projected> { Extent(around: box.corners.map(inverse)) }
}
