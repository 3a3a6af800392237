import Drawing
import Geometry
import Situation

/// Whether readers of every kind of sight can tell neighbours' ground apart.
package struct PaletteCheck {
  /// Two factions whose grounds touch and look alike to some.
  package struct Clash: Hashable, Sendable {
    package var a, b: FactionID
    package var vision: ColorVision
    /// In CIEDE2000.
    package var difference: Double
  }

  /// What two grounds without different hatches must be apart at least, in CIEDE2000.
  package static let leastDifference = 15.0

  let theatre: Theatre
  let theme: Theme

  package init(_ theatre: Theatre, _ theme: Theme) {
    self.theatre = theatre
    self.theme = theme
  }

  /// The worst sight of each pair that clashes, in the order of the ids.
  package func clashes(_ neighbours: Set<Neighbours>) -> [Clash] {
    neighbours.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.compactMap { pair in
      // Allies too: who holds which ground is what the map tells. Members of one group may look alike.
      guard let a = theatre.faction(pair.a), let b = theatre.faction(pair.b), theme.pattern(of: a) == theme.pattern(of: b),
        a.parent != b.id, b.parent != a.id, a.parent == nil || a.parent != b.parent
      else { return nil }
      let worst = ColorVision.allCases.map { (vision: $0, difference: difference(a, b, $0)) }.min { $0.difference < $1.difference }
      guard let worst, worst.difference < Self.leastDifference else { return nil }
      return Clash(a: pair.a, b: pair.b, vision: worst.vision, difference: worst.difference)
    }
  }

  private func difference(_ a: Faction, _ b: Faction, _ vision: ColorVision) -> Double {
    func ground(_ faction: Faction) -> LabColor {
      LabColor(vision.seen(theme.land.mixed(with: theme.color(of: faction), theme.fillOpacity)))
    }
    return ground(a).difference(to: ground(b))
  }
}

/// Two factions whose held grounds touch.
package struct Neighbours: Hashable, Sendable {
  package let a, b: FactionID

  /// In whatever order they are named.
  package init(_ x: FactionID, _ y: FactionID) {
    a = min(x, y)
    b = max(x, y)
  }

  /// All pairs whose common border on a day is longer than so many metres.
  package static func all(of areas: [ControlArea], _ coverage: Coverage, longerThan metres: Double = 2000) -> Set<Neighbours> {
    var lengths: [Neighbours: Double] = [:]
    for (arc, left, right) in coverage.borders(by: { $0 == Coverage.nobody ? nil : areas[$0].holding }) {
      guard case .held(let x)? = left, case .held(let y)? = right, x != y else { continue }
      let points = coverage.arcs[arc].points
      lengths[Neighbours(x, y), default: 0] += zip(points, points.dropFirst()).reduce(0) { $0 + Geodesic.wgs84.distance($1.0, $1.1) }
    }
    return Set(lengths.filter { $0.value > metres }.keys)
  }
}
