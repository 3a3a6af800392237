import Geometry

extension CellGround {
  /// The cells of places joined by who has them, with rounded borders; lines along barriers and the edge of the ground stay as they are.
  ///
  /// - Returns: a coverage whose areas have the numbers of `holdings`: those of the places, each once, and `unassigned`.
  func merged(
    _ cells: Coverage, _ sites: [CellSite], _ siteHoldings: [ControlArea.Holding], _ rule: ControlRule
  ) -> (coverage: Coverage, holdings: [ControlArea.Holding]) {
    var holdings: [ControlArea.Holding] = []
    var number: [ControlArea.Holding: Int] = [:]
    for holding in siteHoldings + [.unassigned] where number[holding] == nil {
      number[holding] = holdings.count
      holdings.append(holding)
    }
    let count = holdings.count
    let unassigned = number[.unassigned] ?? 0
    let regionCount = regions.areaCount
    // Parts of one holding in two regions stay apart until the borders between them have been told from barriers.
    let parted = cells.dissolved(into: count * regionCount) { area in
      guard let region = region(of: area, sites: sites) else { return Coverage.nobody }
      return region * count + (area < sites.count ? number[siteHoldings[area]] ?? unassigned : unassigned)
    }
    let smooth = rule.smoothKm * 1000
    let rounded = parted.smoothed(around: sites.map(\.position)) { arc in
      guard arc.left != Coverage.nobody, arc.right != Coverage.nobody, arc.left / count == arc.right / count else { return 0 }
      // Where held ground thins out into desert nothing is known to a kilometre; the bow of each place's reach need not show.
      return arc.left % count == unassigned || arc.right % count == unassigned ? 2 * smooth : smooth
    }
    return (rounded.dissolved(into: count) { $0 % count }, holdings)
  }
}

extension Theatre {
  /// The ground that can have a holder: countries that the theatre has governorates of, else all countries, else the land.
  package var controlGround: [Polygon<Geographic>] {
    func features(_ kind: Layer.Kind) -> [Feature] { layers.filter { $0.kind == kind }.flatMap(\.features) }
    let governorates = features(.governorate)
    let governed = Set(governorates.compactMap { $0.properties["country"]?.text })
    let countries = features(.country)
    let chosen = countries.filter { !governed.isDisjoint(with: $0.name.wordings) }
    let ground = [chosen, governorates, countries, features(.land)].lazy.map { $0.flatMap(\.shape.polygons) }.first { !$0.isEmpty }
    return ground ?? [Polygon(exterior: Ring(extent.corners))]
  }

  /// The lines of a barrier.
  func lines(of barrier: ControlRule.Barrier) -> [Line<Geographic>] {
    let features = layers.filter { $0.id == barrier.layer }.flatMap(\.features)
    let named = features.filter { feature in barrier.name.map(feature.name.wordings.contains) ?? true }
    let rings = named.flatMap(\.shape.polygons).flatMap(\.rings).map { Line($0.points + $0.points.prefix(1)) }
    let lines = named.flatMap(\.shape.lines) + rings
    guard let extent = barrier.extent else { return lines }
    return lines.flatMap { clip(line: $0.points, to: extent).map { Line($0) } }
  }

  /// Authored areas with a time of their own, which win over what places say.
  func datedAreas(on day: Day, knownBy: Day?, _ publication: [ReportID: Day]) -> [ControlArea] {
    let areas = snapshots.filter { !$0.hasOwnDay }.flatMap { $0.areas(on: day) }
    guard let knownBy else { return areas }
    return areas.filter { area in
      let days = area.basis.map { basis in
        if case .claim(let reference) = basis { publication[reference.report] ?? area.from } else { area.from }
      }
      return (days.min() ?? area.from) <= knownBy
    }
  }
}
