import Animation
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
    if FrameFiles.isFolder(path) {
      throw CommandFailure("`\(path)` is a folder", hint: "name a file, for example \(path)/map.svg", Exit.cannotCreate)
    }
    if isSpecial(path) { return try writeDirectly(bytes, to: path) }
    do throws(FilmFailure) {
      try FrameFiles.write(bytes, to: target(path), suffix: ".part-\(getpid())", lasts: true)
    } catch {
      throw refusal(path, error)
    }
  }

  /// Refuses what cannot be written before any work is done for it.
  static func probe(_ paths: [String]) throws(CommandFailure) {
    for path in paths where path != "-" {
      if FrameFiles.isFolder(path) {
        throw CommandFailure("`\(path)` is a folder", hint: "name a file, for example \(path)/map.svg", Exit.cannotCreate)
      }
      let resolved = target(path)
      let folder = FrameFiles.folder(of: resolved)
      // A file is replaced by another: what counts is its folder.
      guard access(isSpecial(path) ? path : folder, W_OK) == 0 else { throw refusal(path) }
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    do throws(FilmFailure) { try FrameFiles.makeFolder(path) } catch { throw refusal(path, error) }
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

  private static func refusal(_ path: String) -> CommandFailure {
    let hint = errno == ENOENT ? "make the folder first" : errno == ENOSPC ? "free some space; nothing was left behind" : nil
    return CommandFailure("`\(path)` cannot be written: \(reason())", hint: hint, Exit.cannotCreate)
  }

  private static func refusal(_ path: String, _ failure: FilmFailure) -> CommandFailure {
    guard case .file(_, let reason, let isFull) = failure else { return CommandFailure(failure, resumable: false) }
    let isMissing = !FrameFiles.isFolder(FrameFiles.folder(of: path))
    let hint = isMissing ? "make the folder first" : isFull ? "free some space; nothing was left behind" : nil
    return CommandFailure("`\(path)` cannot be written: \(reason)", hint: hint, Exit.cannotCreate)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { FrameFiles.send($0, to: descriptor) }
  }
}

/// Text on standard output; an error where it cannot be written, as on a full disk.
func put(_ text: String) throws(CommandFailure) { try OutputFile.write(Array(text.utf8), to: "-") }
