import Situation
import Testing

@Suite struct ClaimReadingTests {
  private func claim(_ lines: String) throws -> Claim {
    let theatre = try Fixture.read(Fixture.claim(lines))
    return try #require(theatre.reports.first?.claims.first)
  }

  @Test func `a claim has what its lines say`() throws {
    let claim = try claim(
      """
      kind: clash
      by: [badr, government]
      against: isis
      places: [kocho, um-jaris]
      on: 2017-05-18/2017-06-01
      dating: The text says lately.
      status: claimed
      label: {en: Clash, ar: اشتباك}
      says: They fought.
      source: an officer
      killed: {isis: [9, 22], civilians: 3}
      at: paragraph 2
      """)
    #expect(claim.id == "one")
    #expect(claim.kind == .clash)
    #expect(claim.by == ["badr", "government"])
    #expect(claim.against == ["isis"])
    #expect(claim.placement == .places(["kocho", "um-jaris"]))
    #expect(claim.when.until?.description == "2017-06-01")
    #expect(claim.status == .claimed)
    #expect(claim.label["ar"] == "اشتباك")
    #expect(claim.killed == [Toll(.faction("isis"), 9...22), Toll(.civilians, 3...3)])
    #expect(claim.source == "an officer")
    #expect(claim.at == "paragraph 2")
    #expect(claim.location.description == "seeds/2017-05-30-border.yaml:6:5")
  }

  @Test func `a corridor has a path and a state`() throws {
    let claim = try claim("kind: corridor\npath: [kocho, um-jaris]\nfrom: 2017-05\nstatus: reported\nstate: sought\nsays: x")
    #expect(claim.corridor == .sought)
    #expect(claim.placement == .path(["kocho", "um-jaris"]))
    #expect(claim.when.formatted(language: "en") == "from May 2017")
    #expect(
      Fixture.faults(Fixture.claim("kind: corridor\nplace: kocho\non: 2017-05\nstatus: reported\nsays: x")).mention(
        "a corridor needs its `state`"))
  }

  @Test func `an advance may have been repulsed, other kinds have no such state`() throws {
    let head = "path: [kocho, um-jaris]\non: 2017-05\nstatus: reported\nsays: x\n"
    #expect(try claim("kind: advance\n" + head + "state: repulsed").move == .repulsed)
    #expect(try claim("kind: advance\n" + head).move == nil)
    #expect(Fixture.faults(Fixture.claim("kind: advance\n" + head + "state: open")).mention("`open` is no `state`"))
    #expect(
      Fixture.faults(Fixture.claim("kind: clash\nplace: kocho\non: 2017-05\nstatus: reported\nsays: x\nstate: repulsed")).mention(
        "only a corridor or an advance has a `state`"))
  }

  @Test func `a zone is a circle or a belt along a border`() throws {
    let head = "kind: zone\nby: government\non: 2017-05\nstatus: reported\nsays: x\n"
    #expect(try claim(head + "center: kocho\nradius-km: 55").placement == .zone(.circle(center: "kocho", radiusKm: 55)))
    let belt = Placement.zone(.belt(border: BorderPair("Iraq", "Syria"), withinKm: 40...80))
    #expect(try claim(head + "border: [Syria, Iraq]\nwithin-km: [40, 80]").placement == belt)
    #expect(Fixture.faults(Fixture.claim(head + "center: kocho")).mention("there is no `radius-km`"))
    #expect(Fixture.faults(Fixture.claim(head + "center: kocho\nradius-km: -5")).mention("`radius-km` must lie between"))
    #expect(Fixture.faults(Fixture.claim(head + "border: [Syria, Irak]\nwithin-km: 80")).mention("hint: did you mean [Iraq, Syria]?"))
    #expect(Fixture.faults(Fixture.claim(head + "border: [Syria]\nwithin-km: 80")).mention("must name the 2 countries"))
    #expect(Fixture.faults(Fixture.claim(head + "border: [Syria, Iraq]\nwithin-km: [80, 40]")).mention("must be a range in kilometres"))
  }

  @Test func `a distance goes to a place or to a border, and takes the day of its report`() throws {
    let head = "kind: distance\nfrom: kocho\nkm: 30\nstatus: reported\nsays: x\n"
    let place = try claim(head + "to: um-jaris")
    #expect(place.placement == .distance(StatedDistance(from: "kocho", to: .place("um-jaris"), km: 30)))
    #expect(place.when.day?.description == "2017-05-30")
    #expect(try claim(head + "border: [Iraq, Syria]\non: 2017-05-20").when.day?.description == "2017-05-20")
    #expect(Fixture.faults(Fixture.claim(head)).mention("there is no `to`"))
    #expect(Fixture.faults(Fixture.claim(head + "to: um-jaris\nborder: [Iraq, Syria]")).mention("not both"))
  }

  @Test func `a claim may say why it is nowhere`() throws {
    let head = "kind: meeting\nby: government\non: 2017-05\nstatus: reported\nsays: x\n"
    #expect(Fixture.faults(Fixture.claim(head + "unplaced: somewhere in Baghdad")).isEmpty)
    #expect(Fixture.faults(Fixture.claim(head + "place: none")).isEmpty)
    #expect(try claim(head + "place: none").placement == .nowhere)
  }
}
