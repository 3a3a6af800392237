import Cartography
import Diagnostics
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// What claims look like on the map: courses, symbols, and how they pale.
struct ClaimDrawingTests {
  /// A sheet of the repository's theatre on which nothing is claimed but this.
  private func sheet(
    _ claims: [Claim], window: Int? = nil, parts: Set<SheetRequest.Part> = Set(SheetRequest.Part.allCases), second: String? = nil
  ) throws -> DisplayList {
    let theatre = try RepositoryTheatre.read()
    let day = try Day(iso: "2018-08-26")
    let report = Report(id: "r", title: "", publisher: "", published: TimeSpan(day), claims: claims, location: Location(file: "r"))
    let situation = Situation(day: day, claims: claims.map { SituatedClaim(report: report, claim: $0) })
    var request = SheetRequest(width: 1600, height: 1200, extent: theatre.extent, title: "", parts: parts, window: window)
    request.secondLanguage = second
    return try composeSheet(theatre, situation, request, measuring: Shaper()).displayList
  }

  private func claim(
    _ id: String, _ kind: Claim.Kind, _ status: Claim.Status = .reported, _ placement: Placement, on day: String = "2018-08-26",
    corridor: Claim.CorridorState? = nil, move: Claim.MoveState? = nil
  ) throws -> Claim {
    Claim(
      id: ClaimID(id), kind: kind, status: status, by: ["isis"], placement: placement, when: TimeSpan(try Day(iso: day)),
      label: LocalizedText(["en": "Something of \(id)"]), corridor: corridor, move: move, location: Location(file: "r"))
  }

  private func group(_ id: String, in items: [DisplayItem]) -> Group? {
    for case .group(let group) in items {
      if group.id == id { return group }
      if let found = self.group(id, in: group.items) { return found }
    }
    return nil
  }

  private func shapes(of claim: String, in list: DisplayList) throws -> [Shape] {
    try #require(group("claim-r-\(claim)", in: list.items)).items.compactMap { if case .shape(let shape) = $0 { shape } else { nil } }
  }

  private func points(_ path: Path) -> [Point<Page>] {
    path.elements.compactMap { element in
      switch element {
      case .move(let p), .line(let p), .curve(_, _, let p): p
      case .close: nil
      }
    }
  }

