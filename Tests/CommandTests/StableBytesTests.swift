import Foundation
import SheetSupport
import Testing

/// The same files and options give the same bytes, on any day and any machine.
struct StableBytesTests {
  private static let environments: [[String: String]] = [
    ["TZ": "UTC", "LANG": "C", "LC_ALL": "C"],
    ["TZ": "Asia/Damascus", "LANG": "ar_SY.UTF-8", "LC_ALL": "ar_SY.UTF-8", "HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"],
    [
      "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1",
      "FONTCONFIG_FILE": "/dev/null",
    ],
  ]

  @Test(arguments: ["svg", "png", "pdf"])
  func `neither the clock, the place, the language nor the home folder changes a byte`(format: String) throws {
    let arguments = ["render", "--report", "7dnews-2018-12-06", "-o", "-", "--format", format]
    let outputs = try (Self.environments + [Self.environments[0]]).map {
      let run = try Program.run(arguments, in: Program.repository, environment: $0)
      #expect(run.code == 0)
      return run.output
    }
    #expect(outputs[0].count > 10_000)
    #expect(outputs.allSatisfy { $0 == outputs[0] })
  }

  @Test func `several outputs of one run are those of runs of their own`() throws {
    let theatre = try TheatreFolder()
    #expect(try theatre.run(["render", "-o", "a.svg", "-o", "a.png", "-o", "b.svg"]).code == 0)
    #expect(try theatre.run(["render", "-o", "c.png"]).code == 0)
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: theatre.url.appendingPathComponent(name)) }
    #expect(try bytes("a.svg") == bytes("b.svg") && bytes("a.png") == bytes("c.png"))
  }
}
