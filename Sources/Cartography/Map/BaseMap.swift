import Drawing
import Geometry
import Situation

/// Land and water under the control areas, and the lines over them.
extension MapDrafter {
  func features(_ theatre: Theatre, _ kind: Layer.Kind) -> [Feature] {
    theatre.layers.filter { $0.kind == kind }.flatMap(\.features)
  }

  /// The sea, the land, and the land of the countries that the theatre is about; paper where the layers say nothing.
  func draftGround(_ theatre: Theatre) -> Group {
    let land = features(theatre, .land) + features(theatre, .country)
    let edge = LandEdge(land)
    var items: [DisplayItem] = [.shape(Shape(.rectangle(frame), fill: theme.paper))]
    if let reach = edge.reach {
      let sea = reach.contains(shown) ? Path.rectangle(frame) : pagePath([Polygon(exterior: Ring(Self.outline(of: reach)))])
      items = [.shape(Shape(.rectangle(frame), fill: theme.paper)), .shape(Shape(sea, fill: theme.sea))]
      if reach.contains(shown) { items.removeFirst() }
    }
    // Land and countries overlap: each polygon is filled by itself, lest even-odd make holes.
    for feature in land {
      let path = pagePath(edge.contains(shown) ? feature.polygons : feature.polygons.map(edge.carriedOut))
      if !path.isEmpty { items.append(.shape(Shape(path, fill: theme.neighbourLand))) }
    }
    for feature in features(theatre, .governorate) {
      let path = pagePath(feature.polygons)
      // The stroke in the same colour closes hairlines between neighbours.
      if !path.isEmpty { items.append(.shape(Shape(path, fill: theme.land, stroke: Stroke(theme.land, width: 0.8)))) }
    }
    return Group(id: "ground", layer: "Ground", items: items)
  }

  func draftWater(_ theatre: Theatre) -> Group {
    var items: [DisplayItem] = []
    for feature in features(theatre, .river) {
      var path = Path()
      for line in pageLines(feature.lines) { path.addLine(line) }
      if path.isEmpty { continue }
      let width: Double =
        switch feature.rank ?? 3 {
        case ...1: 1
        case 2: 0.62
        default: 0.38
        }
      items.append(.shape(Shape(path, stroke: Stroke(theme.river, width: width * theme.widths.river * unit))))
    }
    for feature in features(theatre, .lake) {
      let path = pagePath(feature.polygons)
      if !path.isEmpty {
        items.append(.shape(Shape(path, fill: theme.lake, stroke: Stroke(theme.shore, width: 0.78 * theme.widths.shore * unit))))
      }
    }
    var coast = Path()
    for feature in features(theatre, .coast) { for line in pageLines(feature.lines) { coast.addLine(line) } }
    if !coast.isEmpty { items.append(.shape(Shape(coast, stroke: Stroke(theme.shore, width: theme.widths.shore * unit)))) }
    return Group(id: "water", layer: "Water", items: items)
  }

  func draftRoads(_ theatre: Theatre) -> Group {
    var casings: [DisplayItem] = []
    var cores: [DisplayItem] = []
    // Less important roads first, so that the main ones lie over them.
    for feature in features(theatre, .road).sorted(by: { ($0.rank ?? 3) > ($1.rank ?? 3) }) {
      var path = Path()
      for line in pageLines(feature.lines) { path.addLine(line) }
      if path.isEmpty { continue }
      switch feature.rank ?? 3 {
      case ...1:
        casings.append(.shape(Shape(path, stroke: Stroke(theme.roadCasing, width: 2 * theme.widths.road * unit))))
        cores.append(.shape(Shape(path, stroke: Stroke(theme.road, width: theme.widths.road * unit))))
      case 2:
        casings.append(.shape(Shape(path, stroke: Stroke(theme.roadCasing, width: 1.5 * theme.widths.road * unit))))
        cores.append(.shape(Shape(path, stroke: Stroke(theme.road, width: 0.74 * theme.widths.road * unit))))
      default:
        cores.append(.shape(Shape(path, stroke: Stroke(theme.road, width: 0.8 * unit, dashes: [3.5 * unit, 2.5 * unit], cap: .butt))))
      }
    }
    return Group(id: "roads", layer: "Roads", items: casings + cores)
  }

