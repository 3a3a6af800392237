import Geometry

extension Coverage {
  /// Square metres on the ellipsoid of all areas for which `isMember` holds, from their outlines.
  package func ground(where isMember: (Area) -> Bool) -> Double {
    outlines(where: isMember).reduce(0) { sum, outline in
      let ring = Ring(points(of: outline))
      let area = Geodesic.wgs84.area(of: ring)
      return ring.doubledSignedArea > 0 ? sum + area : sum - area
    }
  }

  /// Square degrees of all areas for which `isMember` holds, as on a plane.
  package func flatGround(where isMember: (Area) -> Bool) -> Double {
    outlines(where: isMember).reduce(0) { $0 + Ring(points(of: $1)).doubledSignedArea / 2 }
  }
}

/// Whether two numbers agree within a part of the greater one.
package func agree(_ a: Double, _ b: Double, within relative: Double) -> Bool { abs(a - b) <= relative * max(abs(a), abs(b)) }

/// A ring with four corners along the axes.
package func box<S>(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> Ring<S> {
  Ring(Extent<S>(minX: minX, minY: minY, maxX: maxX, maxY: maxY).corners)
}
