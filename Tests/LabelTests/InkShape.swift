import Cartography
import Drawing
import Geometry
import Typography

/// What a label covers, measured anew from the glyph outlines by means of its own: corners of convex shapes.
struct InkShape {
  var corners: [Point<Page>]

  init(_ box: Extent<Page>) { corners = box.corners }
  init(_ corners: [Point<Page>]) { self.corners = corners }

  /// A line of some width.
  init(from a: Point<Page>, to b: Point<Page>, width: Double) {
    let across = (b - a).unit.perpendicular * (width / 2)
    corners = [a + across, b + across, b + -across, a + -across]
  }

  static func disc(_ c: Point<Page>, _ radius: Double) -> InkShape {
    InkShape((0..<24).map { Point(c.x + radius * cosine(Double($0) * .pi / 12), c.y + radius * sine(Double($0) * .pi / 12)) })
  }

  /// The letters of a text: one shape for a straight line, one for each letter along a curve.
  static func letters(of item: TextItem, grown halo: Double, _ glyphs: Shaper) -> [InkShape] {
    switch item.placement {
    case .straight(let origin, _):
      let box = glyphs.inkExtent(of: item.line)
      return box.isEmpty ? [] : [InkShape(box.inset(by: -halo).corners.map { Point(origin.x + $0.x, origin.y + $0.y) })]
    case .glyphs:
      return item.spots.compactMap { spot in
        let box = glyphs.outline(of: spot.glyph.id, in: spot.face).extent
        if box.isEmpty { return nil }
        let turn = spot.place.angle * .pi / 180
        let along = Vector<Page>(cosine(turn), sine(turn))
        let em = Extent<Page>(
          minX: box.minX * spot.size - halo, minY: box.minY * spot.size - halo, maxX: box.maxX * spot.size + halo,
          maxY: box.maxY * spot.size + halo)
        return InkShape(em.corners.map { spot.place.origin + along * $0.x + along.perpendicular * $0.y })
      }
    }
  }

  /// Whether two convex shapes share more than a sliver of `slack` px: no line parts them (separating axes).
  func meets(_ other: InkShape, slack: Double = 0.01) -> Bool {
    for shape in [corners, other.corners] {
      for (a, b) in zip(shape, shape.dropFirst() + shape.prefix(1)) where a != b {
        let axis = (b - a).unit.perpendicular
        func range(_ points: [Point<Page>]) -> (Double, Double) {
          let values = points.map { $0.x * axis.dx + $0.y * axis.dy }
          return (values.min() ?? 0, values.max() ?? 0)
        }
        let (low, high) = range(corners)
        let (from, to) = range(other.corners)
        if high <= from + slack || to <= low + slack { return false }
      }
    }
    return true
  }

  func isInside(_ frame: Extent<Page>) -> Bool { corners.allSatisfy { frame.contains($0) } }
}

extension [InkShape] {
  func meets(_ other: [InkShape]) -> Bool { contains { shape in other.contains { shape.meets($0) } } }
}
