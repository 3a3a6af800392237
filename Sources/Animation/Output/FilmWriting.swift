import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// How far a film has come.
package struct FilmProgress: Sendable {
  package var done, total: Int
  /// Frames that were there already.
  package var kept: Int
}

/// How a film is made: threads, when to stop, and whom to tell.
package struct FilmWork: Sendable {
  package var threads: Int
  package var isStopped: @Sendable () -> Bool
  package var report: @Sendable (FilmProgress) -> Void

  package init(threads: Int, isStopped: @escaping @Sendable () -> Bool, report: @escaping @Sendable (FilmProgress) -> Void) {
    self.threads = threads
    self.isStopped = isStopped
    self.report = report
  }
}

extension Film {
  /// Draws the film and pipes it into ffmpeg; the file appears when it is complete.
  ///
  /// - Parameter plays: how many times it runs, 0 for ever; formats that cannot say so ignore it.
  package func encode(_ format: FilmFormat, to path: String, plays: Int, _ work: FilmWork) throws(FilmFailure) {
    signal(SIGPIPE, SIG_IGN)
    let palette = path + ".palette.png"
    defer { if format.needsPalette { FrameFiles.remove(palette) } }
    if format.needsPalette { try writePalette(to: palette, work) }
    let part = path + ".part"
    let encoder = try Encoder(
      format.arguments(columns: columns, rows: rows, framesPerSecond: framesPerSecond, plays: plays, palette: palette, output: part))
    do throws(FilmFailure) {
      try pipe(Array(reel.units.indices), into: encoder, work, repeats: true)
    } catch {
      encoder.abandon()
      FrameFiles.remove(part)
      throw error
    }
    do throws(FilmFailure) { try encoder.finish() } catch {
      FrameFiles.remove(part)
      throw error
    }
    try FrameFiles.rename(part, to: path)
  }

  /// The colours of frames all over the film.
  private func writePalette(to path: String, _ work: FilmWork) throws(FilmFailure) {
    let count = min(reel.units.count, 24)
    let sample = (0..<count).map { $0 * (reel.units.count - 1) / max(1, count - 1) }
    let encoder = try Encoder(FilmFormat.paletteArguments(columns: columns, rows: rows, output: path))
    do throws(FilmFailure) {
      try pipe(sample, into: encoder, FilmWork(threads: work.threads, isStopped: work.isStopped) { _ in }, repeats: false)
    } catch {
      encoder.abandon()
      throw error
    }
    try encoder.finish()
  }

  private func pipe(_ units: [Int], into encoder: borrowing Encoder, _ work: FilmWork, repeats: Bool) throws(FilmFailure) {
    let done = FrameCount()
    let total = frameCount
    let input = encoder.input
    try FrameCrew(film: self, threads: work.threads, isStopped: work.isStopped).run(units.count) {
      artist, number, turn throws(FilmFailure) in
      let unit = reel.units[units[number]]
      try artist.paint(try artist.compose(units[number]))
      guard turn.wait(for: number) else { return }
      try artist.withPixels { frame throws(FilmFailure) in
        for _ in 0..<(repeats ? unit.count : 1) { try Encoder.write(frame, to: input) }
      }
      turn.pass()
      work.report(FilmProgress(done: done.add(unit.count), total: total, kept: 0))
    }
  }
}

/// A count that threads share.
final class FrameCount: Sendable {
  private let value = Atomic<Int>(0)

  func add(_ count: Int) -> Int { value.wrappingAdd(count, ordering: .relaxed).newValue }
}
