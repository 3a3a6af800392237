import Drawing
import Geometry
import Situation

/// Draws what has changed between two days as a sheet, over a pale map of the later day: a pure function of its arguments.
package func composeDifferenceSheet(
  _ theatre: Theatre, _ difference: ControlDifference, _ situation: Situation, _ request: SheetRequest, measuring: any TextMeasuring,
  relief: ElevationGrid? = nil
) throws(SheetFailure) -> Sheet {
  var later = situation
  later.claims = []
  var composer = SheetComposer(theatre: theatre, situation: later, request: request, measuring: measuring)
  composer.difference = difference
  return try composer.compose(relief)
}

extension MapDrafter {
  /// The later day's ground in pale colours, and the changed ground in full ones.
  func draftDifference(
    _ difference: ControlDifference, _ situation: Situation, _ theatre: Theatre
  ) -> (fills: Group, lines: Group, drawn: DrawnControl) {
    var items: [DisplayItem] = []
    for holding in unique(situation.control.map(\.holding)) {
      guard let id = holding.factions.first, let color = theatre.faction(id).map(theme.color) else { continue }
      let path = pagePath(situation.control.filter { $0.holding == holding }.flatMap(\.polygons))
      if !path.isEmpty { items.append(.shape(Shape(path, fill: color.opacity(theme.fillOpacity * 0.3)))) }
    }
    var drawn = DrawnControl()
    var edges = Path()
    for (number, change) in difference.changes.enumerated() where change.isShown {
      let path = pagePath(change.polygons)
      guard !path.isEmpty else { continue }
      edges.append(path)
      let shapes = paints(of: change, theatre).map { DisplayItem.shape(Shape(path, fill: $0)) }
      items.append(
        .group(
          Group(
            id: "change-\(number + 1)", title: wording.title(of: change, theatre), description: wording.squareKilometres(change.ground),
            attributes: [
              .init("before", change.before?.slug ?? "unassigned"), .init("after", change.after?.slug ?? "unassigned"),
              .init("km2", decimal(change.ground / 1e6, 1)),
            ], items: shapes)))
      if let after = change.after { drawn.grounds.append(DrawnControl.Ground(holding: after, path: path, basis: [])) }
    }
    let line = Shape(edges, stroke: Stroke(theme.front.opacity(0.75), width: 0.9 * unit))
    return (
      Group(id: "changes", layer: "Changes", items: items),
      Group(id: "change-lines", layer: "Edges of changes", items: edges.isEmpty ? [] : [.shape(line)]),
      drawn
    )
  }

  /// The new holder's colour with stripes of the old one's; dots of the old one's where nobody has come after.
  func paints(of change: ControlDifference.Change, _ theatre: Theatre) -> [Paint] {
    func color(_ holding: ControlArea.Holding?) -> Color? {
      holding?.factions.first.flatMap { theatre.faction($0).map { theme.color(of: $0) } }
    }
    guard let after = change.after else {
      let old = color(change.before) ?? theme.quietInk
      return [
        .solid(theme.paper.opacity(0.55)), .hatch(Hatch(.dots, color: old.opacity(0.85), angle: 45, spacing: 6 * unit, width: 2.2 * unit)),
      ]
    }
    guard case .held = after, let new = color(after) else { return after.paints(theatre, theme, unit) }
    guard let old = color(change.before) else { return [.solid(new.opacity(0.8))] }
    return [.hatch(Hatch(.lines, color: old.opacity(0.8), ground: new.opacity(0.8), angle: 45, spacing: 8 * unit, width: 1.5 * unit))]
  }

  /// Of what is no gain: only the words that the changes need, as a heading has one line.
  private func doubtfulHeading(_ changes: [ControlDifference.Change]) -> String {
    var words: [String] = []
    for change in changes {
      let word =
        switch change.after {
        case .contested?: wording.text("contested", "متنازع عليها")
        case .claimed?: wording.text("claimed", "مزعومة")
        case .presence?: wording.text("present", "فيها وجود")
        default: ""
        }
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    return wording.text("Newly \(words.joined(separator: ", "))", "\(words.joined(separator: "، ")) حديثاً")
  }

  func makeDifferenceLegend(_ difference: ControlDifference, _ theatre: Theatre) -> Legend {
    let u = unit
    let theme = theme
    func row(_ change: ControlDifference.Change) -> LegendRow {
      let paints = paints(of: change, theatre)
      return LegendRow(
        sample: { p in
          let box = Path.rectangle(Extent(minX: p.x - 12 * u, minY: p.y - 7 * u, maxX: p.x + 12 * u, maxY: p.y + 7 * u))
          let edge = Stroke(theme.ink.opacity(0.45), width: 0.7 * u, join: .miter)
          return [.shape(Shape(box, fill: theme.land))] + paints.map { .shape(Shape(box, fill: $0)) } + [.shape(Shape(box, stroke: edge))]
        }, name: wording.title(of: change, theatre), note: wording.squareKilometres(change.ground))
    }
    let shown = difference.changes.filter { $0.isShown && difference.isNotable($0.ground) }
    func section(_ heading: String, _ isWanted: (ControlDifference.Change) -> Bool) -> LegendSection {
      LegendSection(heading: heading, rows: shown.filter(isWanted).prefix(10).map(row))
    }
    let pale = LegendRow(
      sample: { p in
        let box = Path.rectangle(Extent(minX: p.x - 12 * u, minY: p.y - 7 * u, maxX: p.x + 12 * u, maxY: p.y + 7 * u))
        return [.shape(Shape(box, fill: theme.quietInk.opacity(0.15)))]
      }, name: wording.text("No change", "لم تتغير"), note: wording.text("pale, in the holder's colour", "بلون فاتح لمن يسيطر"))
    return Legend(sections: [
      section(wording.text("Gained", "مكتسبة")) { if case .held? = $0.after { true } else { false } },
      section(doubtfulHeading(shown)) {
        switch $0.after {
        case .contested?, .claimed?, .presence?: true
        default: false
        }
      },
      section(wording.text("Lost to nobody", "خرجت من السيطرة")) { $0.after == nil },
      LegendSection(heading: wording.text("Rest", "الباقي"), rows: [pale]),
    ])
  }
}

extension ControlDifference.Change {
  /// Slivers of a hundredth of a square kilometre are no change.
  var isShown: Bool { ground >= 1e4 }
}
