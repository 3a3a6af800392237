import Diagnostics
import Geometry

/// `geodata/control/*.geojson`
extension TheatreReader {
  mutating func readControl() -> [ControlSnapshot] {
    var snapshots: [ControlSnapshot] = []
    for path in paths(in: Self.controlFolder, suffixes: Self.controlSuffixes) {
      let faults = faults(for: path)
      guard let collection = readCollection(path, faults), let snapshot = readSnapshot(collection, path, faults) else { continue }
      if snapshot.hasOwnDay, let other = snapshots.first(where: { $0.hasOwnDay && $0.asOf == snapshot.asOf }) {
        faults.error("the control of \(snapshot.asOf) is already in \(other.file)")
      }
      snapshots.append(snapshot)
    }
    return snapshots
  }

  private func readCollection(_ path: String, _ faults: FileFaults) -> GeoJSONCollection? {
    do throws(FileFailure) {
      if let read = ahead.geoJSON(path) { return try read.get() }
      return try files.withBytes(of: path) { GeoJSONReader.read($0, faults: faults) }
    } catch {
      faults.error(error.description)
      return nil
    }
  }

  private func readSnapshot(_ collection: GeoJSONCollection, _ path: String, _ faults: FileFaults) -> ControlSnapshot? {
    let stated = collection.members["as_of"].map { scalar in
      readDay(scalar, called: "as_of", at: collection.memberLocations["as_of"], faults)
    }
    if let stated, stated == nil { return nil }
    let asOf: Day? = stated ?? nil
    let named = path.lastIndex(of: "/").flatMap { try? Day(iso: path[path.index(after: $0)...].prefix(10)) }
    if let asOf, let named, asOf != named {
      faults.warning("the file is named after \(named) but is as of \(asOf)", at: collection.memberLocations["as_of"])
    }
    var areas: [ControlArea] = []
    var isComplete = true
    for feature in collection.features {
      if let area = readArea(feature, fileDay: asOf ?? named, faults) { areas.append(area) } else { isComplete = false }
    }
    warnOfUnfounded(areas, of: collection, faults)
    guard let day = asOf ?? areas.map(\.from).min() ?? named else {
      if isComplete {
        faults.error("the file has no day", hint: "add \"as_of\": \"2017-05-30\" or name the file 2017-05-30.geojson")
      }
      return nil
    }
    if let days = register.days, !days.contains(day) {
      faults.warning("\(day) is outside the theatre's days, \(days.lowerBound)/\(days.upperBound)", at: collection.memberLocations["as_of"])
    }
    return ControlSnapshot(asOf: day, areas: areas, file: path, hasOwnDay: asOf != nil || named != nil)
  }

  /// nil after a fault, or when the feature has no geometry.
  private func readArea(_ feature: GeoJSONFeature, fileDay: Day?, _ faults: FileFaults) -> ControlArea? {
    let ends = ["from", "until"].map { key in
      feature.properties[key].flatMap { $0 == .null ? nil : $0 }.map { scalar in
        readDay(scalar, called: "\(feature.title): `\(key)`", at: feature.location, faults)
      }
    }
    let holding = readHolding(feature, faults)
    let basis = readBasis(feature, faults)
    if ends.contains(.some(nil)) { return nil }
    guard let from = (ends[0] ?? nil) ?? fileDay else {
      faults.error(
        "\(feature.title) has no day", at: feature.location,
        hint: "give it a `from`, or the file an \"as_of\": \"2017-05-30\", or name the file 2017-05-30.geojson")
      return nil
    }
    let until = ends[1] ?? nil
    if let until, until < from { faults.error("\(feature.title) ends on \(until), before it begins on \(from)", at: feature.location) }
    if !feature.points.isEmpty || !feature.lines.isEmpty {
      faults.error("\(feature.title): control needs polygons, not points or lines", at: feature.location)
    }
    if feature.hasGeometry, feature.polygons.isEmpty, feature.points.isEmpty, feature.lines.isEmpty, !faults.hasErrors {
      faults.warning("\(feature.title) has no ground: its geometry is empty", at: feature.location)
    }
    if !feature.hasGeometry { faults.warning("\(feature.title) has no geometry", at: feature.location) }
    guard let holding else { return nil }
    return ControlArea(
      holding: holding, from: from, until: until, basis: basis, polygons: feature.polygons, location: feature.location,
      feature: feature.number)
  }

  /// One warning for the file: where nobody gave a basis, nobody wants to be told of each area.
  private func warnOfUnfounded(_ areas: [ControlArea], of collection: GeoJSONCollection, _ faults: FileFaults) {
    let unfounded = areas.filter { $0.basis.isEmpty && $0.holding != .unassigned }
    guard let first = unfounded.first, collection.features.indices.contains(first.feature - 1) else { return }
    let others = unfounded.count > 1 ? ", and so have \(unfounded.count - 1) more" : ""
    faults.warning(
      "\(collection.features[first.feature - 1].title) has no `basis`\(others): nothing says why the map is drawn so",
      at: first.location, hint: "write report-id#claim-id, or editorial: and the reason")
  }

  private func readDay(_ scalar: JSONScalar, called name: String, at location: Location?, _ faults: FileFaults) -> Day? {
    guard let text = scalar.text else {
      faults.error("\(name) must be a day, as in \"2017-05-30\"", at: location)
      return nil
    }
    do throws(DayDefect) {
      return try Day(iso: text)
    } catch {
      faults.error("\(name): \(error)", at: location)
      return nil
    }
  }
}
