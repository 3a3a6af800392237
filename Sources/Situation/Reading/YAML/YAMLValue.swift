import Diagnostics
import Yams

/// A value in a YAML file. Each of its readings gives nil after telling what was wrong.
package struct YAMLValue {
  let node: Node
  let source: YAMLSource
  /// What messages call it: the key that it stands under.
  package let name: String

  package var location: Location { source.location(of: node.mark) }

  package func error(_ message: @autoclosure () -> String, hint: @autoclosure () -> String? = nil) {
    source.faults.error(message(), at: location, hint: hint())
  }
  package func note(_ message: @autoclosure () -> String, hint: @autoclosure () -> String? = nil) {
    source.faults.note(message(), at: location, hint: hint())
  }

  package func warning(_ message: @autoclosure () -> String, hint: @autoclosure () -> String? = nil) {
    source.faults.warning(message(), at: location, hint: hint())
  }

  /// Nothing, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  package var isList: Bool { if case .sequence = node { true } else { false } }
  package var isMapping: Bool { if case .mapping = node { true } else { false } }

  /// A text that is not empty.
  package func text() -> String? {
    guard case .scalar(let scalar) = node else {
      error("`\(name)` must be a text, not a \(isList ? "list" : "mapping")")
      return nil
    }
    if isNull || scalar.string.isEmpty {
      error("`\(name)` is empty")
      return nil
    }
    do throws(TextDefect) {
      try scalar.string.validateText()
    } catch {
      self.error("`\(name)`: \(error)")
      return nil
    }
    return scalar.string
  }

  /// A finite number in a range.
  package func number(in range: ClosedRange<Double>, unit: String = "") -> Double? {
    guard let text = text() else { return nil }
    guard let value = readDecimal(text) else {
      error("`\(name)` must be a number, not `\(text.excerpt)`")
      return nil
    }
    guard range.contains(value) else {
      error("`\(name)` must lie between \(range.lowerBound) and \(range.upperBound)\(unit), not \(text.excerpt)")
      return nil
    }
    return value
  }

  /// A whole number in a range.
  package func integer(in range: ClosedRange<Int>) -> Int? {
    guard let value = number(in: Double(range.lowerBound)...Double(range.upperBound)) else { return nil }
    guard let whole = Int(exactly: value) else {
      error("`\(name)` must be a whole number")
      return nil
    }
    return whole
  }

  /// The items of a list.
  package func items() -> [YAMLValue]? {
    guard case .sequence(let sequence) = node else {
      error("`\(name)` must be a list", hint: isMapping ? nil : "write it as `\(name): [a, b]`")
      return nil
    }
    return sequence.map { YAMLValue(node: $0, source: source, name: name) }
  }

  /// The items of a list, or the value alone.
  package func oneOrMore() -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.map { YAMLValue(node: $0, source: source, name: name) }
  }

  /// The members of a mapping that has no keys but these.
  package func members(_ keys: [String]) -> YAMLMembers? {
    YAMLMembers(self, keys: keys)
  }

  /// The keys of a mapping with their values, whatever they are.
  package func pairs() -> [(key: YAMLValue, value: YAMLValue)]? {
    guard case .mapping(let mapping) = node else {
      error("`\(name)` must be a mapping (`key: value`)")
      return nil
    }
    return mapping.map { key, value in
      let title = key.string?.excerpt ?? name
      return (YAMLValue(node: key, source: source, name: name), YAMLValue(node: value, source: source, name: title))
    }
  }
}

/// A number in plain decimal or exponent notation; no words such as `.nan`, no underscores, no hexadecimals.
func readDecimal(_ text: some StringProtocol) -> Double? {
  var bytes = Array(text.utf8.prefix(64))
  guard bytes.count < 64 else { return nil }
  if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  return bytes.withUnsafeBytes { raw in
    guard let first = raw.first, first == UInt8(ascii: "-") || first &- 0x30 < 10 else { return nil }
    var reader = JSONReader(raw)
    guard let value = try? reader.readNumber(), reader.offset == raw.count else { return nil }
    return value
  }
}
