import Diagnostics
import Geometry

/// What a sidecar tells of the sheet that it was written beside, for a later sheet that is to look like it.
package struct EarlierSheet: Hashable, Sendable {
  /// The ground under the middle of each label, by id.
  package var labels: [String: Point<Geographic>]

  /// - Throws: every fault with its place, where the file is no sidecar.
  package static func read(_ bytes: UnsafeRawBufferPointer, file: String) throws(InvalidInput) -> EarlierSheet {
    var positions = TextPositions(file: file, bytes: bytes)
    func invalid(_ offset: Int, _ message: String, _ hint: String? = nil) -> InvalidInput {
      InvalidInput(Fault(.error, at: positions.location(at: offset), message, hint: hint))
    }
    if bytes.count > 64 << 20 { throw invalid(0, "the file has \(bytes.count) bytes; a sidecar has at most \(64 << 20)") }
    if let offset = firstInvalidUTF8(bytes) { throw invalid(offset, "the file is not UTF-8 here") }
    var reader = SidecarReader(json: JSONReader(bytes))
    do throws(JSONDefect) {
      try reader.readSheet()
    } catch {
      throw invalid(error.offset, error.message, error.hint)
    }
    guard let labels = reader.labels else {
      throw invalid(0, "the file has no `labels`, so it is no sidecar", "`sitmap render --sidecar` writes one")
    }
    return EarlierSheet(labels: labels)
  }
}

private struct SidecarReader {
  var json: JSONReader
  var labels: [String: Point<Geographic>]?

  mutating func readSheet() throws(JSONDefect) {
    try json.beginObject()
    var isFirst = true
    while let member = try json.nextKey(isFirst: &isFirst) {
      if member.key == "labels" { labels = try readLabels() } else { try json.skipValue() }
    }
    try json.finish()
  }

  private mutating func readLabels() throws(JSONDefect) -> [String: Point<Geographic>] {
    var result: [String: Point<Geographic>] = [:]
    try json.beginArray()
    var isFirst = true
    while try json.nextElement(isFirst: &isFirst) {
      let offset = json.offset
      var id: String?
      var longitude: Double?
      var latitude: Double?
      try json.beginObject()
      var isFirstMember = true
      while let member = try json.nextKey(isFirst: &isFirstMember) {
        switch member.key {
        case "id": id = try json.readString()
        case "lon": longitude = try json.readNumber()
        case "lat": latitude = try json.readNumber()
        default: try json.skipValue()
        }
      }
      guard let id, let longitude, let latitude, (-180...180).contains(longitude), (-90...90).contains(latitude) else {
        throw JSONDefect(offset: offset, message: "a label needs `id`, and `lon` and `lat` in degrees")
      }
      result[id] = Point(longitude, latitude)
    }
    return result
  }
}
