/// A spot in a file that a person can go to.
package struct Location: Hashable, Sendable, CustomStringConvertible {
  /// Path as the user would write it, relative to the theatre's folder.
  package var file: String
  /// Counted from 1.
  package var line: Int?
  /// Counted from 1, in bytes.
  package var column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String {
    guard let line else { return file.singleLine }
    guard let column else { return "\(file.singleLine):\(line)" }
    return "\(file.singleLine):\(line):\(column)"
  }
}

extension Location: Comparable {
  package static func < (a: Location, b: Location) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
  }
}
