import Drawing
import Geometry
import Situation

/// All of a film that does not depend on the moment: what stands still, and where the moving parts go.
package struct FilmPlan: Sendable {
  package let theatre: Theatre
  package let request: FilmRequest
  /// Painted once: the ground under the control, water and roads over it, and all that lies over fronts and moves.
  package internal(set) var stills: [DisplayList] = []
  let unit: Double
  let frame: Extent<Page>
  let layout: FilmLayout
  let bar: DateBar
  let chart: GroundChart?
  var events: [FilmEvent] = []
  /// Where the list of places begins, and what is in it; nil where there is no such list or no room for it.
  var turnTop: Double?
  var turns: [ListedTurn] = []
  package internal(set) var labels = LabelReport()

  package var width: Double { request.sheet.width }
  package var height: Double { request.sheet.height }

  /// Heads the panel: the day, and whether it is between known days.
  static func headHeight(_ unit: Double) -> Double { 62 * unit }
  static func rowHeight(_ unit: Double) -> Double { 47 * unit }

  /// Rows of the list start here.
  var listTop: Double { layout.panel.minY + Self.headHeight(unit) + 22 * unit }
  var rowCount: Int { max(1, Int(((turnTop.map { $0 - 30 * unit } ?? chartTop) - listTop) / Self.rowHeight(unit))) }
  var chartTop: Double { chart.map { $0.box.minY - 14 * unit } ?? layout.panel.maxY }
}

/// Composes what stands still in a film and plans what moves: a pure function of its arguments.
package func composeFilm(
  _ theatre: Theatre, _ request: FilmRequest, measuring: any TextMeasuring, relief: ElevationGrid? = nil
) throws(SheetFailure) -> FilmPlan {
  try FilmComposer(theatre, request, measuring).compose(relief)
}

/// What the map of a film shows, in degrees.
package func shownByFilm(_ theatre: Theatre, _ request: FilmRequest, measuring: any TextMeasuring) throws(SheetFailure) -> Extent<
  Geographic
> {
  let composer = FilmComposer(theatre, request, measuring)
  let layout = composer.layout(try composer.legend(composer.claims))
  return try MapDrafter(theatre: theatre, request: request.sheet, frame: layout.map, unit: composer.unit, measuring: measuring).shownExactly
}

private struct FilmComposer {
  let theatre: Theatre
  let request: FilmRequest
  let sheet: SheetRequest
  let measuring: any TextMeasuring
  let setter: TextSetter
  let wording: Wording
  let words: FilmWording
  let theme: Theme
  let unit: Double

  init(_ theatre: Theatre, _ request: FilmRequest, _ measuring: any TextMeasuring) {
    self.theatre = theatre
    self.request = request
    self.measuring = measuring
    sheet = request.sheet
    theme = sheet.theme
    wording = Wording(language: sheet.language)
    words = FilmWording(language: sheet.language)
    setter = TextSetter(measuring: measuring, isRightToLeft: sheet.isRightToLeft)
    unit = SheetLayout.unit(width: sheet.width, height: sheet.height)
  }

  func layout(_ legend: Legend) -> FilmLayout {
    let parts = sheet.parts
    let footHeight = DateBar.height(unit) + (parts.contains(.sources) ? 3 * 13 * unit : 0)
    return FilmLayout(
      width: sheet.width, height: sheet.height, unit: unit, title: parts.contains(.title) ? 30 * unit : 0, foot: footHeight,
      hasDegrees: parts.contains(.graticule), isRightToLeft: sheet.isRightToLeft
    ) { legend.compose(in: Extent(minX: 0, minY: 0, maxX: $0, maxY: 0), theme, unit, setter).height }
  }

  var claims: [SituatedClaim] {
    guard sheet.parts.contains(.claims) else { return [] }
    let length = request.days.lowerBound.distance(to: request.days.upperBound) + request.window
    return theatre.situation(on: request.days.upperBound, knownBy: request.knownBy, window: length).claims
  }

