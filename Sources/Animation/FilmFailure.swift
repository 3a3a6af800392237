import CairoRenderer
import Cartography
import Geometry

/// Why a film cannot be made.
package enum FilmFailure: Error, Sendable, CustomStringConvertible {
  case sheet(SheetFailure)
  case drawing(CairoFailure)
  case overlay(OverlayFailure)
  case control(String)
  /// A file cannot be written or read; `isFull` when the disk has no room.
  case file(path: String, reason: String, isFull: Bool)
  case noEncoder
  case encoder(String)
  case interrupted
  /// Frames of a folder are missing or changed.
  case incomplete([String])
  /// What is in a folder can never make a film.
  case unfit(String)

  package var description: String {
    switch self {
    case .sheet(let failure): failure.description
    case .drawing(let failure): failure.description
    case .overlay(let failure): failure.description
    case .control(let text): text
    case .file(let path, let reason, let isFull): isFull ? "no room on the disk for `\(path)`" : "`\(path)`: \(reason)"
    case .noEncoder: "there is no `ffmpeg` here, and films are made with it"
    case .encoder(let text): "ffmpeg failed: \(text)"
    case .interrupted: "interrupted"
    case .incomplete(let faults): faults.joined(separator: "\n")
    case .unfit(let text): text
    }
  }

  /// What to do about it.
  ///
  /// - Parameter resumable: whether what is finished is kept, and --resume goes on from there.
  package func hint(resumable: Bool) -> String? {
    switch self {
    case .noEncoder: "on Debian: apt install ffmpeg; or write frames to a folder, which needs nothing else"
    case .file(_, _, true):
      resumable ? "free some space and go on with --resume; finished frames are kept" : "free some space; nothing was left behind"
    case .incomplete: "draw them with `sitmap animate` as before, and --resume"
    case .file, .interrupted: resumable ? "finished frames are kept: go on with --resume" : nil
    default: nil
    }
  }
}
