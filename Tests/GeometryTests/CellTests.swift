import Geometry
import TestSupport
import Testing

/// Ground shared out among sites.
@Suite struct CellTests {
  /// Edges so short that a node on them does not bend them on the ellipsoid.
  private static let ground: [Polygon<Geographic>] = {
    let corners = Extent<Geographic>(minX: 40, minY: 34, maxX: 44, maxY: 37).corners
    let points = corners.indices.flatMap { index in (0..<100).map { corners[index].lerp(to: corners[(index + 1) % 4], Double($0) / 100) } }
    return [Polygon(exterior: Ring(points))]
  }()
  private static let river = Line<Geographic>([Point(39, 35.4), Point(41, 35.6), Point(42.5, 35.2), Point(45, 35.5)])

  private static func sites(_ count: Int, seed: Int, reaches: [Double] = [60_000]) -> [CellSite] {
    var random = SeededGenerator(seed: UInt64(seed))
    return (0..<count).map { _ in
      let p = Point<Geographic>(.random(in: 40.05...43.95, using: &random), .random(in: 34.05...36.95, using: &random))
      return CellSite(p, reach: reaches.randomElement(using: &random) ?? 60_000)
    }
  }

  @Test(arguments: 1...12)
  func `cells never overlap, leave no gap, and add up to the ground`(seed: Int) throws {
    let ground = try CellGround(Self.ground, barriers: [Self.river])
    let cells = try ground.cells(Self.sites(40, seed: seed, reaches: [60_000, 25_000, 8000]))
    #expect(cells.isValid)
    let sum = cells.groundByArea.reduce(0, +)
    #expect(agree(sum, cells.ground { _ in true }, within: 1e-9))
    #expect(agree(sum, ground.area, within: 1e-6))
  }

