import Drawing
import Geometry
import Situation

/// What of the control of a day is drawn, for the legend and the names.
struct DrawnControl {
  struct Ground {
    var holding: ControlArea.Holding
    /// The outline on the sheet, cut to the frame.
    var path: Path
    /// Every area's basis, in the order of the files.
    var basis: [String]
  }

  var grounds: [Ground] = []
  var frontLines: [[Point<Page>]] = []
  /// How long the front lines of the day are, in and beyond the frame.
  var fronts: [FrontLine] = []
  /// All of them together.
  var frontMetres = 0.0
  var hasSoftBorders = false
  var repairs = Coverage.Repairs()

  /// For a key that is made before the map: lines between allies are to be expected where two of the holders are of one side.
  mutating func expectSoftBorders(_ theatre: Theatre) {
    let held = grounds.compactMap { if case .held(let id) = $0.holding { id } else { nil } }
    hasSoftBorders = held.indices.contains { index in held[..<index].contains { !theatre.hostile($0, held[index]) } }
  }
}

extension MapDrafter {
  /// The coverage of a day brought to the sheet.
  func draftControl(_ situation: Situation, _ theatre: Theatre) throws(SheetFailure) -> (fills: Group, lines: Group, drawn: DrawnControl) {
    var drawn = DrawnControl()
    let areas = situation.control
    guard !areas.isEmpty else { return (Group(id: "control"), Group(id: "fronts"), drawn) }
    let coverage: Coverage
    do throws(OverlayFailure) {
      let built = try situation.builtCoverage()
      drawn.repairs = built.repairs
      coverage = built.coverage.simplified(metres: 0.45 * metresPerPixel)
      drawn.fronts = theatre.frontLines(built.coverage) { areas[$0].holding }
      drawn.frontMetres = drawn.fronts.reduce(0) { $0 + $1.metres }
    } catch {
      throw .overlay(error)
    }
    let pageArcs = coverage.arcs.map { mayShow(Extent(around: $0.points)) ? projector.curve($0.points) : projector.project($0.points) }
    let holdings = orderedHoldings(areas)
    var fills: [DisplayItem] = []
    for holding in holdings {
      var path = Path()
      for outline in coverage.outlines(where: { areas[$0].holding == holding }) {
        path.addLine(clip(ring: join(outline) { pageArcs[$0] }, to: clipBox), closed: true)
      }
      guard !path.isEmpty else { continue }
      let alike = areas.filter { $0.holding == holding }
      let basis = alike.flatMap(\.basis).map { text($0) }
      drawn.grounds.append(DrawnControl.Ground(holding: holding, path: path, basis: unique(basis)))
      fills.append(.group(markGroup(alike, theatre, situation, unique(basis), draftGround(holding, path, theatre))))
    }
    let lines = draftLines(coverage, pageArcs, areas, theatre, &drawn)
    return (Group(id: "control", layer: "Control", items: fills), lines, drawn)
  }

