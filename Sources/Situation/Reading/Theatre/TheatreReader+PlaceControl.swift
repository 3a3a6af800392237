import Diagnostics

/// `geodata/control/places.csv`
extension TheatreReader {
  static var placeControlPath: String { "geodata/control/places.csv" }

  /// None when there is no such file.
  mutating func readPlaceControl() -> [PlaceControl] {
    guard paths(in: Self.controlFolder, suffixes: ["places.csv"]).contains(Self.placeControlPath) else { return [] }
    let faults = faults(for: Self.placeControlPath)
    let required = ["place", "from", "until", "holder", "status", "basis"]
    let table: CSVTable?
    do throws(FileFailure) {
      table = try files.withBytes(of: Self.placeControlPath) { bytes in
        CSVTable.read(bytes, required: required, isKnown: { required.contains($0) || $0 == "reach-km" }, faults: faults)
      }
    } catch {
      faults.error(error.description)
      return []
    }
    let rows = (table?.rows ?? []).compactMap { readPlaceControl($0, faults) }
    for (_, rows) in Dictionary(grouping: rows, by: \.place).sorted(by: { $0.key < $1.key }) { checkSuccession(rows, faults) }
    return rows
  }

  private func readPlaceControl(_ row: CSVTable.Row, _ faults: FileFaults) -> PlaceControl? {
    let place = readPlaceID(row, faults)
    let from = readSpan("from", row, faults)
    let until = row["until"].isEmpty ? nil : readSpan("until", row, faults)
    let holding = readHolding(row, faults)
    let basis = readBasis([row["basis"]], of: row["place"], at: row.location(of: "basis"), faults)
    if basis.isEmpty {
      faults.warning(
        "`\(row["place"].excerpt)` has no `basis`: nothing says why", at: row.location(of: "basis"),
        hint: "write report-id#claim-id, or editorial: and the reason")
    }
    let reach = readReach(row, faults)
    guard let place, let from, let holding, row["until"].isEmpty || until != nil else { return nil }
    let control = PlaceControl(
      place: place, from: from, until: until, holding: holding, basis: basis, reachKm: reach, location: row.location)
    if let end = until?.until, let start = from.from, end < start {
      faults.error("`\(place)` is held until \(end), before it begins on \(start)", at: row.location(of: "until"))
      return nil
    }
    return control
  }

  private func readPlaceID(_ row: CSVTable.Row, _ faults: FileFaults) -> PlaceID? {
    let text = row["place"]
    guard text.isIdentifier else {
      faults.error("`\(text.excerpt)` is no id", at: row.location(of: "place"), hint: "use letters, digits and `-`, as in abu-kamal")
      return nil
    }
    let id = PlaceID(text)
    if let gazetteer = register.gazetteer, gazetteer[id] == nil, !register.faultyPlaces.contains(id) {
      faults.error(
        "no place `\(id)` in the gazetteer", at: row.location(of: "place"),
        hint: gazetteer.nearest(toSpelling: text).map { "did you mean `\($0.id)` (\($0.name))?" })
    }
    return id
  }

  private func readSpan(_ column: String, _ row: CSVTable.Row, _ faults: FileFaults) -> TimeSpan? {
    do throws(TimeSpanDefect) {
      let span = try TimeSpan(edtf: row[column])
      if span.from != nil, span.until != nil { return span }
      faults.error(
        "`\(column)` needs a day on both sides of its `/`", at: row.location(of: column), hint: "leave `until` empty for the end")
    } catch {
      faults.error("`\(column)`: \(error)", at: row.location(of: column))
    }
    return nil
  }

  private func readHolding(_ row: CSVTable.Row, _ faults: FileFaults) -> ControlArea.Holding? {
    let words = row["holder"].split(separator: "|", omittingEmptySubsequences: true).map { String($0).trimmed }
    for word in words {
      guard let known = register.factions, !known.contains(FactionID(word)) else { continue }
      let hint = suggest(word, among: known.lazy.map(\.rawValue))
      faults.error("no faction `\(word.excerpt)`", at: row.location(of: "holder"), hint: hint)
    }
    let factions = words.map { FactionID($0) }
    let status = row["status"].isEmpty ? factions.count > 1 ? "contested" : "held" : row["status"]
    switch (status, factions.count) {
    case ("held", 1): return .held(factions[0])
    case ("claimed", 1): return .claimed(factions[0])
    case ("presence", 1): return .presence(factions[0])
    case ("contested", 2...) where Set(factions).count == factions.count: return .contested(by: factions)
    case ("unassigned", 0): return .unassigned
    case ("held", 2...):
      faults.error(
        "two holders at once: `\(row["holder"].excerpt)`", at: row.location(of: "holder"), hint: "ground of two is `contested`")
    case ("held", _), ("claimed", _), ("presence", _), ("contested", _), ("unassigned", _):
      let wanted = status == "contested" ? "2 holders or more, as in isis|sdf" : status == "unassigned" ? "no holder" : "one holder"
      faults.error("a `\(status)` place has \(wanted), found \(factions.count)", at: row.location(of: "holder"))
    default:
      let known = ["held", "contested", "claimed", "presence", "unassigned"]
      faults.error(
        "there is no status `\(status.excerpt)`", at: row.location(of: "status"),
        hint: suggest(status, among: known) ?? "one of \(known.joined(separator: ", "))")
    }
    return nil
  }

  private func readReach(_ row: CSVTable.Row, _ faults: FileFaults) -> Double? {
    let text = row["reach-km"]
    guard !text.isEmpty else { return nil }
    guard let value = readDecimal(text), (0.1...1000).contains(value) else {
      faults.error("`reach-km` must be a number from 0.1 to 1000, not `\(text.excerpt)`", at: row.location(of: "reach-km"))
      return nil
    }
    return value
  }

  /// Two holders at once, and days without any between two rows of one place.
  private func checkSuccession(_ rows: [PlaceControl], _ faults: FileFaults) {
    let sorted = PlaceHistory(place: rows[0].place, rows: rows).rows
    for (row, next) in zip(sorted, sorted.dropFirst()) {
      let title = "`\(row.place)`"
      if let a = row.certain, let b = next.certain, a.overlaps(b) {
        let days = max(a.lowerBound, b.lowerBound)...min(a.upperBound, b.upperBound)
        let text =
          days.upperBound == Day(rawValue: .max)
          ? "from \(days.lowerBound) on" : days.count > 1 ? "from \(days.lowerBound) to \(days.upperBound)" : "on \(days.lowerBound)"
        let other = row.location.line.map { "line \($0)" } ?? "another row"
        faults.error(
          "two holders at once: \(title) is in two rows \(text), the other in \(other)", at: next.location,
          hint: "end the earlier row the day before, or write one `contested` row with a|b")
      } else if row.until != nil, row.possible.upperBound + 1 < next.possible.lowerBound {
        faults.warning(
          "nobody has \(title) from \(row.possible.upperBound + 1) to \(next.possible.lowerBound - 1)", at: next.location,
          hint: "the day after `until` is the first that the next row must cover")
      }
    }
  }
}
