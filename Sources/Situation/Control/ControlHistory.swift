import Diagnostics
import Geometry

/// Which of a theatre's two descriptions of control to go by.
package enum ControlSource: String, Sendable, CaseIterable {
  /// An authored snapshot on its own day, else the places; in a theatre without places the last snapshot.
  case automatic
  /// Places, and authored areas with a time of their own.
  case places
  /// Snapshots alone, each until the next.
  case authored
}

/// Who holds which ground on a day: areas, and the coverage whose areas have the same numbers.
package struct ControlDay: Sendable {
  package var areas: [ControlArea]
  package var coverage: Coverage
  package var repairs: Coverage.Repairs
  /// The day of the snapshot it is; nil when it is computed from places.
  package var asOf: Day?
  /// How many places have shared the ground out; 0 for a snapshot.
  package var placeCount: Int

  package init(
    areas: [ControlArea], coverage: Coverage, repairs: Coverage.Repairs = Coverage.Repairs(), asOf: Day? = nil, placeCount: Int = 0
  ) {
    self.areas = areas
    self.coverage = coverage
    self.repairs = repairs
    self.asOf = asOf
    self.placeCount = placeCount
  }

  /// Whether the same sides hold the same ground, from the same source.
  package func showsTheSame(as other: ControlDay) -> Bool {
    asOf == other.asOf && placeCount == other.placeCount && areas.map(\.holding) == other.areas.map(\.holding)
      && coverage == other.coverage
  }

  /// What holds at a point; nil where no area is.
  package func holding(at p: Point<Geographic>) -> ControlArea.Holding? {
    let area = CoverageLocator(coverage).area(at: p)
    return area == Coverage.nobody ? nil : areas[area].holding
  }
}