  /// Held ground first, then what is laid over it in the legend's order.
  private func orderedHoldings(_ areas: [ControlArea]) -> [ControlArea.Holding] {
    func rank(_ holding: ControlArea.Holding) -> Int {
      switch holding {
      case .unassigned: 0
      case .held: 1
      case .claimed: 2
      case .presence: 3
      case .contested: 4
      }
    }
    let distinct = unique(areas.map(\.holding))
    return distinct.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private func text(_ basis: ControlArea.Basis) -> String {
    switch basis {
    case .claim(let reference): reference.description
    case .editorial(let reason): reason
    }
  }

  /// - Parameter areas: those of one holding.
  private func markGroup(
    _ areas: [ControlArea], _ theatre: Theatre, _ situation: Situation, _ basis: [String], _ items: [DisplayItem]
  ) -> Group {
    let holding = areas.first?.holding ?? .unassigned
    let id = "control-" + holding.slug
    let claims = areas.flatMap(\.basis).compactMap { if case .claim(let reference) = $0 { reference } else { nil } }
    return Group(
      id: id, title: holding.name(theatre, wording), description: basis.joined(separator: "; "),
      attributes: [
        .init("status", holding.statusWord), .init("holder", holding.factions.map(\.rawValue).joined(separator: " ")),
        .init("from", areas.map(\.from).min()?.description ?? ""), .init("as-of", situation.controlAsOf?.description ?? ""),
      ] + (claims.isEmpty ? [] : [.init("claim", unique(claims.map(\.description)).joined(separator: " "))]) + placeAttributes(areas),
      items: items)
  }

  /// The places that areas are computed from: their number, and their ids as far as a picture has use for them.
  private func placeAttributes(_ areas: [ControlArea]) -> [Group.Attribute] {
    let places = unique(areas.flatMap(\.places)).sorted()
    if places.isEmpty { return [] }
    return [
      .init("place-count", String(places.count)), .init("places", places.prefix(100).map(\.rawValue).joined(separator: " ")),
    ]
  }

  private func draftGround(_ holding: ControlArea.Holding, _ path: Path, _ theatre: Theatre) -> [DisplayItem] {
    holding.paints(theatre, theme, unit).map { .shape(Shape(path, fill: $0)) }
  }

  private func draftLines(
    _ coverage: Coverage, _ pageArcs: [[Point<Page>]], _ areas: [ControlArea], _ theatre: Theatre, _ drawn: inout DrawnControl
  ) -> Group {
    let stateBorders = StateBorders(features(theatre, .border))
    var fronts: [Set<FactionID>: Path] = [:]
    var soft = Path()
    var edges = Path()
    for (arc, left, right) in coverage.borders(by: { $0 == Coverage.nobody ? nil : areas[$0].holding }) {
      if clip(line: pageArcs[arc], to: clipBox).isEmpty { continue }
      let sort = lineClass(left, right, theatre)
      for stretch in stateBorders.stretchesOff(coverage.arcs[arc].points) {
        for piece in clip(line: projector.curve(stretch), to: clipBox) {
          switch sort {
          case .front:
            fronts[Set([left, right].compactMap { $0 }.flatMap(\.factions)), default: Path()].addLine(piece)
            drawn.frontLines.append(piece)
          case .soft: soft.addLine(piece)
          case .edge: edges.addLine(piece)
          }
        }
      }
    }
    var items: [DisplayItem] = []
    if !edges.isEmpty {
      items.append(.shape(Shape(edges, stroke: Stroke(theme.front.opacity(0.32), width: 0.7 * unit))))
    }
    if !soft.isEmpty {
      drawn.hasSoftBorders = true
      items.append(.shape(Shape(soft, stroke: Stroke(theme.softBorder, width: theme.widths.softBorder * unit))))
    }
    let shown = drawn.fronts.compactMap { front in fronts[[front.first, front.second]].map { (front: front, path: $0) } }
    items += shown.map { .shape(Shape($0.path, stroke: Stroke(theme.frontCasing, width: theme.widths.frontCasing * unit))) }
    items += shown.map { .group(frontGroup($0.front, $0.path, theatre)) }
    return Group(id: "fronts", layer: "Front lines", items: items)
  }

  /// The line between two holders, with its length on the ellipsoid, in and beyond the frame.
  private func frontGroup(_ front: FrontLine, _ path: Path, _ theatre: Theatre) -> Group {
    let names = [front.first, front.second].map { ControlArea.Holding.held($0).name(theatre, wording) }
    return Group(
      id: "front-\(front.first.rawValue)-\(front.second.rawValue)", title: names.joined(separator: " – "),
      description: "\(grouped(front.metres / 1000, 0)) \(wording.text("km", "كم"))",
      attributes: [.init("km", decimal(front.metres / 1000, 2))],
      items: [.shape(Shape(path, stroke: Stroke(theme.front, width: theme.widths.front * unit)))])
  }

  enum LineClass { case front, soft, edge }

  /// A front parts two hostile holders; a soft line allies; an edge is where held ground ends in ground that is nobody's or in doubt.
  func lineClass(_ a: ControlArea.Holding?, _ b: ControlArea.Holding?, _ theatre: Theatre) -> LineClass {
    guard case .held(let x)? = a, case .held(let y)? = b else { return .edge }
    return theatre.hostile(x, y) ? .front : .soft
  }
}

/// The elements without repetition, in the order of their first appearance.
func unique<T: Hashable>(_ elements: [T]) -> [T] {
  var seen: Set<T> = []
  return elements.filter { seen.insert($0).inserted }
}
