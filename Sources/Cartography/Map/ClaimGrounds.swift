import Drawing
import Geometry
import Situation

/// Zones, and the rings of sieges.
extension MapDrafter {
  func zone(_ paths: [Path], _ isBelt: Bool, _ claim: Claim, _ color: Color, _ theatre: Theatre) -> [DisplayItem] {
    let dashes = claim.status == .expected ? [2 * unit, 3 * unit] : [7 * unit, 4 * unit]
    let shapes = paths.map { path in
      DisplayItem.shape(
        Shape(path, fill: color.opacity(0.07), stroke: Stroke(theme.readable(color), width: 1.5 * unit, dashes: dashes, cap: .butt)))
    }
    // A belt along a border is about the theatre's own side of it.
    let own = isBelt ? pagePath(features(theatre, .governorate).flatMap(\.polygons)) : Path()
    return own.isEmpty ? shapes : [.group(Group(clip: own, items: shapes))]
  }

  /// A ring round a place with teeth that point at it.
  func siege(at p: Point<Page>, _ claim: Claim, _ color: Color) -> [DisplayItem] {
    let radius = 19 * unit
    let strong = theme.readable(color)
    var teeth = Path()
    for number in 0..<12 {
      func at(_ turn: Double, _ r: Double) -> Point<Page> {
        let angle = (Double(number) + turn) * .pi / 6
        return Point(p.x + cosine(angle) * r, p.y + sine(angle) * r)
      }
      teeth.addLine([at(-0.14, radius), at(0, radius - 5.5 * unit), at(0.14, radius)], closed: true)
    }
    let dashes: [Double] =
      switch claim.status {
      case .confirmed, .reported: []
      case .claimed, .denied: [5 * unit, 3 * unit]
      case .expected: [1.5 * unit, 3 * unit]
      }
    let ring = Path.circle(center: p, radius: radius)
    let isSure = claim.status == .confirmed || claim.status == .reported
    return [
      .shape(Shape(ring, stroke: Stroke(theme.paper.opacity(0.8), width: 3.6 * unit))),
      .shape(Shape(ring, stroke: Stroke(strong, width: 1.7 * unit, dashes: dashes, cap: .butt))),
      .shape(Shape(teeth, fill: isSure ? strong : theme.paper.opacity(0.9), stroke: Stroke(strong, width: 0.9 * unit, join: .miter))),
    ]
  }

  /// The outlines of a zone on the sheet, and a point of it for its number. A belt between two distances has two outlines.
  func zonePaths(_ zone: Zone, _ theatre: Theatre) -> ([Path], Point<Page>)? {
    switch zone {
    case .circle(let center, let km):
      guard let place = theatre.place(center) else { return nil }
      let ring = Geodesic.wgs84.circle(center: place.position, metres: km * 1000)
      let page = projector.curve(ring.points, closed: true)
      guard let top = page.filter({ frame.inset(by: 14 * unit).contains($0) }).min(by: { $0.y < $1.y }) ?? page.first else { return nil }
      return ([.polygon(clip(ring: page, to: clipBox))], top)
    case .belt(let pair, let km):
      let lines = borderLines(pair, theatre)
      guard !lines.isEmpty else { return nil }
      var paths: [Path] = []
      var outer: [Point<Page>] = []
      for limit in unique([km.upperBound, km.lowerBound]) where limit > 0 {
        guard let belt = try? projector.belt(around: lines, metres: limit * 1000) else { return nil }
        var path = Path()
        for ring in belt.flatMap(\.rings) {
          path.addLine(clip(ring: ring.points, to: clipBox), closed: true)
          if limit == km.upperBound { outer += ring.points }
        }
        paths.append(path)
      }
      guard let anchor = outer.filter({ frame.inset(by: 20 * unit).contains($0) }).max(by: { $0.x < $1.x }) else { return nil }
      return (paths, anchor)
    }
  }

  func borderLines(_ pair: BorderPair, _ theatre: Theatre) -> [Line<Geographic>] {
    features(theatre, .border).filter { $0.borderPair == pair }.flatMap(\.lines)
  }
}

extension Zone {
  var isBelt: Bool { if case .belt = self { true } else { false } }
}
