import Diagnostics
import Geometry

/// Reads a GeoJSON FeatureCollection (RFC 7946) in one pass.
struct GeoJSONReader {
  var json: JSONReader
  var positions: TextPositions
  let faults: FileFaults
  var buffer = CoordinateBuffer()
  var collection = GeoJSONCollection()
  /// Faults of the feature that is being read; its name may come at its end.
  var pending: [Fault] = []
  /// Whether a ring of fewer than three vertices is left out with a warning rather than refused.
  var leavesOutThinRings = false

  /// The collection of a file; nil when it is no JSON or no FeatureCollection. Every fault goes to `faults`.
  static func read(_ bytes: UnsafeRawBufferPointer, faults: FileFaults, leavesOutThinRings: Bool = false) -> GeoJSONCollection? {
    var positions = TextPositions(file: faults.file, bytes: bytes)
    if bytes.count > ReadingLimits.jsonBytes {
      faults.error("the file has \(bytes.count) bytes; at most \(ReadingLimits.jsonBytes) are read", hint: "split or simplify it")
      return nil
    }
    if let offset = firstInvalidUTF8(bytes) {
      faults.error("the file is not UTF-8 here", at: positions.location(at: offset), hint: "save it as UTF-8")
      return nil
    }
    var reader = GeoJSONReader(json: JSONReader(bytes), positions: positions, faults: faults)
    reader.leavesOutThinRings = leavesOutThinRings
    do throws(JSONDefect) {
      return try reader.readCollection() ? reader.collection : nil
    } catch {
      for fault in reader.pending { faults.add(fault) }
      let number = reader.collection.features.count + 1
      let place = number > 1 ? " (in or after feature \(number))" : ""
      faults.error(error.message + place, at: reader.positions.location(at: error.offset), hint: error.hint)
      return nil
    }
  }

  init(json: JSONReader, positions: TextPositions, faults: FileFaults) {
    self.json = json
    self.positions = positions
    self.faults = faults
  }

  /// Returns whether the file is a FeatureCollection.
  private mutating func readCollection() throws(JSONDefect) -> Bool {
    var type: String?
    var hasFeatures = false
    var isFirst = true
    var seen: Set<String> = []
    try json.beginObject()
    while let (key, offset) = try json.nextKey(isFirst: &isFirst) {
      if seen.count < ReadingLimits.properties, !seen.insert(key).inserted {
        report("the key `\(key.excerpt)` is written twice", at: offset)
      }
      switch key {
      case "type" where try json.peek() == .string: type = try json.readString()
      case "features":
        hasFeatures = true
        try readFeatures()
      case "crs": try readReferenceSystem()
      default:
        guard let scalar = try json.readScalar(), collection.members.count < ReadingLimits.properties else { continue }
        collection.members[key] = scalar
        collection.memberLocations[key] = positions.location(at: offset)
      }
    }
    try json.finish()
    if type == "FeatureCollection", !hasFeatures { report("the FeatureCollection has no `features`", at: 0) }
    if type != "FeatureCollection" {
      let hint = type == "Topology" ? "convert the TopoJSON to GeoJSON" : "wrap features and geometries in a FeatureCollection"
      report("the file is \(type.map { "a `\($0.excerpt)`" } ?? "without a `type`"), not a FeatureCollection", at: 0, hint: hint)
    }
    return type == "FeatureCollection" && hasFeatures
  }

  private mutating func readFeatures() throws(JSONDefect) {
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      _ = try json.peek()
      try readFeature()
    }
  }

  /// WGS 84 in the order longitude, latitude is the only reference system of GeoJSON; older files may name another.
  private mutating func readReferenceSystem() throws(JSONDefect) {
    _ = try json.peek()
    let start = json.offset
    try json.skipValue()
    let text = String(decoding: UnsafeRawBufferPointer(rebasing: json.bytes[start..<min(json.offset, start + 400)]), as: UTF8.self)
    guard text != "null", !text.contains("CRS84"), !text.contains("EPSG::4326"), !text.contains("EPSG:4326") else { return }
    report(
      "the member `crs` names a reference system other than CRS84", at: start,
      hint: "reproject the file to lon/lat WGS 84 (ogr2ogr -t_srs OGC:CRS84) and leave `crs` out")
  }

  private mutating func report(_ message: String, at offset: Int, hint: String? = nil) {
    guard faults.lists(.error) else { return faults.omit(.error) }
    faults.error(message, at: positions.location(at: offset), hint: hint)
  }
}
