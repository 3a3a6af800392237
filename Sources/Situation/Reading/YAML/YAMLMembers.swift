import Diagnostics
import Yams

/// The members of a mapping whose keys are known.
package struct YAMLMembers {
  package let location: Location
  let source: YAMLSource
  private let values: [String: YAMLValue]

  /// Tells of every key that is not among `keys`; nil when the value is no mapping.
  package init?(_ value: YAMLValue, keys: [String]) {
    guard let pairs = value.pairs() else { return nil }
    var values: [String: YAMLValue] = [:]
    for (key, member) in pairs {
      guard case .scalar(let scalar) = key.node else {
        key.error("a key must be a word")
        continue
      }
      if values[scalar.string] != nil {
        key.error("the key `\(scalar.string)` is written twice")
      } else if keys.contains(scalar.string) {
        values[scalar.string] = member
      } else {
        key.error(
          "the key `\(scalar.string.excerpt)` is not known here",
          hint: suggest(scalar.string, among: keys) ?? "known are \(keys.joined(separator: ", "))")
      }
    }
    self.values = values
    location = value.location
    source = value.source
  }

  /// The value of a key, if there is one that is not null.
  package subscript(key: String) -> YAMLValue? { values[key].flatMap { $0.isNull ? nil : $0 } }

  /// The value of a key that must be there.
  package func required(_ key: String) -> YAMLValue? {
    if let value = self[key] { return value }
    if let value = values[key] {
      value.error("`\(key)` is empty")
    } else {
      source.faults.error("there is no `\(key)`", at: location)
    }
    return nil
  }

  /// The value of `key` as a plain word, whether or not it is null for YAML.
  func isWord(_ word: String, under key: String) -> Bool {
    if case .scalar(let scalar)? = values[key]?.node { scalar.string == word } else { false }
  }

  package func text(_ key: String) -> String? { self[key]?.text() }
  package func has(_ key: String) -> Bool { self[key] != nil }
}
