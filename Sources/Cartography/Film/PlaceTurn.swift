import Drawing
import Geometry
import Situation

/// A place that passes into other hands in the course of a film.
package struct PlaceTurn: Hashable, Sendable {
  package var place: Place
  /// The first day on which it is certain.
  package var day: Day
  package var holding: ControlArea.Holding
  /// When it was, as the row says it.
  package var when: TimeSpan
  package var basis: [ControlArea.Basis]

  package init(place: Place, day: Day, holding: ControlArea.Holding, when: TimeSpan, basis: [ControlArea.Basis]) {
    self.place = place
    self.day = day
    self.holding = holding
    self.when = when
    self.basis = basis
  }
}

/// A place's turn in the list beside the map.
struct ListedTurn: Sendable {
  var turn: PlaceTurn
  var row: Int
  var days: ClosedRange<Day>

  private static let window = 45

  /// The turns of those places that the map shows, the greater ones first where there are many.
  static func arrange(_ turns: [PlaceTurn], rowCount: Int, _ days: ClosedRange<Day>) -> [ListedTurn] {
    var next: [PlaceID: Day] = [:]
    // What was overtaken is no news.
    let items = turns.reversed().map { turn in
      defer { next[turn.place.id] = turn.day }
      let end = min(turn.day + window, next[turn.place.id].map { $0 - 1 } ?? days.upperBound)
      return FilmList.Item(first: turn.day, last: turn.day, end: max(turn.day, end), rank: turn.place.rank)
    }.reversed()
    return zip(turns, FilmList.arrange(Array(items), rowCount: rowCount, days)).compactMap { turn, place in
      place.map { ListedTurn(turn: turn, row: $0.row, days: $0.days) }
    }
  }

  static func rowHeight(_ unit: Double) -> Double { 33 * unit }

  /// A sample of the new holder's ground, the place, and who has it since when, on whose word.
  func items(
    _ strength: Double, in box: Extent<Page>, _ theatre: Theatre, _ theme: Theme, _ unit: Double, _ setter: TextSetter, _ wording: Wording
  ) -> [DisplayItem] {
    let middle = setter.column(0, 22 * unit, of: box).center.x
    let sample = Path.rectangle(
      Extent(minX: middle - 9 * unit, minY: box.minY + 3 * unit, maxX: middle + 9 * unit, maxY: box.minY + 15 * unit))
    let text = setter.column(27 * unit, box.width - 27 * unit, of: box)
    var items = [DisplayItem.shape(Shape(sample, fill: theme.land))]
    items += turn.holding.paints(theatre, theme, unit * 0.75).map { .shape(Shape(sample, fill: $0)) }
    items.append(.shape(Shape(sample, stroke: Stroke(theme.ink.opacity(0.45), width: 0.7 * unit, join: .miter))))
    if strength < 1 {
      // Paper over the sample costs less than a group.
      items.append(.shape(Shape(sample, fill: .solid(theme.paper.opacity(1 - strength)))))
    }
    let name = "\(turn.place.name[wording.language]): \(turn.holding.name(theatre, wording))"
    items.append(
      setter.line(
        name, TextStyle(11.2 * unit, .semibold), theme.ink.opacity(max(0.3, strength)), in: text, baseline: box.minY + 11.5 * unit))
    let words = FilmWording(language: wording.language)
    var publishers: [String] = []
    for case .claim(let reference) in turn.basis {
      let name = theatre.reports.first { $0.id == reference.report }?.publisher ?? reference.report.rawValue
      if !publishers.contains(name) { publishers.append(name) }
    }
    let word = publishers.isEmpty ? words.editorial : publishers.joined(separator: ", ")
    items.append(
      setter.line(
        "\(turn.when.formatted(language: wording.language)) · \(word)", TextStyle(9.8 * unit),
        theme.quietInk.opacity(max(0.3, strength)), in: text, baseline: box.minY + 24.5 * unit))
    return items
  }
}
