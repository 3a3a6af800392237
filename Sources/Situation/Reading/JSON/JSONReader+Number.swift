extension JSONReader {
  /// Powers of ten that a `Double` holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a finite number, correctly rounded.
  ///
  /// A significand up to 2^53 and a power of ten up to 22 are both exact, so that one multiplication or division rounds as
  /// it must (Clinger, W. D. (1990), How to read floating point numbers accurately, doi:10.1145/93542.93557). The rest goes
  /// to the standard library.
  mutating func readNumber() throws(JSONDefect) -> Double {
    skipSpace()
    let start = offset
    let count = bytes.count
    var i = offset
    let isNegative = i < count && bytes[i] == UInt8(ascii: "-")
    if isNegative { i += 1 }

    var significand: UInt64 = 0
    var digits = 0
    var exponent = 0
    let integerStart = i
    while i < count, case let digit = bytes[i] &- 0x30, digit < 10 {
      if digits < 19 {
        significand = significand &* 10 &+ UInt64(digit)
        if significand != 0 { digits += 1 }
      } else {
        digits += 1
        exponent += 1
      }
      i += 1
    }
    guard i > integerStart else {
      if i >= count { throw truncated() }
      throw unexpected("a number")
    }
    if bytes[integerStart] == 0x30, i > integerStart + 1 {
      throw JSONDefect(offset: start, message: "a number does not begin with a needless 0")
    }
    if i < count, bytes[i] == UInt8(ascii: ".") {
      i += 1
      let fractionStart = i
      while i < count, case let digit = bytes[i] &- 0x30, digit < 10 {
        if digits < 19 {
          significand = significand &* 10 &+ UInt64(digit)
          if significand != 0 { digits += 1 }
          exponent -= 1
        } else {
          digits += 1
        }
        i += 1
      }
      if i == fractionStart { throw JSONDefect(offset: start, message: "a digit belongs behind the decimal point") }
    }
    if i < count, bytes[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      var isNegativeExponent = false
      if i < count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
        isNegativeExponent = bytes[i] == UInt8(ascii: "-")
        i += 1
      }
      let exponentStart = i
      var written = 0
      while i < count, case let digit = bytes[i] &- 0x30, digit < 10 {
        if written < 100_000 { written = written * 10 + Int(digit) }
        i += 1
      }
      if i == exponentStart { throw JSONDefect(offset: start, message: "a digit belongs behind the `e` of a number") }
      exponent += isNegativeExponent ? -written : written
    }
    offset = i
    if significand <= 1 << 53, digits <= 19, abs(exponent) <= 22 {
      let magnitude = Double(significand)
      let value = exponent < 0 ? magnitude / Self.exactPowers[-exponent] : magnitude * Self.exactPowers[exponent]
      return isNegative ? -value : value
    }
    return try readSlowly(from: start, to: i)
  }

  private func readSlowly(from start: Int, to end: Int) throws(JSONDefect) -> Double {
    let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw JSONDefect(offset: start, message: "the number \(text.excerpt) is too large")
    }
    return value
  }
}
