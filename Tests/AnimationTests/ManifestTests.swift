import Animation
import Situation
import TestSupport
import Testing

struct ManifestTests {
  private func manifest() throws -> Manifest {
    var manifest = Manifest(film: "00ff", columns: 1280, rows: 720, framesPerSecond: 25, count: 3)
    for number in 1...3 {
      manifest.entries.append(
        Manifest.Entry(
          frame: number, file: "frame-000001.png", day: try Day(iso: "2017-05-0\(number)"), hash: "a\(number)", bytes: "b",
          isInterpolated: number == 2))
    }
    return manifest
  }

  @Test func `a manifest comes back as it was written`() throws {
    let manifest = try manifest()
    #expect(Manifest(json: manifest.json) == manifest)
  }

  @Test func `a manifest cut short anywhere is none`() throws {
    let json = try manifest().json
    for length in 0..<(json.count - 2) { #expect(Manifest(json: Array(json.prefix(length))) == nil) }
  }

  @Test func `a manifest never leads out of its folder`() throws {
    let text = String(decoding: try manifest().json, as: UTF8.self).replacing("frame-000001.png", with: "../secret.png")
    #expect(Manifest(json: Array(text.utf8)) == nil)
  }

  @Test func `shares of one film merge in the order of the frames, and those of two films do not`() throws {
    let whole = try manifest()
    var first = whole
    var second = whole
    first.entries = [whole.entries[2]]
    second.entries = [whole.entries[0], whole.entries[1]]
    #expect(Manifest.merged([first, second]) == whole)
    second.film = "other"
    #expect(Manifest.merged([first, second]) == nil)
  }

  @Test func `a manifest that was broken at random is none, or still names files of its own folder`() throws {
    var generator = SeededGenerator(seed: 46)
    let json = try manifest().json
    var read = 0
    for _ in 0..<4000 {
      guard let manifest = Manifest(json: damaged(json, using: &generator)) else { continue }
      read += 1
      #expect(manifest.entries.allSatisfy { !$0.file.contains("/") && $0.file != ".." && $0.frame >= 1 && $0.frame <= manifest.count })
      #expect(Manifest(json: manifest.json) == manifest)
    }
    #expect(read > 10)
  }
}
