import CairoRenderer
import Foundation
import SheetSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The files of full sheets.
struct SheetFileTests {
  @Test(arguments: SimilarityTests.reports, ["en", "ar"])
  func `a full sheet at slide size is below 400 kB, light and dark`(report: String, language: String) throws {
    for theme in ["light", "dark"] {
      let run = try Program.run(
        ["render", "--report", report, "--size", "slide", "--lang", language, "--theme", theme, "--format", "svg", "-o", "-"],
        in: Program.repository)
      #expect(run.code == 0)
      #expect(run.output.count > 100_000 && run.output.count < 400_000, "\(report) \(language) \(theme): \(run.output.count)")
    }
  }

  @Test func `letters as outlines need no font and look the same`() throws {
    let folder = try TemporaryFolder()
    let (live, outlined) = (folder.url.appendingPathComponent("live.png").path, folder.url.appendingPathComponent("map.svg").path)
    let arguments = ["render", "--report", "7dnews-2018-12-06", "--size", "a4", "--text", "outlines", "-o", outlined, "-o", live]
    #expect(try Program.run(arguments, in: Program.repository).code == 0)
    let text = try String(contentsOfFile: outlined, encoding: .utf8)
    #expect(!text.contains("<text") && !text.contains("@font-face") && text.contains("aria-label=\"Damascus\""))
    guard let rsvg = OutsideProgram("rsvg-convert") else { return }
    let theirs = try #require(Raster(png: Array(try rsvg.run([outlined]))))
    let ours = try #require(Raster(png: Array(try Data(contentsOf: URL(fileURLWithPath: live)))))
    #expect(try #require(Likeness.similarity(ours, theirs)) >= 0.98)
  }

  @Test(arguments: ["en", "ar"])
  func `a page of HTML is well formed and has picture, caption and sources`(language: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("figure.html").path
    let run = try Program.run(["render", "--report", "toi-2018-08-26", "--lang", language, "-o", path], in: Program.repository)
    #expect(run.code == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.hasPrefix("<figure") && page.contains("<figcaption"))
    let image = try #require(page.split(separator: "data:image/svg+xml;base64,").dropFirst().first?.split(separator: "\"").first)
    let picture = try #require(Data(base64Encoded: String(image)))
    #expect(XMLParser(data: picture).parse() && String(decoding: picture, as: UTF8.self).contains("<svg"))
    #expect(page.contains("lang=\"\(language)\"") && page.contains("href=\"https://www.timesofisrael.com/"))
    #expect(XMLParser(data: Data(page.utf8)).parse())
  }

  @Test func `a page of Markdown names a picture that is there`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("figure.md").path
    #expect(try Program.run(["render", "--report", "jpost-2017-05-30", "-o", path], in: Program.repository).code == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let picture = try #require(page.split(separator: "](").dropFirst().first?.split(separator: ")").first)
    #expect(page.hasPrefix("![Map. ") && page.contains("The Jerusalem Post"))
    #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(String(picture)).path))
  }

  @Test func `letters that the fonts lack are named`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["render", "--title", "Fighting at 東京", "-o", "map.svg"])
    #expect(run.code == 0)
    #expect(run.errors.contains("京 (U+4EAC), 東 (U+6771)") && run.errors.contains("hint: "))
  }
}
