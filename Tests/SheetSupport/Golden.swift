import Foundation

/// A file beside the tests that says what an output is to be, byte for byte.
/// With `SITMAP_RENEW_GOLDENS=1` in the environment it is written anew; look at what `git diff` then shows.
package struct Golden {
  let url: URL

  /// - Parameter file: the test's own file; the golden lies in `Goldens/` beside it.
  package init(_ name: String, beside file: String = #filePath) {
    url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens").appendingPathComponent(name)
  }

  /// Nothing when the output is as it should be, else the first lines that differ.
  package func difference(from output: String) throws -> String? {
    if ProcessInfo.processInfo.environment["SITMAP_RENEW_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output.utf8).write(to: url)
      return nil
    }
    guard let data = FileManager.default.contents(atPath: url.path) else {
      return "there is no \(url.lastPathComponent); run the tests with SITMAP_RENEW_GOLDENS=1 to write it"
    }
    let golden = String(decoding: data, as: UTF8.self)
    return golden == output && Array(output.utf8) == Array(data) ? nil : Self.difference(golden, output, url.lastPathComponent)
  }

  private static func difference(_ golden: String, _ output: String, _ name: String) -> String {
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = output.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = ["\(name) differs; with SITMAP_RENEW_GOLDENS=1 the tests write it anew"]
    for change in new.difference(from: old).prefix(24) {
      switch change {
      case .remove(let offset, let line, _): lines.append("  \(offset + 1) - \(line.prefix(200))")
      case .insert(let offset, let line, _): lines.append("  \(offset + 1) + \(line.prefix(200))")
      }
    }
    return lines.joined(separator: "\n")
  }
}
