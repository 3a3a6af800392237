import Diagnostics
import Geometry

/// `geodata/places.csv`
extension TheatreReader {
  mutating func readPlaces() -> Gazetteer? {
    let faults = faults(for: Self.placesPath)
    let optional = ["aliases", "source"]
    let required = ["id", "name_en", "kind", "lon", "lat", "rank"]
    let table: CSVTable?
    do throws(FileFailure) {
      table = try files.withBytes(of: Self.placesPath) { bytes in
        CSVTable.read(
          bytes, required: required,
          isKnown: { required.contains($0) || optional.contains($0) || $0.hasPrefix("name_") && isLanguageTag(String($0.dropFirst(5))) },
          faults: faults)
      }
    } catch {
      faults.error(error.description)
      return nil
    }
    guard let table else { return nil }
    var places: [Place] = []
    var lines: [PlaceID: Int] = [:]
    for row in table.rows {
      guard row["id"].isIdentifier else {
        faults.error("`\(row["id"].excerpt)` is no id", at: row.location(of: "id"), hint: "use letters, digits and `-`, as in abu-kamal")
        continue
      }
      let id = PlaceID(row["id"])
      if let line = lines[id] {
        faults.error("the place `\(id)` is there twice, first in line \(line)", at: row.location(of: "id"))
        continue
      }
      lines[id] = row.location.line
      if let place = readPlace(id, row, columns: table.columns, faults) { places.append(place) } else { register.faultyPlaces.insert(id) }
    }
    return Gazetteer(places)
  }

  private func readPlace(_ id: PlaceID, _ row: CSVTable.Row, columns: [String], _ faults: FileFaults) -> Place? {
    let longitude = readNumber("lon", in: -180...180, row, faults)
    let latitude = readNumber("lat", in: -90...90, row, faults)
    let rank = readNumber("rank", in: 1...6, row, faults)
    if let rank, rank != rank.rounded() { faults.error("`rank` must be a whole number", at: row.location(of: "rank")) }
    let kind = Place.Kind(rawValue: row["kind"])
    if kind == nil {
      let words = Place.Kind.allCases.map(\.rawValue)
      faults.error(
        "`\(row["kind"].excerpt)` is no kind of place", at: row.location(of: "kind"),
        hint: suggest(row["kind"], among: words) ?? "one of \(words.joined(separator: ", "))")
    }
    if row["name_en"].isEmpty { faults.error("`name_en` is empty", at: row.location(of: "name_en")) }
    guard let longitude, let latitude, let rank, let kind else { return nil }
    var names: [String: String] = [:]
    for column in columns where column.hasPrefix("name_") { names[String(column.dropFirst(5))] = row[column] }
    return Place(
      id: id, name: LocalizedText(names),
      aliases: row["aliases"].split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty },
      kind: kind, position: Point(longitude, latitude), rank: Int(rank), source: row["source"], location: row.location)
  }

  private func readNumber(_ column: String, in range: ClosedRange<Double>, _ row: CSVTable.Row, _ faults: FileFaults) -> Double? {
    let text = row[column]
    let location = row.location(of: column)
    guard let value = readDecimal(text) else {
      faults.error("`\(column)` must be a number, not `\(text.excerpt)`", at: location)
      return nil
    }
    guard range.contains(value) else {
      let hint = abs(value) > 360 ? "projected metres where degrees belong? the gazetteer needs lon/lat WGS 84" : nil
      faults.error(
        "`\(column)` must lie between \(range.lowerBound) and \(range.upperBound), not \(text.excerpt)", at: location, hint: hint)
      return nil
    }
    return value
  }
}
