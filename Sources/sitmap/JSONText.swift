import Cartography

/// A value to be written as JSON, with its keys in the order given.
indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case text(String)
  /// With a fixed number of decimals.
  case number(Double, Int)
  case whole(Int)

  static func km2(_ metres: Double) -> JSONText { .number(metres / 1e6, 3) }

  /// Objects and arrays of objects on lines of their own, the rest on one line.
  func written(indent: Int = 0) -> String {
    let space = String(repeating: "  ", count: indent + 1)
    let end = String(repeating: "  ", count: indent)
    switch self {
    case .object(let members) where members.allSatisfy({ $0.1.isPlain }):
      return "{" + members.map { "\(Self.quoted($0.0)): \($0.1.written())" }.joined(separator: ", ") + "}"
    case .object(let members):
      return "{\n" + members.map { "\(space)\(Self.quoted($0.0)): \($0.1.written(indent: indent + 1))" }.joined(separator: ",\n")
        + "\n\(end)}"
    case .array(let values) where values.allSatisfy({ $0.isPlain }):
      return "[" + values.map { $0.written() }.joined(separator: ", ") + "]"
    case .array(let values): return "[\n" + values.map { space + $0.written(indent: indent + 1) }.joined(separator: ",\n") + "\n\(end)]"
    case .text(let text): return Self.quoted(text)
    case .number(let value, let places): return plain(value, places)
    case .whole(let value): return String(value)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .number, .whole: true
    case .array(let values): values.allSatisfy { if case .text = $0 { true } else { false } }
    case .object: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20: result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// A number for programs: a hyphen for minus and no grouping.
func plain(_ value: Double, _ places: Int) -> String {
  let text = decimal(abs(value), places)
  return value < 0 && text.contains { ("1"..."9").contains($0) } ? "-" + text : text
}

/// A cell of a CSV file, quoted where it must be.
func csvCell(_ text: String) -> String {
  guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
