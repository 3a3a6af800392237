import Drawing
import Geometry
import Situation

/// The mark of a place by its kind and rank.
struct PlaceSymbol {
  var kind: Place.Kind
  var rank: Int

  /// Radius of the ink in px, for labels to keep clear of; 0 when the kind has no mark.
  func radius(_ unit: Double) -> Double {
    switch kind {
    case .region, .sea: 0
    case .capital: 5.5 * unit
    case .base, .airfield, .dam, .oilfield, .crossing: 4.8 * unit
    case .junction: 3 * unit
    case .city, .town, .village: (rank <= 2 ? 4.2 : rank <= 3 ? 3.6 : rank <= 4 ? 3 : rank <= 5 ? 2.5 : 2.1) * unit
    }
  }

  func items(at p: Point<Page>, _ theme: Theme, _ unit: Double) -> [DisplayItem] {
    let r = radius(unit)
    let ink = theme.placeMark
    let rim = theme.placeMarkRim
    func dot(_ radius: Double, _ fill: Color, _ stroke: Stroke?) -> DisplayItem {
      .shape(Shape(.circle(center: p, radius: radius), fill: fill, stroke: stroke))
    }
    func polygon(_ offsets: [(Double, Double)], fill: Color) -> DisplayItem {
      let path = Path.polygon(offsets.map { Point(p.x + $0.0 * r, p.y + $0.1 * r) })
      return .shape(Shape(path, fill: fill, stroke: Stroke(rim, width: 1.1 * unit, join: .miter)))
    }
    func bar(_ offsets: [(Double, Double)], _ width: Double, _ color: Color) -> DisplayItem {
      .shape(
        Shape(.polyline(offsets.map { Point(p.x + $0.0 * r, p.y + $0.1 * r) }), stroke: Stroke(color, width: width * unit, cap: .butt)))
    }
    switch kind {
    case .region, .sea: return []
    case .capital:
      return [
        dot(r, rim, Stroke(ink, width: 1.4 * unit)), .shape(Shape(star(center: p, points: 5, outer: r * 0.78, inner: r * 0.32), fill: ink)),
      ]
    case .city where rank <= 2: return [dot(r, rim, Stroke(ink, width: 1.5 * unit)), dot(r * 0.48, ink, nil)]
    case .city, .town: return [dot(r, ink, Stroke(rim, width: 1.1 * unit))]
    case .village: return [dot(r, rim, Stroke(ink, width: 1.1 * unit))]
    case .junction: return [polygon([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)], fill: ink)]
    case .base: return [polygon([(0, -1.05), (1.05, 0.8), (-1.05, 0.8)], fill: ink)]
    case .airfield: return [polygon(Self.aeroplane, fill: ink)]
    case .dam: return [bar([(-1, 0), (1, 0)], 4.6, rim), bar([(-0.9, 0), (0.9, 0)], 2.6, ink)]
    case .oilfield: return [polygon([(0, -1.15), (0.38, -0.2), (0.85, 1), (-0.85, 1), (-0.38, -0.2)], fill: ink)]
    case .crossing:
      return [
        polygon([(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)], fill: rim),
        bar([(-0.75, 0), (0.75, 0)], 1.8, ink), bar([(-0.62, -0.7), (-0.62, 0.7)], 1.5, ink), bar([(0.62, -0.7), (0.62, 0.7)], 1.5, ink),
      ]
    }
  }

  /// Seen from above, nose up; in radii.
  private static let aeroplane: [(Double, Double)] = [
    (0, -1.1), (0.2, -0.75), (0.2, -0.3), (1.1, 0.25), (1.1, 0.5), (0.2, 0.25), (0.15, 0.75), (0.45, 1), (0.45, 1.15), (0, 1.02),
    (-0.45, 1.15), (-0.45, 1), (-0.15, 0.75), (-0.2, 0.25), (-1.1, 0.5), (-1.1, 0.25), (-0.2, -0.3), (-0.2, -0.75),
  ]
}

/// A star with one point up.
func star(center p: Point<Page>, points: Int, outer: Double, inner: Double, turned: Double = 0) -> Path {
  .polygon(
    (0..<(points * 2)).map { index in
      let angle = turned - .pi / 2 + Double(index) * .pi / Double(points)
      let r = index.isMultiple(of: 2) ? outer : inner
      return Point(p.x + cosine(angle) * r, p.y + sine(angle) * r)
    })
}
