import Diagnostics

/// Collects the faults of one file: lists the first of them and counts the rest.
///
/// A class, because the readers of the parts of a file all write to it; it never leaves the reading of a theatre.
package final class FileFaults {
  let file: String
  private(set) var listed: [Fault] = []
  private var omitted: [Fault.Severity: Int] = [:]

  package init(file: String) { self.file = file }

  /// Whether a fault would be listed; where it would only be counted, its message, place and hint need not be found.
  func lists(_ severity: Fault.Severity) -> Bool {
    listed.count < ReadingLimits.faults || severity == .error && listed.contains { $0.severity != .error }
  }

  package var hasErrors: Bool { omitted[.error] != nil || listed.contains { $0.severity == .error } }

  /// Counts a fault that would not be listed.
  func omit(_ severity: Fault.Severity, count: Int = 1) {
    if count > 0 { omitted[severity, default: 0] += count }
  }

  func add(_ fault: Fault) {
    if listed.count < ReadingLimits.faults {
      listed.append(fault)
    } else if fault.severity == .error, let index = listed.lastIndex(where: { $0.severity != .error }) {
      // An error is never hidden behind warnings.
      omit(listed[index].severity)
      listed.remove(at: index)
      listed.append(fault)
    } else {
      omit(fault.severity)
    }
  }

  /// Message, place and hint are only made when they are shown.
  func add(
    _ severity: Fault.Severity, _ message: () -> String, at location: () -> Location?, hint: () -> String?
  ) {
    guard lists(severity) else { return omit(severity) }
    add(Fault(severity, at: location() ?? Location(file: file), message(), hint: hint()))
  }

  func error(
    _ message: @autoclosure () -> String, at location: @autoclosure () -> Location? = nil, hint: @autoclosure () -> String? = nil
  ) {
    add(.error, message, at: location, hint: hint)
  }

  func warning(
    _ message: @autoclosure () -> String, at location: @autoclosure () -> Location? = nil, hint: @autoclosure () -> String? = nil
  ) {
    add(.warning, message, at: location, hint: hint)
  }

  func note(
    _ message: @autoclosure () -> String, at location: @autoclosure () -> Location? = nil, hint: @autoclosure () -> String? = nil
  ) {
    add(.note, message, at: location, hint: hint)
  }

  /// In the order of the file, and how many more there are.
  package var all: [Fault] {
    var faults = listed.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    let count = omitted.values.reduce(0, +)
    if count > 0, let severity = omitted.keys.max() {
      faults.append(Fault(severity, at: Location(file: file), "and \(count) more"))
    }
    return faults
  }
}

/// `did you mean …?` when something known is spelled nearly so.
package func suggest(_ word: String, among known: some Sequence<String>) -> String? {
  nearestWord(to: String(String.UnicodeScalarView(word.unicodeScalars.prefix(80))), among: known).map { "did you mean `\($0)`?" }
}

extension Fault {
  fileprivate var place: Location { location ?? Location(file: "") }
}
