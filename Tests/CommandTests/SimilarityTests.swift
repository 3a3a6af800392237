import CairoRenderer
import Foundation
import SheetSupport
import Testing

/// Our PNG of each report's sheet beside librsvg's picture of our SVG of it.
struct SimilarityTests {
  static let reports: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: Program.repository.appendingPathComponent("seeds").path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()
    .compactMap { name in
      let text = try? String(contentsOf: Program.repository.appendingPathComponent("seeds/\(name)"), encoding: .utf8)
      return text?.split(separator: "\n").first { $0.hasPrefix("report: ") }.map { String($0.dropFirst(8)) }
    }

  @Test(
    .enabled(if: OutsideProgram.isInstalled("rsvg-convert"), "rsvg-convert (Debian: librsvg2-bin) is not installed"), arguments: reports)
  func `the PNG looks like the SVG`(report: String) throws {
    let rsvg = try #require(OutsideProgram("rsvg-convert"))
    let folder = try TemporaryFolder()
    let (svg, png) = (folder.url.appendingPathComponent("map.svg").path, folder.url.appendingPathComponent("map.png").path)
    #expect(try Program.run(["render", "--report", report, "-o", svg, "-o", png], in: Program.repository).code == 0)
    let fonts = Program.repository.appendingPathComponent("Sources/BundledFonts/Fonts").path
    let configuration = try folder.write(
      """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig><dir>\(fonts)</dir><cachedir>\(folder.url.path)/cache</cachedir></fontconfig>
      """.utf8, "fonts.conf")
    let theirs = try #require(Raster(png: Array(try rsvg.run([svg], environment: ["FONTCONFIG_FILE": configuration]))))
    let ours = try #require(Raster(png: Array(try Data(contentsOf: URL(fileURLWithPath: png)))))
    let similarity = try #require(Likeness.similarity(ours, theirs))
    print("similarity of \(report): \((similarity * 10_000).rounded() / 10_000)")
    #expect(similarity >= 0.97)
  }

  @Test func `there are five reports`() { #expect(Self.reports.count >= 5) }
}