  @Test(arguments: 1...40)
  func `a point belongs to the nearest site that reaches it from its own side of the barrier`(seed: Int) throws {
    let ground = try CellGround(Self.ground, barriers: [Self.river])
    let sites = Self.sites(30, seed: seed, reaches: [70_000, 12_000])
    let locator = CoverageLocator(try ground.cells(sites))
    var random = SeededGenerator(seed: UInt64(seed) + 1000)
    var wrong = 0
    for _ in 0..<400 {
      let p = Point<Geographic>(.random(in: 40...44, using: &random), .random(in: 34...37, using: &random))
      let region = ground.region(of: CellSite(p, reach: 1))
      let measured = sites.indices.filter { ground.region(of: sites[$0]) == region }.map { index in
        (index: index, metres: Geodesic.wgs84.distance(p, sites[index].position))
      }
      let reaching = measured.filter { $0.metres <= sites[$0.index].reach }.sorted { $0.metres < $1.metres }
      let area = locator.area(at: p)
      let found = area < sites.count ? area : nil
      // Within a hundredth of a tie the plane and the ellipsoid may disagree.
      let isClose = reaching.count > 1 && reaching[1].metres < reaching[0].metres * 1.01
      let isAtReach = measured.contains { abs($0.metres / sites[$0.index].reach - 1) < 0.01 }
      if found != reaching.first?.index, !isClose, !isAtReach { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 1...12)
  func `bridged gaps leave what is reached as it was and carry no ground farther out than half of their width`(seed: Int) throws {
    let ground = try CellGround(Self.ground, barriers: [Self.river])
    let sites = Self.sites(25, seed: seed, reaches: [35_000, 35_000, 45_000, 60_000, 20_000, 8000])
    let gap = 40_000.0
    let bridged = try ground.cells(sites, bridging: gap)
    #expect(bridged.isValid)
    #expect(agree(bridged.groundByArea.reduce(0, +), ground.area, within: 1e-6))
    let (plain, wide) = (CoverageLocator(try ground.cells(sites)), CoverageLocator(bridged))
    var random = SeededGenerator(seed: UInt64(seed) + 2000)
    var gained = 0
    for _ in 0..<600 {
      let p = Point<Geographic>(.random(in: 40...44, using: &random), .random(in: 34...37, using: &random))
      let (before, after) = (plain.area(at: p), wide.area(at: p))
      if before < sites.count {
        #expect(after == before)
      } else if after < sites.count {
        gained += 1
        let here = ground.region(of: CellSite(p, reach: 1))
        // The plane shows lengths true to a few parts in a thousand.
        let isNear = sites.contains { site in
          site.reach > 30_000 && ground.region(of: site) == here
            && Geodesic.wgs84.distance(p, site.position) <= (site.reach + gap / 2) * 1.005
        }
        #expect(isNear && sites[after].reach > 30_000)
      }
    }
    #expect(gained > 0)
  }

  @Test func `a pocket between two reaches and the edge of the ground is bridged as well, and the open ground beyond is not`() throws {
    let ground = try CellGround(Self.ground, barriers: [])
    // Two sites by the southern edge, 78 km apart: between their reaches a notch of 8 km, open to nothing.
    let sites = [40.6, 41.45].map { CellSite(Point(Double($0), 34.1), reach: 35_000) }
    let locator = CoverageLocator(try ground.cells(sites, bridging: 40_000))
    #expect(locator.area(at: Point(41.02, 34.01)) < 2)
    #expect(locator.area(at: Point(41.02, 34.1)) < 2)
    #expect(locator.area(at: Point(43, 36)) == 2)
    #expect(CoverageLocator(try ground.cells(sites)).area(at: Point(41.02, 34.01)) == 2)
  }

  @Test func `reaches on all sides of a site, some across its x axis, leave no false gap between them`() throws {
    let ground = try CellGround(Self.ground, barriers: [])
    let center = Point<Geographic>(42, 35.5)
    // Five neighbours round it, one of them due east and so on both sides of where angles begin.
    let around = [0.0, 62, 130, 205, 290].map { degrees in
      Point<Geographic>(center.x + 0.5 * cosine(degrees * .pi / 180), center.y + 0.4 * sine(degrees * .pi / 180))
    }
    let sites = ([center] + around).map { CellSite($0, reach: 35_000) }
    let locator = CoverageLocator(try ground.cells(sites, bridging: 20_000))
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let angle = Double.random(in: 0...(2 * .pi), using: &random)
      let part = Double.random(in: 0...1, using: &random)
      let p = Point<Geographic>(center.x + 0.5 * part * cosine(angle), center.y + 0.4 * part * sine(angle))
      #expect(locator.area(at: p) < sites.count)
    }
  }

  @Test func `long straight edges of the ground do not let cells run together`() throws {
    let ground = try CellGround([Polygon(exterior: box(40, 34, 44, 37))], barriers: [])
    let sites = (0..<8).map { CellSite(Point(40.25 + Double($0) * 0.5, 36.8), reach: 400_000) }
    let cells = try ground.cells(sites)
    let locator = CoverageLocator(cells)
    for (index, site) in sites.enumerated() {
      #expect(locator.area(at: Point(site.position.x, 34.02)) == index && locator.area(at: Point(site.position.x, 36.99)) == index)
    }
  }

  @Test func `a barrier parts the ground where it runs from edge to edge, and a free end parts nothing`() throws {
    let free = Line<Geographic>([Point(41, 35.5), Point(43, 35.5)])
    #expect(try CellGround(Self.ground, barriers: []).regions.areaCount == 1)
    #expect(try CellGround(Self.ground, barriers: [free]).regions.areaCount == 1)
    #expect(try CellGround(Self.ground, barriers: [Self.river]).regions.areaCount == 2)
  }

  @Test func `ground that no site reaches is an area of its own`() throws {
    let ground = try CellGround(Self.ground, barriers: [])
    let cells = try ground.cells([CellSite(Point(42, 35.5), reach: 20_000)])
    let areas = cells.groundByArea
    #expect(areas.count == 2)
    #expect(agree(areas[0], .pi * 20_000 * 20_000, within: 0.01))
    #expect(try ground.cells([]).groundByArea.count == 1)
  }

  @Test func `sites in one spot, on a border or just beyond the edge do not break the cells`() throws {
    let ground = try CellGround(Self.ground, barriers: [Self.river])
    let sites = [Point<Geographic>(41, 35), Point(41, 35), Point(40, 34.5), Point(39.99, 36), Point(30, 30)].map {
      CellSite($0, reach: 50_000)
    }
    let cells = try ground.cells(sites)
    let areas = cells.groundByArea
    #expect(cells.isValid && areas[1] == 0 && areas[3] > 0 && areas[4] == 0)
  }

  @Test(arguments: 1...12)
  func `rounded borders keep the coverage valid, its ground whole and every site in its area`(seed: Int) throws {
    let sites = Self.sites(40, seed: seed)
    let cells = try CellGround(Self.ground, barriers: []).cells(sites).dissolved(into: 5) { $0 % 5 }
    let round = cells.smoothed(around: sites.map(\.position)) { $0.left == Coverage.nobody || $0.right == Coverage.nobody ? 0 : 6000 }
    #expect(round.isValid)
    #expect(round != cells)
    #expect(agree(round.groundByArea.reduce(0, +), cells.groundByArea.reduce(0, +), within: 1e-9))
    let (before, after) = (CoverageLocator(cells), CoverageLocator(round))
    #expect(sites.allSatisfy { before.area(at: $0.position) == after.area(at: $0.position) })
  }

  @Test(arguments: 1...6)
  func `what is remembered of other sites makes cells no different`(seed: Int) throws {
    let ground = try CellGround(Self.ground, barriers: [Self.river])
    let base = Self.sites(30, seed: seed, reaches: [35_000, 35_000, 50_000])
    var memory = CellMemory()
    for day in 0..<5 {
      // Fights come and go, now and then a place, too.
      let fights = Self.sites(day, seed: seed + 100 * day, reaches: [8000, 12_000])
      let sites = (day == 3 ? Array(base.dropFirst(2)) : base) + fights
      let cells = try ground.cells(sites, bridging: 40_000, remembering: &memory)
      #expect(cells == (try ground.cells(sites, bridging: 40_000)) && cells.isValid)
    }
  }

  @Test func `the order of the sites changes the numbers of their cells and nothing else`() throws {
    let ground = try CellGround(Self.ground, barriers: [Self.river])
    let sites = Self.sites(25, seed: 3)
    let plain = try ground.cells(sites).groundByArea
    let turned = try ground.cells(Array(sites.reversed())).groundByArea
    for index in sites.indices { #expect(agree(plain[index], turned[sites.count - 1 - index], within: 1e-12)) }
  }
}
