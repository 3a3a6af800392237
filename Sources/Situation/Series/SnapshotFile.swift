import Diagnostics
import Geometry

/// A file of a series as it stands.
struct SnapshotFile: Sendable {
  struct Area: Sendable {
    var holding: ControlArea.Holding
    /// The factions' names as the file writes them.
    var names: [String]
    var polygons: [Polygon<Geographic>]
    var location: Location
    var feature: Int
  }

  var day: Day?
  var areas: [Area] = []
  var faults: [Fault] = []
  /// Features whose geometry is empty or missing.
  var emptyFeatures = 0
  /// Around all its ground.
  private(set) var extent = Extent<Geographic>.empty
  private(set) var vertexCount = 0

  private static let statuses = ["held", "contested", "claimed", "presence", "unassigned"]
  private static let dateFields = ["date", "day", "as_of", "asof", "timestamp", "datetime", "time", "updated", "snapshot"]

  static func read(_ path: String, from files: some FileTree, rules: SnapshotSeries.Rules) -> SnapshotFile {
    let faults = FileFaults(file: path)
    var file = SnapshotFile()
    do throws(FileFailure) {
      let read = try files.withBytes(of: path) { GeoJSONReader.read($0, faults: faults, leavesOutThinRings: true) }
      if let read { file.take(read, path, rules, faults) }
    } catch {
      faults.error(error.description)
    }
    file.faults = faults.all
    for area in file.areas {
      for ring in area.polygons.lazy.flatMap(\.rings) {
        for p in ring.points { file.extent.include(p) }
        file.vertexCount += ring.points.count
      }
    }
    return file
  }

  private mutating func take(_ read: GeoJSONCollection, _ path: String, _ rules: SnapshotSeries.Rules, _ faults: FileFaults) {
    day = Self.day(of: read, path, faults)
    if day == nil, !faults.hasErrors {
      let impossible = [read.members["name"]?.text, path.split(separator: "/").last.map(String.init)].compactMap { text in
        text.flatMap { Day.defect(in: $0) }.map { " that exists: \($0)" }
      }
      faults.error(
        "the file has no date\(impossible.first ?? "")",
        hint: "give it a property `date`, a `name` with a date in it, or name the file after its day")
    }
    var strange: [String: GeoJSONFeature] = [:]
    for feature in read.features {
      if !feature.points.isEmpty || !feature.lines.isEmpty {
        faults.warning("\(feature.title): points and lines hold no ground; they are left out", at: feature.location)
      }
      if feature.polygons.isEmpty, feature.points.isEmpty, feature.lines.isEmpty { emptyFeatures += 1 }
      guard let (holding, names) = Self.holding(of: feature, rules, faults) else { continue }
      if let status = feature.properties["status"]?.text, !Self.statuses.contains(status) { strange[status] = strange[status] ?? feature }
      areas.append(
        Area(holding: holding, names: names, polygons: feature.polygons, location: feature.location, feature: feature.number))
    }
    for (status, feature) in strange.sorted(by: { $0.key < $1.key }) {
      faults.warning(
        "\(feature.title): the status `\(status.excerpt)` is none of \(Self.statuses.joined(separator: ", ")); such ground is taken as held",
        at: feature.location)
    }
  }

  /// From a property of the file or of its features, from its `name`, or from the name of the file.
  private static func day(of read: GeoJSONCollection, _ path: String, _ faults: FileFaults) -> Day? {
    func stated(in properties: [String: JSONScalar], at location: Location?) -> Day? {
      for (key, value) in properties.sorted(by: { $0.key < $1.key }) where dateFields.contains(key.lowercased()) {
        guard let text = value.text ?? value.number.flatMap({ Int(exactly: $0) }).map(String.init), !text.isEmpty else { continue }
        if let day = Day(in: text) { return day }
        if text.utf8.contains(where: { (0x30...0x39).contains($0) }), text.utf8.count >= 8 {
          do throws(DayDefect) { _ = try Day(iso: text.prefix(10)) } catch { faults.error("`\(key.excerpt)`: \(error)", at: location) }
        }
      }
      return nil
    }
    let own = stated(in: read.members, at: read.memberLocations.values.min())
    var days: Set<Day> = []
    for feature in read.features { if let day = stated(in: feature.properties, at: feature.location) { days.insert(day) } }
    if own == nil, days.count > 1 {
      let sorted = days.sorted()
      faults.error(
        "the file has features of \(days.count) days, from \(sorted[0]) to \(sorted[sorted.count - 1])", hint: "one file for each day")
    }
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    let named = Day(in: fileName)
    let day = own ?? days.min() ?? read.members["name"]?.text.flatMap { Day(in: $0) }
    if let day, let named, day != named { faults.warning("the file is named after \(named) but is of \(day)", hint: "its contents count") }
    return day ?? named
  }

  private static func holding(
    of feature: GeoJSONFeature, _ rules: SnapshotSeries.Rules, _ faults: FileFaults
  ) -> (ControlArea.Holding, [String])? {
    var names: [String] = []
    if let fixed = rules.faction {
      names = [fixed]
    } else if let field = rules.factionField {
      names = feature.properties[field].map { $0.number.map { [String($0)] } ?? $0.texts } ?? []
      if names.isEmpty { faults.error("\(feature.title) has no `\(field.excerpt)`", at: feature.location, hint: fieldHint(feature)) }
    } else {
      names = ["faction", "factions", "holder", "side", "controller", "occupier"].flatMap { feature.properties[$0]?.texts ?? [] }
      if names.isEmpty, feature.properties["status"]?.text != "unassigned" {
        faults.error("nothing says who holds \(feature.title)", at: feature.location, hint: fieldHint(feature))
      }
    }
    names = names.flatMap { $0.split(separator: "|").map { String($0).trimmed } }.filter { !$0.isEmpty }
    let status = feature.properties["status"]?.text
    if status == "unassigned" { return (.unassigned, []) }
    let ids = names.map { SnapshotSeries.factionID($0) }
    guard let first = ids.first else { return nil }
    switch (status, Set(ids).count) {
    case ("contested", 1):
      faults.error("\(feature.title) is contested, but by one side alone", at: feature.location, hint: "name the other too, as in `a|b`")
      return nil
    case ("claimed", 1): return (.claimed(first), names)
    case ("presence", 1): return (.presence(first), names)
    case ("claimed", _), ("presence", _):
      faults.error("\(feature.title): \(status ?? "such") ground is of one side, found \(names.count)", at: feature.location)
      return nil
    case (_, 1): return (.held(first), names)
    case (_, _): return (.contested(by: ids), names)
    }
  }

  private static func fieldHint(_ feature: GeoJSONFeature) -> String {
    let fields = feature.properties.filter { $0.value.text != nil }.keys.sorted().prefix(6).joined(separator: ", ")
    let choice = fields.isEmpty ? "" : "name the property with --faction-field (there are: \(fields)), or "
    return choice + "give one faction to all with --faction ID"
  }
}
