/// Why a sheet could not be drawn or encoded.
package enum CairoFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Cairo and PNG readers stop at 32,767 px a side; beyond 268 million pixels memory runs out.
  case sizeOutOfRange(width: Double, height: Double)
  case outOfMemory
  /// A bundled font could not be opened.
  case unreadableFont(String)
  /// Why pixels are no picture, or bytes no PNG file.
  case encoding(String)
  /// What cairo says.
  case cairo(String)

  package var description: String {
    switch self {
    case .sizeOutOfRange(let width, let height):
      "a sheet of \(width) x \(height) px cannot be drawn: each side must be 1 to 32767 px, and both together at most 268 million pixels"
    case .outOfMemory: "not enough memory for the sheet; choose a smaller size or scale"
    case .unreadableFont(let name): "the bundled font \(name) cannot be opened"
    case .encoding(let reason): "the PNG file could not be encoded: \(reason)"
    case .cairo(let reason): "cairo could not draw the sheet: \(reason)"
    }
  }
}
