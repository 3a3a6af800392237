import Diagnostics

/// Why bytes are no CSV, and where.
struct CSVDefect: Error, Hashable {
  var offset: Int
  var message: String
  var hint: String?
}

/// Reads comma-separated values (RFC 4180) record by record: quotes, line breaks inside them, CRLF, and a byte order mark.
struct CSVReader {
  struct Cell: Hashable {
    var text: String
    var offset: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset: Int

  /// The bytes must have been checked to be UTF-8, and must live as long as the reader.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    offset = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The cells of the next record that is not an empty line; nil at the end of the file.
  mutating func nextRecord() throws(CSVDefect) -> [Cell]? {
    while offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D { offset += 1 }
    guard offset < bytes.count else { return nil }
    var cells: [Cell] = []
    while true {
      cells.append(try readCell())
      if cells.count > ReadingLimits.properties {
        throw CSVDefect(offset: offset, message: "a record has more than \(ReadingLimits.properties) cells")
      }
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { break }
      offset += 1
    }
    if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
    if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    return cells
  }

  private mutating func readCell() throws(CSVDefect) -> Cell {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try readQuotedCell() }
    let start = offset
    while offset < bytes.count, !endsCell(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "\"") {
        throw CSVDefect(
          offset: offset, message: "a quote stands inside a cell without quotes around it",
          hint: "quote the cell and double the quotes in it")
      }
      offset += 1
    }
    return Cell(text: String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self), offset: start)
  }

  private mutating func readQuotedCell() throws(CSVDefect) -> Cell {
    let start = offset
    var content: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\"") else {
        // Line breaks inside quotes are kept as line feeds.
        if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { continue }
        content.append(byte)
        continue
      }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        content.append(byte)
        offset += 1
        continue
      }
      guard offset == bytes.count || endsCell(bytes[offset]) else {
        throw CSVDefect(
          offset: offset, message: "text stands behind the closing quote of a cell", hint: "double the quotes inside a quoted cell")
      }
      return Cell(text: String(decoding: content, as: UTF8.self), offset: start)
    }
    throw CSVDefect(offset: start, message: "the quote that opens here is not closed")
  }

  private func endsCell(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D }
}
