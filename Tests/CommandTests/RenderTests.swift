import Foundation
import SheetSupport
import Testing

/// What the program does when all is well.
struct RenderTests {
  private func pixels(ofPNG data: Data) -> (width: Int, height: Int)? {
    guard data.count > 24, data.prefix(8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    func number(_ at: Int) -> Int { data[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  @Test func `without options the latest day is drawn and its file named`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["render"])
    #expect(run.code == 0)
    let files = try theatre.written
    #expect(files.count == 1 && files.allSatisfy { $0.hasPrefix("tiny-2020-01-") && $0.hasSuffix(".svg") })
    #expect(run.errors.contains("wrote \(files.first ?? "?")"))
  }

  @Test func `the ending of each file says what is written`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["render", "--on", "2020-01-10", "-o", "a.svg", "-o", "a.png", "-o", "a.pdf", "--scale", "0.5"])
    #expect(run.code == 0 && run.errors == "")
    let files = try ["a.svg", "a.png", "a.pdf"].map { try Data(contentsOf: theatre.url.appendingPathComponent($0)) }
    #expect(files[0].starts(with: Array("<?xml".utf8)))
    let png = try #require(pixels(ofPNG: files[1]))
    #expect(png == (800, 600))
    #expect(files[2].starts(with: Array("%PDF-".utf8)))
  }

  @Test func `standard output gets the format asked for`() throws {
    let theatre = try TheatreFolder()
    for (format, start) in [("svg", "<?xml"), ("pdf", "%PDF-"), ("png", "\u{89}PNG")] {
      let run = try theatre.run(["render", "-o", "-", "--format", format])
      #expect(run.code == 0 && run.output.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    }
    #expect(try theatre.written == [])
  }

  @Test(arguments: [
    ("slide", 1600, 900), ("480x1600", 480, 1600), ("square", 1080, 1080), ("a4", 1123, 794), ("640x480", 640, 480),
    ("254x127mm", 960, 480),
  ])
  func `every size is drawn in that size`(name: String, width: Int, height: Int) throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["render", "--size", name, "-o", "-", "--format", "png"])
    let size = try #require(pixels(ofPNG: run.output))
    #expect(size == (width, height))
  }

  @Test func `a column is as high as what is on it`() throws {
    let theatre = try TheatreFolder()
    func height(_ arguments: [String]) throws -> Int {
      let run = try theatre.run(["render", "--size", "column", "-o", "-", "--format", "png"] + arguments)
      let size = try #require(pixels(ofPNG: run.output))
      #expect(size.0 == 480)
      return size.1
    }
    let (day, report, bare) = (
      try height(["--on", "2020-01-02"]), try height(["--report", "tiny-2020-01-10"]), try height(["--layers", "control,borders"])
    )
    #expect(bare < day && day < report && report <= 9 * 480)
  }

  @Test func `dots per inch set the pixels`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["render", "--size", "480x240", "--dpi", "192", "-o", "-", "--format", "png"])
    #expect(try #require(pixels(ofPNG: run.output)) == (960, 480))
  }

  @Test func `what a report says is drawn on the report's own day`() throws {
    let theatre = try TheatreFolder()
    let svg = try theatre.run(["render", "--report", "tiny-2020-01-10", "-o", "-", "--format", "svg"]).text
    #expect(svg.contains("data-claim=\"push\"") && svg.contains("Ten days in January") && svg.contains("10 January 2020"))
  }

  @Test func `nothing is known before it was published`() throws {
    let theatre = try TheatreFolder()
    let svg = try theatre.run(["render", "--on", "2020-01-09", "--known-by", "2020-01-09", "-o", "-", "--format", "svg"]).text
    #expect(svg.contains("<svg") && !svg.contains("data-claim="))
  }

  @Test func `all maps are written, each as SVG and PNG`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["maps", "--output", "out/maps", "--scale", "0.25"])
    #expect(run.code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: theatre.url.appendingPathComponent("out/maps").path).sorted()
    #expect(files == ["tiny-2020-01-10.png", "tiny-2020-01-10.svg"] || files.count == 4)
  }

  @Test func `the theatre is found from a folder below it`() throws {
    let theatre = try TheatreFolder()
    let run = try Program.run(["list"], in: theatre.url.appendingPathComponent("geodata/base"))
    #expect(run.code == 0 && run.text.contains("Two small countries"))
  }

  @Test func `a link to a file stays a link`() throws {
    let theatre = try TheatreFolder()
    try theatre.write(Data("old".utf8), "real.svg")
    try FileManager.default.createSymbolicLink(
      at: theatre.url.appendingPathComponent("link.svg"), withDestinationURL: theatre.url.appendingPathComponent("real.svg"))
    #expect(try theatre.run(["render", "-o", "link.svg"]).code == 0)
    #expect(try theatre.written == ["link.svg", "real.svg"])
    #expect(try Data(contentsOf: theatre.url.appendingPathComponent("real.svg")).starts(with: Array("<?xml".utf8)))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: theatre.url.appendingPathComponent("link.svg").path).hasSuffix("real.svg"))
  }

  @Test(arguments: [
    ["--help"], ["help", "render"], ["render", "--help"], ["maps", "--help"], ["check", "--help"], ["list", "--help"], ["--version"],
  ])
  func `help is there to read and no failure`(arguments: [String]) throws {
    let run = try Program.run(arguments, in: Program.fixtures)
    #expect(run.code == 0 && !run.output.isEmpty && run.errors == "")
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func `the help tells every exit code`() throws {
    let help = try Program.run(["--help"], in: Program.fixtures).text
    for code in ["64", "65", "66", "70", "73"] { #expect(help.contains(code)) }
  }
}