  func compose(_ relief: ElevationGrid?) throws(SheetFailure) -> FilmPlan {
    let parts = sheet.parts
    let claims = claims
    let legend = try legend(claims)
    let layout = layout(legend)
    let drafter = try MapDrafter(theatre: theatre, request: sheet, frame: layout.map, unit: unit, measuring: measuring)
    let foot = layout.foot
    let bar = DateBar(
      box: Extent(minX: foot.minX, minY: foot.minY, maxX: foot.maxX, maxY: foot.minY + DateBar.height(unit)), days: request.days,
      isRightToLeft: sheet.isRightToLeft, unit: unit)
    let panel = layout.panel
    let chart = request.ground.map { series in
      GroundChart(
        series, Extent(minX: panel.minX, minY: panel.maxY - min(150 * unit, panel.height * 0.32), maxX: panel.maxX, maxY: panel.maxY),
        request.days,
        theatre, theme, unit, isRightToLeft: sheet.isRightToLeft)
    }
    var plan = FilmPlan(theatre: theatre, request: request, unit: unit, frame: layout.map, layout: layout, bar: bar, chart: chart)
    plan.events = drafter.draftEvents(claims, theatre, request.days)
    let top = composeTop(drafter, claims, &plan)
    arrangeLists(drafter, &plan)
    var fixed = top
    if parts.contains(.title) {
      let title = setter.line(
        sheet.title, TextStyle(min(26 * unit, sheet.width * 0.06), .bold), theme.ink, in: layout.title,
        baseline: layout.title.minY + 23 * unit)
      fixed.append(.group(Group(id: "title", layer: "Title", items: [title])))
    }
    if parts.contains(.legend) {
      fixed.append(.group(Group(id: "legend", layer: "Key", items: legend.compose(in: layout.legend, theme, unit, setter).items)))
    }
    let barItems = bar.still(request.changes, plan.events, theme, setter, sheet.language)
    fixed.append(.group(Group(id: "date-bar", layer: "Days", items: barItems)))
    fixed.append(.group(Group(id: "note", layer: "Note", items: note(in: foot))))
    if let chart { fixed.append(.group(Group(id: "chart", layer: "Chart", items: chart.still(theme, setter, words.ground)))) }
    plan.stills = [
      still(composeGround(drafter, relief), isGround: true), still(composeMiddle(drafter)), still(fixed),
    ]
    return plan
  }

  /// Events from the top of the panel, and places that changed hands at its foot, in a little less than half of it.
  private func arrangeLists(_ drafter: borrowing MapDrafter, _ plan: inout FilmPlan) {
    guard sheet.parts.contains(.list) else { return }
    let turns = request.turns.filter { turn in drafter.pagePoint(turn.place.position).map { drafter.frame.contains($0) } ?? false }
    let rowHeight = ListedTurn.rowHeight(unit)
    let count = min(6, Int((plan.chartTop - plan.listTop) * 0.46 / rowHeight))
    if !turns.isEmpty, count > 1 {
      plan.turnTop = plan.chartTop - Double(count) * rowHeight
      plan.turns = ListedTurn.arrange(turns, rowCount: count, request.days)
    }
    let items = plan.events.map { event in
      let rank: Int =
        switch event.situated.claim.status {
        case .confirmed: 0
        case .reported: 1
        case .claimed: 2
        case .denied: 3
        case .expected: 4
        }
      return FilmList.Item(first: event.first, last: event.last, end: event.days(window: request.window).upperBound, rank: rank)
    }
    for (index, place) in FilmList.arrange(items, rowCount: plan.rowCount, request.days).enumerated() {
      plan.events[index].row = place?.row
      plan.events[index].listed = place?.days
    }
  }

  private func still(_ items: [DisplayItem], isGround: Bool = false) -> DisplayList {
    DisplayList(
      width: sheet.width, height: sheet.height, background: isGround ? theme.paper : theme.paper.opacity(0), language: sheet.language,
      title: sheet.title, description: sheet.summary, items: items)
  }

  // MARK: map

  private func inMap(_ id: String, _ groups: [Group], _ drafter: borrowing MapDrafter) -> [DisplayItem] {
    let items = groups.filter { !$0.items.isEmpty }.map(DisplayItem.group)
    return items.isEmpty ? [] : [.group(Group(id: id, clip: .rectangle(drafter.frame), items: items))]
  }

  private func composeGround(_ drafter: borrowing MapDrafter, _ relief: ElevationGrid?) -> [DisplayItem] {
    var groups = [drafter.draftGround(theatre)]
    if sheet.parts.contains(.relief), let relief, let group = drafter.draftRelief(relief, theatre) { groups.append(group) }
    return inMap("map-ground", groups, drafter)
  }

  private func composeMiddle(_ drafter: borrowing MapDrafter) -> [DisplayItem] {
    var groups: [Group] = []
    if sheet.parts.contains(.water) { groups.append(drafter.draftWater(theatre)) }
    if sheet.parts.contains(.governorates) { groups.append(drafter.draftGovernorates(theatre)) }
    if sheet.parts.contains(.roads) { groups.append(drafter.draftRoads(theatre)) }
    return inMap("map-lines", groups, drafter)
  }

