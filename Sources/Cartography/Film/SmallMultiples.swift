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
  _ theatre: Theatre, _ moments: [FilmMoment], _ request: SheetRequest, holdings: [ControlArea.Holding], knownBy: Day? = nil,
  measuring: any TextMeasuring, relief: ElevationGrid? = nil
) throws(SheetFailure) -> DisplayList {
  try MultiplesComposer(theatre: theatre, request: request, holdings: holdings, knownBy: knownBy, measuring: measuring).compose(
    moments, relief)
}

private struct MultiplesComposer {
  let theatre: Theatre
  let request: SheetRequest
  let holdings: [ControlArea.Holding]
  let knownBy: Day?
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
    let note = note(of: moments)
    if request.parts.contains(.sources), !note.isEmpty {
      let style = TextStyle(9.6 * unit)
      let top = page.maxY - setter.block(note, style, theme.quietInk, in: page, leading: 1.25, maxLines: 3).height
      let placed = setter.block(note, style, theme.quietInk, in: page.from(top), leading: 1.25, maxLines: 3)
      items.append(.group(Group(id: "note", layer: "Note", items: placed.items)))
      body.maxY = top - 8 * unit
    }
    let legend = request.parts.contains(.legend) ? try legend() : nil
    if let legend { body.maxY -= legend.compose(in: page, theme, unit, setter).height + 10 * unit }
    let grid = grid(moments.count, in: body)
    if let legend {
      // Under the panels, which may leave some of the page free.
      let rows = (moments.count + grid.columns - 1) / grid.columns
      let top = grid.cell(0, rows - 1).maxY + 12 * unit
      items.append(.group(Group(id: "legend", layer: "Key", items: legend.compose(in: page.from(top), theme, unit, setter).items)))
    }
    for (index, moment) in moments.enumerated() {
      let column = request.isRightToLeft ? grid.columns - 1 - index % grid.columns : index % grid.columns
      let cell = grid.cell(column, index / grid.columns)
      items.append(try panel(moment, in: cell, relief, first: index == 0))
    }
    return DisplayList(
      width: request.width, height: request.height, background: theme.paper, language: request.language, title: request.title,
      description: moments.map { $0.day.formatted(language: request.language) }.joined(separator: ", "), items: items)
  }

  /// What was known when, where the ground comes from, and the theatre's own note.
  private func note(of moments: [FilmMoment]) -> String {
    let wording = Wording(language: request.language)
    let drawn = moments.map(\.day)
    guard let first = drawn.min(), let last = drawn.max() else { return "" }
    let days = first...last
    let isComputed = moments.contains { moment in moment.control.map { $0.asOf == nil } ?? false }
    let parts = [
      knownBy.map { "\(wording[.knownBy]) \($0.formatted(language: request.language))" } ?? "",
      isComputed ? wording.sentence(on: theatre.rule(over: days, knownBy: knownBy), theatre, day: days.lowerBound) : "",
      theatre.note[request.language],
    ]
    let text = parts.filter { !$0.isEmpty }.joined(separator: ". ")
    return text.prefix(1).uppercased() + text.dropFirst()
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
    // No panel is much taller or wider than its ground: it would show what nobody asked for.
    func size(_ columns: Int) -> (width: Double, height: Double) {
      let rows = Double((count + columns - 1) / columns)
      let width = (body.width - gap * Double(columns - 1)) / Double(columns)
      let height = (body.height - gap * (rows - 1)) / rows
      return (min(width, 1.3 * aspect * (height - captionHeight)), min(height, 1.3 * width / aspect + captionHeight))
    }
    func scale(_ columns: Int) -> Double {
      let size = size(columns)
      return min(size.width / aspect, size.height - captionHeight)
    }
    let columns = (1...max(1, count)).max { (scale($0), -$0) < (scale($1), -$1) } ?? 1
    let size = size(columns)
    let used = size.width * Double(columns) + gap * Double(columns - 1)
    return Grid(
      columns: columns, origin: Point(body.minX + (body.width - used) / 2, body.minY), width: size.width.rounded(.down),
      height: size.height.rounded(.down), gap: gap)
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
    groups = groups.map { Self.part($0, of: moment.day) }
    let wording = Wording(language: request.language)
    var title = moment.day.formatted(language: request.language)
    if let control = moment.control {
      if let asOf = control.asOf, asOf != moment.day {
        title += " · \(wording[.controlAsOf]) \(asOf.formatted(language: request.language))"
      }
    } else {
      title += " · \(wording[.noControl])"
    }
    let caption = setter.line(
      title, TextStyle(13 * unit, .bold), theme.ink, in: cell, baseline: cell.minY + 14 * unit)
    let neatline = Shape(.rectangle(frame), stroke: Stroke(theme.neatline, width: 0.8 * unit, join: .miter))
    let map = Group(clip: .rectangle(frame), items: groups.filter { !$0.items.isEmpty }.map(DisplayItem.group))
    return .group(
      Group(id: "day-\(moment.day)", layer: moment.day.description, items: [.group(map), .shape(neatline), caption]))
  }

  /// A layer of a panel: what other panels have, too, needs the day in its name.
  private static func part(_ group: Group, of day: Day) -> Group {
    var part = group
    part.layer = nil
    part.id = group.id.map { "day-\(day)-\($0)" }
    part.items = group.items.map { if case .group(let inner) = $0 { .group(Self.part(inner, of: day)) } else { $0 } }
    return part
  }

  private func legend() throws(SheetFailure) -> Legend {
    let box = Extent<Page>(minX: 0, minY: 0, maxX: request.width, maxY: request.height)
    let drafter = try MapDrafter(theatre: theatre, request: request, frame: box, unit: unit, measuring: measuring)
    var control = DrawnControl()
    if request.parts.contains(.control) {
      control.grounds = holdings.map { DrawnControl.Ground(holding: $0, path: Path(), basis: []) }
      if request.parts.contains(.fronts) {
        control.frontLines = [[]]
        control.expectSoftBorders(theatre)
      }
    }
    let layers = request.parts.contains(.borders) && !drafter.features(theatre, .border).isEmpty ? ["borders"] : []
    return drafter.makeLegend(theatre, control, DrawnClaims(), layers: Set(layers))
  }
}
