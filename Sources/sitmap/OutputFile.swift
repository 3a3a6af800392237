import Diagnostics

#if canImport(Glibc)
  import Glibc
#endif

/// Writes files whole or not at all: beside their place first, then renamed.
enum OutputFile {
  /// - Parameter path: `-` is standard output.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    if path == "-" {
      guard send(bytes, to: 1) else { throw CommandFailure("standard output cannot be written: \(reason())", Exit.cannotCreate) }
      return
    }
    if isFolder(path) { throw CommandFailure("`\(path)` is a folder", hint: "name a file, for example \(path)/map.svg", Exit.cannotCreate) }
    if isSpecial(path) { return try writeDirectly(bytes, to: path) }
    let path = target(path)
    let beside = path + ".part-\(getpid())"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw refusal(path) }
    let isWritten = send(bytes, to: descriptor) && fsync(descriptor) == 0
    let failure = errno
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(beside, path) == 0 else {
      if !isWritten { errno = failure }
      let error = refusal(path)
      unlink(beside)
      throw error
    }
  }

  /// Refuses what cannot be written before any work is done for it.
  static func probe(_ paths: [String]) throws(CommandFailure) {
    for path in paths where path != "-" {
      if isFolder(path) {
        throw CommandFailure("`\(path)` is a folder", hint: "name a file, for example \(path)/map.svg", Exit.cannotCreate)
      }
      let resolved = target(path)
      let folder = resolved.lastIndex(of: "/").map { $0 == resolved.startIndex ? "/" : String(resolved[..<$0]) } ?? "."
      // A file is replaced by another: what counts is its folder.
      guard access(isSpecial(path) ? path : folder, W_OK) == 0 else { throw refusal(path) }
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    if path.isEmpty || isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else { throw refusal(path) }
  }

  /// Devices and pipes are written as they are: a rename would put a file in their place.
  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(path) }
    defer { close(descriptor) }
    guard send(bytes, to: descriptor) else { throw refusal(path) }
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Where a symbolic link leads, so that the link stays.
  private static func target(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func refusal(_ path: String) -> CommandFailure {
    let hint = errno == ENOENT ? "make the folder first" : errno == ENOSPC ? "free some space; nothing was left behind" : nil
    return CommandFailure("`\(path)` cannot be written: \(reason())", hint: hint, Exit.cannotCreate)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        offset += count
      }
      return true
    }
  }
}

/// Text on standard output; an error where it cannot be written, as on a full disk.
func put(_ text: String) throws(CommandFailure) { try OutputFile.write(Array(text.utf8), to: "-") }
