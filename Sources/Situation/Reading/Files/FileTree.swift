/// The files of a theatre, wherever they are kept; paths are relative to its folder, with `/` between the parts. Several threads may read
/// at once.
package protocol FileTree: Sendable {
  /// The names in a folder, sorted.
  func list(_ folder: String) throws(FileFailure) -> [String]

  /// Lends the bytes of a file for the time of the call, so that they need not be copied.
  func withBytes<Result>(of path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(FileFailure) -> Result
}

/// Why a file or folder could not be read.
package enum FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case missing
  case unreadable(String)

  package var description: String {
    switch self {
    case .missing: "there is no such file"
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    }
  }
}

/// Files in memory, by path.
package struct MemoryFiles: FileTree {
  package var files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]] = [:]) { self.files = files }
  package init(texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  package func list(_ folder: String) throws(FileFailure) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = Set(files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count).prefix { $0 != "/" } }.map(String.init))
    guard !names.isEmpty else { throw .missing }
    return names.sorted()
  }

  package func withBytes<Result>(of path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(FileFailure) -> Result {
    guard let bytes = files[path] else { throw .missing }
    return bytes.withUnsafeBytes(body)
  }
}
