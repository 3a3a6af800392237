import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// The labels of every sheet that the repository's own reports ask for.
struct SheetLabelTests {
  static let sizes: [(name: String, width: Double, height: Double)] = [
    ("sheet", 1600, 1200), ("slide", 1600, 900), ("a4", 1122.52, 793.7), ("column", 480, 1600), ("square", 1080, 1080),
  ]

  /// As the program draws it, with the report's close-up where there is room for it.
  static func compose(
    _ theatre: Theatre, _ report: Report?, _ size: (Double, Double), _ language: String, _ shaper: Shaper,
    parts: Set<SheetRequest.Part> = Set(SheetRequest.Part.allCases), after previous: LabelReport? = nil
  ) throws -> Sheet {
    let day = report.map { $0.map?.on ?? $0.published.until ?? theatre.latestDay } ?? theatre.latestDay
    let situation = theatre.situation(on: day, report: report?.id)
    let extent = report?.map?.view.flatMap { theatre.view($0)?.extent } ?? theatre.extent
    var request = SheetRequest(
      width: size.0, height: size.1, extent: extent, title: report?.map?.title?[language] ?? theatre.title[language],
      summary: report?.summary[language] ?? "", language: language, parts: parts, window: report == nil ? 90 : nil)
    request.earlierSpots = Dictionary((previous?.placed ?? []).map { ($0.id, $0.ground) }, uniquingKeysWith: { first, _ in first })
    request.inset = report?.map?.inset.flatMap { theatre.view($0) }.map { .init(title: $0.title[language], extent: $0.extent) }
    return try composeSheet(theatre, situation, request, measuring: shaper)
  }

  /// A text, a mark or a leader line on the map.
  private struct Label {
    var title: String
    var letters: [InkShape] = []
    var leaders: [InkShape] = []
  }

  private func group(_ id: String, in items: [DisplayItem]) -> Group? {
    for case .group(let group) in items {
      if group.id == id { return group }
      if let found = self.group(id, in: group.items) { return found }
    }
    return nil
  }

  /// - Parameter prefix: `inset-` for those of the close-up.
  private func labels(of sheet: Sheet, _ prefix: String, _ shaper: Shaper) -> [Label] {
    var labels: [Label] = []
    for id in ["place-names", "area-names", "river-names"] {
      for item in group(prefix + id, in: sheet.displayList.items)?.items ?? [] {
        switch item {
        case .text(let text):
          labels.append(Label(title: text.line.text, letters: InkShape.letters(of: text, grown: 0, shaper)))
        case .shape(let shape) where shape.path.elements.count == 2:
          let ends = shape.path.extent
          guard case .move(let a) = shape.path.elements[0], case .line(let b) = shape.path.elements[1], ends.width + ends.height > 0 else {
            break
          }
          labels.append(Label(title: "leader", leaders: [InkShape(from: a, to: b, width: 0.6)]))
        default: break
        }
      }
    }
    for case .group(let mark) in group(prefix + "claims", in: sheet.displayList.items)?.items ?? [] {
      var label = Label(title: mark.id ?? "")
      for item in mark.items {
        // The number of a mark lies on its badge; the words of one without a number stand by themselves.
        if case .text(let text) = item, text.halo != nil { label.letters += InkShape.letters(of: text, grown: 0, shaper) }
        guard case .shape(let shape) = item else { continue }
        if shape.path.elements.count == 2, case .move(let a) = shape.path.elements[0], case .line(let b) = shape.path.elements[1] {
          label.leaders.append(InkShape(from: a, to: b, width: 0.6))
        } else if case .curve? = shape.path.elements.dropFirst().first {
          let box = shape.path.extent
          label.letters.append(.disc(box.center, box.width / 2))
        }
      }
      labels.append(label)
    }
    return labels
  }

  @Test(arguments: ["en", "ar"], sizes.indices)
  func `no two labels overlap, none leaves the frame, none covers a symbol`(language: String, size: Int) throws {
    let theatre = try RepositoryTheatre.read()
    #expect(theatre.reports.count >= 5)
    for report in theatre.reports.map(Optional.some) + [nil] {
      let shaper = Shaper()
      let sheet = try Self.compose(theatre, report, (Self.sizes[size].width, Self.sizes[size].height), language, shaper)
      let title = "\(report?.id.rawValue ?? "overview") \(language) \(Self.sizes[size].name)"
      try check(sheet, "", title, shaper)
      if group("inset-map", in: sheet.displayList.items) != nil { try check(sheet, "inset-", title + ", close-up", shaper) }
    }
  }

