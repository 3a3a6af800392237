/// The user's files hold faults: all that were found, at least one of them an error.
package struct InvalidInput: Error, Sendable, CustomStringConvertible {
  package let faults: [Fault]

  /// - Precondition: `faults` is not empty; an empty list is turned into one generic fault rather than trapping.
  package init(_ faults: [Fault]) {
    self.faults = faults.isEmpty ? [Fault(.error, "the input is not valid")] : faults
  }

  package init(_ fault: Fault) { self.faults = [fault] }

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Collects the faults of a reading, so that all of them are told at once.
package struct FaultLog: Sendable {
  package private(set) var faults: [Fault] = []

  package init() {}

  package var hasErrors: Bool { faults.contains { $0.severity == .error } }

  package mutating func add(_ fault: Fault) { faults.append(fault) }

  package mutating func error(_ message: String, at location: Location? = nil, hint: String? = nil) {
    faults.append(Fault(.error, at: location, message, hint: hint))
  }

  package mutating func warning(_ message: String, at location: Location? = nil, hint: String? = nil) {
    faults.append(Fault(.warning, at: location, message, hint: hint))
  }

  package mutating func note(_ message: String, at location: Location? = nil, hint: String? = nil) {
    faults.append(Fault(.note, at: location, message, hint: hint))
  }

  package mutating func add(contentsOf other: FaultLog) { faults.append(contentsOf: other.faults) }

  /// Throws every error found so far; warnings and notes alone do not throw.
  package func failIfErrors() throws(InvalidInput) {
    if hasErrors { throw InvalidInput(faults) }
  }
}
