/// One thing that is wrong in somebody's files: what, where, and how to mend it.
package struct Fault: Hashable, Sendable {
  package enum Severity: String, Comparable, Sendable {
    case note, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  package var severity: Severity
  package var location: Location?
  package var message: String
  /// What the reader can do about it.
  package var hint: String?

  package init(_ severity: Severity = .error, at location: Location? = nil, _ message: String, hint: String? = nil) {
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }
}

extension Fault: CustomStringConvertible {
  /// `seeds/a.yaml:14:11: error: no place …` and, on a line of its own, the hint.
  package var description: String {
    var text = ""
    if let location { text += "\(location): " }
    text += "\(severity.rawValue): \(message.singleLine)"
    if let hint { text += "\n  hint: \(hint.singleLine)" }
    return text
  }
}

extension String {
  /// The text without control characters, so that a file cannot write into the terminal that shows its faults.
  package var singleLine: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }
}
