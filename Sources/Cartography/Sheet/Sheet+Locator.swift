import Drawing
import Geometry
import Situation

/// A small map that shows where the frame lies in the theatre, in a corner of the map.
struct Locator {
  var group: Group
  var box: Extent<Page>
}

extension SheetComposer {
  /// Nil where the frame shows most of the theatre, or where the map is too small to lose a corner.
  /// - Parameter busy: points of the map that should not be covered; the corner with the fewest is taken.
  func composeLocator(_ main: borrowing MapDrafter, busy: [Point<Page>]) throws(SheetFailure) -> Locator? {
    let frame = main.frame
    let unit = main.unit
    guard frame.width >= 520 * unit, frame.height >= 380 * unit else { return nil }
    let view = request.extent
    let whole = Extent<Geographic>(
      minX: min(theatre.extent.minX, view.minX), minY: min(theatre.extent.minY, view.minY), maxX: max(theatre.extent.maxX, view.maxX),
      maxY: max(theatre.extent.maxY, view.maxY))
    var wide = request
    wide.extent = whole.inset(by: -0.1 * max(whole.width, whole.height))
    let width = min(150 * unit, frame.width * 0.17)
    let ratio = wide.extent.height / (wide.extent.width * cosine(wide.extent.center.y * .pi / 180))
    guard ratio.isFinite, ratio > 0.2, ratio < 3 else { return nil }
    let height = min(width * ratio, frame.height * 0.28)
    guard let box = corner(frame, width, height, busy) else { return nil }
    let drafter = try MapDrafter(theatre: theatre, request: wide, frame: box, unit: unit * 0.55, measuring: measuring)
    let ring = outline(of: frame, main, on: drafter)
    let shown = Extent(around: ring)
    guard shown.width * shown.height < 0.5 * box.width * box.height, box.contains(shown.center) else { return nil }
    let clip = Path.rectangle(box)
    var items = [drafter.draftGround(theatre), drafter.draftWater(theatre), drafter.draftBorders(theatre)].filter { !$0.items.isEmpty }
      .map { DisplayItem.group($0.prefixed("locator-", "Locator: ")) }
    items += capitals(drafter, unit)
    items.append(.shape(Shape(.polygon(ring), fill: theme.ink.opacity(0.12), stroke: Stroke(theme.ink, width: 1.4 * unit, join: .miter))))
    let neatline = Shape(clip, stroke: Stroke(theme.neatline, width: 0.8 * unit, join: .miter))
    let casing = Shape(clip, stroke: Stroke(theme.plate.opacity(0.8), width: 4 * unit, join: .miter))
    let title = wording.text("Where the map lies in the theatre", "موقع الخريطة من مسرح العمليات")
    return Locator(
      group: Group(
        id: "locator", layer: "Locator", title: title,
        items: [.shape(casing), .group(Group(clip: clip, items: items)), .shape(neatline)]), box: box.inset(by: -4 * unit))
  }

  /// The corner with the least in it; the scale bar has the lower left one.
  private func corner(_ frame: Extent<Page>, _ width: Double, _ height: Double, _ busy: [Point<Page>]) -> Extent<Page>? {
    let gap = 10 * unit
    let right = frame.maxX - gap - width
    let corners = [
      Extent<Page>(minX: right, minY: frame.maxY - gap - height, maxX: right + width, maxY: frame.maxY - gap),
      Extent<Page>(minX: right, minY: frame.minY + gap, maxX: right + width, maxY: frame.minY + gap + height),
      Extent<Page>(minX: frame.minX + gap, minY: frame.minY + gap, maxX: frame.minX + gap + width, maxY: frame.minY + gap + height),
    ]
    let counts = corners.map { corner in busy.count { corner.inset(by: -18 * unit).contains($0) } }
    guard let least = counts.min(), least <= 0, let index = counts.firstIndex(of: least) else { return nil }
    return corners[index]
  }

  /// The capitals, each with its name where it does not run out of the box.
  private func capitals(_ drafter: borrowing MapDrafter, _ unit: Double) -> [DisplayItem] {
    var items: [DisplayItem] = []
    for place in theatre.gazetteer where place.rank <= 1 && [.capital, .city].contains(place.kind) {
      guard let p = drafter.pagePoint(place.position) else { continue }
      items.append(.shape(Shape(.circle(center: p, radius: 1.6 * unit), fill: theme.placeMark)))
      let line = measuring.line(place.name[request.language], TextStyle(8.2 * unit, .semibold), rightToLeft: nil)
      let left = p.x + 3.5 * unit + line.width < drafter.frame.maxX - 2 * unit ? p.x + 3.5 * unit : p.x - 3.5 * unit - line.width
      guard left > drafter.frame.minX + 2 * unit else { continue }
      items.append(
        .text(
          TextItem(line, at: Point(left, (p.y + 2.9 * unit).rounded()), color: theme.placeText, halo: Halo(theme.halo, width: 1.4 * unit))))
    }
    return items
  }
}

extension MapDrafter {
  /// An arrow to the north, where that is not up: more than 5° off at the middle of the map.
  func draftNorthArrow(beside box: Extent<Page>) -> (items: [DisplayItem], box: Extent<Page>)? {
    let degrees = projector.north(at: frame.center)
    guard degrees.isFinite, abs(degrees) > 5 else { return nil }
    let radius = 14 * unit
    let center = Point<Page>(box.maxX + 8 * unit + radius, box.maxY - radius)
    let plate = Extent<Page>(minX: center.x - radius, minY: center.y - radius, maxX: center.x + radius, maxY: center.y + radius)
    guard frame.contains(plate) else { return nil }
    let turn = degrees * .pi / 180
    let up = Vector<Page>(sine(turn), -cosine(turn))
    let tip = center + up * (10.5 * unit)
    let tail = center + up * (-4 * unit)
    let half = up.perpendicular * (4.2 * unit)
    let line = measuring.line(wording.text("N", "ش"), TextStyle(8.5 * unit, .bold))
    let foot = center + up * (-9 * unit)
    return (
      [
        .shape(Shape(.circle(center: center, radius: radius), fill: theme.plate.opacity(0.78))),
        .shape(Shape(.polygon([tip, tail + half, center, tail + half * -1]), fill: theme.ink)),
        .text(TextItem(line, at: Point(foot.x - line.width / 2, foot.y + 3 * unit), color: theme.ink)),
      ], plate
    )
  }
}
