import Situation

#if canImport(Glibc)
  import Glibc
#endif

/// The files below a folder on the disk, mapped into memory while they are read.
struct DiskFiles: FileTree {
  /// Empty: the working folder, and absolute paths are what they are.
  let root: String

  func list(_ folder: String) throws(FileFailure) -> [String] {
    guard let stream = opendir(path(folder)) else { throw failure() }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  func withBytes<Result>(of path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(FileFailure) -> Result {
    let descriptor = open(self.path(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is not a file") }
    let size = Int(status.st_size)
    guard size > 0 else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { throw failure() }
    defer { munmap(start, size) }
    return body(UnsafeRawBufferPointer(start: start, count: size))
  }

  private func path(_ name: String) -> String {
    if root.isEmpty { return name.isEmpty ? "." : name }
    return name.isEmpty ? root : root + "/" + name
  }

  private func failure() -> FileFailure {
    errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
  }
}

/// Whether something is there.
func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The theatre's folder: the one named, else the nearest upwards from the working folder, else the one installed with the program.
func findTheatre(_ named: String?) throws(CommandFailure) -> String {
  let mark = "/geodata/theatre.yaml"
  if let named {
    let folder = named.count > 1 && named.hasSuffix("/") ? String(named.dropLast()) : named
    guard isThere(folder + mark) else {
      let reason = isThere(folder) ? "`\(folder)` is no theatre: there is no geodata/theatre.yaml in it" : "there is no folder `\(folder)`"
      throw CommandFailure(reason, hint: "a theatre is a folder with geodata/ and seeds/ in it", Exit.noInput)
    }
    return folder
  }
  var folder = absolutePath(".")
  while true {
    if isThere(folder + mark) { return folder }
    guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
    folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    if folder == "/" { break }
  }
  // PREFIX/bin/sitmap has its theatre in PREFIX/share/sitmap.
  if let program = linkTarget("/proc/self/exe"), let slash = program.lastIndex(of: "/") {
    let installed = program[..<slash] + "/../share/sitmap"
    if isThere(installed + mark) { return String(installed) }
  }
  throw CommandFailure(
    "there is no theatre here or in a folder above", hint: "go to a folder with geodata/theatre.yaml, or name one with --theatre DIR",
    Exit.noInput)
}

private func absolutePath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

private func linkTarget(_ path: String) -> String? {
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = buffer.withUnsafeMutableBytes { bytes in
    bytes.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? 0
  }
  return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
}
