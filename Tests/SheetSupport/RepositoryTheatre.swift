import Diagnostics
import Foundation
import Situation

/// The theatre of this repository, read from the disk beside the tests.
package enum RepositoryTheatre {
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package struct Files: FileTree {
    package init() {}

    package func list(_ folder: String) throws(FileFailure) -> [String] {
      do {
        return try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
      } catch {
        throw .missing
      }
    }

    package func withBytes<Result>(of path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(FileFailure) -> Result {
      guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) else { throw .missing }
      return Array(data).withUnsafeBytes(body)
    }
  }

  package static func read() throws(InvalidInput) -> Theatre { try Theatre.read(from: Files()).theatre }
}
