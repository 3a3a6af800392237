import Geometry
import Situation

/// Where the land layers end: they are cut from larger ones by a box, and a sheet may show a little more than that.
struct LandEdge {
  /// The box that the layers were cut by, in degrees; nil without any land.
  private let box: Extent<Geographic>?
  /// The box with those sides moved outwards that are nearly all land: it goes on there. Beyond the other sides is taken to be sea.
  private let landward: Extent<Geographic>

  /// How far what lies at the edge is carried on, in degrees: no coast is known there, but land is not drawn as sea.
  private static let carry = 3.0
  /// The least part of a side that is land for the land to go on.
  private static let leastLand = 0.8

  /// What the land layers of a theatre cover, in degrees; nil where they have no land.
  static func box(of theatre: Theatre) -> Extent<Geographic>? {
    var box = Extent<Geographic>.empty
    for layer in theatre.layers where layer.kind == .land || layer.kind == .country {
      for polygon in layer.features.flatMap(\.polygons) { box.include(polygon.exterior.extent) }
    }
    return box.isEmpty ? nil : box
  }

  init(_ land: [Feature]) {
    var box = Extent<Geographic>.empty
    let rings = land.flatMap(\.polygons).map(\.exterior)
    for ring in rings { box.include(ring.extent) }
    self.box = box.isEmpty ? nil : box
    var landward = box
    if Self.share(rings, \.x, box.minX, along: \.y) >= Self.leastLand * box.height { landward.minX -= Self.carry }
    if Self.share(rings, \.x, box.maxX, along: \.y) >= Self.leastLand * box.height { landward.maxX += Self.carry }
    if Self.share(rings, \.y, box.minY, along: \.x) >= Self.leastLand * box.width { landward.minY -= Self.carry }
    if Self.share(rings, \.y, box.maxY, along: \.x) >= Self.leastLand * box.width { landward.maxY += Self.carry }
    self.landward = landward
  }

  /// How much of a side of the box is land, in degrees; layers that overlap count once.
  private static func share(
    _ rings: [Ring<Geographic>], _ across: KeyPath<Point<Geographic>, Double>, _ side: Double, along: KeyPath<Point<Geographic>, Double>
  ) -> Double {
    var spans: [(from: Double, to: Double)] = []
    for ring in rings {
      for (a, b) in zip(ring.points, ring.points.dropFirst() + ring.points.prefix(1))
      where a[keyPath: across] == side && b[keyPath: across] == side {
        spans.append((min(a[keyPath: along], b[keyPath: along]), max(a[keyPath: along], b[keyPath: along])))
      }
    }
    var (sum, end) = (0.0, -Double.infinity)
    for span in spans.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) where span.to > end {
      sum += span.to - max(span.from, end)
      end = span.to
    }
    return sum
  }

  /// As far as anything can be said of land and sea.
  var reach: Extent<Geographic>? { box?.inset(by: -Self.carry) }

  func contains(_ shown: Extent<Geographic>) -> Bool { box?.contains(shown) ?? true }

  /// The polygon with the vertices that lie on a landward side moved outwards.
  func carriedOut(_ polygon: Polygon<Geographic>) -> Polygon<Geographic> {
    guard let box else { return polygon }
    func moved(_ ring: Ring<Geographic>) -> Ring<Geographic> {
      Ring(
        ring.points.map { p in
          Point(
            p.x == box.minX ? landward.minX : p.x == box.maxX ? landward.maxX : p.x,
            p.y == box.minY ? landward.minY : p.y == box.maxY ? landward.maxY : p.y)
        })
    }
    return Polygon(exterior: moved(polygon.exterior), holes: polygon.holes.map(moved))
  }
}
