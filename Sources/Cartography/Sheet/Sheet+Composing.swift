import Drawing
import Geometry
import Situation

/// A composed sheet: what to draw, and what became of the names.
package struct Sheet: Sendable {
  package var displayList: DisplayList
  /// Where every label stands, and which found no room.
  package var labels: LabelReport
  package var repairs: Coverage.Repairs

  package init(displayList: DisplayList, labels: LabelReport = LabelReport(), repairs: Coverage.Repairs = Coverage.Repairs()) {
    self.displayList = displayList
    self.labels = labels
    self.repairs = repairs
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

struct SheetComposer {
  let theatre: Theatre
  let situation: Situation
  let request: SheetRequest
  let measuring: any TextMeasuring
  let wording: Wording
  let setter: TextSetter
  let unit: Double
  /// What is drawn instead of the control, on a sheet of changes.
  var difference: ControlDifference?

  init(theatre: Theatre, situation: Situation, request: SheetRequest, measuring: any TextMeasuring) {
    self.theatre = request.theme.dressing(theatre)
    self.situation = situation
    self.request = request
    self.measuring = measuring
    wording = Wording(language: request.language)
    setter = TextSetter(measuring: measuring, isRightToLeft: request.isRightToLeft)
    unit = SheetLayout.unit(width: request.width, height: request.height)
  }

  private var theme: Theme { request.theme }

  func compose(_ relief: ElevationGrid?) throws(SheetFailure) -> Sheet {
    let margin = SheetLayout.margin(unit, width: request.width)
    let measure = Extent<Page>(minX: margin, minY: 0, maxX: request.width - margin, maxY: request.height)
    let titleHeight = request.parts.contains(.title) ? titleBlock(in: measure).height : 0
    let sourcesHeight = request.parts.contains(.sources) ? sourcesBlock(in: measure).height : 0
    let expected = request.parts.contains(.legend) ? try expectedLegend(in: measure) : Legend(sections: [])
    let parts = request.parts
    let heights = SheetLayout.Heights(
      title: titleHeight, sources: sourcesHeight,
      legend: { expected.compose(in: Extent(minX: 0, minY: 0, maxX: $0, maxY: 0), theme, unit, setter).height },
      list: { width in
        difference.map { changeList($0).compose(in: Extent(minX: 0, minY: 0, maxX: width, maxY: 0), unit).height }
          ?? claimList(ClaimSpot.gather(parts.contains(.claims) ? situation.claims : [], isShown: { _ in true })).roomyHeight(
            width: width, unit)
      },
      hasList: parts.contains(.list), hasInset: parts.contains(.inset) && request.inset != nil)
    let layout = SheetLayout(width: request.width, height: request.height, heights: heights, isRightToLeft: request.isRightToLeft)
    let drafter = try MapDrafter(theatre: theatre, request: request, frame: layout.map, unit: unit, measuring: measuring)
    let shown = Set(theatre.gazetteer.filter { drafter.pagePoint($0.position) != nil }.map(\.id))
    let spots = parts.contains(.claims) ? ClaimSpot.gather(situation.claims, isShown: shown.contains) : []
    var inset: ComposedInset?
    if let box = layout.inset { inset = try composeInset(in: box, drafter, relief, spots) }
    let map = try composeMap(drafter, relief, spots, closeUp: inset)
    var items: [DisplayItem] = map.layers.map(DisplayItem.group) + (inset?.items ?? [])
    if request.parts.contains(.title) {
      items.append(.group(Group(id: "title", layer: "Title", items: titleBlock(in: layout.title).items)))
    }
    items += composePanel(drafter, map, layout)
    if request.parts.contains(.sources) {
      items.append(.group(Group(id: "sources", layer: "Sources", items: sourcesBlock(in: layout.sources).items)))
    }
    let list = DisplayList(
      width: request.width, height: request.height, background: theme.paper, language: request.language, title: request.title,
      description: altText, items: items.filter { if case .group(let group) = $0 { !group.items.isEmpty } else { true } })
    return Sheet(displayList: list, labels: map.labels.joined(with: inset?.labels), repairs: map.control.repairs)
  }

  // MARK: map

  struct ComposedMap {
    var layers: [Group]
    var control: DrawnControl
    var claims: DrawnClaims
    var spots: [ClaimSpot]
    var labels: LabelReport
  }

  func composeMap(
    _ drafter: borrowing MapDrafter, _ relief: ElevationGrid?, _ spots: [ClaimSpot], closeUp: ComposedInset? = nil
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

    var names = NameDraft(frame: frame, previous: request.previousLabels, closeUp: closeUp)
    for box in claims.texts { names.obstacles.reserve(box) }
    let corner = Point<Page>(frame.minX + 20 * drafter.unit, frame.maxY - 18 * drafter.unit)
    let scale = drafter.draftScaleBar(at: corner)
    if parts.contains(.scale) { names.obstacles.reserve(scale.box) }
    drafter.draftNames(theatre, situation, control, spots, &claims, parts, &names)

    let clip = Path.rectangle(frame)
    var layers = [Group(id: "map", clip: clip, items: (under + names.groups).filter { !$0.items.isEmpty }.map(DisplayItem.group))]
    let neatline = Shape(clip, stroke: Stroke(theme.neatline, width: theme.widths.neatline * unit, join: .miter))
    layers.append(Group(id: "frame", layer: "Frame", items: [.shape(neatline)]))
    if parts.contains(.graticule) { layers.append(graticule.ticks) }
    if parts.contains(.scale) { layers.append(scale.group) }
    return ComposedMap(layers: layers, control: control, claims: claims, spots: spots, labels: names.report)
  }

  private func draftGroundHeld(_ drafter: borrowing MapDrafter) throws(SheetFailure) -> (fills: Group, lines: Group, drawn: DrawnControl) {
    if let difference { return drafter.draftDifference(difference, situation, theatre) }
    return try drafter.draftControl(situation, theatre)
  }

  // MARK: panel

  /// The key that the map will need at most, to know its height before the map has its frame.
  private func expectedLegend(in box: Extent<Page>) throws(SheetFailure) -> Legend {
    let drafter = try MapDrafter(theatre: theatre, request: request, frame: box, unit: unit, measuring: measuring)
    var control = DrawnControl()
    if request.parts.contains(.control) {
      for holding in unique(situation.control.filter { $0.polygons.contains { drafter.mayShow($0.extent) } }.map(\.holding)) {
        control.grounds.append(DrawnControl.Ground(holding: holding, path: Path(), basis: []))
      }
    }
    if request.parts.contains(.fronts), !control.grounds.isEmpty { control.frontLines = [[]] }
    var claims = DrawnClaims()
    if request.parts.contains(.claims) {
      claims.kinds = Set(situation.claims.map(\.claim.kind))
      claims.statuses = Set(situation.claims.map(\.claim.status))
    }
    if let difference { return drafter.makeDifferenceLegend(difference, theatre) }
    let kinds: [(SheetRequest.Part, Layer.Kind)] = [(.borders, .border), (.governorates, .governorate), (.roads, .road)]
    let layers = kinds.filter { request.parts.contains($0.0) && !drafter.features(theatre, $0.1).isEmpty }.map(\.0.rawValue)
    return drafter.makeLegend(theatre, control, claims, layers: Set(layers))
  }

  private func composePanel(_ drafter: borrowing MapDrafter, _ map: ComposedMap, _ layout: SheetLayout) -> [DisplayItem] {
    var result: [DisplayItem] = []
    if request.parts.contains(.list) {
      let list =
        difference.map { changeList($0).compose(in: layout.list, unit) }
        ?? claimList(map.spots).compose(heading: listHeading, in: layout.list, unit)
      result.append(.group(Group(id: "list", layer: "List", items: list.items)))
    }
    if request.parts.contains(.legend) {
      let drawn = map.layers.flatMap(\.items).compactMap { if case .group(let layer) = $0 { layer.id } else { nil } }
      let legend =
        difference.map { drafter.makeDifferenceLegend($0, theatre) }
        ?? drafter.makeLegend(theatre, map.control, map.claims, layers: Set(drawn))
      result.append(.group(Group(id: "legend", layer: "Key", items: legend.compose(in: layout.legend, theme, unit, setter).items)))
    }
    return result
  }

  private func changeList(_ difference: ControlDifference) -> ChangeList {
    ChangeList(difference: difference, theatre: theatre, theme: theme, wording: wording, setter: setter)
  }

  private func claimList(_ spots: [ClaimSpot]) -> ClaimList {
    let reports = sourceReports
    return ClaimList(
      spots: spots, theatre: theatre, theme: theme, wording: wording, setter: setter,
      sourceNumber: { id in reports.count > 1 ? reports.firstIndex { $0.id == id }.map { $0 + 1 } : nil })
  }

  private var listHeading: String {
    guard let window = request.window else { return wording[.eventsOfReport] }
    return "\(wording[.eventsFrom]), \(Day.formatted((situation.day - window)...situation.day, language: request.language))"
  }

  // MARK: title and sources

  /// Reports whose claims are on the sheet, by date of publication.
  var sourceReports: [Report] {
    let used = Set(situation.claims.map(\.report.id))
    return theatre.reports.filter { used.contains($0.id) }
  }

  private func titleBlock(in box: Extent<Page>) -> (items: [DisplayItem], height: Double) {
    var items: [DisplayItem] = []
    var y = box.minY
    let accent = theme.ink
    let kicker =
      difference.map {
        "\(wording.text("Change of control", "تغير السيطرة")), \(Day.formatted(min($0.from, $0.to)...max($0.from, $0.to), language: request.language))"
      }
      ?? "\(wording[.situationOn]) \(situation.day.formatted(language: request.language))"
    items.append(setter.line(kicker, TextStyle(theme.type.kicker * unit, .semibold), theme.quietInk, in: box, baseline: y + 13 * unit))
    y += 20 * unit
    let title = setter.block(
      request.title, TextStyle(min(theme.type.title * unit, request.width * 0.06), .bold), accent, in: box.from(y), leading: 1.12,
      maxLines: 2)
    items += title.items
    y += title.height + 3 * unit
    if !request.summary.isEmpty {
      let column = setter.column(0, min(box.width, 1150 * unit), of: box)
      let summary = setter.block(
        request.summary, TextStyle(theme.type.summary * unit), theme.quietInk, in: column.from(y), leading: 1.3, maxLines: 3)
      items += summary.items
      y += summary.height
    }
    return (items, y - box.minY)
  }

  private func sourcesBlock(in box: Extent<Page>) -> (items: [DisplayItem], height: Double) {
    let style = TextStyle(theme.type.sources * unit)
    var items: [DisplayItem] = []
    var y = box.minY
    for text in sourceLines where !text.isEmpty {
      let block = setter.block(text, style, theme.quietInk, in: box.from(y), leading: 1.3, maxLines: 3)
      items += block.items
      y += block.height + 1.5 * unit
    }
    return (items, y - box.minY)
  }

  private var sourceLines: [String] {
    let reports = sourceReports
    var lines: [String] = []
    if !reports.isEmpty {
      let named = reports.enumerated().map { index, report in
        let number = reports.count > 1 ? "[\(index + 1)] " : ""
        return
          "\(number)\(isolated(report.publisher)), \(isolated("“\(report.title)”")), \(report.published.formatted(language: request.language))"
      }
      lines.append("\(wording[.sources]): " + named.joined(separator: "; "))
    }
    var control: String
    if let asOf = situation.controlAsOf {
      control = "\(wording[.controlAsOf]) \(asOf.formatted(language: request.language))"
    } else {
      control = wording[.noControl]
    }
    if let rule = ruleSentence { control += ". \(rule)" }
    if let known = situation.knownBy { control += " · \(wording[.knownBy]) \(known.formatted(language: request.language))" }
    let note = theatre.note[request.language]
    lines.append(note.isEmpty ? control : "\(control). \(note)")
    return lines
  }

  /// A text of another direction kept from mixing with its surroundings: within first-strong isolate and its end.
  private func isolated(_ text: String) -> String { request.isRightToLeft ? "\u{2068}\(text)\u{2069}" : text }

  /// What the sheet shows, in words, for those who cannot see it.
  var altText: String {
    var text = "\(wording[.situationOn]) \(situation.day.formatted(language: request.language)). "
    if !request.summary.isEmpty { text += request.summary + " " }
    let labels = situation.claims.map { "\($0.claim.when.formatted(language: request.language)): \($0.claim.label[request.language])" }
    text += labels.joined(separator: "; ")
    return text
  }
}
