import CairoRenderer
import Synchronization

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
    let even = VideoFrame(columns: columns, rows: rows)
    let input = EncoderInput(
      kind: format.takesVideo ? .video(columns: even.columns, rows: even.rows) : .raw(columns: columns, rows: rows),
      framesPerSecond: framesPerSecond)
    let silent = FilmWork(threads: work.threads, isStopped: work.isStopped) { _ in }
    let sample = spread(24, over: reel.units.count)
    try Encoder.film(format, input, to: path, plays: plays) { encoder throws(FilmFailure) in
      try pipe(sample, into: encoder, silent, asVideo: false, repeats: false)
    } frames: { encoder throws(FilmFailure) in
      try pipe(Array(reel.units.indices), into: encoder, work, asVideo: format.takesVideo, repeats: true)
    }
  }

  private func pipe(_ units: [Int], into input: Int32, _ work: FilmWork, asVideo: Bool, repeats: Bool) throws(FilmFailure) {
    let done = FrameCount()
    let total = frameCount
    try FrameCrew(film: self, threads: work.threads, isStopped: work.isStopped).run(units.count) {
      artist, number, turn throws(FilmFailure) in
      let unit = reel.units[units[number]]
      try artist.paint(try artist.compose(units[number]))
      if asVideo { artist.makeVideo() }
      guard turn.wait(for: number) else { return }
      try artist.write(asVideo: asVideo, to: input, times: repeats ? unit.count : 1)
      turn.pass()
      work.report(FilmProgress(done: done.add(unit.count), total: total, kept: 0))
    }
  }
}

extension FrameSet {
  /// Makes the film of PNG frames.
  package func encode(_ format: FilmFormat, to path: String, plays: Int, _ work: FilmWork) throws(FilmFailure) {
    guard manifest.entries.allSatisfy({ $0.file.hasSuffix(".png") }) else {
      throw .unfit("films are made of PNG frames, and these are not")
    }
    var video = VideoFrame(columns: manifest.columns, rows: manifest.rows)
    let input = EncoderInput(
      kind: format.takesVideo ? .video(columns: video.columns, rows: video.rows) : .png, framesPerSecond: manifest.framesPerSecond)
    var inVideo: String?
    let files = Array(Set(manifest.entries.map(\.file))).sorted()
    let sample = spread(24, over: files.count).map { files[$0] }
    try Encoder.film(format, input, to: path, plays: plays) { encoder throws(FilmFailure) in
      for file in sample { try send(file, to: encoder) }
    } frames: { encoder throws(FilmFailure) in
      for (index, entry) in manifest.entries.enumerated() {
        if work.isStopped() { throw .interrupted }
        if format.takesVideo {
          // A held frame is read and converted once.
          if inVideo != entry.file { video.convert(try picture(entry.file)) }
          inVideo = entry.file
          try video.write(to: encoder, times: 1)
        } else {
          try send(entry.file, to: encoder)
        }
        work.report(FilmProgress(done: index + 1, total: manifest.count, kept: 0))
      }
    }
  }

  private func read(_ file: String) throws(FilmFailure) -> [UInt8] {
    guard let bytes = FrameFiles.read(folder + "/" + file) else { throw .incomplete(["`\(folder)/\(file)` cannot be read"]) }
    return bytes
  }

  private func picture(_ file: String) throws(FilmFailure) -> Raster {
    let bytes = try read(file)
    let decoded = bytes.withUnsafeBytes { bytes -> Result<Raster, CairoFailure> in
      do throws(CairoFailure) { return .success(try decodePNG(bytes)) } catch { return .failure(error) }
    }
    guard case .success(let raster) = decoded else { throw .unfit("`\(folder)/\(file)` is no PNG in colour") }
    guard (raster.columns, raster.rows) == (manifest.columns, manifest.rows) else {
      throw .unfit("`\(folder)/\(file)` has \(raster.columns)x\(raster.rows) pixels, not \(manifest.columns)x\(manifest.rows)")
    }
    return raster
  }

  private func send(_ file: String, to input: Int32) throws(FilmFailure) {
    let bytes = try read(file)
    guard bytes.withUnsafeBytes({ FrameFiles.send($0, to: input) }) else { throw Encoder.stopped }
  }
}

/// So many numbers from 0 to below `count`, as evenly as can be.
private func spread(_ most: Int, over count: Int) -> [Int] {
  let wanted = min(most, count)
  return (0..<wanted).map { $0 * (count - 1) / max(1, wanted - 1) }
}

/// A count that threads share.
final class FrameCount: Sendable {
  private let value = Atomic<Int>(0)

  func add(_ count: Int) -> Int { value.wrappingAdd(count, ordering: .relaxed).newValue }
}
