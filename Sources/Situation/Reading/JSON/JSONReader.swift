/// Reads JSON (RFC 8259) from bytes one token after the other; nothing is built but what the caller keeps.
///
/// The bytes must have been checked to be UTF-8, and must live as long as the reader.
struct JSONReader {
  let bytes: UnsafeRawBufferPointer
  /// Of the next byte to read.
  var offset: Int
  /// Arrays and objects that are open around the next byte.
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    // A byte order mark is no part of the text.
    offset = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  enum Token { case object, array, string, number, bool, null }

  @inline(__always)
  mutating func skipSpace() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      offset += 1
    }
  }

  /// The next byte that is not white space; it is not consumed.
  @inline(__always)
  mutating func peekByte() throws(JSONDefect) -> UInt8 {
    skipSpace()
    guard offset < bytes.count else { throw truncated() }
    return bytes[offset]
  }

  /// What the next value is; nothing is consumed.
  mutating func peek() throws(JSONDefect) -> Token {
    switch try peekByte() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw unexpected("a value")
    }
  }

  @inline(__always)
  mutating func consume(_ byte: UInt8, _ name: @autoclosure () -> String) throws(JSONDefect) {
    guard try peekByte() == byte else { throw unexpected(name()) }
    offset += 1
  }

  mutating func beginObject() throws(JSONDefect) {
    try consume(UInt8(ascii: "{"), "an object")
    try open()
  }

  mutating func beginArray() throws(JSONDefect) {
    try consume(UInt8(ascii: "["), "an array")
    try open()
  }

  private mutating func open() throws(JSONDefect) {
    depth += 1
    if depth > ReadingLimits.jsonDepth {
      throw JSONDefect(offset: offset - 1, message: "arrays and objects are nested deeper than \(ReadingLimits.jsonDepth)")
    }
  }

  /// Moves to the next element of the array; false at its end, which is consumed.
  @inline(__always)
  mutating func nextElement(isFirst: inout Bool) throws(JSONDefect) -> Bool {
    let byte = try peekByte()
    if byte == UInt8(ascii: "]") {
      offset += 1
      depth -= 1
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard byte == UInt8(ascii: ",") else { throw unexpected("`,` or `]`") }
    offset += 1
    if try peekByte() == UInt8(ascii: "]") { throw unexpected("a value after `,`") }
    return true
  }

  /// The next key of the object, with the `:` after it consumed, and its offset; nil at the end of the object.
  mutating func nextKey(isFirst: inout Bool) throws(JSONDefect) -> (key: String, offset: Int)? {
    var byte = try peekByte()
    if byte == UInt8(ascii: "}") {
      offset += 1
      depth -= 1
      return nil
    }
    if isFirst {
      isFirst = false
    } else {
      guard byte == UInt8(ascii: ",") else { throw unexpected("`,` or `}`") }
      offset += 1
      byte = try peekByte()
    }
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    let start = offset
    let key = try readString()
    try consume(UInt8(ascii: ":"), "`:`")
    return (key, start)
  }

  /// After the outermost value nothing may follow.
  mutating func finish() throws(JSONDefect) {
    skipSpace()
    if offset < bytes.count { throw JSONDefect(offset: offset, message: "the file goes on after the end of its JSON value") }
  }

  mutating func readBool() throws(JSONDefect) -> Bool {
    if try peekByte() == UInt8(ascii: "t") {
      try readWord("true")
      return true
    }
    try readWord("false")
    return false
  }

  mutating func readNull() throws(JSONDefect) { try readWord("null") }

  private mutating func readWord(_ word: StaticString) throws(JSONDefect) {
    skipSpace()
    let length = word.utf8CodeUnitCount
    for i in 0..<length {
      guard offset + i < bytes.count else { throw truncated() }
      guard bytes[offset + i] == word.utf8Start[i] else { throw unexpected("`\(word)`") }
    }
    offset += length
  }
}

extension JSONReader {
  func truncated() -> JSONDefect {
    JSONDefect(
      offset: bytes.count, message: bytes.count == 0 ? "the file is empty" : "the file ends in the middle of its JSON",
      hint: "is it complete?")
  }

  /// Says what was found where `wanted` belongs.
  func unexpected(_ wanted: String) -> JSONDefect {
    guard offset < bytes.count else { return truncated() }
    var word = ""
    var i = offset
    while i < bytes.count, word.utf8.count < 12, let scalar = Unicode.Scalar(UInt32(bytes[i])), scalar.isASCII,
      scalar.properties.isAlphabetic || word.isEmpty
    {
      word.unicodeScalars.append(scalar)
      i += 1
    }
    let notNumbers = ["NaN", "Infinity", "nan", "inf", "Inf", "-Infinity", "-I", "-i"]
    let isNumberWord = notNumbers.contains { word.hasPrefix($0) }
    let found = word.isEmpty ? "a byte 0x\(String(bytes[offset], radix: 16))" : "`\(word)`"
    return JSONDefect(
      offset: offset, message: "expected \(wanted), found \(found)",
      hint: isNumberWord ? "JSON has no word for what is not a finite number; write null or leave it out" : nil)
  }
}
