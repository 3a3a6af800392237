import Foundation
import SheetSupport
import Testing

/// `sitmap render --like`
struct LikeTests {
  private func spots(_ path: String) throws -> [String: [Double]] {
    let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any]
    let labels = try #require(object?["labels"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: try labels.map { label in
        (try #require(label["id"] as? String), [try #require(label["lon"] as? Double), try #require(label["lat"] as? Double)])
      })
  }

  @Test func `a sheet that follows another moves few of its labels`() throws {
    let folder = try TemporaryFolder()
    func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
    func draw(_ day: String, _ more: [String]) throws {
      let run = try Program.run(["render", "--on", day, "--size", "slide", "--sidecar"] + more, in: Program.repository)
      #expect(run.code == 0, "\(run.errors)")
    }
    try draw("2017-09-10", ["-o", path("first.svg")])
    try draw("2017-09-17", ["-o", path("free.svg")])
    try draw("2017-09-17", ["-o", path("like.svg"), "--like", path("first.json")])
    let first = try spots(path("first.json"))
    func moved(_ name: String) throws -> Int {
      let later = try spots(path(name))
      // Two thousandths of a degree are well below a px.
      return first.filter { id, spot in later[id].map { abs($0[0] - spot[0]) + abs($0[1] - spot[1]) > 0.002 } ?? false }.count
    }
    #expect(try moved("like.json") < moved("free.json"))
    #expect(try moved("like.json") <= first.count / 20)
  }

  @Test func `a file that is no sidecar is refused and nothing is drawn`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["render", "--like", "geodata/theatre.yaml", "-o", "map.svg"])
    #expect(run.code == 65 && run.errors.contains("geodata/theatre.yaml:1:1"))
    let missing = try theatre.run(["render", "--like", "none.json", "-o", "map.svg"])
    #expect(missing.code == 66 && missing.errors.contains("--sidecar"))
  }
}
