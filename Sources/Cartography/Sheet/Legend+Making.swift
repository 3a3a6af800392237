import Drawing
import Geometry
import Situation

extension MapDrafter {
  /// - Parameter layers: ids of the map's layers that have something in them.
  func makeLegend(_ theatre: Theatre, _ control: DrawnControl, _ claims: DrawnClaims, layers: Set<String>) -> Legend {
    Legend(sections: [
      LegendSection(heading: wording[.control], rows: controlRows(theatre, control)),
      LegendSection(heading: wording[.lines], rows: lineRows(theatre, control, layers)),
      LegendSection(heading: wording[.eventKinds], rows: kindRows(claims)),
      LegendSection(heading: wording[.certainty], rows: statusRows(claims)),
    ])
  }

  private func controlRows(_ theatre: Theatre, _ control: DrawnControl) -> [LegendRow] {
    let u = unit
    let theme = theme
    var rows: [LegendRow] = []
    func swatch(_ paints: [Paint], dashed: Bool = false) -> (Point<Page>) -> [DisplayItem] {
      { p in
        let box = Path.rectangle(Extent(minX: p.x - 12 * u, minY: p.y - 7 * u, maxX: p.x + 12 * u, maxY: p.y + 7 * u))
        let edge = Stroke(theme.ink.opacity(0.45), width: 0.7 * u, dashes: dashed ? [2.5 * u, 1.8 * u] : [], join: .miter)
        return [.shape(Shape(box, fill: theme.land))] + paints.map { .shape(Shape(box, fill: $0)) } + [.shape(Shape(box, stroke: edge))]
      }
    }
    func order(_ holding: ControlArea.Holding) -> Int {
      holding.factions.first.flatMap { id in theatre.factions.firstIndex { $0.id == id } } ?? 999
    }
    let grounds = control.grounds.map(\.holding)
    for holding in grounds.sorted(by: { (order($0), $0.slug) < (order($1), $1.slug) }) {
      guard case .held(let id) = holding else { continue }
      rows.append(
        LegendRow(sample: swatch(holding.paints(theatre, theme, u)), name: theatre.faction(id)?.name[language] ?? id.rawValue, note: nil))
    }
    // One row a class; the hatch shows the colours of the sides.
    if let contested = grounds.first(where: { if case .contested = $0 { true } else { false } }) {
      rows.append(LegendRow(sample: swatch(contested.paints(theatre, theme, u)), name: wording[.contested], note: wording[.contestedNote]))
    }
    if let claimed = grounds.first(where: { if case .claimed = $0 { true } else { false } }) {
      rows.append(
        LegendRow(sample: swatch(claimed.paints(theatre, theme, u), dashed: true), name: wording[.claimed], note: wording[.claimedNote]))
    }
    if let presence = grounds.first(where: { if case .presence = $0 { true } else { false } }) {
      rows.append(
        LegendRow(sample: swatch(presence.paints(theatre, theme, u)), name: presence.name(theatre, wording), note: wording[.presenceNote]))
    }
    if grounds.contains(.unassigned) {
      rows.append(LegendRow(sample: swatch([.solid(theme.unassigned)]), name: wording[.unassigned], note: wording[.unassignedNote]))
    }
    return rows
  }

  private func lineRows(_ theatre: Theatre, _ control: DrawnControl, _ layers: Set<String>) -> [LegendRow] {
    let u = unit
    var rows: [LegendRow] = []
    func sample(_ strokes: [Stroke]) -> (Point<Page>) -> [DisplayItem] {
      { p in strokes.map { .shape(Shape(.polyline([Point(p.x - 12 * u, p.y), Point(p.x + 12 * u, p.y)]), stroke: $0)) } }
    }
    if !control.frontLines.isEmpty {
      rows.append(
        LegendRow(
          sample: sample([Stroke(theme.front, width: theme.widths.front * 1.2 * u)]), name: wording[.front], note: frontNote(control)))
    }
    if control.hasSoftBorders {
      let theme = theme
      let line = sample([Stroke(theme.softBorder, width: theme.widths.softBorder * 1.3 * u)])
      rows.append(
        LegendRow(
          // The line is seen on ground only, so its sample has some.
          sample: { p in
            let ground = Extent<Page>(minX: p.x - 12 * u, minY: p.y - 5 * u, maxX: p.x + 12 * u, maxY: p.y + 5 * u)
            return [
              .shape(Shape(.rectangle(ground), fill: theme.land)), .shape(Shape(.rectangle(ground), fill: theme.quietInk.opacity(0.5))),
            ]
              + line(p)
          }, name: wording[.softBorder], note: wording[.softBorderNote]))
    }
    if layers.contains("borders") {
      rows.append(
        LegendRow(
          sample: sample([
            Stroke(theme.borderBand, width: theme.widths.borderBand * u), Stroke(theme.border, width: theme.widths.border * u),
          ]), name: wording[.stateBorder],
          note: nil))
      if isShown(features(theatre, .border).filter({ $0.properties["disputed"]?.bool == true })) {
        rows.append(
          LegendRow(
            sample: sample([Stroke(theme.border, width: theme.widths.border * u, dashes: [5 * u, 3 * u], cap: .butt)]),
            name: wording[.disputedBorder],
            note: nil))
      }
    }
    if layers.contains("governorates") {
      rows.append(
        LegendRow(
          sample: sample([Stroke(theme.governorate, width: 1.2 * theme.widths.governorate * u, dashes: [1 * u, 2.6 * u])]),
          name: wording[.governorateLine], note: nil))
    }
    if layers.contains("roads") {
      rows.append(LegendRow(sample: sample([Stroke(theme.road, width: 1.1 * theme.widths.road * u)]), name: wording[.road], note: nil))
    }
    return rows
  }

  /// How long the front lines are, all together.
  private func frontNote(_ control: DrawnControl) -> String? {
    control.frontMetres < 500 ? nil : "\(grouped(control.frontMetres / 1000, 0)) \(wording.text("km in all", "كم في المجموع"))"
  }

  /// Whether any of the lines is in the frame.
  private func isShown(_ features: [Feature]) -> Bool { features.contains { !pageLines($0.lines).isEmpty } }

  private func kindRows(_ claims: DrawnClaims) -> [LegendRow] {
    Claim.Kind.allCases.filter(claims.kinds.contains).map { kind in
      let symbol = ClaimSymbol(kind: kind, status: .reported, color: theme.quietInk)
      let theme = theme
      let unit = unit
      return LegendRow(
        sample: { symbol.items(at: $0, theme, unit) }, name: wording.name(of: kind), note: kind == .corridor ? wording[.corridorNote] : nil)
    }
  }

  private func statusRows(_ claims: DrawnClaims) -> [LegendRow] {
    Claim.Status.allCases.filter(claims.statuses.contains).map { status in
      let symbol = ClaimSymbol(kind: .presence, status: status, color: theme.quietInk)
      let theme = theme
      let unit = unit
      return LegendRow(sample: { symbol.items(at: $0, theme, unit) }, name: wording.name(of: status), note: wording.note(on: status))
    }
  }
}
