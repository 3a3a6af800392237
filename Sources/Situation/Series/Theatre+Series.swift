import Diagnostics
import Geometry

extension Theatre {
  /// A theatre for a series of snapshots alone: its land is the box around all of them.
  package static func minimal(_ series: SnapshotSeries, title: String) -> Theatre {
    let box = series.extent.isEmpty ? Extent<Geographic>(minX: -180, minY: -85, maxX: 180, maxY: 85) : series.extent
    let margin = max(0.05, 0.06 * max(box.width, box.height))
    var shown = box.inset(by: -margin)
    shown = Extent(minX: max(-180, shown.minX), minY: max(-89, shown.minY), maxX: min(180, shown.maxX), maxY: min(89, shown.maxY))
    let around = Extent<Geographic>(
      minX: max(-180, shown.minX - shown.width), minY: max(-89, shown.minY - shown.height), maxX: min(180, shown.maxX + shown.width),
      maxY: min(89, shown.maxY + shown.height))
    let land = Layer(
      id: "land", kind: .land, path: "", features: [Feature(shape: .polygons([Polygon(exterior: Ring(around.corners))]))],
      location: Location(file: title))
    let first = Day(rawValue: 0)
    return Theatre(
      id: SnapshotSeries.factionID(title).rawValue, title: LocalizedText(["en": title]), extent: shown, languages: ["en", "ar"],
      days: series.days ?? first...first, layers: [land]
    ).adding(series)
  }

  /// The theatre with an entry for each faction of a series that it does not know, each in a colour of its own.
  package func adding(_ series: SnapshotSeries) -> Theatre {
    var theatre = self
    let file = Location(file: "generated")
    var used = Set(factions.map(\.color))
    for name in series.factionNames + [series.rules.faction].compactMap({ $0 }) {
      let id = SnapshotSeries.factionID(name)
      guard theatre.faction(id) == nil else { continue }
      let color = RGB.distinct.first { !used.contains($0) } ?? RGB.distinct[theatre.factions.count % RGB.distinct.count]
      used.insert(color)
      let side = SideID(id.rawValue)
      if theatre.side(side) == nil { theatre.sides.append(Side(id: side, name: LocalizedText(["en": name]), location: file)) }
      theatre.factions.append(Faction(id: id, name: LocalizedText(["en": name]), color: color, side: side, location: file))
    }
    return theatre
  }
}

extension RGB {
  /// Colours that stay apart for most eyes.
  ///
  /// Wong, B. (2011), Points of view: Color blindness, doi:10.1038/nmeth.1618, and darker kin of them.
  fileprivate static let distinct = [
    "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c564b", "#5b3f8c", "#b8b000", "#7f7f7f", "#8c2d04", "#08306b",
  ].compactMap { RGB(hex: $0) }
}
