extension Day {
  /// The first date in a text, as names of files and layers write it: `2024-07-14`, `20240714`, `2024_07_14` or `2024.07.14`,
  /// between other letters; a time may follow. nil where there is none.
  package init?(in text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(500))
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index]) }
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
      if let day = try? Day(year: parts[0], month: parts[1], dayOfMonth: parts[2]) {
        self = day
        return
      }
    }
    return nil
  }
}
