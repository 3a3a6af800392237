import Foundation
import SheetSupport
import Testing

/// Small multiples as people ask for them.
struct SheetCommandTests {
  private func text(_ theatre: TheatreFolder, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: theatre.url.appendingPathComponent(name)), as: UTF8.self)
  }

  private func panels(_ svg: String) -> [String] { svg.matches(of: /id="day-(\d+-\d\d-\d\d)"/).map { String($0.1) } }

  @Test func `a sheet has a panel with its date for each day, in the order of reading, and one key`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["sheet", "--on", "2020-01-16", "2020-01-04", "2020-01-10", "-o", "days.svg"])
    #expect(run.code == 0, "\(run.errors)")
    let svg = try text(theatre, "days.svg")
    #expect(svg.contains("16 January 2020, 4 January 2020, 10 January 2020"))
    #expect(svg.components(separatedBy: "id=\"legend\"").count == 2)
    #expect(panels(svg) == ["2020-01-16", "2020-01-04", "2020-01-10"])
    let ids = svg.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [2, 6, 12, 24], [["--size", "1280x720"], ["--size", "900x1400", "--theme", "dark"]])
  func `any number of days fits on a page, and the same bytes come out again`(count: Int, options: [String]) throws {
    let theatre = try TheatreFolder()
    for name in ["one.svg", "two.svg"] {
      let run = try theatre.run(
        ["sheet", "--from", "2020-01-01", "--to", "2020-01-31", "--count", "\(count)", "-o", name] + options)
      #expect(run.code == 0, "\(run.errors)")
    }
    let svg = try text(theatre, "one.svg")
    #expect(svg == (try text(theatre, "two.svg")))
    #expect(panels(svg).count == count)
  }

  @Test func `a sheet is a PNG or a PDF, too`() throws {
    let theatre = try TheatreFolder()
    for (name, mark) in [("days.png", [0x89, 0x50, 0x4E, 0x47]), ("days.pdf", Array("%PDF".utf8))] as [(String, [UInt8])] {
      #expect(try theatre.run(["sheet", "--count", "2", "-o", name]).code == 0)
      #expect(Array(try Data(contentsOf: theatre.url.appendingPathComponent(name)).prefix(4)) == mark)
    }
  }

  @Test(arguments: [
    ["sheet", "--count", "1"], ["sheet", "--count", "25"], ["sheet", "--on", "2020-01-10"], ["sheet", "--on", "2020-01-10", "2020-01-10"],
    ["sheet", "--from", "2020-01-10", "--to", "2020-01-10"], ["sheet", "--on", "2020-01-10", "2020-01-12", "--from", "2020-01-01"],
    ["sheet", "-o", "sheet.gif"],
  ])
  func `a sheet that cannot be is refused with the code 64`(arguments: [String]) throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(arguments)
    #expect(run.code == 64 && !run.errors.isEmpty, "\(run.code): \(run.errors)")
    #expect(try theatre.written == [])
  }

  @Test func `a place that cannot be written is told before anything is drawn`() throws {
    let theatre = try TheatreFolder()
    for arguments in [
      ["sheet", "-o", "nowhere/days.svg"], ["animate", "-o", "nowhere/film.svg"], ["animate", "-o", "/proc/film.svg"],
      ["animate", "-o", "/proc/frames"],
    ] {
      let run = try theatre.run(arguments)
      #expect(run.code == 73 && !run.errors.contains("frames  "), "\(arguments): \(run.code): \(run.errors)")
    }
    #expect(try theatre.written == [])
  }

  @Test func `a film that nobody could watch is refused`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(["animate", "--hold", "3600", "--fps", "120", "-o", "film.svg"])
    #expect(run.code == 65 && run.errors.contains("more than 1000000 frames"), "\(run.code): \(run.errors)")
    #expect(try theatre.written == [])
  }
}
