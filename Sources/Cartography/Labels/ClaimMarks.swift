import Drawing
import Geometry
import Situation

/// The number of a spot and the symbols beside it, with the sizes of what is drawn.
struct ClaimMark {
  var spot: ClaimSpot
  /// Where it stands; nil for the number of a course or a zone.
  var place: PlaceID?
  var number: Int
  var symbols: [ClaimSymbol]
  var label: MarkLabel
  /// What it says in words, on a map without a list; the number is then left out.
  var callout: TextBlock?

  /// The most symbols beside one number.
  static let symbolLimit = 3

  /// The same from sheet to sheet, whatever the number.
  var id: String {
    switch spot.site {
    case .place(let place): "mark:\(place)"
    case .course(let reference), .zone(let reference): "mark:\(reference)"
    case .places(let reference): "mark:\(reference)@\(place?.rawValue ?? "")"
    case .elsewhere: "mark:\(number)"
    }
  }
}

extension MapDrafter {
  /// - Parameter isKeyed: whether a list tells what the numbers mean; without one the marks say it themselves.
  func claimMarks(_ spots: [ClaimSpot], _ claims: DrawnClaims, _ theatre: Theatre, isKeyed: Bool = true) -> [ClaimMark] {
    claims.anchors.compactMap { index, point, symbols, mayCover -> ClaimMark? in
      guard let number = spots[index].number else { return nil }
      let shown = Array(symbols.prefix(ClaimMark.symbolLimit))
      if !isKeyed { return callout(number, spots[index], at: point, Array(symbols.prefix(1)), theatre) }
      let course = mayCover ? claims.courses.first { isOn(point, $0) } ?? [] : []
      let place = place(at: point, of: spots[index], theatre)
      let label = MarkLabel(
        anchor: point, radius: place.map { PlaceSymbol(kind: $0.kind, rank: $0.rank).radius(unit) } ?? 0, row: (0, 0), course: course,
        mayCover: mayCover, unit: unit)
      return withSymbols(
        ClaimMark(spot: spots[index], place: place?.id, number: number, symbols: shown, label: label), most: ClaimMark.symbolLimit)
    }
  }

  /// The mark with no more symbols than that beside its number.
  func withSymbols(_ mark: ClaimMark, most: Int) -> ClaimMark {
    var mark = mark
    mark.symbols = Array(mark.symbols.prefix(most))
    let badge = 2 * NumberBadge(number: mark.number).radius(unit)
    let isAlone = mark.symbols.isEmpty
    let length = badge + symbolStep * Double(mark.symbols.count) + (isAlone ? 0 : 1.5 * unit)
    let breadth = isAlone ? badge : max(badge, symbolStep)
    mark.label.row = (length, breadth)
    mark.label.column = isAlone ? nil : (breadth, length)
    return mark
  }

  /// A symbol with a few words beside it.
  private func callout(
    _ number: Int, _ spot: ClaimSpot, at point: Point<Page>, _ symbols: [ClaimSymbol], _ theatre: Theatre
  ) -> ClaimMark {
    let place = place(at: point, of: spot, theatre)
    let more = spot.claims.count > 1 ? " (+\(spot.claims.count - 1))" : ""
    let said = spot.claims.min { ($0.claim.weight, $0.reference.description) < ($1.claim.weight, $1.reference.description) }
    let text = (said.map { $0.claim.label.isEmpty ? $0.claim.says : $0.claim.label[language] } ?? "") + more
    let lines = measuring.wrap(text, TextStyle(10.4 * unit, .semibold), width: 112 * unit, rightToLeft: isArabic)
    let block = TextBlock(lines, measuring: measuring, halo: 2 * unit)
    let head = symbols.isEmpty ? 0 : symbolStep + 1 * unit
    let size = (width: head + block.width + 2 * unit, height: max(symbols.isEmpty ? 0 : symbolStep, block.bottom - block.top + 2 * unit))
    let label = MarkLabel(
      anchor: point, radius: place.map { PlaceSymbol(kind: $0.kind, rank: $0.rank).radius(unit) } ?? 0, row: size, unit: unit, isBox: true)
    return ClaimMark(spot: spot, place: place?.id, number: number, symbols: symbols, label: label, callout: block)
  }

