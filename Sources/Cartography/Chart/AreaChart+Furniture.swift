import Drawing
import Geometry
import Situation

/// Title, axes and key of an area chart.
extension AreaChart {
  func title() -> [DisplayItem] {
    let margin = SheetLayout.margin(unit, width: request.width)
    let box = Extent<Page>(minX: margin, minY: margin * 0.8, maxX: request.width - margin, maxY: request.height)
    let style = TextStyle(min(24 * unit, request.width * 0.05), .bold)
    var items = setter.block(request.title, style, request.theme.ink, in: box, leading: 1.12, maxLines: 1).items
    let below = Extent<Page>(minX: box.minX, minY: box.minY + 34 * unit, maxX: box.maxX, maxY: box.maxY)
    items += setter.block(request.summary, TextStyle(12 * unit), request.theme.quietInk, in: below, leading: 1.25, maxLines: 2).items
    return items
  }

  func axes() -> [DisplayItem] {
    guard let first = tallies.first, let last = tallies.last else { return [] }
    let theme = request.theme
    let ground = tallies.map(\.ground).max() ?? 0
    var items: [DisplayItem] = []
    // At most six round steps up the side.
    let step = Self.roundStep(ground / 1e6 / 5)
    for value in stride(from: 0, through: ground / 1e6, by: step) {
      let y = plot.maxY - value * 1e6 / ground * plot.height
      items.append(
        .shape(Shape(.polyline([Point(plot.minX, y), Point(plot.maxX, y)]), stroke: Stroke(theme.ink.opacity(0.14), width: 0.7 * unit))))
      let line = setter.measuring.line(grouped(value, step < 1 ? 1 : 0), TextStyle(10.5 * unit))
      let x = request.isRightToLeft ? plot.maxX + 8 * unit : plot.minX - 8 * unit - line.width
      items.append(.text(TextItem(line, at: Point(x, y + 3.6 * unit), color: theme.quietInk)))
    }
    let unitLine = setter.measuring.line(wording.text("km²", "كم²"), TextStyle(10.5 * unit, .semibold))
    let unitX = request.isRightToLeft ? plot.maxX + 8 * unit : plot.minX - 8 * unit - unitLine.width
    items.append(.text(TextItem(unitLine, at: Point(unitX, plot.minY - 8 * unit), color: theme.quietInk)))
    // Months that leave room for their names.
    let months = max(1, (last.day.year - first.day.year) * 12 + last.day.month - first.day.month + 1)
    let every = [1, 2, 3, 6, 12, 24, 60, 120].first { Double(months) / Double($0) * 78 * unit <= plot.width } ?? 120
    let span = Double(max(1, first.day.distance(to: last.day)))
    var day = first.day.firstOfMonth
    var number = 0
    while day <= last.day {
      if day >= first.day, number % every == 0 {
        let share = Double(first.day.distance(to: day)) / span
        let x = request.isRightToLeft ? plot.maxX - share * plot.width : plot.minX + share * plot.width
        items.append(
          .shape(
            Shape(.polyline([Point(x, plot.maxY), Point(x, plot.maxY + 5 * unit)]), stroke: Stroke(theme.neatline, width: 0.8 * unit))))
        let line = setter.measuring.line(day.formattedMonth(language: request.language), TextStyle(10.5 * unit))
        items.append(.text(TextItem(line, at: Point(x - line.width / 2, plot.maxY + 18 * unit), color: theme.quietInk)))
      }
      day = day.lastOfMonth + 1
      number += 1
    }
    items.append(.shape(Shape(.rectangle(plot), stroke: Stroke(theme.neatline, width: 0.9 * unit, join: .miter))))
    return items
  }

