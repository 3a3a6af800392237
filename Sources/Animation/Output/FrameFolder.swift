import CairoRenderer
import Cartography
import Drawing
import Geometry
import SVGRenderer
import Situation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// One of several equal parts of the work, counted from 1.
package struct Shard: Hashable, Sendable {
  package var number, count: Int

  /// Nil unless `1 <= number <= count <= 100 000`.
  package init?(_ number: Int, of count: Int) {
    guard count >= 1, count <= 100_000, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  package static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// The units of the reel that are this shard's. All frames of a day are in one shard, so that equal ones meet.
  func units(of reel: FilmReel) -> [Int] {
    var day: Day?
    var dayNumber = -1
    return reel.units.indices.filter { index in
      if reel.units[index].day != day {
        day = reel.units[index].day
        dayNumber += 1
      }
      return dayNumber % count == number - 1
    }
  }
}

package enum FrameFormat: String, Sendable, CaseIterable { case png, svg }

extension Film {
  /// Draws numbered frames into a folder with a manifest of them.
  ///
  /// - Parameter resumes: keeps frames of the same film whose bytes are those that the manifest names.
  /// - Returns: the manifest as it was written, also when the work was stopped: then it names the frames that are complete.
  package func writeFrames(
    to folder: String, as format: FrameFormat, shard: Shard = .whole, resumes: Bool, _ work: FilmWork
  ) throws(FilmFailure) {
    try FrameFiles.makeFolder(folder)
    let units = shard.units(of: reel)
    let path = folder + "/" + Manifest.name(shard: shard.number, of: shard.count)
    let kept = resumes ? try keptEntries(folder) : [:]
    let journal = FrameJournal(manifest: emptyManifest, path: path)
    let total = units.reduce(0) { $0 + reel.units[$1].count }
    let done = FrameCount()
    let old = FrameCount()
    let previous = Mutex<(day: Day, hash: String, file: String, bytes: String)?>(nil)
    do throws(FilmFailure) {
      try FrameCrew(film: self, threads: work.threads, isStopped: work.isStopped).run(units.count) {
        artist, number, turn throws(FilmFailure) in
        let unit = reel.units[units[number]]
        let name = Self.fileName(unit.first, format)
        var entry = Manifest.Entry(frame: unit.first, file: name, day: unit.day, hash: "", bytes: "", isInterpolated: unit.isInterpolated)
        if let known = kept[unit.first], known.day == unit.day {
          entry = known
          guard turn.wait(for: number) else { return }
          previous.withLock { $0 = (unit.day, known.hash, known.file, known.bytes) }
          turn.pass()
          _ = old.add(unit.count)
        } else {
          let moving = try artist.compose(units[number])
          var digest = self.digest
          for items in moving { digest.add(items) }
          entry.hash = digest.description
          // In the order of the frames: a frame that looks like the one before it is held, not written again.
          guard turn.wait(for: number) else { return }
          let (hash, day) = (entry.hash, entry.day)
          let twin = previous.withLock { previous -> String? in
            if let last = previous, last.day == day, last.hash == hash { return last.file }
            previous = (day, hash, name, "")
            return nil
          }
          turn.pass()
          if let twin {
            entry.file = twin
          } else {
            let bytes = try frameBytes(moving, format, &artist, day: unit.day)
            entry.bytes = Digest.of(bytes).description
            try FrameFiles.write(bytes, to: folder + "/" + name)
          }
        }
        try journal.add(entry, count: unit.count)
        work.report(FilmProgress(done: done.add(unit.count), total: total, kept: old.add(0)))
      }
    } catch {
      // The disk may be full: then the last manifest that could be written stays.
      try? journal.write()
      throw error
    }
    try journal.write()
  }

  /// One frame as a PNG file.
  package func png(unit: Int) throws(FilmFailure) -> [UInt8] {
    var artist = try FrameArtist(self)
    try artist.paint(try artist.compose(unit))
    return try artist.png()
  }

  private func frameBytes(
    _ moving: [[DisplayItem]], _ format: FrameFormat, _ artist: inout FrameArtist, day: Day
  ) throws(FilmFailure) -> [UInt8] {
    switch format {
    case .png:
      try artist.paint(moving)
      return try artist.png()
    case .svg:
      let list = artist.displayList(moving, day: day)
      do throws(CairoFailure) {
        return try renderSVG(list, glyphs: artist.shaper, options: SVGOptions(decimals: 1), encodePNG: encodePNG)
      } catch {
        throw .drawing(error)
      }
    }
  }

  package var emptyManifest: Manifest {
    Manifest(film: digest.description, columns: columns, rows: rows, framesPerSecond: framesPerSecond, count: frameCount)
  }

  static func fileName(_ frame: Int, _ format: FrameFormat) -> String {
    let digits = String(frame)
    return "frame-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "." + format.rawValue
  }

  /// The first frame of each unit that is in the folder as its manifests say.
  private func keptEntries(_ folder: String) throws(FilmFailure) -> [Int: Manifest.Entry] {
    let firsts = Set(reel.units.map(\.first))
    var kept: [Int: Manifest.Entry] = [:]
    var digests: [String: String] = [:]
    for name in try FrameFiles.list(folder) where name.hasPrefix("manifest") && name.hasSuffix(".json") {
      guard let bytes = FrameFiles.read(folder + "/" + name), let manifest = Manifest(json: bytes), manifest.film == digest.description
      else { continue }
      for entry in manifest.entries where firsts.contains(entry.frame) && kept[entry.frame] == nil {
        if digests[entry.file] == nil {
          digests[entry.file] = FrameFiles.read(folder + "/" + entry.file).map { Digest.of($0).description } ?? ""
        }
        if digests[entry.file] == entry.bytes { kept[entry.frame] = entry }
      }
    }
    return kept
  }
}

extension FilmReel.Unit {
  package var isInterpolated: Bool { if case .sweep = control { true } else { false } }
}

/// Collects the entries of a manifest as frames are finished, and writes it now and then.
private final class FrameJournal: Sendable {
  private struct State {
    var manifest: Manifest
    var lastWritten: time_t
  }

  private let state: Mutex<State>
  private let path: String

  init(manifest: Manifest, path: String) {
    state = Mutex(State(manifest: manifest, lastWritten: time(nil)))
    self.path = path
  }

  /// - Parameter count: how many frames in a row look so.
  func add(_ entry: Manifest.Entry, count: Int) throws(FilmFailure) {
    try state.withLock { state throws(FilmFailure) in
      for frame in entry.frame..<(entry.frame + count) {
        var held = entry
        held.frame = frame
        state.manifest.entries.append(held)
      }
      let now = time(nil)
      if now - state.lastWritten >= 2 {
        state.lastWritten = now
        try write(state.manifest)
      }
    }
  }

  func write() throws(FilmFailure) { try state.withLock { state throws(FilmFailure) in try write(state.manifest) } }

  /// Entries without the bytes of a file they share take them from it.
  private func write(_ manifest: Manifest) throws(FilmFailure) {
    var manifest = manifest
    var bytes: [String: String] = [:]
    for entry in manifest.entries where !entry.bytes.isEmpty { bytes[entry.file] = entry.bytes }
    for index in manifest.entries.indices where manifest.entries[index].bytes.isEmpty {
      manifest.entries[index].bytes = bytes[manifest.entries[index].file] ?? ""
    }
    manifest.entries = manifest.entries.filter { !$0.bytes.isEmpty }.sorted { $0.frame < $1.frame }
    try FrameFiles.write(manifest.json, to: path)
  }
}
