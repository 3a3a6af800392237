import Cartography
import Situation

/// Figures of one day or many, as a table, CSV or JSON.
struct TallyReport {
  var tallies: [ControlTally]
  var theatre: Theatre
  /// What the shares are of.
  var ground: String
  var knownBy: Day?
  var repairs: SeriesRepairs
  /// What a reader has to know to compare the figures with others.
  var notes: [String] = []

  private func share(_ part: Double, _ tally: ControlTally) -> Double { tally.ground > 0 ? part / tally.ground : 0 }
  private func name(_ id: FactionID) -> String {
    theatre.faction(id).map { $0.short.isEmpty ? $0.name["en"] : $0.short["en"] } ?? id.rawValue
  }

  // MARK: table

  var table: String {
    var text = ""
    for tally in tallies {
      text += "\(tally.day)  of \(grouped(tally.ground / 1e6, 0)) km², \(ground); \(origin(tally))\n"
      text += row("", ["held km²", "share", "contested", "claimed", "present", "low", "high"])
      for side in tally.shares {
        let bounds = [side.low, side.high].map { grouped($0 / 1e6, 0) }
        let figures = [side.contested, side.claimed, side.presence].map { $0 > 0 ? grouped($0 / 1e6, 0) : "–" }
        text += row(name(side.faction), [grouped(side.held / 1e6, 0), percent(share(side.held, tally))] + figures + bounds)
      }
      for (title, part) in [("Contested", tally.contested), ("Claimed", tally.claimed), ("Present only", tally.presence)] where part > 0 {
        text += row(title, [grouped(part / 1e6, 0), percent(share(part, tally))])
      }
      text += row("Unassigned", [grouped(tally.unassigned / 1e6, 0), percent(share(tally.unassigned, tally))])
      text += row("All ground", [grouped(tally.ground / 1e6, 0), percent(1)])
      if tallies.count == 1 {
        for front in tally.fronts where front.metres >= 500 {
          text += "  front line \(name(front.first)) – \(name(front.second)): \(grouped(front.metres / 1000, 0)) km\n"
        }
      }
      text += "\n"
    }
    for note in notes { text += "note: \(note)\n\n" }
    return String(text.dropLast())
  }

  /// Where the areas of a day come from.
  private func origin(_ tally: ControlTally) -> String {
    let known = knownBy.map { ", as known by \($0)" } ?? ""
    if let day = tally.asOf { return "areas as drawn for \(day)\(known)" }
    return "areas computed from \(counted(tally.placeCount, "place"))\(known)"
  }

  private func percent(_ share: Double) -> String { decimal(share * 100, 1) + " %" }