  /// The place of a spot that lies at a point of the sheet; none for the number of a course or a zone.
  private func place(at point: Point<Page>, of spot: ClaimSpot, _ theatre: Theatre) -> Place? {
    let ids: [PlaceID]
    switch spot.site {
    case .place(let id): ids = [id]
    case .places: ids = spot.claims.flatMap(\.claim.placement.placeIDs)
    case .course, .zone, .elsewhere: ids = []
    }
    return ids.lazy.compactMap { theatre.place($0) }.first { pagePoint($0.position) == point }
  }

  func feature(_ mark: ClaimMark) -> LabelFeature {
    let text = mark.callout.map { $0.lines.map(\.text).joined(separator: " ") }
    return LabelFeature(
      id: mark.id, kind: .mark, text: text ?? "(\(mark.number))", owner: mark.place?.rawValue, weight: text == nil ? 900 : 380,
      candidates: mark.label.candidates(), remote: { [label = mark.label] _ in label.far() })
  }

  /// The number and its symbols in a box, joined to their place by a leader line.
  func draft(_ mark: ClaimMark, in box: Extent<Page>, isColumn: Bool, leader: LeaderLine?) -> DisplayItem {
    var items: [DisplayItem] = []
    if let leader {
      items.append(.shape(Shape(.polyline([leader.from, leader.to]), stroke: Stroke(theme.halo, width: 2.6 * unit))))
      items.append(.shape(Shape(.polyline([leader.from, leader.to]), stroke: Stroke(theme.ink, width: 0.9 * unit))))
    }
    if let block = mark.callout { return group(of: mark, items + draft(mark.symbols.first, block, in: box)) }
    let badge = NumberBadge(number: mark.number)
    let first = 2 * badge.radius(unit) + 1.5 * unit
    func spot(_ along: Double) -> Point<Page> {
      if isColumn { return Point(box.center.x, box.minY + along) }
      return Point(isArabic ? box.maxX - along : box.minX + along, box.center.y)
    }
    for (offset, symbol) in mark.symbols.enumerated() {
      items += symbol.items(at: spot(first + symbolStep * (Double(offset) + 0.5)), theme, unit)
    }
    items += badge.items(at: spot(badge.radius(unit)), theme, unit, measuring)
    return group(of: mark, items)
  }

  private func draft(_ symbol: ClaimSymbol?, _ block: TextBlock, in box: Extent<Page>) -> [DisplayItem] {
    let edge = 1 * unit
    let side: Double = isArabic ? -1 : 1
    let start = isArabic ? box.maxX : box.minX
    let head = symbol == nil ? edge : symbolStep + edge
    let set = block.set(x: start + side * head, alignment: -side, y: box.center.y - (block.top + block.bottom) / 2)
    let words = set.lines.map {
      DisplayItem.text(TextItem($0.line, at: $0.origin, color: theme.placeText, halo: Halo(theme.halo.opacity(1), width: 2 * unit)))
    }
    return (symbol?.items(at: Point(start + side * symbolStep / 2, box.center.y), theme, unit) ?? []) + words
  }

  /// From the middle of one symbol to that of the next, in px.
  private var symbolStep: Double { 2 * ClaimSymbol.radius(unit) + 2 * unit }

  private func isOn(_ p: Point<Page>, _ line: [Point<Page>]) -> Bool {
    zip(line, line.dropFirst()).contains { Segments.distance(p, to: $0, $1) < 0.5 }
  }

  private func group(of mark: ClaimMark, _ items: [DisplayItem]) -> DisplayItem {
    let claims = mark.spot.claims
    let isRepeated = if case .places = mark.spot.site { true } else { false }
    let title = claims.map { $0.claim.label[language] }.joined(separator: "; ")
    return .group(
      Group(
        id: "spot-\(mark.number)" + (isRepeated ? "-\(mark.place?.rawValue ?? "")" : ""), title: "\(mark.number): \(title)",
        description: claims.map { account(of: $0) }.joined(separator: " "),
        attributes: [
          .init("source", unique(claims.map(\.report.id.rawValue)).joined(separator: " ")),
          .init("claim", claims.map(\.claim.id.rawValue).joined(separator: " ")),
        ], items: items))
  }
}
