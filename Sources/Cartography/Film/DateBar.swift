import Drawing
import Geometry
import Situation

/// The days of a film from left to right (from right to left where the language runs so), with what happened on them.
struct DateBar: Sendable {
  let box: Extent<Page>
  let days: ClosedRange<Day>
  let isRightToLeft: Bool
  let unit: Double

  static func height(_ unit: Double) -> Double { 36 * unit }

  private var track: Double { box.minY + 13 * unit }

  func x(_ day: Double) -> Double {
    let span = max(1, Double(days.lowerBound.distance(to: days.upperBound)))
    let share = min(1, max(0, day / span))
    let inset = 6 * unit
    let along = inset + share * (box.width - 2 * inset)
    return isRightToLeft ? box.maxX - along : box.minX + along
  }

  private func x(_ day: Day) -> Double { x(Double(days.lowerBound.distance(to: day))) }

  /// What stands still: the track, months and years, changes of control and events.
  func still(_ changes: [Day], _ events: [FilmEvent], _ theme: Theme, _ setter: TextSetter, _ language: String) -> [DisplayItem] {
    var items: [DisplayItem] = []
    let y = track
    items.append(line(x(0), x(.infinity), y, Stroke(theme.rule, width: 3 * unit)))
    var ticks = Path()
    var lastLabel = -Double.infinity
    var labels = 0
    let style = TextStyle(10 * unit)
    var month = days.lowerBound.firstOfMonth
    while month <= days.upperBound {
      if month >= days.lowerBound {
        let at = x(month)
        let isYear = month.month == 1
        ticks.addLine([Point(at, y + 3 * unit), Point(at, y + (isYear ? 10 : 7) * unit)])
        let text = isYear ? String(month.year) : month.formattedMonth(language: language)
        let words = isYear ? text : text.split(separator: " ").first.map(String.init) ?? text
        let label = setter.measuring.line(words, isYear ? TextStyle(10 * unit, .bold) : style, rightToLeft: setter.isRightToLeft)
        let left = at - label.width / 2
        let isFree = isRightToLeft ? lastLabel == -.infinity || left + label.width < lastLabel - 8 * unit : left > lastLabel + 8 * unit
        if isFree, left >= box.minX, left + label.width <= box.maxX {
          items.append(.text(TextItem(label, at: Point(left, y + 20 * unit), color: theme.quietInk)))
          lastLabel = isRightToLeft ? left : left + label.width
          labels += 1
        }
      }
      month = month.lastOfMonth + 1
    }
    if labels == 0 {
      // A film of a few weeks: its first day and its last.
      let last = setter.measuring.line(days.upperBound.formatted(language: language), style, rightToLeft: isRightToLeft)
      let end = isRightToLeft ? box.minX : box.maxX - last.width
      items.append(setter.line(days.lowerBound.formatted(language: language), style, theme.quietInk, in: box, baseline: y + 20 * unit))
      items.append(.text(TextItem(last, at: Point(end, (y + 20 * unit).rounded()), color: theme.quietInk)))
    }
    if !ticks.isEmpty { items.append(.shape(Shape(ticks, stroke: Stroke(theme.quietInk, width: 0.8 * unit, cap: .butt)))) }
    var marks = Path()
    for day in changes where days.contains(day) { marks.addLine([Point(x(day), y - 2 * unit), Point(x(day), y + 2 * unit)]) }
    if !marks.isEmpty { items.append(.shape(Shape(marks, stroke: Stroke(theme.ink.opacity(0.5), width: 0.8 * unit, cap: .butt)))) }
    for event in events where days.contains(event.first) {
      items.append(
        .shape(Shape(.circle(center: Point(x(event.first), y - 6 * unit), radius: 2.4 * unit), fill: theme.readable(event.symbol.color))))
    }
    return items
  }

  /// The part that has passed, and the day's mark.
  func moving(_ day: Day, _ theme: Theme) -> [DisplayItem] {
    let at = x(day)
    let y = track
    return [
      line(x(0), at, y, Stroke(theme.ink.opacity(0.55), width: 3 * unit)),
      .shape(
        Shape(.circle(center: Point(at, y), radius: 5 * unit), fill: theme.ink, stroke: Stroke(theme.paper, width: 1.6 * unit))),
    ]
  }

  private func line(_ from: Double, _ to: Double, _ y: Double, _ stroke: Stroke) -> DisplayItem {
    .shape(Shape(.polyline([Point(from, y), Point(to, y)]), stroke: stroke))
  }
}
