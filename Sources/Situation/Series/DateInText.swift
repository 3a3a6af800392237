extension Day {
  /// The first date in a text, as names of files and layers write it: `2024-07-14`, `20240714`, `2024_07_14` or `2024.07.14`,
  /// between other letters; a time may follow. nil where there is none.
  package init?(in text: some StringProtocol) {
    for date in Self.dates(in: text) {
      if case .success(let day) = date {
        self = day
        return
      }
    }
    return nil
  }

  /// Why what looks like the first date in a text is none.
  static func defect(in text: some StringProtocol) -> DayDefect? {
    for date in dates(in: text) { if case .failure(let defect) = date { return defect } }
    return nil
  }

  /// Four, two and two digits together, from 1800 to 2200.
  private static func dates(in text: some StringProtocol) -> [Result<Day, DayDefect>] {
    let bytes = Array(text.utf8.prefix(500))
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index]) }
    var found: [Result<Day, DayDefect>] = []
    for start in bytes.indices where isDigit(start) && !isDigit(start - 1) {
      var parts: [Int] = []
      var next = start
      for width in [4, 2, 2] {
        if !parts.isEmpty, bytes.indices.contains(next), [0x2D, 0x5F, 0x2E, 0x2F].contains(bytes[next]) { next += 1 }
        guard (next..<(next + width)).allSatisfy(isDigit), let number = decimal(bytes[next..<(next + width)]) else { break }
        parts.append(number)
        next += width
      }
      guard parts.count == 3, !isDigit(next), (1800...2200).contains(parts[0]) else { continue }
      found.append(
        Result { () throws(DayDefect) -> Day in try Day(year: parts[0], month: parts[1], dayOfMonth: parts[2]) })
    }
    return found
  }
}
