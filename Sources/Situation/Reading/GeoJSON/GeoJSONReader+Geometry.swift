import Geometry

extension GeoJSONReader {
  /// Collections in collections that are still flattened.
  private static let collectionDepth = 8

  mutating func readGeometry(into feature: inout GeoJSONFeature, depth: Int) throws(JSONDefect) {
    var type: (name: String, offset: Int)?
    var hasCoordinates = false
    var hasMembers = false
    var isFirst = true
    _ = try json.peek()
    let start = json.offset
    buffer.reset()
    try json.beginObject()
    while let (key, offset) = try json.nextKey(isFirst: &isFirst) {
      switch key {
      case "type" where try json.peek() == .string:
        if type != nil { note(.error, "the key `type` is written twice", at: offset) }
        type = (try json.readString(), offset)
      case "coordinates" where try json.peek() == .array:
        if hasCoordinates { note(.error, "the key `coordinates` is written twice", at: offset) }
        hasCoordinates = true
        try json.readCoordinates(into: &buffer)
        reportCoordinates()
      case "geometries" where try json.peek() == .array:
        hasMembers = true
        try readMembers(into: &feature, depth: depth)
      default: try json.skipValue()
      }
    }
    guard let type else { return note(.error, "the geometry has no `type`", at: start) }
    if type.name == "GeometryCollection" {
      if !hasMembers { note(.error, "the GeometryCollection has no `geometries`", at: start) }
    } else if hasCoordinates {
      assemble(type.name, into: &feature, at: type.offset)
    } else {
      note(.error, "the geometry has no `coordinates`", at: start)
    }
  }

  private mutating func readMembers(into feature: inout GeoJSONFeature, depth: Int) throws(JSONDefect) {
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      if try json.peek() == .object, depth < Self.collectionDepth {
        try readGeometry(into: &feature, depth: depth + 1)
      } else {
        note(.error, "a GeometryCollection holds geometries, and no deeper than \(Self.collectionDepth) levels", at: json.offset)
        try json.skipValue()
      }
    }
    buffer.reset()
  }

  private mutating func reportCoordinates() {
    for defect in buffer.defects {
      var message = defect.message
      if case .longitude = defect.sort, buffer.outside > 1 { message += "; so are \(buffer.outside - 1) vertices more" }
      if case .latitude = defect.sort, buffer.outside > 1 { message += "; so are \(buffer.outside - 1) vertices more" }
      note(.error, message, at: defect.offset, hint: defect.hint)
    }
  }

  /// Turns the buffer into the geometry that its type says.
  private mutating func assemble(_ type: String, into feature: inout GeoJSONFeature, at offset: Int) {
    let levels = ["Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3]
    guard let wanted = levels[type] else {
      let known = levels.keys.sorted().joined(separator: ", ")
      return note(.error, "there is no geometry type `\(type.excerpt)`", at: offset, hint: "known are \(known), GeometryCollection")
    }
    guard let level = buffer.level else { return }
    guard level == wanted else {
      let found = levels.filter { $0.value == level }.keys.sorted().joined(separator: " or ")
      return note(.error, "the coordinates of this \(type) are nested like those of a \(found)", at: offset)
    }
    // What is wrong with the coordinates has been said; the runs below would only repeat it.
    guard buffer.defects.isEmpty else { return }
    switch type {
    case "Point", "MultiPoint": feature.points.append(contentsOf: buffer.points)
    case "LineString", "MultiLineString":
      for index in buffer.runs.indices { if let line = line(index) { feature.lines.append(line) } }
    default:
      for group in buffer.groups { if let polygon = polygon(group) { feature.polygons.append(polygon) } }
    }
  }
}