  /// Airfields that the gazetteer does not have, at scales where single ones can be told apart.
  func draftAirfields(_ theatre: Theatre) -> Group {
    guard metresPerPixel / unit < 420 else { return Group(id: "airfields") }
    let known = theatre.gazetteer.filter { $0.kind == .airfield || $0.kind == .base }.map(\.position)
    var items: [DisplayItem] = []
    for feature in features(theatre, .airfield) {
      for point in feature.points where !known.contains(where: { Geodesic.wgs84.distance($0, point) < 4000 }) {
        guard let p = pagePoint(point) else { continue }
        let symbol = PlaceSymbol(kind: .airfield, rank: 6).items(at: p, theme, unit * 0.8)
        items.append(.group(Group(title: feature.name[language], opacity: 0.7, items: symbol)))
      }
    }
    return Group(id: "airfields", layer: "Airfields", items: items)
  }

  func draftGovernorates(_ theatre: Theatre) -> Group {
    var path = Path()
    // Each line once: the outlines of neighbours would double it.
    var seen: Set<Edge> = []
    for feature in features(theatre, .governorate) {
      for polygon in feature.polygons where mayShow(polygon.extent) {
        for ring in polygon.rings {
          for run in newRuns(ring, &seen) {
            for line in clip(line: simplify(projector.curve(run), tolerance: 0.4), to: clipBox) { path.addLine(line) }
          }
        }
      }
    }
    if path.isEmpty { return Group(id: "governorates", layer: "Governorates") }
    let stroke = Stroke(theme.governorate, width: theme.widths.governorate * unit, dashes: [1 * unit, 2.6 * unit])
    return Group(id: "governorates", layer: "Governorates", items: [.shape(Shape(path, stroke: stroke))])
  }

  func draftBorders(_ theatre: Theatre) -> Group {
    var settled = Path()
    var disputed = Path()
    for feature in features(theatre, .border) {
      for line in pageLines(feature.lines) {
        if feature.properties["disputed"]?.bool == true { disputed.addLine(line) } else { settled.addLine(line) }
      }
    }
    var items: [DisplayItem] = []
    if !settled.isEmpty {
      items.append(.shape(Shape(settled, stroke: Stroke(theme.borderBand, width: theme.widths.borderBand * unit))))
      items.append(.shape(Shape(settled, stroke: Stroke(theme.border, width: theme.widths.border * unit))))
    }
    if !disputed.isEmpty {
      items.append(
        .shape(
          Shape(disputed, stroke: Stroke(theme.border, width: 0.92 * theme.widths.border * unit, dashes: [5 * unit, 3 * unit], cap: .butt)))
      )
    }
    return Group(id: "borders", layer: "Borders", items: items)
  }

  private struct Edge: Hashable {
    var a, b: Point<Geographic>
    init(_ p: Point<Geographic>, _ q: Point<Geographic>) {
      let isOrdered = (p.x, p.y) <= (q.x, q.y)
      a = isOrdered ? p : q
      b = isOrdered ? q : p
    }
  }

  /// The parts of a ring whose edges have not been seen before.
  private func newRuns(_ ring: Ring<Geographic>, _ seen: inout Set<Edge>) -> [[Point<Geographic>]] {
    var runs: [[Point<Geographic>]] = []
    var current: [Point<Geographic>] = []
    guard let first = ring.points.first else { return [] }
    for (a, b) in zip(ring.points, ring.points.dropFirst() + [first]) {
      if seen.insert(Edge(a, b)).inserted {
        if current.isEmpty { current.append(a) }
        current.append(b)
      } else if !current.isEmpty {
        runs.append(current)
        current = []
      }
    }
    if !current.isEmpty { runs.append(current) }
    return runs
  }
}
