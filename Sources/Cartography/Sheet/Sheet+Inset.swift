import Drawing
import Geometry
import Situation

/// A close-up that has been drawn.
struct ComposedInset {
  var items: [DisplayItem]
  /// Its frame as drawn on the main map.
  var outlineGroup: Group
  /// Its frame on the main map.
  var outline: [Point<Page>]
  var labels: LabelReport
}

/// A close-up before the main map has its outline: it needs nothing of that map, so both can be drawn at the same time.
struct DrawnInset: Sendable {
  var layers: [DisplayItem]
  /// Its frame on the ground.
  var ring: [Point<Geographic>]
  var labels: LabelReport
}

extension SheetComposer {
  /// A part of the map again at a larger scale, with the same numbers; nil where the report wants none.
  func drawInset(in box: Extent<Page>, _ relief: ElevationGrid?, _ spots: [ClaimSpot]) throws(SheetFailure) -> DrawnInset? {
    guard let inset = request.inset else { return nil }
    var closer = request
    closer.extent = inset.extent
    let ofInset = request.earlierSpots.filter { $0.key.hasPrefix(LabelReport.insetPrefix) }
    let earlierSpots = Dictionary(
      uniqueKeysWithValues: ofInset.map { (String($0.key.dropFirst(LabelReport.insetPrefix.count)), $0.value) })
    let headingHeight = 17 * unit
    let frame = Extent<Page>(minX: box.minX, minY: box.minY + headingHeight, maxX: box.maxX, maxY: box.maxY)
    let drafter = try MapDrafter(theatre: theatre, request: closer, frame: frame, unit: unit * 0.84, measuring: measuring)
    let map = try composeMap(drafter, relief, spots, isWhole: false, earlierSpots: earlierSpots)
    let other = second.flatMap { second in inset.secondTitle.map { "  ·  \(second[.closeUp]): \($0)" } } ?? ""
    let heading = setter.line(
      "\(wording[.closeUp]): \(inset.title)\(other)", TextStyle(11.5 * unit, .bold), request.theme.ink, in: box,
      baseline: box.minY + 11 * unit)
    let layers = map.layers.filter { $0.id != "ticks" }.map { DisplayItem.group($0.prefixed("inset-", "Close-up: ")) }
    return DrawnInset(layers: [heading] + layers, ring: ground(of: frame, drafter), labels: map.labels)
  }

  /// The close-up with its outline on the map.
  func compose(_ inset: DrawnInset, on main: borrowing MapDrafter) -> ComposedInset {
    let ring = inset.ring.map { main.projector.project($0) }
    let group = DisplayItem.group(Group(id: "inset", layer: "Close-up", items: inset.layers))
    return ComposedInset(items: [group], outlineGroup: draw(ring), outline: ring, labels: inset.labels)
  }

  /// The border of a frame on the ground.
  private func ground(of frame: Extent<Page>, _ inset: borrowing MapDrafter) -> [Point<Geographic>] {
    var ring: [Point<Geographic>] = []
    let corners = frame.corners
    for index in corners.indices {
      for step in 0..<8 {
        let p = inset.projector.unproject(corners[index].lerp(to: corners[(index + 1) % 4], Double(step) / 8))
        if p.isFinite { ring.append(p) }
      }
    }
    return ring
  }

  /// The inset's frame as it lies on the main map.
  func outline(of frame: Extent<Page>, _ inset: borrowing MapDrafter, on main: borrowing MapDrafter) -> [Point<Page>] {
    ground(of: frame, inset).map { main.projector.project($0) }
  }

  private func draw(_ ring: [Point<Page>]) -> Group {
    let path = Path.polygon(ring)
    let theme = request.theme
    return Group(
      id: "inset-outline", layer: "Outline of the close-up",
      items: [
        .shape(Shape(path, stroke: Stroke(theme.paper.opacity(0.8), width: 3 * unit, join: .miter))),
        .shape(Shape(path, stroke: Stroke(theme.neatline, width: 1.1 * unit, join: .miter))),
      ])
  }
}

extension Group {
  /// The group and all groups in it with a prefix before their ids, so that ids stay unique on the sheet. What the marks say is said by
  /// those that they repeat.
  func prefixed(_ prefix: String, _ title: String) -> Group {
    var copy = self
    copy.id = id.map { prefix + $0 }
    copy.layer = layer.map { title + $0 }
    copy.description = nil
    copy.items = items.map { item in
      if case .group(let group) = item { .group(group.prefixed(prefix, title)) } else { item }
    }
    return copy
  }
}
