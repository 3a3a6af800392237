/// Gives the catalogue of a finished PDF file the language of its text and asks viewers to show its title, which cairo cannot.
///
/// The file is not rewritten: a second copy of the catalogue, a cross-reference section and a trailer are put behind it, as ISO 32000-1,
/// 7.5.6 (incremental updates) has it.
struct PDFCatalog {
  /// A language tag of BCP 47.
  var language: String

  /// The file with the update behind it; as it is where its catalogue lies in a compressed stream, as from cairo 1.18.
  func added(to file: [UInt8]) -> [UInt8] {
    let letters = language.utf8.filter { $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
    guard !letters.isEmpty, let trailer = last("trailer", in: file, before: file.count),
      let size = number(after: "/Size ", in: file, from: trailer), let root = number(after: "/Root ", in: file, from: trailer),
      let start = last("startxref", in: file, before: file.count), let previous = number(after: "startxref\n", in: file, from: start),
      let object = last("\n\(root) 0 obj", in: file, before: trailer), let opening = first("<<", in: file, from: object),
      let closing = first("endobj", in: file, from: opening), let end = last(">>", in: file, before: closing), end > opening
    else { return file }
    var result = file
    if result.last != 0x0A { result.append(0x0A) }
    let offset = result.count
    func append(_ text: String) { result.append(contentsOf: text.utf8) }
    append("\(root) 0 obj\n")
    result.append(contentsOf: file[opening..<end])
    append("/Lang (")
    result.append(contentsOf: letters)
    append(")\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n")
    let table = result.count
    let digits = String(offset)
    append("xref\n\(root) 1\n\(String(repeating: "0", count: max(0, 10 - digits.count)))\(digits) 00000 n \n")
    append("trailer\n<< /Size \(size)\n   /Root \(root) 0 R\n")
    if let information = number(after: "/Info ", in: file, from: trailer) { append("   /Info \(information) 0 R\n") }
    append("   /Prev \(previous)\n>>\nstartxref\n\(table)\n%%EOF\n")
    return result
  }

  private func first(_ text: String, in file: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start >= 0, file.count >= wanted.count else { return nil }
    return (start..<max(start, file.count - wanted.count + 1)).first { file[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }

  private func last(_ text: String, in file: [UInt8], before end: Int) -> Int? {
    let wanted = Array(text.utf8)
    return stride(from: end - wanted.count, through: 0, by: -1).first { file[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }

  private func number(after word: String, in file: [UInt8], from start: Int) -> Int? {
    guard let at = first(word, in: file, from: start) else { return nil }
    let digits = file[(at + word.utf8.count)...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
