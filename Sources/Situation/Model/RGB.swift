/// A colour as the files write it, `#rrggbb`, in sRGB.
package struct RGB: Hashable, Sendable {
  package var red, green, blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// nil unless the text is `#` and six hexadecimal digits.
  package init?(hex: String) {
    let bytes = Array(hex.utf8.prefix(8))
    guard bytes.count == 7, bytes[0] == 0x23 else { return nil }
    var channels: [UInt8] = []
    for i in [1, 3, 5] {
      guard let high = hexDigit(bytes[i]), let low = hexDigit(bytes[i + 1]) else { return nil }
      channels.append(high << 4 | low)
    }
    self.init(red: channels[0], green: channels[1], blue: channels[2])
  }
}

extension RGB: CustomStringConvertible {
  package var description: String {
    let digits = Array("0123456789abcdef")
    return "#" + [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
  }
}

/// The value of an ASCII hexadecimal digit, 0 to 15.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