  /// From the top as the bands lie, with the ground of the last day.
  func key(_ bands: [Band]) -> [DisplayItem] {
    let theme = request.theme
    let margin = SheetLayout.margin(unit, width: request.width)
    let column =
      request.isRightToLeft
      ? Extent<Page>(minX: margin, minY: plot.minY, maxX: plot.minX - 16 * unit, maxY: plot.maxY)
      : Extent<Page>(minX: plot.maxX + 16 * unit, minY: plot.minY, maxX: request.width - margin, maxY: plot.maxY)
    var items: [DisplayItem] = []
    let heading = tallies.last.map { $0.day.formatted(language: request.language) } ?? ""
    items.append(setter.line(heading, TextStyle(11.5 * unit, .bold), theme.ink, in: column, baseline: column.minY + 10 * unit))
    var y = column.minY + 20 * unit
    for band in bands.reversed() {
      let swatch = setter.column(0, 24 * unit, of: column)
      let box = Path.rectangle(Extent(minX: swatch.minX, minY: y, maxX: swatch.maxX, maxY: y + 14 * unit))
      items.append(.shape(Shape(box, fill: theme.land)))
      items += band.paints.map { .shape(Shape(box, fill: $0)) }
      items.append(.shape(Shape(box, stroke: Stroke(theme.ink.opacity(0.45), width: 0.7 * unit, join: .miter))))
      let text = setter.column(31 * unit, column.width - 31 * unit, of: column)
      items.append(setter.line(band.name, TextStyle(11 * unit), theme.ink, in: text, baseline: y + 9 * unit))
      items.append(setter.line(figure(of: band), TextStyle(9.6 * unit), theme.quietInk, in: text, baseline: y + 21 * unit))
      y += 30 * unit
    }
    return items
  }

  /// The ground of the last day and its share; of those who have none by then the most that they had, and when.
  private func figure(of band: Band) -> String {
    let last = band.ground.last ?? 0
    if !isCounted(last), let most = band.ground.indices.max(by: { band.ground[$0] < band.ground[$1] }) {
      let month = tallies[most].day.formattedMonth(language: request.language)
      let ground = wording.squareKilometres(band.ground[most])
      return wording.text("none; most \(ground), \(month)", "لا شيء؛ الأكثر \(ground)، \(month)")
    }
    let share = (tallies.last?.ground ?? 0) > 0 ? last / (tallies.last?.ground ?? 1) * 100 : 0
    return "\(wording.squareKilometres(last))  \(decimal(share, 1)) %"
  }

  /// Where the areas come from and how they were computed, at the foot of the sheet.
  static func foot(
    _ theatre: Theatre, _ tallies: [ControlTally], _ request: SheetRequest, _ wording: Wording, _ setter: TextSetter, _ unit: Double
  ) -> (items: [DisplayItem], height: Double) {
    guard let last = tallies.last else { return ([], 0) }
    let drawn = tallies.compactMap(\.asOf)
    var lines: [String] = []
    if let first = drawn.min(), let latest = drawn.max() {
      let days = first == latest ? first.formatted(language: request.language) : Day.formatted(first...latest, language: request.language)
      lines.append(wording.text("Areas as drawn for \(days)", "المناطق كما رُسمت لـ \(days)"))
    }
    if last.placeCount > 0 {
      lines.append(
        wording.text(
          "Who held what: \(last.placeCount) places on the last day, each with the basis of its statement",
          "من كان يسيطر: \(last.placeCount) مكاناً في اليوم الأخير، لكل منها سند"))
      lines.append(wording.sentence(on: theatre.rule(over: min(tallies[0].day, last.day)...last.day), theatre, day: last.day))
    }
    lines.append(theatre.note[request.language])
    let text = lines.filter { !$0.isEmpty }.joined(separator: ". ")
    let margin = SheetLayout.margin(unit, width: request.width)
    let style = TextStyle(request.theme.type.sources * unit)
    let measure = Extent<Page>(minX: margin, minY: 0, maxX: request.width - margin, maxY: 0)
    let height = setter.block(text, style, request.theme.quietInk, in: measure, leading: 1.3, maxLines: 4).height
    let box = measure.from(request.height - 0.7 * margin - height)
    return (setter.block(text, style, request.theme.quietInk, in: box, leading: 1.3, maxLines: 4).items, height)
  }

  /// 1, 2 or 5 times a power of ten, not less than a value.
  private static func roundStep(_ value: Double) -> Double {
    var power = 0.1
    while power * 10 <= value { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? 10 * power
  }
}
