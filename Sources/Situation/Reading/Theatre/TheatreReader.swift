import Diagnostics

/// Reads the files of a theatre in the order in which they refer to each other.
struct TheatreReader<Files: FileTree> {
  let files: Files
  /// One for each file, in the order of reading.
  private(set) var faultsByFile: [FileFaults] = []
  private(set) var ahead = FilesAhead()
  var register = Register()

  init(_ files: Files) { self.files = files }

  static var headerPath: String { "geodata/theatre.yaml" }
  static var factionsPath: String { "geodata/factions.yaml" }
  static var placesPath: String { "geodata/places.csv" }
  static var controlFolder: String { "geodata/control" }
  static var reportsFolder: String { "seeds" }

  static var controlSuffixes: [String] { [".geojson", ".json"] }
  static var reportSuffixes: [String] { [".yaml", ".yml"] }

  /// nil when something is missing without which there is no theatre; a fault then tells of it.
  mutating func readTheatre(_ layersAreKnown: ([Layer]) -> Void) -> Theatre? {
    for path in paths(in: Self.reportsFolder, suffixes: Self.reportSuffixes) { ahead.startYAML(path, in: files) }
    for path in paths(in: Self.controlFolder, suffixes: Self.controlSuffixes) { ahead.startGeoJSON(path, in: files) }
    let header = readHeader()
    register.languages = header?.languages ?? ["en"]
    let layers = readLayers(header?.layers ?? [])
    layersAreKnown(layers ?? [])
    // Where the header is faulty, what it lacks may be what could not be read.
    if let header, !faults(for: Self.headerPath).hasErrors {
      register.days = header.days
      register.views = Set(header.views.map(\.id))
      register.borders = layers.map { layers in Set(layers.filter { $0.kind == .border }.flatMap(\.features).compactMap(\.borderPair)) }
    }
    let (sides, factions) = readFactions()
    let gazetteer = readPlaces()
    register.gazetteer = gazetteer
    let labelPins = readLabelPins(header?.labels)
    let reports = readReports()
    register.claims = reports.map { reports in
      Dictionary(reports.map { ($0.id, Set($0.claims.map(\.id))) }, uniquingKeysWith: { first, _ in first })
    }
    let snapshots = readControl()
    let placeControl = readPlaceControl()
    let rule = header?.control.flatMap { readControlRule($0, layers) }
    guard let header, let extent = header.extent, let days = header.days else { return nil }
    return Theatre(
      id: header.id, title: header.title, extent: extent, projection: header.projection, languages: header.languages, days: days,
      layers: layers ?? [], gazetteer: gazetteer ?? Gazetteer(), factions: factions, sides: sides, views: header.views,
      reports: reports ?? [], snapshots: snapshots, placeControl: placeControl, controlRule: rule ?? ControlRule(), note: header.note,
      labelPins: labelPins)
  }

  /// By file, and in it by place.
  var allFaults: [Fault] { faultsByFile.flatMap(\.all) }

  mutating func faults(for path: String) -> FileFaults {
    if let known = faultsByFile.first(where: { $0.file == path }) { return known }
    let faults = ahead.faults(for: path) ?? FileFaults(file: path)
    faultsByFile.append(faults)
    return faults
  }

  /// The root of a YAML file; nil after a fault.
  mutating func composeYAML(_ path: String) -> YAMLValue? {
    let faults = faults(for: path)
    do throws(FileFailure) {
      if let read = ahead.yaml(path) { return try read.get() }
      return try files.withBytes(of: path) { YAMLSource.compose($0, faults: faults) }
    } catch {
      faults.error(error.description)
      return nil
    }
  }

  /// The files in a folder whose names end so; none when there is no such folder.
  mutating func paths(in folder: String, suffixes: [String]) -> [String] {
    do throws(FileFailure) {
      let names = try files.list(folder).filter { name in !name.hasPrefix(".") && suffixes.contains { name.hasSuffix($0) } }
      return names.sorted().map { "\(folder)/\($0)" }
    } catch .missing {
      return []
    } catch {
      // The folder is listed twice: to read ahead, and to read.
      if !faults(for: folder).hasErrors { faults(for: folder).error(error.description) }
      return []
    }
  }
}
