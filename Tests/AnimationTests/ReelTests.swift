import Animation
import Cartography
import Drawing
import Geometry
import Situation
import Testing

struct ReelTests {
  @Test func `on a known day the control is exact, between known days it is marked`() throws {
    let theatre = try FilmFixture.theatre()
    let reel = try FilmFixture.reel(theatre)
    let known = Set(theatre.controlDays)
    for unit in reel.units {
      let moment = try reel.moment(unit)
      if case .state = unit.control { #expect(moment.between == nil) } else { #expect(moment.between != nil) }
      if moment.between != nil, let between = moment.between { #expect(between.contains(unit.day)) }
    }
    for day in known {
      let first = try #require(reel.units.first { $0.day == day })
      #expect(!first.isInterpolated)
    }
  }

  @Test func `without interpolation every frame shows a known state`() throws {
    let reel = try FilmFixture.reel(try FilmFixture.theatre(), interpolates: false)
    #expect(reel.units.allSatisfy { !$0.isInterpolated })
    #expect(!reel.interpolates)
  }

  @Test func `the ground of a side changes in one direction between two known days`() throws {
    let theatre = try FilmFixture.theatre()
    let reel = try FilmFixture.reel(theatre)
    var last: [ControlArea.Holding: Double] = [:]
    for unit in reel.units where unit.day < theatre.controlDays[1] {
      let control = try #require(try reel.moment(unit).control)
      for (number, holding) in control.holdings.enumerated() {
        let ground = control.coverage.polygons { control.holders[$0] == number }.reduce(0) { $0 + Geodesic.wgs84.area(of: $1) }
        if let before = last[holding] { #expect(holding == .held("west") ? ground >= before - 1 : ground <= before + 1) }
        last[holding] = ground
      }
    }
    #expect(last.count == 2)
  }

  @Test func `contested ground appears on its day and not before`() throws {
    let theatre = try FilmFixture.theatre()
    let reel = try FilmFixture.reel(theatre)
    for unit in reel.units {
      let control = try #require(try reel.moment(unit).control)
      let contested = control.holdings.firstIndex { if case .contested = $0 { true } else { false } }
      let isShown = contested.map { number in control.holders.contains(number) } ?? false
      #expect(isShown == (unit.day >= theatre.controlDays[2]))
    }
  }

  @Test func `frames add up to the film`() throws {
    let reel = try FilmFixture.reel(try FilmFixture.theatre())
    var next = 1
    for unit in reel.units {
      #expect(unit.first == next)
      next += unit.count
    }
    #expect(next == reel.frameCount + 1)
  }
}

struct DigestTests {
  @Test func `a digest is the same in every run and on every machine`() {
    var digest = Digest()
    digest.add("situation")
    digest.add(2017)
    digest.add(0.5)
    #expect(digest.description == "2a4725d0152f48d3dfcbd943fb52ab4c")
  }

  @Test func `minus zero is zero, and nothing else is the same`() {
    func digest(_ number: Double) -> Digest {
      var digest = Digest()
      digest.add(number)
      return digest
    }
    #expect(digest(-0.0) == digest(0))
    #expect(Set((0..<2000).map { digest(Double($0) / 8) }).count == 2000)
  }

  @Test func `lists that differ in one colour, one point or one word have different digests`() {
    func digest(_ items: [DisplayItem]) -> Digest {
      var digest = Digest()
      digest.add(items)
      return digest
    }
    let path = Path.circle(center: Point(10, 10), radius: 4)
    let one = digest([.shape(Shape(path, fill: Color(0x102030)))])
    #expect(one != digest([.shape(Shape(path, fill: Color(0x102031)))]))
    #expect(one != digest([.shape(Shape(Path.circle(center: Point(10, 10.001), radius: 4), fill: Color(0x102030)))]))
    #expect(one != digest([.group(Group(opacity: 0.5, items: [.shape(Shape(path, fill: Color(0x102030)))]))]))
    #expect(one == digest([.shape(Shape(path, fill: Color(0x102030)))]))
  }
}
