import Cartography
import Diagnostics
import SheetSupport
import Situation
import Testing
import Typography

struct PinTests {
  /// The repository's theatre with a `labels` list at the end of its header.
  private func faults(_ labels: String) throws -> [Fault] {
    do {
      return try Theatre.read(from: Pinned(labels: labels)).faults
    } catch {
      return error.faults
    }
  }

  private struct Pinned: FileTree {
    var labels: String
    var disk = RepositoryTheatre.Files()

    func list(_ folder: String) throws(FileFailure) -> [String] { try disk.list(folder) }
    func withBytes<Result>(of path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(FileFailure) -> Result {
      guard path == "geodata/theatre.yaml" else { return try disk.withBytes(of: path, body) }
      let text = try disk.withBytes(of: path) { String(decoding: $0, as: UTF8.self) }
      return Array((text + "\nlabels:\n" + labels).utf8).withUnsafeBytes(body)
    }
  }

  @Test func `a pin that names no place is told with its line and a hint`() throws {
    let fault = try #require(try faults("  - {place: hajjin, position: ne}\n").first { $0.severity == .error })
    #expect(fault.description.contains("no place `hajjin`"))
    #expect(fault.description.contains("hajin"))
    #expect(fault.location?.line != nil)
  }

  @Test func `a pin needs one of the eight directions or none`() throws {
    let fault = try #require(try faults("  - {place: hajin, position: north}\n").first { $0.severity == .error })
    #expect(fault.description.contains("`north` is no `position`"))
    #expect(try faults("  - {place: hajin, position: none}\n").allSatisfy { $0.severity != .error })
  }

  @Test func `a place is pinned once`() throws {
    let told = try faults("  - {place: hajin, position: n}\n  - {place: hajin, position: s}\n").filter { $0.severity == .error }
    #expect(told.contains { $0.description.contains("there twice") })
  }

  @Test func `a pinned name stands where it is pinned, and a forbidden one nowhere`() throws {
    let theatre = try Theatre.read(from: Pinned(labels: "  - {place: palmyra, position: s}\n  - {place: raqqa, position: none}\n")).theatre
    let sheet = try SheetLabelTests.compose(theatre, nil, (1600, 1200), "en", Shaper())
    #expect(sheet.labels.placed.first { $0.id == "place:palmyra" }?.position.hasPrefix("s") == true)
    #expect(!sheet.labels.placed.contains { $0.id == "place:raqqa" })
    #expect(!sheet.labels.dropped.contains { $0.id == "place:raqqa" })
  }
}
