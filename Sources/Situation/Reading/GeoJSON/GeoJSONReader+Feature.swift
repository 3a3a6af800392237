import Diagnostics
import Geometry

extension GeoJSONReader {
  mutating func readFeature() throws(JSONDefect) {
    let number = collection.features.count + 1
    var feature = GeoJSONFeature(number: number, location: positions.location(at: json.offset))
    var type: String?
    var isFirst = true
    var seen: Set<String> = []
    try json.beginObject()
    while let (key, offset) = try json.nextKey(isFirst: &isFirst) {
      switch key {
      case "type", "id", "geometry", "properties":
        if !seen.insert(key).inserted { note(.error, "the key `\(key)` is written twice", at: offset) }
      default: break
      }
      switch key {
      case "type" where try json.peek() == .string: type = try json.readString()
      case "id": feature.id = try readID()
      case "geometry":
        if try json.peek() == .null {
          try json.readNull()
        } else {
          feature.hasGeometry = true
          try readGeometry(into: &feature, depth: 0)
        }
      case "properties":
        if try json.peek() == .null { try json.readNull() } else { try readProperties(into: &feature) }
      default: try json.skipValue()
      }
    }
    if type != "Feature" {
      let found = type.map { "a `\($0.excerpt)`" } ?? "without a `type`"
      faults.error("\(feature.title) is \(found), not a Feature", at: feature.location)
    }
    reportPending(of: feature)
    collection.features.append(feature)
  }

  private mutating func readID() throws(JSONDefect) -> String? {
    switch try json.readScalar() {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    default: nil
    }
  }

  private mutating func readProperties(into feature: inout GeoJSONFeature) throws(JSONDefect) {
    var isFirst = true
    var count = 0
    try json.beginObject()
    while let (key, offset) = try json.nextKey(isFirst: &isFirst) {
      count += 1
      if count == ReadingLimits.properties + 1 {
        note(.error, "it has more than \(ReadingLimits.properties) properties", at: offset)
      }
      guard let scalar = try json.readScalar(), count <= ReadingLimits.properties else { continue }
      if feature.properties.updateValue(scalar, forKey: key) != nil {
        note(.error, "the property `\(key.excerpt)` is written twice", at: offset)
      }
      for text in [key] + scalar.texts {
        do throws(TextDefect) {
          try text.validateText()
        } catch {
          note(.error, "property `\(key.excerpt)`: \(error)", at: offset)
        }
      }
    }
  }

  /// Keeps a fault until the feature's name is known.
  mutating func note(_ severity: Fault.Severity, _ message: @autoclosure () -> String, at offset: Int, hint: String? = nil) {
    guard pending.count < ReadingLimits.faults, faults.lists(severity) else { return faults.omit(severity) }
    pending.append(Fault(severity, at: positions.location(at: offset), message(), hint: hint))
  }

  private mutating func reportPending(of feature: GeoJSONFeature) {
    for var fault in pending {
      fault.message = "\(feature.title): \(fault.message)"
      faults.add(fault)
    }
    pending.removeAll()
  }
}
