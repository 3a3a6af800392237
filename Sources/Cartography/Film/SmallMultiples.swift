import Drawing
import Geometry
import Situation

/// Several days side by side on one sheet, with one title, one key and one note for all.
///
/// - Parameters:
///   - request: its size is that of the whole sheet.
///   - moments: in the order of reading.
///   - holdings: every kind of hold that some of the days show.
package func composeMultiples(
  _ theatre: Theatre, _ moments: [FilmMoment], _ request: SheetRequest, holdings: [ControlArea.Holding], measuring: any TextMeasuring,
  relief: ElevationGrid? = nil
) throws(SheetFailure) -> DisplayList {
  try MultiplesComposer(theatre: theatre, request: request, holdings: holdings, measuring: measuring).compose(moments, relief)
}

private struct MultiplesComposer {
  let theatre: Theatre
  let request: SheetRequest
  let holdings: [ControlArea.Holding]
  let measuring: any TextMeasuring

  private var unit: Double { SheetLayout.unit(width: request.width, height: request.height) }
  private var theme: Theme { request.theme }
  private var setter: TextSetter { TextSetter(measuring: measuring, isRightToLeft: request.isRightToLeft) }

  func compose(_ moments: [FilmMoment], _ relief: ElevationGrid?) throws(SheetFailure) -> DisplayList {
    let margin = SheetLayout.margin(unit, width: request.width)
    let page = Extent<Page>(minX: margin, minY: margin * 0.7, maxX: request.width - margin, maxY: request.height - margin * 0.6)
    var items: [DisplayItem] = []
    var body = page
    if request.parts.contains(.title) {
      let title = setter.line(
        request.title, TextStyle(min(28 * unit, request.width * 0.06), .bold), theme.ink, in: page, baseline: page.minY + 24 * unit)
      items.append(.group(Group(id: "title", layer: "Title", items: [title])))
      body.minY += 40 * unit
    }
    if request.parts.contains(.sources) {
      let note = setter.block(theatre.note[request.language], TextStyle(9.6 * unit), theme.quietInk, in: page, leading: 1.25, maxLines: 3)
      let top = page.maxY - note.height
      let placed = setter.block(
        theatre.note[request.language], TextStyle(9.6 * unit), theme.quietInk, in: page.from(top), leading: 1.25, maxLines: 3)
      items.append(.group(Group(id: "note", layer: "Note", items: placed.items)))
      body.maxY = top - 8 * unit
    }
    if request.parts.contains(.legend) {
      let legend = try legend()
      let height = legend.compose(in: page, theme, unit, setter).height
      body.maxY -= height + 10 * unit
      items.append(
        .group(Group(id: "legend", layer: "Key", items: legend.compose(in: page.from(body.maxY + 10 * unit), theme, unit, setter).items)))
    }
    let grid = grid(moments.count, in: body)
    for (index, moment) in moments.enumerated() {
      let column = request.isRightToLeft ? grid.columns - 1 - index % grid.columns : index % grid.columns
      let cell = grid.cell(column, index / grid.columns)
      items.append(try panel(moment, in: cell, relief, first: index == 0))
    }
    return DisplayList(
      width: request.width, height: request.height, background: theme.paper, language: request.language, title: request.title,
      description: moments.map { $0.day.formatted(language: request.language) }.joined(separator: ", "), items: items)
  }

  // MARK: panels

  private struct Grid {
    var columns: Int
    var origin: Point<Page>
    var width, height, gap: Double

    func cell(_ column: Int, _ row: Int) -> Extent<Page> {
      let x = (origin.x + Double(column) * (width + gap)).rounded()
      let y = (origin.y + Double(row) * (height + gap)).rounded()
      return Extent(minX: x, minY: y, maxX: (x + width).rounded(), maxY: (y + height).rounded())
    }
  }

  private var captionHeight: Double { 20 * unit }

