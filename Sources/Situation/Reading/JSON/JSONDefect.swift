/// Why bytes are no JSON, and where.
struct JSONDefect: Error, Hashable {
  /// Offset in the file.
  var offset: Int
  var message: String
  var hint: String?
}
