import Foundation
import SheetSupport
import Testing

/// Wrong words on the command line, and places where nothing can be written.
struct BadOutputTests {
  @Test(arguments: [
    ["render", "--on", "2017-02-30"], ["render", "--on", "yesterday"], ["render", "--on", ""], ["render", "--known-by", "2020-13-01"],
    ["render", "--extent", "nonsense"], ["render", "--extent", "1,2,3"], ["render", "--extent", "nan,39,12,41"],
    ["render", "--extent", "12,41,10,39"], ["render", "--extent", "-500,39,12,41"], ["render", "--extent", "10,39,10,41"],
    ["render", "--size", "0x0"], ["render", "--size", "1e9x1e9"], ["render", "--size", "nanxnan"], ["render", "--size", "huge"],
    ["render", "--scale", "0"], ["render", "--scale", "-1"], ["render", "--scale", "nan"], ["render", "--scale", "inf"],
    ["render", "--dpi", "1"], ["render", "--dpi", "1e9"], ["render", "--window", "-3"], ["render", "--window", "99999999999999999999"],
    ["render", "--layers", "nothing"], ["render", "--theme", "sepia"], ["render", "--lang", "xx"],
    ["render", "-o", "-"], ["render", "-o", "map"], ["render", "-o", "map.jpg"], ["render", "-o", ""],
    ["render", "--format", "gif", "-o", "-"],
    ["render", "--nonsense"], ["render", "surplus"], ["paint"], ["maps", "--scale", "0"], ["check", "--on", "2020-01-10"],
  ])
  func `wrong use is told with the code 64 and draws nothing`(arguments: [String]) throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(arguments)
    #expect(run.code == 64, "\(run.code): \(run.errors)")
    #expect(!run.errors.isEmpty && run.output.isEmpty)
    #expect(try theatre.written == [])
  }

  @Test func `a misspelt report or view is told with what was meant`() throws {
    let theatre = try TheatreFolder()
    let report = try theatre.run(["render", "--report", "tiny-2020-01-11"])
    #expect(report.code == 66 && report.errors.contains("did you mean `tiny-2020-01-10`?"))
    let view = try theatre.run(["render", "--view", "west"])
    #expect(view.code == 66 && view.errors.contains("west"))
    #expect(try theatre.written == [])
  }

  @Test(arguments: ["missing/map.svg", "/proc/map.svg", "/dev/full", "geodata", "geodata/", "/dev/null/map.svg"])
  func `a place that cannot be written is told with the code 73`(path: String) throws {
    let theatre = try TheatreFolder()
    let named = path.hasSuffix(".svg") ? path : nil
    if let named {
      let run = try theatre.run(["render", "-o", named])
      #expect(run.code == 73 && run.errors.contains("error:") && run.errors.contains(named), "\(run.code): \(run.errors)")
    } else {
      // Without an ending there is no format: wrong use.
      #expect(try theatre.run(["render", "-o", path]).code == 64)
    }
    #expect(try theatre.written == [])
  }

  @Test func `a folder named like a map is left alone`() throws {
    let theatre = try TheatreFolder()
    try FileManager.default.createDirectory(at: theatre.url.appendingPathComponent("map.svg"), withIntermediateDirectories: true)
    let run = try theatre.run(["render", "-o", "map.svg"])
    #expect(run.code == 73 && run.errors.contains("is a folder"))
    #expect(try theatre.written == ["map.svg"])
  }

  @Test func `a full disk is told and the old file stays as it was`() throws {
    let theatre = try TheatreFolder()
    try FileManager.default.createSymbolicLink(
      at: theatre.url.appendingPathComponent("full.svg"), withDestinationURL: URL(fileURLWithPath: "/dev/full"))
    let link = try theatre.run(["render", "-o", "full.svg"])
    #expect(link.code == 73 && link.errors.contains("No space left"))
    let stream = try theatre.run(["render", "-o", "-", "--format", "svg"], output: "/dev/full")
    #expect(stream.code == 73 && stream.errors.contains("No space left"), "\(stream.code): \(stream.errors)")
    #expect(try theatre.written == ["full.svg"])
  }

  /// A limit on the size of files stands in for a disk that fills up half-way.
  @Test(arguments: ["map.svg", "map.png", "map.pdf"])
  func `a file that cannot be finished leaves neither a part of it nor harm to the old one`(name: String) throws {
    let theatre = try TheatreFolder()
    try theatre.write(Data("old".utf8), name)
    let shell = try #require(OutsideProgram("bash"))
    let script = "trap '' XFSZ; ulimit -f 4; cd '\(theatre.url.path)'; '\(Program.url.path)' render -o \(name) 2>message; echo $?"
    let code = String(decoding: try shell.run(["-c", script]), as: UTF8.self)
    #expect(code == "73\n")
    #expect(try theatre.written == [name, "message"].sorted())
    #expect(try Data(contentsOf: theatre.url.appendingPathComponent(name)) == Data("old".utf8))
  }

  @Test func `a reader that has gone ends the program quietly`() throws {
    let theatre = try TheatreFolder()
    let shell = try #require(OutsideProgram("bash"))
    let script =
      "cd '\(theatre.url.path)'; '\(Program.url.path)' render -o - --format svg 2>message | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}"
    let code = String(decoding: try shell.run(["-c", script]), as: UTF8.self)
    #expect(["0\n", "73\n", "141\n"].contains(code))
  }

  @Test func `maps of which the folder cannot be made are told`() throws {
    let theatre = try TheatreFolder()
    try theatre.write(Data(), "file")
    for path in ["file", "file/below", "/proc/maps-of-sitmap", "/dev/null"] {
      let run = try theatre.run(["maps", "--output", path])
      #expect(run.code == 73 && run.errors.contains("error:"), "\(path): \(run.code) \(run.errors)")
    }
    #expect(try theatre.written == ["file"])
  }
}