  /// The count of columns that shows the ground largest.
  private func grid(_ count: Int, in body: Extent<Page>) -> Grid {
    let gap = 10 * unit
    let extent = request.extent
    let aspect = max(0.05, extent.width * cosine(extent.center.y * .pi / 180) / max(0.001, extent.height))
    func size(_ columns: Int) -> (width: Double, height: Double) {
      let rows = Double((count + columns - 1) / columns)
      return ((body.width - gap * Double(columns - 1)) / Double(columns), (body.height - gap * (rows - 1)) / rows)
    }
    func scale(_ columns: Int) -> Double {
      let size = size(columns)
      return min(size.width / aspect, size.height - captionHeight)
    }
    let columns = (1...max(1, count)).max { (scale($0), -$0) < (scale($1), -$1) } ?? 1
    let size = size(columns)
    return Grid(
      columns: columns, origin: Point(body.minX, body.minY), width: size.width.rounded(.down), height: size.height.rounded(.down), gap: gap)
  }

  private func panel(_ moment: FilmMoment, in cell: Extent<Page>, _ relief: ElevationGrid?, first: Bool) throws(SheetFailure) -> DisplayItem
  {
    var frame = cell
    frame.minY += captionHeight
    let small = max(0.6, unit * 0.85)
    let drafter = try MapDrafter(theatre: theatre, request: request, frame: frame, unit: small, measuring: measuring)
    let parts = request.parts
    var groups = [drafter.draftGround(theatre)]
    if parts.contains(.relief), let relief, let group = drafter.draftRelief(relief, theatre) { groups.append(group) }
    var lines: [DisplayItem] = []
    if parts.contains(.control), let control = moment.control {
      let drawn = FilmArcs(control, drafter, StateBorders(drafter.features(theatre, .border))).draw(control, theatre, drafter)
      groups.append(Group(id: "control", items: drawn.fills))
      lines = drawn.lines
    }
    if parts.contains(.water) { groups.append(drafter.draftWater(theatre)) }
    if parts.contains(.roads) { groups.append(drafter.draftRoads(theatre)) }
    if parts.contains(.fronts) { groups.append(Group(id: "fronts", items: lines)) }
    if parts.contains(.borders) { groups.append(drafter.draftBorders(theatre)) }
    var names = NameDraft(frame: frame)
    var none = DrawnClaims()
    drafter.draftNames(
      theatre, Situation(day: moment.day), DrawnControl(), [], &none, parts.subtracting([.control, .governorates]), &names)
    groups += names.groups
    for index in groups.indices { groups[index].layer = nil }
    let caption = setter.line(
      moment.day.formatted(language: request.language), TextStyle(13 * unit, .bold), theme.ink, in: cell, baseline: cell.minY + 14 * unit)
    let neatline = Shape(.rectangle(frame), stroke: Stroke(theme.neatline, width: 0.8 * unit, join: .miter))
    let map = Group(clip: .rectangle(frame), items: groups.filter { !$0.items.isEmpty }.map(DisplayItem.group))
    return .group(
      Group(id: "day-\(moment.day)", layer: moment.day.description, items: [.group(map), .shape(neatline), caption]))
  }

  private func legend() throws(SheetFailure) -> Legend {
    let box = Extent<Page>(minX: 0, minY: 0, maxX: request.width, maxY: request.height)
    let drafter = try MapDrafter(theatre: theatre, request: request, frame: box, unit: unit, measuring: measuring)
    var control = DrawnControl()
    if request.parts.contains(.control) {
      control.grounds = holdings.map { DrawnControl.Ground(holding: $0, path: Path(), basis: []) }
      if request.parts.contains(.fronts) { control.frontLines = [[]] }
    }
    let layers = request.parts.contains(.borders) && !drafter.features(theatre, .border).isEmpty ? ["borders"] : []
    return drafter.makeLegend(theatre, control, DrawnClaims(), layers: Set(layers))
  }
}