  /// Borders, degrees and names. Names are placed once, for the places of all events together.
  private func composeTop(_ drafter: borrowing MapDrafter, _ claims: [SituatedClaim], _ plan: inout FilmPlan) -> [DisplayItem] {
    let parts = sheet.parts
    var groups: [Group] = []
    if parts.contains(.places) { groups.append(drafter.draftAirfields(theatre)) }
    if parts.contains(.borders) { groups.append(drafter.draftBorders(theatre)) }
    let graticule = drafter.draftGraticule()
    if parts.contains(.graticule) { groups.append(graticule.lines) }
    var names = NameDraft(frame: drafter.frame)
    let scale = drafter.draftScaleBar(at: Point(drafter.frame.minX + 20 * unit, drafter.frame.maxY - 18 * unit))
    if parts.contains(.scale) { names.obstacles.reserve(scale.box) }
    names.emphasis = emphasis(claims)
    drafter.placeMarks(&plan.events, theatre, window: request.window, emphasis: names.emphasis, &names.obstacles)
    var none = DrawnClaims()
    let union = Situation(day: request.days.upperBound, claims: claims)
    drafter.draftNames(theatre, union, DrawnControl(), [], &none, parts.subtracting([.control]), &names)
    plan.labels = names.report
    var items = inMap("map-names", groups + names.groups, drafter)
    let neatline = Shape(.rectangle(drafter.frame), stroke: Stroke(theme.neatline, width: 1 * unit, join: .miter))
    items.append(.group(Group(id: "frame", layer: "Frame", items: [.shape(neatline)])))
    if parts.contains(.graticule) { items.append(.group(graticule.ticks)) }
    if parts.contains(.scale) { items.append(.group(scale.group)) }
    return items
  }

  /// What a film tells of again and again, and what changes hands in it, has its name before what is there but once or only large.
  private func emphasis(_ claims: [SituatedClaim]) -> [PlaceID: Double] {
    var result: [PlaceID: Double] = [:]
    for claim in claims { for place in Set(claim.claim.placement.placeIDs) { result[place, default: -40] += 40 } }
    result = result.mapValues { min($0, 240) }
    for turn in request.turns where turn.place.rank <= 4 { result[turn.place.id] = max(60, (result[turn.place.id] ?? 0) + 60) }
    return result
  }

  // MARK: words

  /// The key of the whole film.
  func legend(_ claims: [SituatedClaim]) throws(SheetFailure) -> Legend {
    guard sheet.parts.contains(.legend) else { return Legend(sections: []) }
    let box = Extent<Page>(minX: 0, minY: 0, maxX: sheet.width, maxY: sheet.height)
    let drafter = try MapDrafter(theatre: theatre, request: sheet, frame: box, unit: unit, measuring: measuring)
    var control = DrawnControl()
    if sheet.parts.contains(.control) {
      control.grounds = request.holdings.map { DrawnControl.Ground(holding: $0, path: Path(), basis: []) }
    }
    if sheet.parts.contains(.fronts), !control.grounds.isEmpty {
      control.frontLines = [[]]
      control.expectSoftBorders(theatre)
    }
    var drawn = DrawnClaims()
    drawn.kinds = Set(claims.map(\.claim.kind))
    drawn.statuses = Set(claims.map(\.claim.status))
    let layers = [
      (SheetRequest.Part.borders, Layer.Kind.border), (.governorates, .governorate), (.roads, .road), (.water, .river),
    ].filter { sheet.parts.contains($0.0) && !drafter.features(theatre, $0.1).isEmpty }.map(\.0.rawValue)
    var legend = drafter.makeLegend(theatre, control, drawn, layers: Set(layers))
    if request.interpolates, legend.sections.count > 1 {
      let (theme, unit) = (theme, unit)
      legend.sections[1].rows.append(
        LegendRow(sample: { betweenMark(at: $0, theme, unit) }, name: words.interpolated, note: words.interpolatedNote))
    }
    return legend
  }

  private func note(in foot: Extent<Page>) -> [DisplayItem] {
    guard sheet.parts.contains(.sources) else { return [] }
    let top = foot.minY + DateBar.height(unit) + 13 * unit
    let wording = Wording(language: sheet.language)
    let parts = [
      request.knownBy.map { "\(wording[.knownBy]) \($0.formatted(language: sheet.language))" } ?? "",
      request.isComputed
        ? wording.sentence(on: theatre.rule(over: request.days, knownBy: request.knownBy), theatre, day: request.days.lowerBound) : "",
      theatre.note[sheet.language],
    ]
    let joined = parts.filter { !$0.isEmpty }.joined(separator: ". ")
    let text = joined.prefix(1).uppercased() + joined.dropFirst()
    return setter.block(text, TextStyle(9.6 * unit), theme.quietInk, in: foot.from(top), leading: 1.25, maxLines: 3)
      .items
  }
}

/// The mark of frames between known days: two days, and a moment between them.
func betweenMark(at p: Point<Page>, _ theme: Theme, _ unit: Double) -> [DisplayItem] {
  let ink = theme.ink
  return [
    .shape(
      Shape(
        .polyline([Point(p.x - 8 * unit, p.y), Point(p.x + 8 * unit, p.y)]),
        stroke: Stroke(ink, width: 1.2 * unit, dashes: [2 * unit, 2 * unit], cap: .butt))),
    .shape(Shape(.circle(center: Point(p.x - 9 * unit, p.y), radius: 2.6 * unit), fill: ink)),
    .shape(Shape(.circle(center: Point(p.x + 9 * unit, p.y), radius: 2.6 * unit), fill: ink)),
    .shape(Shape(.circle(center: p, radius: 2.8 * unit), fill: theme.paper, stroke: Stroke(ink, width: 1.3 * unit))),
  ]
}
