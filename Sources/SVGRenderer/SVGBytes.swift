/// A growing SVG file.
struct SVGBytes {
  private(set) var bytes: [UInt8] = []
  /// Whether the last thing written was a number with a decimal point, so that a second point starts a new number.
  private var endsInFraction = false

  var isEmpty: Bool { bytes.isEmpty }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func append(_ other: SVGBytes) { append(other.bytes) }

  mutating func append(_ other: [UInt8]) {
    bytes.append(contentsOf: other)
    endsInFraction = false
  }

  /// Markup of the program's own.
  mutating func markup(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    endsInFraction = false
  }

  mutating func command(_ letter: UInt8) {
    bytes.append(letter)
    endsInFraction = false
  }

  /// Anybody's words, safe between tags and in quoted attributes. Characters that XML cannot hold are left out.
  mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: markup("&amp;")
      case 0x3C: markup("&lt;")
      case 0x3E: markup("&gt;")
      case 0x22: markup("&quot;")
      case 0x27: markup("&#39;")
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case 0x00..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
      case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    endsInFraction = false
  }

  mutating func attribute(_ name: String, _ value: String) {
    markup(" \(name)=\"")
    escaped(value)
    bytes.append(0x22)
  }

  mutating func attribute(_ name: String, _ value: Double) {
    markup(" \(name)=\"")
    number(value)
    bytes.append(0x22)
  }

  /// At most two decimals. What is no number becomes 0.
  mutating func number(_ value: Double) { number(SVGNumber.fixed(value, decimals: 2), decimals: 2) }

  /// A whole number of tenths, hundredths and so on; no trailing zeros, no `-0`.
  mutating func number(_ fixed: Int, decimals: Int) { SVGNumber.append(fixed, decimals: decimals, to: &bytes, &endsInFraction) }

  /// The next number of a list, with a separator only where one is needed.
  mutating func coordinate(_ fixed: Int, decimals: Int) {
    let startsWithPoint = fixed != 0 && fixed.magnitude < SVGNumber.scale(decimals)
    if fixed >= 0, let last = bytes.last, last == 0x2E || (0x30...0x39).contains(last), !(startsWithPoint && endsInFraction) {
      bytes.append(0x20)
    }
    number(fixed, decimals: decimals)
  }
}
