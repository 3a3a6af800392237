/// What a file may hold at most, so that a hostile one fails in bounded memory and without exhausting the stack.
enum ReadingLimits {
  /// Listed for one file; the rest are counted.
  static let faults = 20
  /// Characters (Unicode scalars) in a text.
  static let textLength = 10_000
  static let jsonDepth = 1000
  static let yamlDepth = 100
  static let yamlNodes = 200_000
  static let yamlBytes = 4 << 20
  static let csvBytes = 256 << 20
  static let jsonBytes = 1 << 30
  /// Kept of one feature.
  static let properties = 1000
  static let listLength = 10_000
}
