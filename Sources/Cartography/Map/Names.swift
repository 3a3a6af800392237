import Drawing
import Geometry
import Situation

/// What is in the way of names and where they stood before, and then the names, symbols and marks themselves.
struct NameDraft {
  /// Whoever draws something that names must not cover reserves it here first.
  var obstacles: LabelObstacles
  /// Where labels stood on the sheet before, by id.
  var previous: [String: Point<Page>]
  /// Labels that a close-up shows, by id: the map itself need not show them all again.
  var shownCloser: Set<String>
  /// How much more it costs to leave out the names of some places: those that a film is about.
  var emphasis: [PlaceID: Double] = [:]
  var symbols: [DisplayItem] = []
  var areaNames: [DisplayItem] = []
  var riverNames: [DisplayItem] = []
  var placeNames: [DisplayItem] = []
  var marks: [DisplayItem] = []
  var report = LabelReport()

  init(frame: Extent<Page>, earlier: [String: Point<Page>] = [:]) {
    obstacles = LabelObstacles(frame)
    shownCloser = []
    previous = earlier
  }

  /// Names need not be where a close-up has them, and had better not lie on its outline.
  mutating func leaveOut(_ closeUp: ComposedInset) {
    obstacles.reserve(line: closeUp.outline + closeUp.outline.prefix(1), cost: 0.15)
    shownCloser = Set(closeUp.labels.placed.map(\.id))
  }

  var groups: [Group] {
    [
      Group(id: "area-names", layer: "Names of countries and sides", items: areaNames),
      Group(id: "river-names", layer: "Names of rivers", items: riverNames),
      Group(id: "places", layer: "Places", items: symbols),
      Group(id: "place-names", layer: "Names of places", items: placeNames),
      Group(id: "claims", layer: "Claims", items: marks),
    ]
  }
}

extension MapDrafter {
  /// Gathers everything that wants a label, finds the best places for all of it at once, and draws it.
  func draftNames(
    _ theatre: Theatre, _ situation: Situation, _ control: DrawnControl, _ spots: [ClaimSpot], _ claims: inout DrawnClaims,
    _ parts: Set<SheetRequest.Part>, _ draft: inout NameDraft
  ) {
    let places = parts.contains(.places) ? shownPlaces(theatre, situation, besides: draft.shownCloser, draft.emphasis) : []
    let isKeyed = parts.contains(.list)
    let closer = draft.shownCloser
    var marks = claimMarks(spots, claims, theatre, isKeyed: isKeyed).filter { $0.place == nil || !closer.contains($0.id) }
    var problem = LabelProblem(frame: frame.inset(by: 3 * unit))
    problem.obstacles = draft.obstacles
    problem.previous = draft.previous
    reserveLines(theatre, control, claims, parts, &problem.obstacles)
    for shown in places where shown.isFixed && shown.radius > 0 {
      problem.obstacles.reserve(.disc(shown.point, radius: shown.radius), owner: shown.place.id.rawValue)
    }
    problem.features = marks.map { feature($0) }
    let firstPlace = problem.features.count
    if parts.contains(.names) {
      problem.features += places.map { placeFeature($0, pin: theatre.labelPins[$0.place.id]?.position) }
      if parts.contains(.control) { problem.features += sideFeatures(control, theatre) }
      problem.features += countryFeatures(theatre)
      if parts.contains(.water) { problem.features += riverFeatures(theatre) }
      let regions = Set(places.filter { $0.radius == 0 }.map { $0.place.name[language] })
      if parts.contains(.governorates) { problem.features += governorateFeatures(theatre, besides: regions) }
    }
    var tables = problem.nearTables(of: problem.features[...])
    var chosen = problem.solve(from: tables).chosen
    // Every number of the list must be on the map; what happened where is in the list as well. Marks near one that finds no room shed
    // their symbols, and where that is not enough all do.
    for (fewer, reach) in [(1, 70.0), (0, 70), (0, 140), (1, .infinity), (0, .infinity)] {
      let homeless = marks.indices.filter { chosen[$0] == nil }.map { marks[$0].label.anchor }
      if !isKeyed || homeless.isEmpty { break }
      marks = marks.map { mark in
        homeless.contains { $0.distance(to: mark.label.anchor) < reach * unit } ? withSymbols(mark, most: fewer) : mark
      }
      problem.features.replaceSubrange(0..<firstPlace, with: marks.map { feature($0) })
      tables.replaceSubrange(0..<firstPlace, with: problem.nearTables(of: problem.features[..<firstPlace]))
      chosen = problem.solve(from: tables).chosen
    }
    for (index, feature) in problem.features.enumerated() {
      guard let candidate = chosen[index] else { continue }
      switch candidate.setting {
      case .mark(let box, let isColumn, let leader):
        draft.marks.append(self.draft(marks[index], in: box, isColumn: isColumn, leader: leader))
      case .lines(let lines, let leader):
        let place = feature.kind == .place ? places[index - firstPlace].place : nil
        draw(feature, place, lines, leader, theatre, &draft)
      case .curved(let line, let placements):
        let look = look(of: feature, nil, theatre)
        let item = DisplayItem.text(TextItem(line, along: placements, color: look.color, halo: look.halo))
        if feature.kind == .river { draft.riverNames.append(item) } else { draft.areaNames.append(item) }
      }
    }
    for (index, shown) in places.enumerated() {
      let isSet = parts.contains(.names) ? chosen[firstPlace + index] != nil : true
      let symbol = PlaceSymbol(kind: shown.place.kind, rank: shown.place.rank)
      if shown.isFixed || isSet { draft.symbols += symbol.items(at: shown.point, theme, unit) }
    }
    draft.report = report(problem.features, chosen)
  }

