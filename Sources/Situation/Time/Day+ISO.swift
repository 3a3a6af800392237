/// Why a text is no day.
package enum DayDefect: Error, Hashable, Sendable, CustomStringConvertible {
  case notISO(String)
  case yearOutOfRange(Int)
  case noSuchMonth(Int)
  case noSuchDay(Int, month: Int, year: Int, length: Int)

  package var description: String {
    switch self {
    case .notISO(let text): "`\(text.excerpt)` is not a day; write it as 2017-05-30"
    case .yearOutOfRange(let year): "the year \(year) is outside 0000 to 9999"
    case .noSuchMonth(let month): "there is no month \(month)"
    case .noSuchDay(let day, let month, let year, let length):
      "there is no \(day) \(MonthNames.name(month, language: "en")) \(year): \(MonthNames.name(month, language: "en")) \(year) has \(length) days"
    }
  }
}

extension Day {
  /// A day written `YYYY-MM-DD` and nothing else.
  package init(iso text: some StringProtocol) throws(DayDefect) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
    else { throw .notISO(text.excerpt) }
    try self.init(year: year, month: month, dayOfMonth: day)
  }
}

extension Day: CustomStringConvertible {
  /// `2017-05-30`
  package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(dayOfMonth, to: 2))" }
}

/// The number written by ASCII digits alone; at most 9 of them.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value.magnitude)
  return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
