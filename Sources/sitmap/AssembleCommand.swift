import Animation
import ArgumentParser
import Diagnostics

struct AssembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assemble",
    abstract: "Checks a folder of frames, drawn by one machine or by many, and makes the film.",
    discussion: "Without --output it only checks, and writes one manifest for the whole.")

  @Argument(help: ArgumentHelp("The folder that `sitmap animate` drew PNG frames into.", valueName: "dir"))
  var folder: String

  @Option(name: .shortAndLong, help: ArgumentHelp("A file ending in .mp4 .webm .gif .apng or .webp.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("How many times the film runs; 0 is for ever. For GIF, APNG and WebP.", valueName: "n"))
  var loop = 0

  func validate() throws {
    if let output, FilmFormat(path: output) == nil { throw ValidationError("--output ends in .mp4, .webm, .gif, .apng or .webp.") }
    if !(0...65_535).contains(loop) { throw ValidationError("--loop goes from 0 to 65535.") }
  }

  func run() throws {
    try reporting {
      guard FrameFiles.isFolder(folder) else { throw CommandFailure("there is no folder `\(folder)`", Exit.noInput) }
      let progress = ProgressLine(unit: "frames")
      Interruption.watch()
      do throws(FilmFailure) {
        if let output { try FrameFiles.checkFile(output) }
        let frames = try FrameSet(folder: folder)
        try frames.writeManifest()
        tell("\(frames.manifest.count) frames of \(frames.manifest.columns)x\(frames.manifest.rows) are complete")
        if let output, let format = FilmFormat(path: output) {
          try frames.encode(
            format, to: output, plays: loop, FilmWork(threads: 1, isStopped: { Interruption.isAsked }) { progress.show($0) })
          progress.finish()
          tell("wrote \(output)")
        }
      } catch {
        progress.finish()
        throw CommandFailure(error, resumable: false)
      }
    }
  }
}
