#if canImport(Glibc)
  import Glibc
#endif

/// A folder of frames, checked.
package struct FrameSet: Sendable {
  package let folder: String
  package let manifest: Manifest

  /// Reads all manifests of a folder and checks that together they have every frame, each with the bytes it had when it was drawn.
  package init(folder: String) throws(FilmFailure) {
    var parts: [Manifest] = []
    for name in try FrameFiles.list(folder) where name.hasPrefix("manifest") && name.hasSuffix(".json") {
      guard let bytes = FrameFiles.read(folder + "/" + name), let part = Manifest(json: bytes) else {
        throw .unfit("`\(folder)/\(name)` is no manifest of frames")
      }
      parts.append(part)
    }
    guard !parts.isEmpty else { throw .unfit("there is no manifest of frames in `\(folder)`; `sitmap animate -o \(folder)` draws them") }
    guard let merged = Manifest.merged(parts) else {
      throw .unfit("the manifests in `\(folder)` are of different films; draw each film into a folder of its own")
    }
    var faults: [String] = []
    let known = Set(merged.entries.map(\.frame))
    let missing = (1...max(1, merged.count)).filter { !known.contains($0) }
    if !missing.isEmpty { faults.append("\(missing.count) of \(merged.count) frames are missing: \(Self.ranges(missing))") }
    var digests: [String: String] = [:]
    var broken: [Int] = []
    for entry in merged.entries {
      if digests[entry.file] == nil {
        digests[entry.file] = FrameFiles.read(folder + "/" + entry.file).map { Digest.of($0).description } ?? ""
      }
      if digests[entry.file] != entry.bytes { broken.append(entry.frame) }
    }
    if !broken.isEmpty { faults.append("the files of \(broken.count) frames are gone or changed: \(Self.ranges(broken))") }
    guard faults.isEmpty else { throw .incomplete(faults) }
    self.folder = folder
    manifest = merged
  }

  /// `1–4, 9`
  private static func ranges(_ numbers: [Int]) -> String {
    var parts: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = parts.last, last.upperBound + 1 == number {
        parts[parts.count - 1] = last.lowerBound...number
      } else {
        parts.append(number...number)
      }
    }
    let shown = parts.prefix(8).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    return shown.joined(separator: ", ") + (parts.count > 8 ? ", …" : "")
  }

  /// Writes the manifest of the whole film, as if one process had drawn it.
  package func writeManifest() throws(FilmFailure) { try FrameFiles.write(manifest.json, to: folder + "/" + Manifest.name) }
}
