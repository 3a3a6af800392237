#if canImport(Glibc)
  import Glibc
#endif

/// A running ffmpeg that reads raw frames.
struct Encoder: ~Copyable {
  /// Where frames go.
  let input: Int32
  private let process: pid_t
  private let name: String

  /// - Parameter program: looked for in the search path.
  init(_ arguments: [String], program: String = "ffmpeg") throws(FilmFailure) {
    name = program
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw FrameFiles.failure("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A megabyte, where Linux allows it: fewer changes between the two programs.
    let setPipeSize: Int32 = 1031
    _ = fcntl(ends[1], setPipeSize, 1 << 20)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ctrl-C is for us: we close the pipe and tidy up.
    posix_spawnattr_setpgroup(&attributes, 0)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    let status = posix_spawnp(&child, program, &actions, &attributes, &words, environ)
    close(ends[0])
    guard status == 0 else {
      close(ends[1])
      if status == ENOENT { throw .noEncoder }
      throw .encoder(String(cString: strerror(status)))
    }
    input = ends[1]
    process = child
  }

  static var stopped: FilmFailure { .encoder("it stopped reading (\(String(cString: strerror(errno))))") }

  static func write(_ frame: UnsafeRawBufferPointer, to input: Int32) throws(FilmFailure) {
    guard FrameFiles.send(frame, to: input) else { throw stopped }
  }

  /// Ends the input and waits until the file is complete.
  consuming func finish() throws(FilmFailure) {
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let isNormal = status & 0x7f == 0
    guard isNormal, status >> 8 & 0xff == 0 else {
      throw .encoder(isNormal ? "exit code \(status >> 8 & 0xff)" : "killed by signal \(status & 0x7f)")
    }
  }

  /// Ends it without a result.
  consuming func abandon() {
    kill(process, SIGTERM)
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Makes a film beside its place, then moves it there.
  ///
  /// - Parameters:
  ///   - sample: pipes some frames, for formats that must know all colours first.
  ///   - frames: pipes all frames; both are given where to write to.
  static func film(
    _ format: FilmFormat, _ input: EncoderInput, to path: String, plays: Int, sample: (Int32) throws(FilmFailure) -> Void,
    frames: (Int32) throws(FilmFailure) -> Void
  ) throws(FilmFailure) {
    signal(SIGPIPE, SIG_IGN)
    let palette = path + ".palette.png"
    let part = path + ".part"
    defer {
      if format.needsPalette { FrameFiles.remove(palette) }
      FrameFiles.remove(part)
    }
    do throws(FilmFailure) {
      if format.needsPalette { try run(FilmFormat.paletteArguments(input, output: palette), sample) }
      try run(format.arguments(input, plays: plays, palette: palette, output: part), frames)
    } catch .encoder(let text) {
      // ffmpeg does not say why in a way that programs could read.
      throw FrameFiles.isFull(at: path) ? .file(path: path, reason: text, isFull: true) : .encoder(text)
    }
    try FrameFiles.rename(part, to: path)
  }

  private static func run(_ arguments: [String], _ body: (Int32) throws(FilmFailure) -> Void) throws(FilmFailure) {
    let encoder = try Encoder(arguments)
    do throws(FilmFailure) {
      try body(encoder.input)
    } catch {
      encoder.abandon()
      throw error
    }
    try encoder.finish()
  }
}
