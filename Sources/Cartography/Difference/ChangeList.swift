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
    for balance in difference.balances(theatre) where difference.isNotable(max(balance.gained, balance.lost, balance.newlyContested)) {
      let faction = theatre.faction(balance.faction)
      let color = faction.map { theme.readable(theme.color(of: $0)) } ?? theme.ink
      let name = faction.map { $0.short.isEmpty ? $0.name[wording.language] : $0.short[wording.language] } ?? balance.faction.rawValue
      items.append(setter.line(name, TextStyle(12 * unit, .semibold), color, in: box, baseline: y + 12 * unit))
      var figures: [String] = []
      if difference.isNotable(balance.gained) { figures.append("+\(wording.squareKilometres(balance.gained))") }
      if difference.isNotable(balance.lost) { figures.append("−\(wording.squareKilometres(balance.lost))") }
      if difference.isNotable(balance.newlyContested) {
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
        items.append(
          setter.line(
            wording.text("and \(places.count - index) more", "و\(places.count - index) غيرها"), TextStyle(11 * unit), theme.quietInk,
            in: box,
            baseline: y + 11 * unit))
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
    let joined = names.joined(separator: " / ")
    switch holding {
    case .unassigned: return wording[.unassigned]
    case .held, .contested: return joined
    case .claimed: return "\(joined) (\(wording.text("claimed", "مزعومة")))"
    case .presence: return "\(joined) (\(wording.text("present", "وجود")))"
    }
  }
}

extension ControlDifference {
  /// Below a square kilometre, or a ten-thousandth of all that has changed, borders have only been rounded anew.
  package func isNotable(_ ground: Double) -> Bool { ground >= max(1e6, changes.reduce(0) { $0 + $1.ground } / 10_000) }
}
