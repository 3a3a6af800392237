import CairoRenderer
import Drawing
import SheetSupport
import Testing
import Typography

/// What a PDF file says of its title and its language.
struct PDFCatalogTests {
  private func pdf(_ language: String) throws -> [UInt8] {
    var list = Samples.sheet([.shape(Shape(Samples.box(10, 10, 30), fill: Color(0x336699)))])
    list.language = language
    return try renderPDF(list, glyphs: Shaper())
  }

  @Test(arguments: ["en", "ar", "zh-Hant"])
  func `the last catalogue tells the language, and the tables lead to it`(language: String) throws {
    let bytes = try pdf(language)
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    #expect(text.hasSuffix("%%EOF\n"))
    #expect(text.contains("/Lang (\(language))") && text.contains("/DisplayDocTitle true"))
    // Where a reader begins: the last line but one says where the table is, and that where the catalogue is.
    let start = try #require(text.split(separator: "\n").dropLast().last.flatMap { Int($0) })
    let table = String(decoding: bytes[start...], as: Unicode.ASCII.self).split(separator: "\n")
    #expect(table[0] == "xref")
    let number = try #require(table[1].split(separator: " ").first)
    let offset = try #require(table[2].split(separator: " ").first.flatMap { Int($0) })
    let catalogue = String(decoding: bytes[offset...], as: Unicode.ASCII.self)
    #expect(catalogue.hasPrefix("\(number) 0 obj\n<< /Type /Catalog"))
    #expect(catalogue.contains("/Root \(number) 0 R"))
    // And the table before it, of all other objects.
    let previous = try #require(catalogue.split(separator: "/Prev ").last?.prefix { $0.isNumber }).description
    #expect(String(decoding: bytes[(try #require(Int(previous)))...].prefix(4), as: Unicode.ASCII.self) == "xref")
  }

  @Test(.enabled(if: OutsideProgram.isInstalled("pdfinfo"), "pdfinfo (Debian: poppler-utils) is not installed"))
  func `another program reads title and page`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try pdf("ar"), "sheet.pdf")
    let told = String(decoding: try #require(OutsideProgram("pdfinfo")).run([path]), as: UTF8.self)
    #expect(told.contains("Title:           Sheet") && told.contains("Pages:           1") && told.contains("75 x 45 pts"))
  }
}