  /// Lines of the map that names had better not cross.
  private func reserveLines(
    _ theatre: Theatre, _ control: DrawnControl, _ claims: DrawnClaims, _ parts: Set<SheetRequest.Part>, _ obstacles: inout LabelObstacles
  ) {
    func reserve(_ kind: Layer.Kind, _ cost: Double) {
      for feature in features(theatre, kind) {
        for line in pageLines(feature.lines) { obstacles.reserve(line: line, cost: cost / unit) }
      }
    }
    if parts.contains(.water) { reserve(.river, 0.11) }
    if parts.contains(.water) {
      for shore in features(theatre, .lake).flatMap(\.polygons).flatMap(\.rings) {
        for line in pageLines([Line(shore.points + shore.points.prefix(1))]) { obstacles.reserve(line: line, cost: 0.08 / unit) }
      }
    }
    if parts.contains(.roads) { reserve(.road, 0.045) }
    if parts.contains(.borders) { reserve(.border, 0.13) }
    for line in control.frontLines { obstacles.reserve(line: line, cost: 0.2 / unit) }
    for line in claims.courses { obstacles.reserve(line: line, cost: 0.22 / unit) }
  }

  /// Colour and halo by what is named.
  private func look(of feature: LabelFeature, _ place: Place?, _ theatre: Theatre) -> (color: Color, halo: Halo) {
    switch feature.kind {
    case .country: return (theme.countryText.opacity(0.92), Halo(theme.halo.opacity(0.62), width: 2 * unit))
    case .governorate: return (theme.regionText.opacity(0.85), Halo(theme.halo.opacity(0.35), width: 1.2 * unit))
    case .river: return (theme.waterText, Halo(theme.halo.opacity(0.7), width: 1.6 * unit))
    case .side:
      let id = feature.id.dropFirst("side:".count).prefix { $0 != "/" }
      let color = theatre.faction(FactionID(String(id))).map { theme.readable(theme.color(of: $0)) } ?? theme.placeText
      return (color, Halo(theme.halo.opacity(0.75), width: 2 * unit))
    case .place, .mark: return (place.map { placeColor($0) } ?? theme.placeText, Halo(theme.halo, width: 2 * unit))
    }
  }

  private func draw(
    _ feature: LabelFeature, _ place: Place?, _ lines: [LabelSetting.SetLine], _ leader: LeaderLine?, _ theatre: Theatre,
    _ draft: inout NameDraft
  ) {
    let look = look(of: feature, place, theatre)
    var items: [DisplayItem] = []
    if let leader {
      items.append(.shape(Shape(.polyline([leader.from, leader.to]), stroke: Stroke(theme.halo, width: 2.2 * unit))))
      let isSide = feature.kind == .side
      let stroke = Stroke(isSide ? look.color : theme.quietInk, width: (isSide ? 1.1 : 0.8) * unit)
      items.append(.shape(Shape(.polyline([leader.from, leader.to]), stroke: stroke)))
      if isSide { items.append(.shape(Shape(.circle(center: leader.from, radius: 1.9 * unit), fill: look.color))) }
    }
    for set in lines { items.append(.text(TextItem(set.line, at: set.origin, color: look.color, halo: look.halo))) }
    if feature.kind == .place { draft.placeNames += items } else { draft.areaNames += items }
  }

  private func report(_ features: [LabelFeature], _ chosen: [LabelCandidate?]) -> LabelReport {
    var report = LabelReport()
    for (feature, candidate) in zip(features, chosen) {
      guard let candidate else { continue }
      report.placed.append(
        .init(
          id: feature.id, kind: feature.kind, text: feature.text, position: candidate.position, ink: candidate.ink,
          hasLeader: candidate.setting.leader != nil, center: candidate.center,
          ground: projector.unproject(candidate.center)))
    }
    // What has no candidate was never meant to be named: a pin forbids it, or no part of its ground is in the frame.
    let dropped = features.indices.filter { index in
      chosen[index] == nil && !features[index].isOptional && !(features[index].near().isEmpty && features[index].remote == nil)
    }
    report.dropped = dropped.sorted { (-features[$0].weight, $0) < (-features[$1].weight, $1) }
      .map { .init(id: features[$0].id, kind: features[$0].kind, text: features[$0].text) }
    return report
  }
}
