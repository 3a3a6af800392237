import Geometry

/// What has changed between two days: the ground whose holding is another.
package struct ControlDifference: Sendable {
  /// Ground that went from one holding to another.
  package struct Change: Sendable {
    /// nil where no area was, or is.
    package var before, after: ControlArea.Holding?
    /// Square metres on the ellipsoid.
    package var ground: Double
    package var polygons: [Polygon<Geographic>]
  }

  package var from, to: Day
  /// The days of the drawn areas that were compared; nil where the areas are computed from places.
  package var fromDrawn, toDrawn: Day?
  /// The largest first.
  package var changes: [Change]
  /// Places whose holder is another, in the order of the gazetteer.
  package var places: [(place: Place, before: ControlArea.Holding, after: ControlArea.Holding)]

  package init(
    from: (day: Day, control: ControlDay), to: (day: Day, control: ControlDay),
    places: [(place: Place, before: ControlArea.Holding, after: ControlArea.Holding)] = []
  ) throws(OverlayFailure) {
    self.from = from.day
    self.to = to.day
    fromDrawn = from.control.asOf
    toDrawn = to.control.asOf
    self.places = places
    let joined = try Coverage.overlay(from.control.coverage, to.control.coverage)
    func holding(_ control: ControlDay, _ area: Int) -> ControlArea.Holding? {
      area == Coverage.nobody || control.areas[area].holding == .unassigned ? nil : control.areas[area].holding
    }
    struct Key: Hashable {
      var before, after: ControlArea.Holding?
    }
    var keys: [Key] = []
    var number: [Key: Int] = [:]
    let numbers = joined.pairs.map { pair in
      let key = Key(before: holding(from.control, pair.first), after: holding(to.control, pair.second))
      guard key.before != key.after else { return Coverage.nobody }
      if let known = number[key] { return known }
      number[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
    let changed = joined.coverage.dissolved(into: keys.count) { numbers[$0] }
    let ground = changed.groundByArea
    changes = keys.indices.map { index in
      Change(before: keys[index].before, after: keys[index].after, ground: ground[index], polygons: changed.polygons { $0 == index })
    }
    changes.sort { ($1.ground, $0.sortText) < ($0.ground, $1.sortText) }
  }

  /// What one faction has won and lost between the days, in square metres.
  package struct Balance: Hashable, Sendable {
    package var faction: FactionID
    package var gained = 0.0
    package var lost = 0.0
    /// Ground that it has begun to fight for without having held it before, or that it held and now must fight for.
    package var newlyContested = 0.0
  }

  /// In the order of the theatre's factions.
  package func balances(_ theatre: Theatre) -> [Balance] {
    var found: [FactionID: Balance] = [:]
    for change in changes {
      if case .held(let faction)? = change.after { found[faction, default: Balance(faction: faction)].gained += change.ground }
      if case .held(let faction)? = change.before { found[faction, default: Balance(faction: faction)].lost += change.ground }
      if case .contested(let factions)? = change.after {
        for faction in factions { found[faction, default: Balance(faction: faction)].newlyContested += change.ground }
      }
    }
    let rank = theatre.factionRanks
    return found.values.sorted { (rank[$0.faction] ?? .max, $0.faction) < (rank[$1.faction] ?? .max, $1.faction) }
  }
}

extension ControlDifference.Change {
  fileprivate var sortText: String { "\(before.map { "\($0)" } ?? "-") \(after.map { "\($0)" } ?? "-")" }
}

extension ControlHistory {
  /// What has changed from one day to another.
  /// - Parameter mask: the only ground to compare, as area 0 of a coverage; nil: all.
  package mutating func difference(
    from: Day, to: Day, knownBy: Day? = nil, source: ControlSource = .automatic, within mask: Coverage? = nil
  ) throws(CellFailure) -> ControlDifference {
    let nothing = ControlDay(areas: [], coverage: Coverage(arcs: [], areaCount: 0, nodeCount: 0))
    let before = try control(on: from, knownBy: knownBy, source: source) ?? nothing
    let after = try control(on: to, knownBy: knownBy, source: source) ?? nothing
    do throws(OverlayFailure) {
      return try theatre.difference(from: (from, before), to: (to, after), within: mask) {
        // Computed areas show what the rows say; what is drawn may say otherwise.
        before.asOf == nil && after.asOf == nil ? placeChanges(from: from, to: to, knownBy) : nil
      }
    } catch {
      throw .overlay(error)
    }
  }

  private func placeChanges(from: Day, to: Day, _ knownBy: Day?) -> [ControlDifference.PlaceChange] {
    let old = Dictionary(holders(on: from, knownBy: knownBy).map { ($0.place.id, $0.holding) }, uniquingKeysWith: { a, _ in a })
    return holders(on: to, knownBy: knownBy).compactMap { holder in
      old[holder.place.id].flatMap { $0 == holder.holding ? nil : (place: holder.place, before: $0, after: holder.holding) }
    }
  }
}

extension ControlDifference {
  package typealias PlaceChange = (place: Place, before: ControlArea.Holding, after: ControlArea.Holding)
}

extension Theatre {
  /// - Parameter places: those that rows say have changed hands; nil: go by the areas that the places of the gazetteer lie in.
  package func difference(
    from: (day: Day, control: ControlDay), to: (day: Day, control: ControlDay), within mask: Coverage? = nil,
    places: () -> [ControlDifference.PlaceChange]? = { nil }
  ) throws(OverlayFailure) -> ControlDifference {
    var (before, after) = (from.control, to.control)
    if let mask { (before, after) = (try before.cut(to: mask), try after.cut(to: mask)) }
    let inside = mask.map { CoverageLocator($0) }
    let stated = places()?.filter { change in inside.map { $0.area(at: change.place.position) != Coverage.nobody } ?? true }
    return try ControlDifference(from: (from.day, before), to: (to.day, after), places: stated ?? placesDrawn(before, after))
  }

  /// Places that lie in other ground on one drawn day than on another.
  private func placesDrawn(_ before: ControlDay, _ after: ControlDay) -> [ControlDifference.PlaceChange] {
    let (old, new) = (CoverageLocator(before.coverage), CoverageLocator(after.coverage))
    func holding(_ locator: CoverageLocator, _ day: ControlDay, _ place: Place) -> ControlArea.Holding {
      let area = locator.area(at: place.position)
      return area == Coverage.nobody ? .unassigned : day.areas[area].holding
    }
    return gazetteer.compactMap { place in
      let (a, b) = (holding(old, before, place), holding(new, after, place))
      return a == b ? nil : (place: place, before: a, after: b)
    }
  }
}
