import Drawing
import Geometry
import Situation

/// A composed sheet: what to draw, and what became of the names.
package struct Sheet: Sendable {
  package var displayList: DisplayList
  /// Where every label stands, and which found no room.
  package var labels: LabelReport
  package var repairs: Coverage.Repairs
  /// What it shows, in words; nil for charts and films.
  package var account: SheetAccount?

  package init(
    displayList: DisplayList, labels: LabelReport = LabelReport(), repairs: Coverage.Repairs = Coverage.Repairs(),
    account: SheetAccount? = nil
  ) {
    self.displayList = displayList
    self.labels = labels
    self.repairs = repairs
    self.account = account
  }

  /// Names that found no room, in the order of their importance.
  package var droppedLabels: [String] { labels.dropped.map(\.text) }
}

/// Draws a situation as a sheet: a pure function of its arguments.
package func composeSheet(
  _ theatre: Theatre, _ situation: Situation, _ request: SheetRequest, measuring: any TextMeasuring, relief: ElevationGrid? = nil
) throws(SheetFailure) -> Sheet {
  try SheetComposer(theatre: theatre, situation: situation, request: request, measuring: measuring).compose(relief)
}

struct SheetComposer: Sendable {
  let theatre: Theatre
  let situation: Situation
  let request: SheetRequest
  let measuring: any TextMeasuring
  let wording: Wording
  /// Of the second language of a sheet in two.
  let second: Wording?
  let setter: TextSetter
  let unit: Double
  /// What is drawn instead of the control, on a sheet of changes.
  var difference: ControlDifference?

  init(theatre: Theatre, situation: Situation, request: SheetRequest, measuring: any TextMeasuring) {
    self.theatre = theatre
    self.situation = situation
    var request = request
    if let window = request.window, request.fading == nil { request.fading = ClaimFading(day: situation.day, window: window) }
    self.request = request
    self.measuring = measuring
    wording = Wording(language: request.language)
    second = request.secondLanguage.map(Wording.init)
    setter = TextSetter(measuring: measuring, isRightToLeft: request.isRightToLeft)
    unit = SheetLayout.unit(width: request.width, height: request.height)
  }

  var theme: Theme { request.theme }

  func compose(_ relief: ElevationGrid?) throws(SheetFailure) -> Sheet {
    let parts = request.parts
    var layout = try layOut()
    let drafter = try MapDrafter(theatre: theatre, request: request, frame: layout.map, unit: unit, measuring: measuring)
    // What lies at the very edge has no room for its number.
    let inner = layout.map.inset(by: 12 * unit)
    let shown = Set(theatre.gazetteer.filter { drafter.pagePoint($0.position).map(inner.contains) ?? false }.map(\.id))
    let spots = parts.contains(.claims) ? ClaimSpot.gather(situation.claims, isShown: shown.contains) : []
    let ahead = layout.inset.map { box in
      Ahead { Result { () throws(SheetFailure) in try drawInset(in: box, relief, spots) } }
    }
    var inset: ComposedInset?
    let map = try composeMap(drafter, relief, spots) { drafter throws(SheetFailure) in
      inset = try ahead?.value.get().map { compose($0, on: drafter) }
      return inset
    }
    var items: [DisplayItem] = map.layers.map(DisplayItem.group) + (inset?.items ?? [])
    if request.parts.contains(.title) {
      items.append(.group(Group(id: "title", layer: "Title", items: titleBlock(in: layout.title).items)))
    }
    let panel = composePanel(drafter, map, layout)
    items += panel.items
    if request.fitsHeight { layout.close(below: panel.end, unit) }
    if request.parts.contains(.sources) {
      items.append(.group(Group(id: "sources", layer: "Sources", items: sourcesBlock(in: layout.sources).items)))
    }
    let list = DisplayList(
      width: request.width, height: layout.height, background: theme.paper, language: request.language, title: request.title,
      description: description(of: map.control),
      items: items.filter { if case .group(let group) = $0 { !group.items.isEmpty } else { true } })
    return Sheet(
      displayList: list, labels: map.labels.joined(with: inset?.labels), repairs: map.control.repairs,
      account: account(drafter, map, panel.legend))
  }

  // MARK: map

  struct ComposedMap {
    var layers: [Group]
    var control: DrawnControl
    var claims: DrawnClaims
    var spots: [ClaimSpot]
    var labels: LabelReport
  }

