import Diagnostics

/// Finds line and column of byte offsets; quick when they are asked in growing order.
struct TextPositions {
  private let file: String
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(file: String, bytes: UnsafeRawBufferPointer) {
    self.file = file
    self.bytes = bytes
  }

  mutating func location(at target: Int) -> Location {
    let target = min(max(0, target), bytes.count)
    if target < offset { (offset, line, lineStart) = (0, 1, 0) }
    while offset < target {
      if bytes[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    return Location(file: file, line: line, column: target - lineStart + 1)
  }
}
