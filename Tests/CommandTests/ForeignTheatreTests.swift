import Foundation
import SheetSupport
import Testing

/// A theatre of another war, in `Fixtures/sudan`, is drawn without a change to the code.
struct ForeignTheatreTests {
  private let theatre = Program.fixtures.appendingPathComponent("sudan")

  @Test func `its files are sound and its stated distance is measured`() throws {
    let run = try Program.run(["check"], in: theatre)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("14 places, 3 factions"))
    #expect(run.text.contains("170"))
  }

  @Test(arguments: ["en", "ar"])
  func `its day, its report and its view are drawn`(language: String) throws {
    let folder = try TemporaryFolder()
    let calls = [
      ["--on", "2023-12-20"], ["--report", "fixture-2023-12-20"],
      ["--view", "gezira", "--size", "column", "--on", "2023-12-20", "--theme", "dark"],
    ]
    for (index, call) in calls.enumerated() {
      let file = folder.url.appendingPathComponent("\(index).svg").path
      let png = folder.url.appendingPathComponent("\(index).png").path
      let run = try Program.run(["render", "--lang", language, "-o", file, "-o", png] + call, in: theatre)
      #expect(run.code == 0 && run.errors == "")
      let svg = try String(contentsOfFile: file, encoding: .utf8)
      for word in language == "en"
        ? ["Khartoum", "Wad Madani", "Sudanese Armed Forces"] : ["الخرطوم", "ود مدني", "القوات المسلحة السودانية"]
      {
        #expect(svg.contains(word), "no \(word) in \(call)")
      }
      let ids = svg.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
      #expect(ids.count > 20 && Set(ids).count == ids.count, "ids stand twice")
      #expect(svg.contains("control-contested-rsf-saf") && svg.contains("control-held-rsf"))
      #expect(!svg.contains("Syria") && !svg.contains("Iraq"))
    }
  }

  @Test func `any projection that PROJ knows can be asked for`() throws {
    for projection in ["EPSG:3857", "EPSG:32636", "+proj=laea +lat_0=15 +lon_0=30", "+proj=merc"] {
      let copy = try TemporaryFolder()
      let target = copy.url.appendingPathComponent("sudan")
      try FileManager.default.copyItem(at: theatre, to: target)
      let file = target.appendingPathComponent("geodata/theatre.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try (text + "projection: \"\(projection)\"\n").write(to: file, atomically: true, encoding: .utf8)
      let run = try Program.run(["render", "-o", "-", "--format", "svg"], in: target)
      #expect(run.code == 0 && run.text.contains("Port Sudan"), "\(projection): \(run.errors)")
    }
  }
}
