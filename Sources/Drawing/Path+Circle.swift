import Geometry

extension Path {
  /// Centre and radius in px where the path is one circle, as `circle(center:radius:)` makes it; else nil.
  package var circle: (center: Point<Page>, radius: Double)? {
    guard elements.count == 6, case .move(let start) = elements[0], case .curve(_, _, let far) = elements[2] else { return nil }
    let center = start.lerp(to: far, 0.5)
    let radius = start.x - center.x
    guard radius > 0, radius.isFinite, abs(start.y - far.y) < 1e-9 else { return nil }
    for (mine, wanted) in zip(elements, Path.circle(center: center, radius: radius).elements) {
      switch (mine, wanted) {
      case (.move(let a), .move(let b)): guard a.distance(to: b) < 1e-6 else { return nil }
      case (.curve(let a, let b, let c), .curve(let x, let y, let z)):
        guard a.distance(to: x) < 1e-6, b.distance(to: y) < 1e-6, c.distance(to: z) < 1e-6 else { return nil }
      case (.close, .close): break
      default: return nil
      }
    }
    return (center, radius)
  }
}
