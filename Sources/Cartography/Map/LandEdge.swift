import Geometry
import Situation

/// Where the land layers end: they are cut from larger ones by a box, and a sheet may show a little more than that.
struct LandEdge {
  /// The box that the layers were cut by, in degrees; nil without any land.
  private let box: Extent<Geographic>?
  /// How far what lies at the edge is carried on, in degrees: no coast is known there, but land is not drawn as sea.
  private static let carry = 3.0

  init(_ land: [Feature]) {
    var box = Extent<Geographic>.empty
    for feature in land { for polygon in feature.polygons { box.include(polygon.extent) } }
    self.box = box.isEmpty ? nil : box
  }

  /// As far as anything can be said of land and sea.
  var reach: Extent<Geographic>? { box?.inset(by: -Self.carry) }

  func contains(_ shown: Extent<Geographic>) -> Bool { box?.contains(shown) ?? true }

  /// The polygon with the vertices that lie on the edge moved outwards.
  func carriedOut(_ polygon: Polygon<Geographic>) -> Polygon<Geographic> {
    guard let box, let reach else { return polygon }
    func moved(_ ring: Ring<Geographic>) -> Ring<Geographic> {
      Ring(
        ring.points.map { p in
          Point(
            p.x == box.minX ? reach.minX : p.x == box.maxX ? reach.maxX : p.x,
            p.y == box.minY ? reach.minY : p.y == box.maxY ? reach.maxY : p.y)
        })
    }
    return Polygon(exterior: moved(polygon.exterior), holes: polygon.holes.map(moved))
  }
}
