/// What a text of the files may be. Renderers escape markup; here only what no renderer can show is refused.
enum TextDefect: Error, Hashable, CustomStringConvertible {
  case controlCharacter(UInt32)
  case tooLong(Int)

  var description: String {
    switch self {
    case .controlCharacter(let value): "the text holds the control character U+\(hexadecimal(value))"
    case .tooLong(let count): "the text has \(count) characters; at most \(ReadingLimits.textLength) are read"
    }
  }
}

extension String {
  /// Refuses control characters other than the line feed, and texts that are too long.
  func validateText() throws(TextDefect) {
    var text = self
    let defect: TextDefect? = text.withUTF8 { bytes in
      var scalars = 0
      for i in bytes.indices {
        let byte = bytes[i]
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte < 0x20 && byte != 0x0A || byte == 0x7F { return .controlCharacter(UInt32(byte)) }
        // U+0080 to U+009F are C2 80 to C2 9F.
        if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] < 0xA0 { return .controlCharacter(UInt32(bytes[i + 1])) }
      }
      return scalars > ReadingLimits.textLength ? .tooLong(scalars) : nil
    }
    if let defect { throw defect }
  }

  /// ASCII letters, digits, `-`, `_` and `.`; a letter or digit first; at most 80 of them.
  var isIdentifier: Bool {
    guard let first = utf8.first, utf8.count <= 80, first != UInt8(ascii: "-"), first != UInt8(ascii: "_"), first != UInt8(ascii: ".")
    else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      default: false
      }
    }
  }
}

extension StringProtocol {
  /// The first 40 Unicode scalars, for a message. Characters would not do: one may have millions of combining marks.
  package var excerpt: String {
    let start = String(String.UnicodeScalarView(unicodeScalars.prefix(40)))
    return unicodeScalars.dropFirst(40).isEmpty ? start : start + "…"
  }
}

/// The offset of the first byte that is not UTF-8; nil when all are.
///
/// Checks the well-formed sequences of table 3-7 of the Unicode Standard, so that overlong forms and surrogates are found.
func firstInvalidUTF8(_ bytes: UnsafeRawBufferPointer) -> Int? {
  var i = 0
  let count = bytes.count
  while i < count {
    while i + 8 <= count, bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { i += 8 }
    guard i < count else { return nil }
    let lead = bytes[i]
    if lead < 0x80 {
      i += 1
      continue
    }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return i
    }
    guard i + length <= count, second.contains(bytes[i + 1]) else { return i }
    for k in stride(from: 2, to: length, by: 1) where bytes[i + k] & 0xC0 != 0x80 { return i }
    i += length
  }
  return nil
}

/// At least 4 upper-case hexadecimal digits.
func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
