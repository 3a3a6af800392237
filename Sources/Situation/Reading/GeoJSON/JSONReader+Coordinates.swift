import Geometry

extension JSONReader {
  /// Reads a `coordinates` member of any geometry into the buffer.
  mutating func readCoordinates(into buffer: inout CoordinateBuffer) throws(JSONDefect) {
    buffer.reset()
    buffer.level = try readNested(into: &buffer, depth: 0)
  }

  /// Reads one array; returns the nesting level of its content, nil when it holds no position.
  private mutating func readNested(into buffer: inout CoordinateBuffer, depth: Int) throws(JSONDefect) -> Int? {
    try beginArray()
    if try beginsNumber() {
      try readPosition(into: &buffer)
      return 0
    }
    let start = offset - 1
    let firstPoint = buffer.points.count
    let firstRun = buffer.runs.count
    var level: Int?
    var hasEmpty = false
    var isFirst = true
    while try nextElement(isFirst: &isFirst) {
      guard depth < 3 else {
        // The only arrays this deep that mean something are positions.
        try beginArray()
        guard try beginsNumber() else {
          buffer.note(.tooDeep, at: offset)
          try skipRestOfArray()
          continue
        }
        try readPosition(into: &buffer)
        level = 1
        continue
      }
      guard let child = try readNested(into: &buffer, depth: depth + 1) else {
        hasEmpty = true
        continue
      }
      if level != nil, level != child + 1 { buffer.note(.mixedNesting, at: offset) }
      level = level ?? child + 1
    }
    if level == 1 { buffer.runs.append(CoordinateBuffer.Run(points: firstPoint..<buffer.points.count, offset: start)) }
    if level == 2 {
      buffer.groups.append(firstRun..<buffer.runs.count)
      if hasEmpty { buffer.note(.emptyRun, at: start) }
    }
    return level
  }

  private mutating func beginsNumber() throws(JSONDefect) -> Bool {
    let byte = try peekByte()
    return byte == UInt8(ascii: "-") || byte &- 0x30 < 10
  }

  /// Reads the numbers of a position whose `[` is consumed, and its `]`; a height and more are dropped.
  private mutating func readPosition(into buffer: inout CoordinateBuffer) throws(JSONDefect) {
    let start = offset
    let x = try readNumber()
    guard try peekByte() == UInt8(ascii: ",") else {
      try closePosition()
      buffer.note(.tooFewNumbers, at: start)
      return
    }
    offset += 1
    let y = try readNumber()
    try closePosition()
    if abs(x) > 180 || abs(y) > 90 {
      buffer.outside += 1
      buffer.note(abs(y) > 90 ? .latitude(y) : .longitude(x), at: start)
    }
    buffer.points.append(Point(x, y))
  }

  private mutating func closePosition() throws(JSONDefect) {
    var isFirst = false
    while try nextElement(isFirst: &isFirst) { _ = try readNumber() }
  }

  /// Skips to the end of an array whose `[` is consumed.
  private mutating func skipRestOfArray() throws(JSONDefect) {
    var isFirst = true
    while try nextElement(isFirst: &isFirst) { try skipValue() }
  }
}
