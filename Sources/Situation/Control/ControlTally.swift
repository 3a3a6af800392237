import Geometry

/// How much ground each side has on a day: geodesic areas in square metres on WGS 84.
package struct ControlTally: Sendable {
  /// Of one faction. Contested ground counts whole for each of those who fight for it.
  package struct Share: Hashable, Sendable {
    package var faction: FactionID
    package var held = 0.0
    package var claimed = 0.0
    package var contested = 0.0
    package var presence = 0.0

    /// What it holds for certain.
    package var low: Double { held }
    /// What it holds, claims or fights for.
    package var high: Double { held + claimed + contested }
  }

  package var day: Day
  /// The day of the snapshot that was counted; nil when the areas are computed from places.
  package var asOf: Day?
  /// How many places the areas are computed from; 0 for a snapshot.
  package var placeCount: Int
  /// All ground that could have a holder: the denominator of every share.
  package var ground: Double
  /// By holding, in the order of the areas.
  package var holdings: [(holding: ControlArea.Holding, ground: Double)]
  /// The places that the ground of each holding is computed from; none for drawn areas and where only a part of the ground is counted.
  package var places: [ControlArea.Holding: [PlaceID]] = [:]
  /// In the order of the theatre's factions.
  package var shares: [Share]
  /// By the order of the factions.
  package var fronts: [FrontLine]

  package var contested: Double { total { if case .contested = $0 { true } else { false } } }
  package var claimed: Double { total { if case .claimed = $0 { true } else { false } } }
  package var presence: Double { total { if case .presence = $0 { true } else { false } } }
  package var held: Double { total { if case .held = $0 { true } else { false } } }
  /// Ground that no holding other than `unassigned` covers.
  package var unassigned: Double { max(0, ground - held - claimed - contested - presence) }

  private func total(_ isWanted: (ControlArea.Holding) -> Bool) -> Double {
    holdings.reduce(0) { isWanted($1.holding) ? $0 + $1.ground : $0 }
  }

  /// - Parameters:
  ///   - mask: the only ground to count, as area 0 of a coverage; nil: all.
  ///   - ground: square metres of all ground that could have a holder; nil: what the areas cover.
  package init(
    _ control: ControlDay, on day: Day, theatre: Theatre, mask: Coverage? = nil, ground: Double? = nil
  ) throws(OverlayFailure) {
    var coverage = control.coverage
    if let mask { coverage = try control.cut(to: mask).coverage }
    var byHolding: [ControlArea.Holding: Double] = [:]
    var order: [ControlArea.Holding] = []
    for (area, metres) in coverage.groundByArea.enumerated() where mask == nil || metres > 0 {
      let holding = control.areas[area].holding
      if byHolding[holding] == nil { order.append(holding) }
      byHolding[holding, default: 0] += metres
    }
    self.day = day
    asOf = control.asOf
    placeCount = control.placeCount
    if mask == nil { for area in control.areas where !area.places.isEmpty { places[area.holding] = area.places } }
    holdings = order.map { ($0, byHolding[$0] ?? 0) }
    let covered = holdings.reduce(0) { $0 + $1.ground }
    // Areas computed from places leave no gap: their own sum is all ground, to the last square metre.
    let stated = control.placeCount > 0 ? covered : ground ?? covered
    self.ground = max(stated, holdings.reduce(0) { $1.holding == .unassigned ? $0 : $0 + $1.ground })
    shares = Self.shares(holdings, theatre)
    fronts = theatre.frontLines(coverage) { control.areas[$0].holding }
  }

  private static func shares(_ holdings: [(holding: ControlArea.Holding, ground: Double)], _ theatre: Theatre) -> [Share] {
    var shares: [FactionID: Share] = [:]
    for (holding, ground) in holdings {
      for faction in holding.factions {
        var share = shares[faction] ?? Share(faction: faction)
        switch holding {
        case .held: share.held += ground
        case .claimed: share.claimed += ground
        case .contested: share.contested += ground
        case .presence: share.presence += ground
        case .unassigned: break
        }
        shares[faction] = share
      }
    }
    let rank = theatre.factionRanks
    return shares.values.sorted { (rank[$0.faction] ?? .max, $0.faction) < (rank[$1.faction] ?? .max, $1.faction) }
  }
}

extension Theatre {
  /// The place of each faction in the file.
  var factionRanks: [FactionID: Int] {
    Dictionary(factions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Ground to count in: a country, a governorate, a view or `extent`, cut to the ground that can have a holder.
  ///
  /// - Returns: area 0 of a coverage and its square metres; nil when there is nothing of that name.
  package func mask(within name: String) throws(OverlayFailure) -> (coverage: Coverage, ground: Double)? {
    let named = layers.filter { $0.kind == .country || $0.kind == .governorate }.flatMap(\.features).filter {
      $0.name.wordings.contains(name)
    }
    var polygons = named.flatMap(\.shape.polygons)
    if let box = name == "extent" ? extent : view(ViewID(name))?.extent { polygons = [Polygon(exterior: Ring(box.corners))] }
    return polygons.isEmpty ? nil : try mask(polygons)
  }

  package func mask(_ polygons: [Polygon<Geographic>]) throws(OverlayFailure) -> (coverage: Coverage, ground: Double) {
    let wanted = try Coverage.build([polygons], sliverWidth: 0).coverage
    let all = try Coverage.build([controlGround], sliverWidth: 0).coverage
    let joined = try Coverage.overlay(all, wanted)
    let both = joined.coverage.dissolved(into: 1) { joined.pairs[$0] == Coverage.Pairing(0, 0) ? 0 : Coverage.nobody }
    return (both, both.groundByArea.first ?? 0)
  }

  /// Whether the theatre says which ground can have a holder, by countries or governorates.
  package var hasStatedGround: Bool { layers.contains { ($0.kind == .country || $0.kind == .governorate) && !$0.features.isEmpty } }
}
