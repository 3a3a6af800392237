import Diagnostics

/// A table with a header: each row is read by the names of its columns.
struct CSVTable {
  struct Row {
    var location: Location
    /// In the order of the columns; nil for one that holds no text.
    var cells: [(text: String, location: Location)?]
    /// Where each column's cell is; all rows share it.
    var numbers: [String: Int]

    subscript(column: String) -> String { cell(column)?.text ?? "" }
    func location(of column: String) -> Location { cell(column)?.location ?? location }

    private func cell(_ column: String) -> (text: String, location: Location)? { numbers[column].flatMap { cells[$0] } }
  }

  var columns: [String] = []
  private var numbers: [String: Int] = [:]
  var rows: [Row] = []

  /// The rows of a file that have as many cells as its header; nil when the file cannot be read as a table.
  static func read(
    _ bytes: UnsafeRawBufferPointer, required: [String], isKnown: (String) -> Bool, faults: FileFaults
  ) -> CSVTable? {
    var positions = TextPositions(file: faults.file, bytes: bytes)
    if bytes.count > ReadingLimits.csvBytes {
      faults.error("the file has \(bytes.count) bytes; at most \(ReadingLimits.csvBytes) are read")
      return nil
    }
    if let offset = firstInvalidUTF8(bytes) {
      faults.error("the file is not UTF-8 here", at: positions.location(at: offset), hint: "save it as UTF-8")
      return nil
    }
    var reader = CSVReader(bytes)
    var table = CSVTable()
    do throws(CSVDefect) {
      guard let header = try reader.nextRecord() else {
        faults.error("the file is empty", hint: "its first line is \(required.joined(separator: ","))")
        return nil
      }
      guard table.readHeader(header, required, isKnown, &positions, faults) else { return nil }
      while let record = try reader.nextRecord() { table.readRow(record, &positions, faults) }
    } catch {
      faults.error(error.message, at: positions.location(at: error.offset), hint: error.hint)
      return nil
    }
    return table
  }

  private mutating func readHeader(
    _ header: [CSVReader.Cell], _ required: [String], _ isKnown: (String) -> Bool, _ positions: inout TextPositions,
    _ faults: FileFaults
  ) -> Bool {
    columns = header.map { $0.text.trimmed }
    numbers = Dictionary(columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
    for (index, column) in columns.enumerated() {
      let location = positions.location(at: header[index].offset)
      if columns[..<index].contains(column) { faults.error("the column `\(column.excerpt)` is there twice", at: location) }
      guard !isKnown(column) else { continue }
      let absent = required.filter { !columns.contains($0) }
      faults.warning("the column `\(column.excerpt)` is not known and not read", at: location, hint: suggest(column, among: absent))
    }
    let missing = required.filter { !columns.contains($0) }
    for column in missing { faults.error("there is no column `\(column)`", at: Location(file: faults.file, line: 1, column: 1)) }
    return missing.isEmpty
  }

  private mutating func readRow(_ record: [CSVReader.Cell], _ positions: inout TextPositions, _ faults: FileFaults) {
    let location = positions.location(at: record[0].offset)
    guard record.count == columns.count else {
      let hint = record.count > columns.count ? "quote a cell that has a comma in it" : nil
      return faults.error("the row has \(record.count) cells, the header \(columns.count)", at: location, hint: hint)
    }
    var cells: [(text: String, location: Location)?] = []
    cells.reserveCapacity(columns.count)
    for (column, cell) in zip(columns, record) {
      let place = positions.location(at: cell.offset)
      do throws(TextDefect) {
        try cell.text.validateText()
        cells.append((cell.text.trimmed, place))
      } catch {
        cells.append(nil)
        faults.error("`\(column.excerpt)`: \(error)", at: place)
      }
    }
    rows.append(Row(location: location, cells: cells, numbers: numbers))
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    let start = drop { $0 == " " }
    let end = start.lastIndex { $0 != " " }
    return end.map { String(start[...$0]) } ?? ""
  }
}
