import Geometry
import Situation
import TestSupport
import Testing

/// What holds for any war, tried on made-up ones.
@Suite struct ControlPropertyTests {
  @Test(arguments: 1...10)
  func `faces of a day never overlap, and their areas add up to the area of their union`(seed: Int) throws {
    let war = try RandomWar(seed: seed)
    var history = ControlHistory(war.theatre)
    var random = SeededGenerator(seed: UInt64(seed) + 500)
    for day in war.days {
      let control = try #require(try history.control(on: day))
      #expect(control.coverage.isValid && control.areas.count == control.coverage.areaCount)
      let faces = control.coverage.groundByArea
      #expect(agree(faces.reduce(0, +), control.coverage.ground { _ in true }, within: 1e-9))
      // The polygons that are drawn, told apart by counting crossings and not by the coverage.
      for _ in 0..<150 {
        let p = Point<Geographic>(.random(in: 38.9...43.1, using: &random), .random(in: 32.9...37.1, using: &random))
        let covering = control.coverage.areas.filter { area in control.coverage.polygons { $0 == area }.contains { covers($0, p) } }
        let isGround = p.x > 39 && p.x < 43 && p.y > 33 && p.y < 37
        #expect(covering.count == (isGround ? 1 : 0), "\(day) \(p)")
        #expect(covering.first == CoverageLocator(control.coverage).areaOrNil(at: p))
      }
    }
  }

  @Test(arguments: 1...10)
  func `a simplified day is a valid coverage without gaps`(seed: Int) throws {
    let war = try RandomWar(seed: seed)
    var history = ControlHistory(war.theatre)
    for day in war.days {
      let control = try #require(try history.control(on: day))
      for metres in [500.0, 4000, 20_000] {
        let simple = control.coverage.simplified(metres: metres)
        #expect(simple.isValid, "\(day) at \(metres) m")
        #expect(agree(simple.groundByArea.reduce(0, +), simple.ground { _ in true }, within: 1e-9))
        #expect(simple.vertexCount <= control.coverage.vertexCount)
      }
    }
  }

  @Test(arguments: 1...10)
  func `the difference of two days mirrors that of the days exchanged, whatever days`(seed: Int) throws {
    let war = try RandomWar(seed: seed)
    var history = ControlHistory(war.theatre)
    var changes = 0
    for (from, to) in zip(war.days, war.days.dropFirst()) {
      let forth = try history.difference(from: from, to: to)
      let back = try history.difference(from: to, to: from)
      #expect(forth.changes.count == back.changes.count)
      changes += forth.changes.count
      for change in forth.changes {
        let mirror = try #require(back.changes.first { $0.before == change.after && $0.after == change.before })
        #expect(agree(mirror.ground, change.ground, within: 1e-9))
      }
      #expect(forth.places.map(\.place.id) == back.places.map(\.place.id))
      for balance in forth.balances(war.theatre) {
        let mirror = back.balances(war.theatre).first { $0.faction == balance.faction }
        #expect(agree(mirror?.gained ?? 0, balance.lost, within: 1e-9) && agree(mirror?.lost ?? 0, balance.gained, within: 1e-9))
      }
      // Whatever has changed has another holding than before, at any point of it.
      for change in forth.changes { #expect(change.before != change.after && change.ground > 0) }
    }
    #expect(changes > 0)
  }

  @Test(arguments: 1...10)
  func `the figures of a day are the sums of the areas that its sheet draws`(seed: Int) throws {
    let war = try RandomWar(seed: seed)
    var history = ControlHistory(war.theatre)
    for day in war.days {
      let situation = try history.situation(on: day)
      let control = try #require(try history.control(on: day))
      let tally = try ControlTally(control, on: day, theatre: war.theatre)
      let built = try situation.builtCoverage().coverage
      for (holding, ground) in tally.holdings {
        let areas = situation.control.indices.filter { situation.control[$0].holding == holding }
        let drawn = areas.flatMap { area in built.polygons { $0 == area } }
        let sum = drawn.reduce(0) { $0 + Geodesic.wgs84.area(of: $1) }
        #expect(agree(ground, sum, within: 1e-9), "\(day) \(holding)")
      }
      let parts = tally.held + tally.contested + tally.claimed + tally.presence + tally.unassigned
      #expect(agree(parts, tally.ground, within: 1e-9))
      #expect(agree(tally.shares.reduce(0) { $0 + $1.held }, tally.held, within: 1e-9))
      for share in tally.shares { #expect(share.low <= share.high) }
    }
  }

  @Test(arguments: 1...10)
  func `a day dissolved by side keeps every hole and every pocket`(seed: Int) throws {
    let war = try RandomWar(seed: seed)
    var history = ControlHistory(war.theatre)
    var random = SeededGenerator(seed: UInt64(seed) + 900)
    for day in war.days {
      let control = try #require(try history.control(on: day))
      let sides = control.areas.map { $0.holding.factions.count == 1 ? ($0.holding.factions[0] == "isis" ? 1 : 0) : 2 }
      let merged = control.coverage.dissolved(into: 3) { sides[$0] }
      #expect(merged.isValid)
      let ground = control.coverage.groundByArea
      for (side, metres) in merged.groundByArea.enumerated() {
        #expect(agree(metres, zip(sides, ground).reduce(0) { $1.0 == side ? $0 + $1.1 : $0 }, within: 1e-9))
      }
      let (before, after) = (CoverageLocator(control.coverage), CoverageLocator(merged))
      for _ in 0..<300 {
        let p = Point<Geographic>(.random(in: 39...43, using: &random), .random(in: 33...37, using: &random))
        let area = before.area(at: p)
        #expect(after.area(at: p) == (area == Coverage.nobody ? Coverage.nobody : sides[area]))
      }
    }
  }

  /// By the even-odd rule over all rings.
  private func covers(_ polygon: Polygon<Geographic>, _ p: Point<Geographic>) -> Bool {
    var isInside = false
    for ring in polygon.rings {
      guard var a = ring.points.last else { continue }
      for b in ring.points {
        if (a.y > p.y) != (b.y > p.y), p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
        a = b
      }
    }
    return isInside
  }
}

extension CoverageLocator {
  fileprivate func areaOrNil(at p: Point<Geographic>) -> Coverage.Area? {
    let found = area(at: p)
    return found == Coverage.nobody ? nil : found
  }
}

extension Coverage {
  fileprivate var areas: Range<Area> { 0..<areaCount }
}
