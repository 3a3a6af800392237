import Foundation
import Geometry
import Testing

/// A text file in `Reference`: one row a line, words apart by blanks, `#` before comments.
struct ReferenceTable {
  let rows: [[Substring]]

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/\(name).txt")
    rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ")
    }
    try #require(!rows.isEmpty)
  }
}

/// The number that a word of a table is.
func number(_ word: Substring) throws -> Double { try #require(Double(word), "\(word) is no number") }

/// A vertex from the words of a table: `latitude,longitude`.
func vertex(_ word: Substring) throws -> Point<Geographic> {
  let parts = try word.split(separator: ",").map(number)
  try #require(parts.count == 2)
  return Point(parts[1], parts[0])
}

/// Rings from the words of a table, apart by slashes.
func rings(_ words: ArraySlice<Substring>) throws -> [[Point<Geographic>]] {
  try words.split(separator: "/").map { try $0.map(vertex) }
}
