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
    ("sheet", 1600, 1200), ("slide", 1600, 900), ("a4", 1122.52, 793.7), ("column", 480, 960), ("square", 1080, 1080),
  ]

  static func compose(_ theatre: Theatre, _ report: Report?, _ size: (Double, Double), _ language: String, _ shaper: Shaper) throws -> Sheet
  {
    let day = report.map { $0.map?.on ?? $0.published.until ?? theatre.latestDay } ?? theatre.latestDay
    let situation = theatre.situation(on: day, report: report?.id)
    let extent = report?.map?.view.flatMap { theatre.view($0)?.extent } ?? theatre.extent
    let request = SheetRequest(
      width: size.0, height: size.1, extent: extent, title: report?.map?.title?[language] ?? theatre.title[language],
      summary: report?.summary[language] ?? "", language: language, window: report == nil ? 90 : nil)
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

  private func labels(of sheet: Sheet, _ shaper: Shaper) -> [Label] {
    var labels: [Label] = []
    for id in ["place-names", "area-names", "river-names"] {
      for item in group(id, in: sheet.displayList.items)?.items ?? [] {
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
    for case .group(let mark) in group("claims", in: sheet.displayList.items)?.items ?? [] {
      var label = Label(title: mark.id ?? "")
      for case .shape(let shape) in mark.items {
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
      let map = try #require(group("map", in: sheet.displayList.items))
      let frame = try #require(map.clip?.extent)
      let labels = labels(of: sheet, shaper)
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
      let symbols: [InkShape] = (group("places", in: map.items)?.items ?? []).compactMap { item in
        guard case .shape(let shape) = item else { return nil }
        let box = shape.path.extent
        return .disc(box.center, max(0.5, min(box.width, box.height) / 2 - 0.4))
      }
      for label in labels { #expect(!label.letters.meets(symbols), "\(title): \(label.title) covers a symbol") }
    }
  }

  @Test(arguments: ["en", "ar"])
  func `labels with their halos keep apart, as the report on them says`(language: String) throws {
    let theatre = try RepositoryTheatre.read()
    for report in theatre.reports {
      let placed = try Self.compose(theatre, report, (1600, 900), language, Shaper()).labels.placed
      #expect(Set(placed.map(\.id)).count == placed.count)
      for (number, one) in placed.enumerated() {
        for other in placed[(number + 1)...] {
          let meeting = one.ink.contains { part in other.ink.contains { part.overlaps($0) && !part.fansOut(from: $0) } }
          #expect(!meeting, "\(report.id): \(one.id) meets \(other.id)")
        }
      }
    }
  }

  @Test func `every place that a claim of the day names has its name on the sheet`() throws {
    let theatre = try RepositoryTheatre.read()
    for report in theatre.reports {
      let sheet = try Self.compose(theatre, report, (1600, 1200), "en", Shaper())
      let named = Set(report.claims.flatMap(\.placement.placeIDs).map { "place:\($0)" })
      let dropped = sheet.labels.dropped.filter { named.contains($0.id) }
      // At the scale of a theatre villages of one valley lie within a few px of each other.
      #expect(dropped.count <= 6, "\(report.id): \(dropped.map(\.id))")
    }
  }

  @Test func `a sheet drawn after itself moves no label`() throws {
    let theatre = try RepositoryTheatre.read()
    let report = try #require(theatre.reports.first)
    let first = try Self.compose(theatre, report, (1600, 900), "en", Shaper())
    let situation = theatre.situation(on: report.map?.on ?? theatre.latestDay, report: report.id)
    var request = SheetRequest(
      width: 1600, height: 900, extent: report.map?.view.flatMap { theatre.view($0)?.extent } ?? theatre.extent,
      title: report.map?.title?["en"] ?? "", summary: report.summary["en"], language: "en")
    request.previousLabels = first.labels
    let second = try composeSheet(theatre, situation, request, measuring: Shaper())
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
