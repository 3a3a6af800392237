import Drawing
import Geometry
import Situation

/// Held ground over the days of a film, one band above the other, drawn as far as the film has come.
struct GroundChart: Sendable {
  let box: Extent<Page>
  let days: ClosedRange<Day>
  let unit: Double
  let isRightToLeft: Bool
  private var bands: [(path: Path, color: Color)] = []
  private var plot: Extent<Page>
  private var top = 1.0

  init(
    _ series: GroundSeries, _ box: Extent<Page>, _ days: ClosedRange<Day>, _ theatre: Theatre, _ theme: Theme, _ unit: Double,
    isRightToLeft: Bool
  ) {
    self.box = box
    self.days = days
    self.unit = unit
    self.isRightToLeft = isRightToLeft
    plot = Extent(minX: box.minX + 24 * unit, minY: box.minY + 20 * unit, maxX: box.maxX - 2 * unit, maxY: box.maxY - 4 * unit)
    // In the order of the factions' file, as in the key.
    let order = Dictionary(theatre.factions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let shown = series.holdings.indices
      .filter { if case .held = series.holdings[$0] { true } else { false } }
      .sorted { order[series.holdings[$0].factions[0]] ?? .max < order[series.holdings[$1].factions[0]] ?? .max }
    let totals = series.squareKilometres.map { row in shown.reduce(0) { $0 + row[$1] } }
    top = Self.roundUp(max(1, totals.max() ?? 1))
    var lower = [Double](repeating: 0, count: series.days.count)
    for index in shown {
      guard let id = series.holdings[index].factions.first, let faction = theatre.faction(id), !series.days.isEmpty else { continue }
      let upper = zip(lower, series.squareKilometres).map { $0 + $1[index] }
      if zip(lower, upper).contains(where: { $1 - $0 > 0 }) {
        let above = zip(series.days, upper).map { point($0, $1) }
        let below = zip(series.days, lower).map { point($0, $1) }
        bands.append((.polygon(above + below.reversed()), theme.color(of: faction)))
      }
      lower = upper
    }
  }

  private static func roundUp(_ value: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    for factor in [1, 1.5, 2, 3, 4, 5, 8, 10] where unit * factor >= value { return unit * factor }
    return unit * 10
  }

  private func x(_ days: Double) -> Double {
    let share = days / max(1, Double(self.days.lowerBound.distance(to: self.days.upperBound)))
    return isRightToLeft ? plot.maxX - share * plot.width : plot.minX + share * plot.width
  }

  private func point(_ day: Day, _ value: Double) -> Point<Page> {
    Point(x(Double(days.lowerBound.distance(to: day))), plot.maxY - value / top * plot.height)
  }

  func still(_ theme: Theme, _ setter: TextSetter, _ heading: String) -> [DisplayItem] {
    var items = [setter.line(heading, TextStyle(11 * unit, .bold), theme.ink, in: box, baseline: box.minY + 11 * unit)]
    for share in [0.0, 0.5, 1] {
      let y = plot.maxY - share * plot.height
      items.append(
        .shape(Shape(.polyline([Point(plot.minX, y), Point(plot.maxX, y)]), stroke: Stroke(theme.rule, width: 0.8 * unit, cap: .butt))))
      let value = top * share / 1000
      let text = setter.measuring.line(decimal(value, value == value.rounded() ? 0 : 1), TextStyle(9.4 * unit), rightToLeft: false)
      items.append(.text(TextItem(text, at: Point(plot.minX - text.width - 4 * unit, y + 3.3 * unit), color: theme.quietInk)))
    }
    return items
  }

  func moving(_ day: Day, _ theme: Theme) -> [DisplayItem] {
    let now = x(Double(days.lowerBound.distance(to: day)))
    let past =
      isRightToLeft
      ? Extent<Page>(minX: now, minY: plot.minY, maxX: plot.maxX, maxY: plot.maxY)
      : Extent<Page>(minX: plot.minX, minY: plot.minY, maxX: now, maxY: plot.maxY)
    var items: [DisplayItem] = []
    if past.width > 0 {
      items.append(.group(Group(clip: .rectangle(past), items: bands.map { .shape(Shape($0.path, fill: $0.color.opacity(0.75))) })))
    }
    items.append(
      .shape(Shape(.polyline([Point(now, plot.minY), Point(now, plot.maxY)]), stroke: Stroke(theme.ink, width: 1.2 * unit, cap: .butt))))
    return items
  }
}
