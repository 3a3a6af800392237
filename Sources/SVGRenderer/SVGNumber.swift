/// Fixed-point numbers: written the same everywhere, and rounded once so that differences do not drift.
enum SVGNumber {
  static func scale(_ decimals: Int) -> UInt {
    switch decimals {
    case ...0: 1
    case 1: 10
    case 2: 100
    default: 1000
    }
  }

  /// The value in units of the last decimal; NaN becomes 0 and far-off values stop at a million px.
  static func fixed(_ value: Double, decimals: Int) -> Int {
    guard !value.isNaN else { return 0 }
    return Int((min(max(value, -1e6), 1e6) * Double(scale(decimals))).rounded())
  }

  /// `-5` in hundredths is `-.05`. Tells whether the number has a decimal point.
  static func append(_ fixed: Int, decimals: Int, to bytes: inout [UInt8], _ hasPoint: inout Bool) {
    let scale = scale(decimals)
    let whole = fixed.magnitude / scale
    var rest = fixed.magnitude % scale
    if fixed < 0 { bytes.append(0x2D) }
    if whole > 0 || rest == 0 { appendDigits(whole, to: &bytes) }
    hasPoint = rest > 0
    guard rest > 0 else { return }
    bytes.append(0x2E)
    var place = scale / 10
    while rest > 0, place > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
  }

  private static func appendDigits(_ value: UInt, to bytes: inout [UInt8]) {
    var place: UInt = 1
    while value / place >= 10 { place *= 10 }
    var rest = value
    while place > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
  }
}
