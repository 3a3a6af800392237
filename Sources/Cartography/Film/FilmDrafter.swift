import Drawing
import Geometry
import Situation

/// Draws the moving parts of a film, moment by moment. It belongs to one thread, for it keeps a projection and what it drew last.
package struct FilmDrafter: ~Copyable {
  private let plan: FilmPlan
  private let drafter: MapDrafter
  private let setter: TextSetter
  private let borders: StateBorders
  /// The arcs of the coverage that was drawn last, and what came of it.
  private var arcs = FilmArcs()
  private var lastControl: (number: Int, holders: [Int], drawn: DrawnFilmControl)?

  package init(_ plan: FilmPlan, measuring: any TextMeasuring) throws(SheetFailure) {
    self.plan = plan
    drafter = try MapDrafter(theatre: plan.theatre, request: plan.request.sheet, frame: plan.frame, unit: plan.unit, measuring: measuring)
    setter = TextSetter(measuring: measuring, isRightToLeft: plan.request.sheet.isRightToLeft)
    borders = StateBorders(drafter.features(plan.theatre, .border))
  }

  private var sheet: SheetRequest { plan.request.sheet }
  private var theme: Theme { plan.request.sheet.theme }
  private var unit: Double { plan.unit }

  /// What lies over each of the plan's stills, in the same order.
  package mutating func draw(_ moment: FilmMoment) -> [[DisplayItem]] {
    let control = drawControl(moment)
    let shown = plan.events.compactMap { event -> (event: FilmEvent, strength: Double)? in
      let strength = event.strength(on: moment.day, window: plan.request.window, rises: plan.request.hasEveryDay)
      return strength > 0 ? (event, strength) : nil
    }
    var over: [Group] = []
    if sheet.parts.contains(.fronts) { over.append(Group(id: "fronts", layer: "Front lines", items: control.lines)) }
    if sheet.parts.contains(.zones) {
      over.append(Group(id: "zones", layer: "Zones and corridors", items: shown.flatMap { faded($0.event.zones, $0.strength) }))
    }
    if sheet.parts.contains(.moves) {
      over.append(Group(id: "moves", layer: "Moves", items: shown.flatMap { faded($0.event.moves, $0.strength) }))
    }
    return [
      inMap([Group(id: "control", layer: "Control", items: control.fills)]), inMap(over),
      marks(shown, on: moment.day) + panel(moment, shown),
    ]
  }

  private func inMap(_ groups: [Group]) -> [DisplayItem] {
    let items = groups.filter { !$0.items.isEmpty }.map(DisplayItem.group)
    return items.isEmpty ? [] : [.group(Group(clip: .rectangle(plan.frame), items: items))]
  }

  /// Items at less than full strength, in a group no larger than their own box.
  private func faded(_ items: [DisplayItem], _ strength: Double) -> [DisplayItem] {
    if strength >= 1 || items.isEmpty { return items }
    var box = Extent<Page>.empty
    for item in items { box.include(item.reach) }
    guard !box.isEmpty else { return items }
    let clip = Extent<Page>(
      minX: max(0, box.minX.rounded(.down)), minY: max(0, box.minY.rounded(.down)), maxX: min(sheet.width, box.maxX.rounded(.up)),
      maxY: min(sheet.height, box.maxY.rounded(.up)))
    return clip.isEmpty ? [] : [.group(Group(clip: .rectangle(clip), opacity: (strength * 100).rounded() / 100, items: items))]
  }

  // MARK: control

  private mutating func drawControl(_ moment: FilmMoment) -> DrawnFilmControl {
    guard let control = moment.control, sheet.parts.contains(.control) else { return DrawnFilmControl(fills: [], lines: []) }
    if let last = lastControl, last.number == control.coverageNumber, last.holders == control.holders { return last.drawn }
    if arcs.number != control.coverageNumber { arcs = FilmArcs(control, drafter, borders) }
    let drawn = arcs.draw(control, plan.theatre, drafter)
    lastControl = (control.coverageNumber, control.holders, drawn)
    return drawn
  }

  // MARK: events, day and sources

  private func marks(_ shown: [(event: FilmEvent, strength: Double)], on day: Day) -> [DisplayItem] {
    guard sheet.parts.contains(.claims) else { return [] }
    let items = shown.flatMap { event, strength -> [DisplayItem] in
      let strength = event.markStrength(strength, on: day)
      guard let p = event.mark, strength > 0 else { return [] }
      let leader = event.leader.map { leader in
        [Stroke(theme.halo, width: 2.6 * unit), Stroke(theme.ink, width: 0.9 * unit)].map {
          DisplayItem.shape(Shape(.polyline([leader.from, leader.to]), stroke: $0))
        }
      }
      return faded((leader ?? []) + event.symbol.items(at: p, theme, unit), strength)
    }
    return items.isEmpty ? [] : [.group(Group(id: "events", layer: "Events", items: items))]
  }

  private func panel(_ moment: FilmMoment, _ shown: [(event: FilmEvent, strength: Double)]) -> [DisplayItem] {
    let language = sheet.language
    let box = plan.layout.panel
    var items: [DisplayItem] = []
    let date = setter.line(
      moment.day.formatted(language: language), TextStyle(min(27 * unit, box.width * 0.1), .bold), theme.ink, in: box,
      baseline: box.minY + 24 * unit)
    items.append(.group(Group(id: "day", layer: "Day", items: [date])))
    items.append(
      .group(Group(id: "known", layer: "Known", items: knownLine(moment, in: box.from(box.minY + (sheet.isRightToLeft ? 37 : 32) * unit)))))
    if sheet.parts.contains(.list) { items.append(.group(Group(id: "list", layer: "List", items: list(moment)))) }
    items.append(.group(Group(id: "turns", layer: "Places", items: turns(moment))))
    items.append(.group(Group(id: "now", layer: "Now", items: plan.bar.moving(moment.day, theme))))
    if let chart = plan.chart {
      items.append(.group(Group(id: "chart-now", layer: "Chart now", items: chart.moving(moment.day, theme))))
    }
    if sheet.parts.contains(.sources) {
      items.append(.group(Group(id: "sources", layer: "Sources", items: sources(shown))))
    }
    return items
  }

  /// Says from which day the control is, and marks frames between known days. Where every day is known the mark alone changes its
  /// strength, for a text that comes and goes many times a second would flicker.
  private func knownLine(_ moment: FilmMoment, in box: Extent<Page>) -> [DisplayItem] {
    let wording = Wording(language: sheet.language)
    let words = FilmWording(language: sheet.language)
    let style = TextStyle(11.5 * unit)
    func formatted(_ day: Day) -> String { day.formatted(language: sheet.language) }
    let mark = Point<Page>(setter.column(0, 26 * unit, of: box).center.x, box.minY + 7 * unit)
    let rest = setter.column(30 * unit, box.width - 30 * unit, of: box)
    if plan.request.isDaily, plan.request.interpolates {
      return [
        .group(Group(opacity: moment.between == nil ? 0.3 : 1, items: betweenMark(at: mark, theme, unit))),
        setter.line(words.daily, TextStyle(10.2 * unit), theme.quietInk, in: rest, baseline: box.minY + 11 * unit),
      ]
    }
    guard let between = moment.between else {
      let text = moment.control.map { "\(wording[.controlAsOf]) \(formatted($0.asOf ?? moment.day))" }
      return [setter.line(text ?? wording[.noControl], style, theme.quietInk, in: box, baseline: box.minY + 11 * unit)]
    }
    return betweenMark(at: mark, theme, unit) + [
      setter.line(words.interpolated, TextStyle(11.5 * unit, .semibold), theme.ink, in: rest, baseline: box.minY + 11 * unit),
      setter.line(
        words.known(formatted(between.lowerBound), formatted(between.upperBound)), TextStyle(10.2 * unit), theme.quietInk, in: box,
        baseline: box.minY + 26 * unit),
    ]
  }

  /// Events keep their row as long as they are listed.
  private func list(_ moment: FilmMoment) -> [DisplayItem] {
    let box = plan.layout.panel
    guard !plan.events.isEmpty else { return [] }
    let listed = plan.events.filter { $0.listed?.contains(moment.day) ?? false }
    let wording = Wording(language: sheet.language)
    var items = [setter.line(wording[.events], TextStyle(13 * unit, .bold), theme.ink, in: box, baseline: plan.listTop - 9 * unit)]
    if listed.isEmpty {
      let words = FilmWording(language: sheet.language).noEvents
      items.append(setter.line(words, TextStyle(10.8 * unit), theme.quietInk, in: box, baseline: plan.listTop + 10 * unit))
    }
    for event in listed {
      let strength = listStrength(event.listed, on: moment.day, steps: 3)
      let claim = event.situated.claim
      let top = plan.listTop + Double(event.row ?? 0) * FilmPlan.rowHeight(unit)
      guard top + FilmPlan.rowHeight(unit) <= box.maxY + 1 else { continue }
      let text = setter.column(25 * unit, box.width - 25 * unit, of: box).from(top)
      let label = claim.label.isEmpty ? claim.says : claim.label[sheet.language]
      var row = event.symbol.items(at: Point(setter.column(0, 20 * unit, of: box).center.x, top + 10 * unit), theme, unit * 0.9)
      // The colour fades, not a group: text without a group costs less.
      let block = setter.block(
        label, TextStyle(11.6 * unit, .semibold), theme.ink.opacity(max(0.25, strength)), in: text, leading: 1.2, maxLines: 2)
      row = faded(row, strength) + block.items
      let date = claim.when.formatted(language: sheet.language)
      row.append(
        setter.line(
          "\(date) · \(event.situated.report.publisher)", TextStyle(10.2 * unit), theme.quietInk.opacity(max(0.25, strength)), in: text,
          baseline: top + block.height + 10.5 * unit))
      items += row
    }
    return items
  }

  private func listStrength(_ listed: ClosedRange<Day>?, on day: Day, steps: Double) -> Double {
    FilmList.strength(listed, on: day, in: plan.request.days, steps: plan.request.hasEveryDay ? steps : 1)
  }

  private func turns(_ moment: FilmMoment) -> [DisplayItem] {
    guard let top = plan.turnTop else { return [] }
    let listed = plan.turns.filter { $0.days.contains(moment.day) }
    guard !listed.isEmpty else { return [] }
    let words = FilmWording(language: sheet.language)
    let box = plan.layout.panel
    let heading = setter.line(words.turns, TextStyle(13 * unit, .bold), theme.ink, in: box, baseline: top - 9 * unit)
    return [heading]
      + listed.flatMap { turn in
        turn.items(
          listStrength(turn.days, on: moment.day, steps: 2),
          in: box.from(top + Double(turn.row) * ListedTurn.rowHeight(unit)), plan.theatre, theme, unit, setter,
          Wording(language: sheet.language))
      }
  }

  private func sources(_ shown: [(event: FilmEvent, strength: Double)]) -> [DisplayItem] {
    let foot = plan.layout.foot
    let used = Set(shown.map(\.event.situated.report.id))
    let named = plan.theatre.reports.filter { used.contains($0.id) }.map {
      "\($0.publisher), “\($0.title)”, \($0.published.formatted(language: sheet.language))"
    }
    guard !named.isEmpty else { return [] }
    let text = "\(Wording(language: sheet.language)[.sources]): " + named.joined(separator: "; ")
    return [setter.line(text, TextStyle(9.6 * unit), theme.quietInk, in: foot, baseline: foot.minY + DateBar.height(unit) + 9 * unit)]
  }
}
