extension JSONReader {
  /// Reads a string and resolves its escapes.
  mutating func readString() throws(JSONDefect) -> String {
    let (start, end, hasEscapes) = try scanString()
    let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    return hasEscapes ? try unescape(raw, at: start) : String(decoding: raw, as: UTF8.self)
  }

  mutating func skipString() throws(JSONDefect) { _ = try scanString() }

  /// Moves behind the closing quote.
  private mutating func scanString() throws(JSONDefect) -> (start: Int, end: Int, hasEscapes: Bool) {
    try consume(UInt8(ascii: "\""), "a string")
    let start = offset
    var hasEscapes = false
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        offset = i + 1
        return (start, i, hasEscapes)
      }
      if byte < 0x20 { throw JSONDefect(offset: i, message: "a control character in a string must be written as an escape") }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        i += 1
      }
      i += 1
    }
    throw JSONDefect(offset: start - 1, message: "the string that begins here does not end", hint: "is the file complete?")
  }

  private func unescape(_ raw: UnsafeRawBufferPointer, at start: Int) throws(JSONDefect) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var i = 0
    while i < raw.count {
      guard raw[i] == UInt8(ascii: "\\") else {
        result.append(raw[i])
        i += 1
        continue
      }
      // `scanString` never ends a string behind a backslash.
      let escape = i + 1 < raw.count ? raw[i + 1] : 0
      i += 2
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = try unescapeScalar(raw, at: &i, fileOffset: start)
        result.append(contentsOf: Array(String(scalar).utf8))
      default: throw JSONDefect(offset: start + i - 2, message: "there is no such escape in JSON")
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The scalar of `\uXXXX` or of a surrogate pair; `i` is behind the first `\u`.
  private func unescapeScalar(_ raw: UnsafeRawBufferPointer, at i: inout Int, fileOffset: Int) throws(JSONDefect) -> Unicode.Scalar {
    let start = fileOffset + i - 2
    guard let first = hexadecimal(raw, at: i) else { throw JSONDefect(offset: start, message: "`\\u` needs 4 hexadecimal digits") }
    i += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, i + 1 < raw.count, raw[i] == UInt8(ascii: "\\"), raw[i + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(raw, at: i + 2), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      i += 6
      return scalar
    }
    throw JSONDefect(offset: start, message: "half a surrogate pair is no character")
  }

  private func hexadecimal(_ raw: UnsafeRawBufferPointer, at start: Int) -> UInt32? {
    guard start + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for i in start..<start + 4 {
      guard let digit = hexDigit(raw[i]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
