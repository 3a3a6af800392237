import Drawing
import Geometry
import Situation

/// The list beside a map of changes: the balance of each side, and the places that changed hands.
struct ChangeList {
  var difference: ControlDifference
  var theatre: Theatre
  var theme: Theme
  var wording: Wording
  var setter: TextSetter

  /// Balances and places from the top of a box; what finds no room is counted in the last line.
  func compose(in box: Extent<Page>, _ unit: Double) -> (items: [DisplayItem], height: Double) {
    var items: [DisplayItem] = []
    var y = box.minY
    func heading(_ text: String) {
      items.append(setter.line(text, TextStyle(13 * unit, .bold), theme.ink, in: box, baseline: y + 12 * unit))
      y += 21 * unit
    }
    heading(wording.text("Ground gained and lost", "الأرض المكتسبة والمفقودة"))
    for balance in difference.balances(theatre) where max(balance.gained, balance.lost, balance.newlyContested) >= 1e6 {
      let faction = theatre.faction(balance.faction)
      let color = faction.map { theme.readable($0.color.color) } ?? theme.ink
      let name = faction.map { $0.short.isEmpty ? $0.name[wording.language] : $0.short[wording.language] } ?? balance.faction.rawValue
      items.append(setter.line(name, TextStyle(12 * unit, .semibold), color, in: box, baseline: y + 12 * unit))
      var figures: [String] = []
      if balance.gained >= 0.5e6 { figures.append("+\(wording.squareKilometres(balance.gained))") }
      if balance.lost >= 0.5e6 { figures.append("−\(wording.squareKilometres(balance.lost))") }
      if balance.newlyContested >= 1e6 {
        figures.append(
          wording.text(
            "fights for \(wording.squareKilometres(balance.newlyContested))",
            "يقاتل على \(wording.squareKilometres(balance.newlyContested))"))
      }
      items.append(setter.line(figures.joined(separator: "  "), TextStyle(11 * unit), theme.quietInk, in: box, baseline: y + 26 * unit))
      y += 35 * unit
    }
    y += 8 * unit
    heading(wording.text("Places that changed hands", "أماكن تبدلت السيطرة عليها"))
    let places = difference.places.enumerated().sorted { ($0.element.place.rank, $0.offset) < ($1.element.place.rank, $1.offset) }.map(
      \.element)
    if places.isEmpty { items.append(setter.line("–", TextStyle(11 * unit), theme.quietInk, in: box, baseline: y + 11 * unit)) }
    for (index, change) in places.enumerated() {
      if box.height > 0, y + 30 * unit > box.maxY, index + 1 < places.count {
        items.append(setter.line("+\(places.count - index)", TextStyle(11 * unit), theme.quietInk, in: box, baseline: y + 11 * unit))
        y += 15 * unit
        break
      }
      let text = "\(change.place.name[wording.language]): \(short(change.before)) \(wording.text("→", "←")) \(short(change.after))"
      items.append(setter.line(text, TextStyle(11 * unit), theme.ink, in: box, baseline: y + 11 * unit))
      y += 15 * unit
    }
    return (items, y - box.minY)
  }

  private func short(_ holding: ControlArea.Holding) -> String {
    let names = holding.factions.map { id in theatre.faction(id).map { $0.short[wording.language] } ?? id.rawValue }
    return names.isEmpty ? wording[.unassigned] : names.joined(separator: " / ")
  }
}
