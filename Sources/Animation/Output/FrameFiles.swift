#if canImport(Glibc)
  import Glibc
#endif

/// Files of a film on the disk: whole or not there.
package enum FrameFiles {
  /// Writes beside the place, then renames.
  ///
  /// - Parameters:
  ///   - suffix: of the file beside it. With the same one as before a process that was killed leaves nothing behind in the end.
  ///   - lasts: whether to wait until the bytes are on the disk, so that even a power cut leaves the old file or the new one.
  package static func write(_ bytes: [UInt8], to path: String, suffix: String = ".part", lasts: Bool = false) throws(FilmFailure) {
    let beside = path + suffix
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = bytes.withUnsafeBytes { send($0, to: descriptor) } && (!lasts || fsync(descriptor) == 0)
    let reason = errno
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(beside, path) == 0 else {
      if !isWritten { errno = reason }
      let error = failure(path)
      unlink(beside)
      throw error
    }
  }

  /// The bytes of a file; nil when it is not there or cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var offset = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while offset < size {
        let found = Glibc.read(descriptor, buffer.baseAddress.map { $0 + offset }, size - offset)
        if found < 0, errno == EINTR { continue }
        if found <= 0 { break }
        offset += found
      }
      count = offset
    }
    return offset == size ? bytes : nil
  }

  package static func makeFolder(_ path: String) throws(FilmFailure) {
    if path.isEmpty || isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else { throw failure(path) }
  }

  /// Makes sure, before any work, that a folder of frames can be written: makes it if need be.
  package static func checkFolder(_ path: String) throws(FilmFailure) {
    if access(path, F_OK) == 0, !isFolder(path) { throw .file(path: path, reason: "it is a file, not a folder", isFull: false) }
    try makeFolder(path)
    try probe(path + "/.probe-\(getpid())", for: path)
  }

  /// Makes sure, before any work, that a file can be written beside others.
  package static func checkFile(_ path: String) throws(FilmFailure) {
    if isFolder(path) { throw .file(path: path, reason: "it is a folder; name a file", isFull: false) }
    let folder = folder(of: path)
    guard isFolder(folder) else { throw .file(path: path, reason: "there is no folder `\(folder)`; make it first", isFull: false) }
    try probe(path + ".probe-\(getpid())", for: path)
  }

  /// Makes a file and removes it: permissions alone do not tell of disks that cannot be written.
  private static func probe(_ beside: String, for path: String) throws(FilmFailure) {
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
    unlink(beside)
  }

  /// Whether the disk that a file would be on has no room left.
  static func isFull(at path: String) -> Bool {
    var status = statvfs()
    guard statvfs(folder(of: path), &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 256 << 10
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  package static func rename(_ from: String, to path: String) throws(FilmFailure) {
    guard rename(from, path) == 0 else { throw failure(path) }
  }

  package static func remove(_ path: String) { unlink(path) }

  package static func list(_ folder: String) throws(FilmFailure) -> [String] {
    guard let stream = opendir(folder) else { throw failure(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } })
    }
    return names.sorted()
  }

  package static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += count
    }
    return true
  }

  static func failure(_ path: String) -> FilmFailure {
    .file(path: path, reason: String(cString: strerror(errno)), isFull: errno == ENOSPC || errno == EDQUOT)
  }

  private static func rename(_ from: String, _ path: String) -> Int32 { Glibc.rename(from, path) }
}