/// Computes the control of any day of a theatre; days on which nothing has changed share one coverage.
///
/// Keeps a few of the last days only, so memory does not grow with the number of days asked for.
package struct ControlHistory: Sendable {
  package let theatre: Theatre
  let histories: [PlaceHistory]
  let publication: [ReportID: Day]
  private var grounds = RecentValues<[Bool], CellGround>(limit: 4)
  private var cells = RecentValues<CellKey, Coverage>(limit: 4)
  /// By the barriers in force.
  private var memories = RecentValues<[Bool], CellMemory>(limit: 4)
  private var days = RecentValues<DayKey, ControlDay>(limit: 12)

  struct CellKey: Hashable {
    var barriers: [Bool]
    var sites: [CellSite]
  }

  private struct DayKey: Hashable {
    var sites: CellKey?
    var holdings: [ControlArea.Holding]
    /// File and feature of the authored areas in force.
    var authored: [Location]
    var asOf: Day?
  }

  package init(_ theatre: Theatre) {
    self.theatre = theatre
    histories = theatre.placeHistories
    publication = Dictionary(theatre.reports.map { ($0.id, $0.knownFrom) }, uniquingKeysWith: { first, _ in first })
  }

  /// Who has which place on a day, in the order of the gazetteer.
  package func holders(on day: Day, knownBy: Day? = nil) -> [PlaceHolder] {
    theatre.holders(on: day, knownBy: knownBy, histories, publication)
  }

  /// The control of a day; nil when the theatre says nothing about it.
  package mutating func control(
    on day: Day, knownBy: Day? = nil, source: ControlSource = .automatic
  ) throws(CellFailure) -> ControlDay? {
    if source != .places, let snapshot = snapshot(on: day, knownBy, source) { return try authored(snapshot, on: day, knownBy) }
    if source == .authored || histories.isEmpty { return nil }
    return try computed(on: day, knownBy)
  }

  private func snapshot(on day: Day, _ knownBy: Day?, _ source: ControlSource) -> ControlSnapshot? {
    guard source == .automatic, !histories.isEmpty else { return theatre.snapshot(on: day, knownBy: knownBy) }
    return theatre.snapshot(on: day, knownBy: knownBy).flatMap { $0.hasOwnDay && $0.asOf == day ? $0 : nil }
  }

  private mutating func authored(_ snapshot: ControlSnapshot, on day: Day, _ knownBy: Day?) throws(CellFailure) -> ControlDay {
    let dated = theatre.datedAreas(on: day, knownBy: knownBy, publication)
    let areas = snapshot.hasOwnDay ? snapshot.areas(on: day) + dated : dated
    let asOf = snapshot.hasOwnDay ? snapshot.asOf : day
    let key = DayKey(sites: nil, holdings: areas.map(\.holding), authored: areas.map(\.location), asOf: asOf)
    if let known = days[key] { return known }
    do throws(OverlayFailure) {
      let built = try Coverage.build(areas.map(\.polygons))
      let control = ControlDay(areas: areas, coverage: built.coverage, repairs: built.repairs, asOf: asOf)
      days[key] = control
      return control
    } catch {
      throw .overlay(error)
    }
  }

  // MARK: places

  private mutating func computed(on day: Day, _ knownBy: Day?) throws(CellFailure) -> ControlDay? {
    let shares = shares(on: day, knownBy)
    let (sites, holdings) = (shares.map(\.site), shares.map(\.holding))
    let winning = theatre.datedAreas(on: day, knownBy: knownBy, publication)
    if sites.isEmpty, winning.isEmpty { return nil }
    let barriers = theatre.controlRule.barriers.map { $0.isInForce(on: day) }
    let cellKey = CellKey(barriers: barriers, sites: sites)
    let key = DayKey(sites: cellKey, holdings: holdings, authored: winning.map(\.location), asOf: nil)
    if let known = days[key] { return known }
    let ground = try ground(barriers)
    let cells = try cells(of: cellKey, ground)
    let merged = ground.merged(cells, sites, holdings, theatre.controlRule)
    var placesOf: [ControlArea.Holding: Set<PlaceID>] = [:]
    for share in shares { placesOf[share.holding, default: []].insert(share.place.id) }
    var areas = merged.holdings.enumerated().map { index, holding in
      ControlArea(
        holding: holding, from: day, basis: basis(of: holding, holdings),
        polygons: merged.coverage.polygons { $0 == index }, location: Location(file: "geodata/control/places.csv"), feature: index + 1,
        places: placesOf[holding]?.sorted() ?? [])
    }
    var coverage = merged.coverage
    if !winning.isEmpty {
      areas += winning
      do throws(OverlayFailure) {
        coverage = try Coverage.build(areas.map(\.polygons)).coverage
      } catch {
        throw .overlay(error)
      }
    }
    let control = ControlDay(areas: areas, coverage: coverage, placeCount: Set(shares.map(\.place.id)).count)
    days[key] = control
    return control
  }

  /// A place's part in the sharing out of the ground: a place in doubt has two.
  struct Share {
    var site: CellSite
    var holding: ControlArea.Holding
    var place: Place
    /// What says so.
    var rows: [PlaceControl]
  }

  /// What the ground of a day is shared out among, in the order of the gazetteer.
  func shares(on day: Day, _ knownBy: Day?) -> [Share] {
    let rule = theatre.controlRule
    var shares: [Share] = []
    for holder in holders(on: day, knownBy: knownBy) where holder.holding != .unassigned {
      let stated = holder.rows.compactMap(\.reachKm).max()
      let isFight = if case .contested = holder.holding { true } else { false }
      let reach =
        holder.isDoubtful && isFight
        ? min(stated ?? rule.contestedKm, rule.contestedKm) : stated ?? (isFight ? rule.contestedKm : rule.reachKm)
      shares.append(
        Share(
          site: CellSite(holder.place.position, reach: 1000 * reach), holding: holder.holding, place: holder.place, rows: holder.rows))
      // While the day of a change is in doubt, so is the place; the country round it goes over when the change is certain.
      if holder.isDoubtful, isFight, let former = holder.rows.first, former.holding != .unassigned {
        shares.append(
          Share(
            site: CellSite(holder.place.position, reach: 1000 * (stated ?? rule.reachKm)), holding: former.holding, place: holder.place,
            rows: [former]))
      }
    }
    return shares
  }

  mutating func cells(of key: CellKey, _ ground: CellGround) throws(CellFailure) -> Coverage {
    if let known = cells[key] { return known }
    var memory = memories[key.barriers] ?? CellMemory()
    memories[key.barriers] = nil
    let made = try ground.cells(key.sites, bridging: theatre.controlRule.bridgeKm * 1000, remembering: &memory)
    memories[key.barriers] = memory
    cells[key] = made
    return made
  }

  private func basis(
    of holding: ControlArea.Holding, _ holdings: [ControlArea.Holding]
  ) -> [ControlArea.Basis] {
    let count = holdings.reduce(0) { $0 + ($1 == holding ? 1 : 0) }
    return holding == .unassigned ? [] : [.editorial("nearest of \(count) held places")]
  }

  package mutating func ground(on day: Day) throws(CellFailure) -> CellGround {
    try ground(theatre.controlRule.barriers.map { $0.isInForce(on: day) })
  }

  mutating func ground(_ barriers: [Bool]) throws(CellFailure) -> CellGround {
    if let known = grounds[barriers] { return known }
    let inForce = zip(theatre.controlRule.barriers, barriers).filter(\.1).map(\.0)
    let ground = try CellGround(theatre.controlGround, barriers: inForce.flatMap { theatre.lines(of: $0) })
    grounds[barriers] = ground
    return ground
  }
}