  @Test(arguments: ["en", "ar"])
  func `the same holds where the marks speak in words`(language: String) throws {
    let theatre = try RepositoryTheatre.read()
    let parts = Set(SheetRequest.Part.allCases).subtracting([.list, .legend])
    for report in theatre.reports {
      let shaper = Shaper()
      try check(try Self.compose(theatre, report, (1600, 900), language, shaper, parts: parts), "", "\(report.id) in words", shaper)
    }
  }

  private func check(_ sheet: Sheet, _ prefix: String, _ title: String, _ shaper: Shaper) throws {
    let map = try #require(group(prefix + "map", in: sheet.displayList.items))
    let frame = try #require(map.clip?.extent)
    let labels = labels(of: sheet, prefix, shaper)
    #expect(labels.count > 5, "\(title)")
    // Leaders of one label are drawn twice, with their casing below them.
    for (number, one) in labels.enumerated() {
      #expect(one.letters.allSatisfy { $0.isInside(frame) }, "\(title): \(one.title) leaves the frame")
      for other in labels[(number + 1)...] {
        #expect(!one.letters.meets(other.letters), "\(title): \(one.title) meets \(other.title)")
        #expect(!one.letters.meets(other.leaders), "\(title): \(one.title) under the leader of \(other.title)")
        #expect(!one.leaders.meets(other.letters), "\(title): \(other.title) under the leader of \(one.title)")
        if one.title != "leader" || other.title != "leader" {
          #expect(!one.leaders.meets(other.leaders), "\(title): leaders of \(one.title) and \(other.title) cross")
        }
      }
    }
    let symbols: [InkShape] = (group(prefix + "places", in: map.items)?.items ?? []).compactMap { item in
      guard case .shape(let shape) = item else { return nil }
      let box = shape.path.extent
      return .disc(box.center, max(0.5, min(box.width, box.height) / 2 - 0.4))
    }
    for label in labels { #expect(!label.letters.meets(symbols), "\(title): \(label.title) covers a symbol") }
  }

  @Test(arguments: ["en", "ar"])
  func `labels with their halos keep apart, as the report on them says`(language: String) throws {
    let theatre = try RepositoryTheatre.read()
    for report in theatre.reports {
      let placed = try Self.compose(theatre, report, (1600, 900), language, Shaper()).labels.placed
      #expect(Set(placed.map(\.id)).count == placed.count)
      for (number, one) in placed.enumerated() {
        for other in placed[(number + 1)...] where one.id.hasPrefix("inset-") == other.id.hasPrefix("inset-") {
          let meeting = one.ink.contains { part in other.ink.contains { part.overlaps($0) && !part.fansOut(from: $0) } }
          #expect(!meeting, "\(report.id): \(one.id) meets \(other.id)")
        }
      }
    }
  }

  @Test(arguments: ["en", "ar"], [0, 1, 2])
  func `places that claims of the day name have their names, and every number of the list is on the map`(language: String, size: Int) throws
  {
    let theatre = try RepositoryTheatre.read()
    for report in theatre.reports {
      let sheet = try Self.compose(theatre, report, (Self.sizes[size].width, Self.sizes[size].height), language, Shaper())
      let named = Set(report.claims.flatMap(\.placement.placeIDs).map { "place:\($0)" })
      let dropped = sheet.labels.dropped.filter { named.contains($0.id) }
      #expect(dropped.count <= 1, "\(report.id) \(language): \(dropped.map(\.id))")
      #expect(!sheet.labels.dropped.contains { $0.kind == .mark }, "\(report.id) \(language)")
    }
  }

  @Test func `a sheet drawn after itself moves no label`() throws {
    let theatre = try RepositoryTheatre.read()
    let report = try #require(theatre.reports.first)
    let first = try Self.compose(theatre, report, (1600, 900), "en", Shaper())
    let second = try Self.compose(theatre, report, (1600, 900), "en", Shaper(), after: first.labels)
    let places = Dictionary(uniqueKeysWithValues: first.labels.placed.map { ($0.id, $0.center) })
    for label in second.labels.placed {
      if let before = places[label.id] { #expect(before.distance(to: label.center) < 0.01, "\(label.id) moved") }
    }
  }
}

extension InkPart {
  /// Whether this and another are leaders that begin at one symbol and draw apart without crossing.
  fileprivate func fansOut(from other: InkPart) -> Bool {
    guard case .stroke(let a, let b, let one) = form, case .stroke(let c, let d, let two) = other.form, max(one, two) <= 2 else {
      return false
    }
    func side(_ p: Point<Page>, _ q: Point<Page>, _ r: Point<Page>) -> Bool { (q.x - p.x) * (r.y - p.y) > (q.y - p.y) * (r.x - p.x) }
    let cross = side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
    return a.distance(to: c) < 16 && b.distance(to: d) > a.distance(to: c) && !cross
  }
}