  /// - Parameters:
  ///   - earlierSpots: where labels stood, of a close-up; a whole map has them from the request.
  ///   - closeUp: called when all but the names is drawn: names that it has need not be on the map as well.
  func composeMap(
    _ drafter: borrowing MapDrafter, _ relief: ElevationGrid?, _ spots: [ClaimSpot], isWhole: Bool = true,
    earlierSpots: [String: Point<Geographic>]? = nil,
    closeUp: (borrowing MapDrafter) throws(SheetFailure) -> ComposedInset? = { _ in nil }
  ) throws(SheetFailure) -> ComposedMap {
    let parts = request.parts
    let frame = drafter.frame
    var under: [Group] = [drafter.draftGround(theatre)]
    if parts.contains(.relief), let relief, let group = drafter.draftRelief(relief, theatre) { under.append(group) }
    var control = DrawnControl()
    var fronts = Group(id: "fronts")
    if parts.contains(.control) {
      let drafted = try draftGroundHeld(drafter)
      under.append(drafted.fills)
      fronts = drafted.lines
      control = drafted.drawn
    }
    if parts.contains(.water) { under.append(drafter.draftWater(theatre)) }
    if parts.contains(.governorates) { under.append(drafter.draftGovernorates(theatre)) }
    if parts.contains(.roads) { under.append(drafter.draftRoads(theatre)) }
    if parts.contains(.places) { under.append(drafter.draftAirfields(theatre)) }
    if parts.contains(.fronts) { under.append(fronts) } else { control.frontLines = [] }
    if parts.contains(.borders) { under.append(drafter.draftBorders(theatre)) }
    let graticule = drafter.draftGraticule()
    if parts.contains(.graticule) { under.append(graticule.lines) }

    var claims = drafter.draftCourses(spots, theatre)
    if parts.contains(.zones) { under.append(Group(id: "zones", layer: "Zones and corridors", items: claims.zones)) }
    if parts.contains(.moves) { under.append(Group(id: "moves", layer: "Moves", items: claims.moves)) }

    var names = NameDraft(frame: frame, earlier: (earlierSpots ?? request.earlierSpots).mapValues { drafter.projector.project($0) })
    for box in claims.texts { names.obstacles.reserve(box) }
    let corner = Point<Page>(frame.minX + 20 * drafter.unit, frame.maxY - 18 * drafter.unit)
    let scale = drafter.draftScaleBar(at: corner)
    if parts.contains(.scale) { names.obstacles.reserve(scale.box) }
    let north = parts.contains(.scale) ? drafter.draftNorthArrow(beside: scale.box) : nil
    if let north { names.obstacles.reserve(north.box) }
    var locator: Locator?
    if isWhole, parts.contains(.locator) {
      let weighty = theatre.gazetteer.filter { $0.rank <= 2 }.compactMap { drafter.pagePoint($0.position) }
      locator = try composeLocator(
        drafter, busy: claims.anchors.map(\.point) + claims.courses.flatMap { resampled($0, step: 24 * unit) } + weighty)
    }
    if let locator { names.obstacles.reserve(locator.box) }
    if let inset = try closeUp(drafter) {
      names.leaveOut(inset)
      // Under the names, which it would cut.
      under.append(inset.outlineGroup)
    }
    // What a close-up is for is small: names of provinces would only crowd it.
    drafter.draftNames(theatre, situation, control, spots, &claims, isWhole ? parts : parts.subtracting([.governorates]), &names)

    let clip = Path.rectangle(frame)
    var layers = [Group(id: "map", clip: clip, items: (under + names.groups).filter { !$0.items.isEmpty }.map(DisplayItem.group))]
    let neatline = Shape(clip, stroke: Stroke(theme.neatline, width: theme.widths.neatline * unit, join: .miter))
    layers.append(Group(id: "frame", layer: "Frame", items: [.shape(neatline)]))
    if parts.contains(.graticule) { layers.append(graticule.ticks) }
    if parts.contains(.scale) {
      var group = scale.group
      if let north { group.items.append(.group(Group(id: "north", title: wording.text("North", "الشمال"), items: north.items))) }
      layers.append(group)
    }
    if let locator { layers.append(locator.group) }
    return ComposedMap(layers: layers, control: control, claims: claims, spots: spots, labels: names.report)
  }

  private func draftGroundHeld(_ drafter: borrowing MapDrafter) throws(SheetFailure) -> (fills: Group, lines: Group, drawn: DrawnControl) {
    if let difference { return drafter.draftDifference(difference, situation, theatre) }
    return try drafter.draftControl(situation, theatre)
  }

  // MARK: panel

  private func composePanel(
    _ drafter: borrowing MapDrafter, _ map: ComposedMap, _ layout: SheetLayout
  ) -> (items: [DisplayItem], legend: Legend, end: Double) {
    var result: [DisplayItem] = []
    var listBox = layout.list
    var end = layout.legend.minY
    let drawn = map.layers.flatMap(\.items).compactMap { if case .group(let layer) = $0 { layer.id } else { nil } }
    let full = key(drafter, map.control, map.claims, layers: Set(drawn))
    let legend = layout.hasBriefKey ? full.briefer : full
    if request.parts.contains(.legend) {
      var key = legend.compose(in: layout.legend, theme, layout.legendScale * unit, setter)
      // Its room was measured for all that could be in it. Should it still be too high, it is set smaller rather than over its neighbours.
      for scale in [0.94, 0.88, 0.82, 0.76] where !layout.isStacked && key.height > layout.legend.height + 6 * unit {
        key = legend.compose(in: layout.legend, theme, scale * layout.legendScale * unit, setter)
      }
      result.append(.group(Group(id: "legend", layer: "Key", items: key.items)))
      end += key.height
      // What the key leaves of its room is the list's.
      if layout.isStacked { listBox.minY = layout.legend.minY + key.height + 12 * unit }
    }
    if request.parts.contains(.list) {
      let list =
        difference.map { changeList($0).compose(in: listBox, unit) }
        ?? claimList(map.spots).compose(in: listBox, unit)
      result.insert(.group(Group(id: "list", layer: "List", items: list.items)), at: 0)
      end = max(end, listBox.minY + list.height)
    }
    return (result, legend, end)
  }

  func changeList(_ difference: ControlDifference) -> ChangeList {
    ChangeList(difference: difference, theatre: theatre, theme: theme, wording: wording, setter: setter)
  }

  func claimList(_ spots: [ClaimSpot]) -> ClaimList {
    let reports = sourceReports
    return ClaimList(
      heading: listHeading(wording), spots: spots, theatre: theatre, theme: theme, wording: wording, second: second,
      secondHeading: second.map(listHeading), setter: setter,
      sourceNumber: { id in reports.count > 1 ? reports.firstIndex { $0.id == id }.map { $0 + 1 } : nil })
  }
}