  private func row(_ title: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int, left: Bool) -> String {
      let space = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
      return left ? text + space : space + text
    }
    let line = "  " + padded(title, 22, left: true) + cells.map { padded($0, 11, left: false) }.joined()
    return line.reversed().drop { $0 == " " }.reversed().map(String.init).joined() + "\n"
  }

  // MARK: CSV

  /// One row for each holding of a day, then the bounds of each side, the unassigned ground and all ground; each with where the areas
  /// come from, and the day that they were drawn for.
  var csv: String {
    var text = "day,status,holder,km2,share,control,as_of\n"
    for tally in tallies {
      func add(_ status: String, _ holder: String, _ metres: Double) {
        text += "\(tally.day),\(status),\(csvCell(holder)),\(plain(metres / 1e6, 3)),\(plain(share(metres, tally), 6)),"
        text += "\(tally.asOf == nil ? "places" : "drawn"),\(tally.asOf ?? tally.day)\n"
      }
      for (holding, metres) in tally.holdings where holding != .unassigned {
        add(holding.word, holding.factions.map(\.rawValue).joined(separator: "|"), metres)
      }
      for side in tally.shares {
        add("low", side.faction.rawValue, side.low)
        add("high", side.faction.rawValue, side.high)
      }
      add("unassigned", "", tally.unassigned)
      add("ground", "", tally.ground)
    }
    return text
  }

  // MARK: JSON

  /// The places that an area is computed from, for a day that is asked for by itself.
  private func places(of holding: ControlArea.Holding, _ tally: ControlTally) -> [(String, JSONText)] {
    guard tallies.count == 1, let places = tally.places[holding] else { return [] }
    return [("place_count", .whole(places.count)), ("places", .array(places.map { .text($0.rawValue) }))]
  }

  var json: String {
    let days = tallies.map { tally -> JSONText in
      let sides = tally.shares.map { side -> JSONText in
        .object([
          ("faction", .text(side.faction.rawValue)), ("name", .text(name(side.faction))), ("held_km2", .km2(side.held)),
          ("share", .number(share(side.held, tally), 6)), ("contested_km2", .km2(side.contested)), ("claimed_km2", .km2(side.claimed)),
          ("presence_km2", .km2(side.presence)), ("low_km2", .km2(side.low)), ("high_km2", .km2(side.high)),
        ])
      }
      let areas = tally.holdings.filter { $0.holding != .unassigned }.map { holding, metres -> JSONText in
        .object(
          [
            ("status", .text(holding.word)), ("holders", .array(holding.factions.map { .text($0.rawValue) })), ("km2", .km2(metres)),
            ("share", .number(share(metres, tally), 6)),
          ] + places(of: holding, tally))
      }
      let fronts = tally.fronts.map { front -> JSONText in
        .object([
          ("between", .array([.text(front.first.rawValue), .text(front.second.rawValue)])), ("km", .number(front.metres / 1000, 2)),
        ])
      }
      return .object([
        ("day", .text(tally.day.description)), ("control", .text(tally.asOf == nil ? "places" : "drawn")),
        ("as_of", .text((tally.asOf ?? tally.day).description)), ("ground_km2", .km2(tally.ground)), ("held_km2", .km2(tally.held)),
        ("contested_km2", .km2(tally.contested)), ("claimed_km2", .km2(tally.claimed)), ("presence_km2", .km2(tally.presence)),
        ("unassigned_km2", .km2(tally.unassigned)), ("sides", .array(sides)), ("areas", .array(areas)), ("fronts", .array(fronts)),
      ])
    }
    let mended: [(String, JSONText)] = [
      ("files", .whole(repairs.files)), ("overlaps", .whole(repairs.overlapCount)),
      ("overlap_km2", .km2(repairs.overlaps.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value })),
      ("overlap_rule", .text("the later feature of the file has it")),
      (
        "overlaps_given",
        .array(
          repairs.overlaps.sorted { $0.key < $1.key }.map { pair, metres in
            .object([("to", .text(pair.winner)), ("not_to", .text(pair.loser)), ("km2", .km2(metres))])
          })
      ),
      ("slivers", .whole(repairs.sliverCount)), ("sliver_km2", .km2(repairs.slivers.values.reduce(0, +))),
      ("sliver_rule", .text("the neighbour with the longest border has it")), ("crossed_polygons", .whole(repairs.crossedCount)),
      ("thin_rings", .whole(repairs.thinRings)), ("features_without_ground", .whole(repairs.emptyFeatures)),
    ]
    let known = knownBy.map { [("known_by", JSONText.text($0.description))] } ?? []
    let all: JSONText = .object(
      known + [
        ("theatre", .text(theatre.id)), ("ground", .text(ground)), ("notes", .array(notes.map(JSONText.text))), ("days", .array(days)),
        ("repairs", .object(mended)),
      ])
    return all.written() + "\n"
  }
}

extension ControlArea.Holding {
  /// The word of the file formats.
  var word: String {
    switch self {
    case .held: "held"
    case .contested: "contested"
    case .claimed: "claimed"
    case .presence: "presence"
    case .unassigned: "unassigned"
    }
  }
}
