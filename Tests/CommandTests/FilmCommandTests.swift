import Foundation
import SheetSupport
import Testing

/// Films as people make them: interrupted, shared out, on a machine without ffmpeg.
struct FilmCommandTests {
  private static let film = [
    "animate", "--size", "480x320", "--from", "2020-01-01", "--to", "2020-01-16", "--fps", "5", "--hold", "0.2", "--end-hold", "0.4",
  ]

  /// Names and bytes of the frames and the manifest.
  private func contents(_ folder: URL) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".png") || name == "manifest.json" {
      result[name] = try Data(contentsOf: folder.appendingPathComponent(name))
    }
    return result
  }

  @Test func `work that is killed in the middle goes on and ends with the same bytes`() throws {
    let theatre = try TheatreFolder()
    #expect(try theatre.run(Self.film + ["-o", "whole"]).code == 0)
    let whole = try contents(theatre.url.appendingPathComponent("whole"))
    #expect(whole.count > 10)
    let folder = theatre.url.appendingPathComponent("killed")
    let process = Process()
    process.executableURL = Program.url
    process.arguments = Self.film + ["-o", "killed", "--threads", "1"]
    process.currentDirectoryURL = theatre.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, (try? contents(folder).count) ?? 0 < 3 { usleep(1_000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // A file that was being written has another name until it is complete.
    for (name, bytes) in try contents(folder) where name != "manifest.json" { #expect(whole[name] == bytes) }
    #expect(try theatre.run(Self.film + ["-o", "killed", "--resume"]).code == 0)
    #expect(try contents(folder) == whole)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func `shares that are assembled are the whole`() throws {
    let theatre = try TheatreFolder()
    #expect(try theatre.run(Self.film + ["-o", "whole", "--threads", "8"]).code == 0)
    for number in [2, 3, 1] { #expect(try theatre.run(Self.film + ["-o", "shares", "--shard", "\(number)/3"]).code == 0) }
    #expect(try theatre.run(["assemble", "shares"]).code == 0)
    #expect(try contents(theatre.url.appendingPathComponent("shares")) == contents(theatre.url.appendingPathComponent("whole")))
    try FileManager.default.removeItem(at: theatre.url.appendingPathComponent("shares/frame-000001.png"))
    let broken = try theatre.run(["assemble", "shares"])
    #expect(broken.code == 65 && broken.errors.contains("gone or changed: 1"), "\(broken.errors)")
  }

  @Test func `without ffmpeg the package is named, and nothing is left behind`() throws {
    let theatre = try TheatreFolder()
    let run = try theatre.run(Self.film + ["-o", "film.mp4"], environment: ["PATH": theatre.url.path])
    #expect(run.code == 69 && run.errors.contains("apt install ffmpeg"), "\(run.code): \(run.errors)")
    #expect(try theatre.written == [])
  }
}