  @Test func `two corridors on one way run side by side, and meet again at their ends`() throws {
    let way = Placement.path(["palmyra", "sukhna", "deir-ez-zor"])
    let list = try sheet([
      try claim("a", .corridor, .reported, way, corridor: .open), try claim("b", .corridor, .reported, way, corridor: .sought),
    ])
    let one = points(try #require(try shapes(of: "a", in: list).first).path)
    let two = points(try #require(try shapes(of: "b", in: list).first).path)
    let middle = one[one.count / 2]
    let apart = two.map { $0.distance(to: middle) }.min() ?? 0
    #expect(apart > 6 && apart < 40)
    let ends = [one[0], one[one.count - 1]].map { end in two.map { $0.distance(to: end) }.min() ?? 0 }
    #expect(ends.allSatisfy { $0 < apart })
  }

  @Test func `courses that only cross stay where they are`() throws {
    let crossing = try claim("b", .corridor, .reported, .path(["raqqa", "palmyra"]), corridor: .open)
    let way = Placement.path(["deir-ez-zor", "homs"])
    let alone = try sheet([crossing])
    let both = try sheet([try claim("a", .corridor, .reported, way, corridor: .open), crossing])
    let paths = try [alone, both].map { points(try #require(try shapes(of: "b", in: $0).first).path) }
    #expect(paths[0] == paths[1])
  }

  @Test func `an advance ends in a point, a repulsed one in a bar`() throws {
    let way = Placement.path(["palmyra", "sukhna"])
    let widths = try [nil, Claim.MoveState.repulsed].map { state in
      let outline = points(try #require(try shapes(of: "a", in: sheet([try claim("a", .advance, .reported, way, move: state)])).last).path)
      let start = outline[0]
      let tip = try #require(outline.max { $0.distance(to: start) < $1.distance(to: start) })
      let along = (tip - start).unit
      func ahead(_ p: Point<Page>) -> Double { (p.x - start.x) * along.dx + (p.y - start.y) * along.dy }
      let front = outline.filter { ahead(tip) - ahead($0) < 9 }
      return front.map { a in front.map { $0.distance(to: a) }.max() ?? 0 }.max() ?? 0
    }
    #expect(widths[0] < 6)
    #expect(widths[1] > 14)
  }

  @Test func `a siege has a ring with teeth round its place, and a symbol`() throws {
    let list = try sheet([try claim("a", .siege, .confirmed, .places(["deir-ez-zor"]))])
    let shapes = try shapes(of: "a", in: list)
    let ring = try #require(shapes.first).path.extent
    #expect(shapes.allSatisfy { abs($0.path.extent.center.x - ring.center.x) < 1 && $0.path.extent.width < ring.width + 4 })
    #expect(try #require(shapes.last).path.elements.count { if case .close = $0 { true } else { false } } == 12)
    #expect(group("spot-1", in: list.items) != nil)
  }

  /// What can be seen of a symbol in a print without colours: fills by their lightness, dashes, opacity.
  private func greyLook(_ kind: Claim.Kind, _ status: Claim.Status) throws -> [String] {
    let list = try sheet([try claim("a", kind, status, .places(["palmyra"]))])
    return try #require(group("spot-1", in: list.items)).items.compactMap { item in
      guard case .shape(let shape) = item, shape.path.elements.count > 2 else { return nil }
      var words = ["\(shape.path.elements.count)"]
      if case .solid(let color)? = shape.fill { words.append("fill \((color.luminance * 8).rounded()) \((color.alpha * 4).rounded())") }
      if let stroke = shape.stroke {
        words.append("stroke \((stroke.color.luminance * 8).rounded()) \(stroke.dashes.map { $0.rounded() })")
      }
      return words.joined(separator: " ")
    }
  }

  @Test(arguments: Claim.Kind.allCases.filter { $0 != .distance })
  func `status and kind of a symbol show without colour`(kind: Claim.Kind) throws {
    let looks = try Claim.Status.allCases.map { try greyLook(kind, $0) }
    #expect(Set(looks).count == Claim.Status.allCases.count)
    #expect(looks.allSatisfy { $0.count >= 3 })
  }

  @Test func `no two kinds of claim have the same figure`() throws {
    let figures = try Claim.Kind.allCases.filter { $0 != .distance }.map { kind in
      let list = try sheet([try claim("a", kind, .reported, .places(["palmyra"]))])
      let mark = try #require(group("spot-1", in: list.items))
      let box = try #require(mark.items.compactMap { if case .shape(let shape) = $0 { shape.path.extent } else { nil } }.first)
      return mark.items.compactMap { item -> [String]? in
        guard case .shape(let shape) = item else { return nil }
        return points(shape.path).map { "\((($0.x - box.minX) * 4).rounded()) \((($0.y - box.minY) * 4).rounded())" }
      }
    }
    #expect(Set(figures).count == figures.count)
  }

  @Test func `claims of a window of days pale with age, those of a report do not`() throws {
    let claims = try [("2018-08-26", "palmyra"), ("2018-08-20", "raqqa"), ("2018-08-13", "sukhna")].map {
      try claim($0.1, .clash, .confirmed, .places([PlaceID($0.1)]), on: $0.0)
    }
    func lightness(window: Int?) throws -> [Double] {
      let list = try sheet(claims, window: window)
      return try (1...3).map { number in
        let fills = try #require(group("spot-\(number)", in: list.items)).items.compactMap { item -> Color? in
          guard case .shape(let shape) = item, case .solid(let color)? = shape.fill, shape.stroke?.color == color else { return nil }
          return color
        }
        return try #require(fills.first).luminance
      }
    }
    let fading = try lightness(window: 14)
    #expect(fading[0] < fading[1] && fading[1] < fading[2])
    #expect(Set(try lightness(window: nil)).count == 1)
  }

  @Test func `without a list the marks say in words what happened`() throws {
    let claims = try ["palmyra", "raqqa"].map { try claim($0, .clash, .reported, .places([PlaceID($0)])) }
    let list = try sheet(claims, parts: Set(SheetRequest.Part.allCases).subtracting([.list]))
    for (number, place) in ["palmyra", "raqqa"].enumerated() {
      let mark = try #require(group("spot-\(number + 1)", in: list.items))
      let words = mark.items.compactMap { if case .text(let text) = $0 { text.line.text } else { nil } }
      #expect(words.joined(separator: " ") == "Something of \(place)")
    }
  }

  @Test func `a sheet in two languages has the second name below the first`() throws {
    let list = try sheet([], second: "ar")
    let names = try #require(group("place-names", in: list.items)).items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let palmyra = try #require(names.firstIndex { $0.line.text == "Palmyra" })
    #expect(names[palmyra + 1].line.text == "تدمر")
    #expect(names[palmyra + 1].line.isRightToLeft)
    guard case .straight(let above, _) = names[palmyra].placement, case .straight(let below, _) = names[palmyra + 1].placement else {
      Issue.record("a name of a place is straight")
      return
    }
    #expect(below.y > above.y + 8 && abs(below.x - above.x) < 40)
  }
}
