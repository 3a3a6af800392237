import Geometry

extension ControlDay {
  /// The same areas, as far as they lie in some ground.
  /// - Parameter mask: the ground, as area 0 of a coverage.
  package func cut(to mask: Coverage) throws(OverlayFailure) -> ControlDay {
    let joined = try Coverage.overlay(coverage, mask)
    var day = self
    day.coverage = joined.coverage.dissolved(into: areas.count) { number in
      let pair = joined.pairs[number]
      return pair.second == Coverage.nobody ? Coverage.nobody : pair.first
    }
    for index in areas.indices { day.areas[index].polygons = day.coverage.polygons { $0 == index } }
    return day
  }
}
