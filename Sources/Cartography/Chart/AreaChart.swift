import Drawing
import Geometry
import Situation

/// Who held how much over time: bands one on another, up to all ground there is.
///
/// Held ground by faction from the bottom, then contested, claimed and merely patrolled ground, and on top what is unassigned.
package func composeAreaChart(
  _ theatre: Theatre, _ tallies: [ControlTally], _ request: SheetRequest, measuring: any TextMeasuring
) -> DisplayList {
  AreaChart(theatre: theatre, tallies: tallies, request: request, measuring: measuring).compose()
}

struct AreaChart {
  let theatre: Theatre
  let tallies: [ControlTally]
  let request: SheetRequest
  let wording: Wording
  let setter: TextSetter
  let unit: Double
  let plot: Extent<Page>

  /// One band: its name, its paints and its ground on each day.
  struct Band {
    var id: String
    var name: String
    var paints: [Paint]
    var ground: [Double]
  }

  init(theatre: Theatre, tallies: [ControlTally], request: SheetRequest, measuring: any TextMeasuring) {
    self.theatre = theatre
    self.tallies = tallies
    self.request = request
    wording = Wording(language: request.language)
    setter = TextSetter(measuring: measuring, isRightToLeft: request.isRightToLeft)
    unit = SheetLayout.unit(width: request.width, height: request.height)
    let margin = SheetLayout.margin(unit, width: request.width)
    let key = request.width > 700 ? 240 * unit : 150 * unit
    let foot = Self.foot(theatre, tallies, request, wording, setter, unit).height
    plot = Extent(
      minX: request.isRightToLeft ? margin + key : margin + 62 * unit, minY: margin + 78 * unit,
      maxX: request.isRightToLeft ? request.width - margin - 62 * unit : request.width - margin - key,
      maxY: request.height - margin - 28 * unit - foot)
  }

  private var theme: Theme { request.theme }
  private var top: Double { tallies.map(\.ground).max() ?? 0 }

  func compose() -> DisplayList {
    let bands = self.bands
    var items: [DisplayItem] = [.group(Group(id: "title", layer: "Title", items: title()))]
    if top > 0, plot.width > 20, plot.height > 20 {
      items.append(.group(Group(id: "bands", layer: "Bands", clip: .rectangle(plot), items: fills(bands))))
      items.append(.group(Group(id: "axes", layer: "Axes", items: axes())))
      items.append(.group(Group(id: "legend", layer: "Key", items: key(bands))))
    }
    let foot = Self.foot(theatre, tallies, request, wording, setter, unit).items
    if !foot.isEmpty { items.append(.group(Group(id: "sources", layer: "Sources", items: foot))) }
    return DisplayList(
      width: request.width, height: request.height, background: theme.paper, language: request.language, title: request.title,
      description: request.summary, items: items)
  }

  var bands: [Band] {
    var bands = theatre.factions.compactMap { faction -> Band? in
      let ground = tallies.map { tally in tally.shares.first { $0.faction == faction.id }?.held ?? 0 }
      guard ground.contains(where: isCounted) else { return nil }
      let paints = ControlArea.Holding.held(faction.id).paints(theatre, theme, unit)
      return Band(
        id: faction.id.rawValue, name: faction.short.isEmpty ? faction.name[request.language] : faction.short[request.language],
        paints: paints, ground: ground)
    }
    let ink = theme.quietInk
    let stripes = Hatch(.lines, color: ink.opacity(0.7), ground: theme.land, angle: -45, spacing: 7 * unit, width: 2.4 * unit)
    let bars = Hatch(.lines, color: ink.opacity(0.6), ground: theme.land, angle: 0, spacing: 6 * unit, width: 0.9 * unit)
    let dots = Hatch(.dots, color: ink.opacity(0.7), ground: theme.land, angle: 45, spacing: 8 * unit, width: 2.6 * unit)
    bands.append(Band(id: "contested", name: wording[.contested], paints: [.hatch(stripes)], ground: tallies.map(\.contested)))
    bands.append(Band(id: "claimed", name: wording[.claimed], paints: [.hatch(bars)], ground: tallies.map(\.claimed)))
    bands.append(Band(id: "presence", name: wording[.presence], paints: [.hatch(dots)], ground: tallies.map(\.presence)))
    bands.append(Band(id: "unassigned", name: wording[.unassigned], paints: [.solid(theme.unassigned)], ground: tallies.map(\.unassigned)))
    return bands.filter { $0.ground.contains(where: isCounted) }
  }

  /// Less than half a square kilometre is dust between areas.
  func isCounted(_ metres: Double) -> Bool { metres >= 5e5 }

  /// Time runs with the language.
  private func x(_ day: Day) -> Double {
    let first = tallies.first?.day ?? day
    let span = max(1, first.distance(to: tallies.last?.day ?? day))
    let share = tallies.count > 1 ? Double(first.distance(to: day)) / Double(span) : 0.5
    return request.isRightToLeft ? plot.maxX - share * plot.width : plot.minX + share * plot.width
  }

  private func y(_ ground: Double) -> Double { plot.maxY - ground / top * plot.height }

  private func fills(_ bands: [Band]) -> [DisplayItem] {
    var base = [Double](repeating: 0, count: tallies.count)
    let days = tallies.count > 1 ? tallies.map { x($0.day) } : [plot.minX, plot.maxX]
    func points(_ values: [Double]) -> [Point<Page>] {
      let values = values.count > 1 ? values : [values[0], values[0]]
      return zip(days, values).map { Point($0, y($1)) }
    }
    return bands.map { band in
      let upper = zip(base, band.ground).map { $0 + $1 }
      let path = Path.polygon(points(base) + points(upper).reversed())
      let line = Path.polyline(points(upper))
      base = upper
      let shapes = band.paints.map { DisplayItem.shape(Shape(path, fill: $0)) }
      let edge = DisplayItem.shape(Shape(line, stroke: Stroke(theme.paper, width: 0.8 * unit)))
      return .group(Group(id: "band-\(band.id)", title: band.name, items: shapes + [edge]))
    }
  }
}
