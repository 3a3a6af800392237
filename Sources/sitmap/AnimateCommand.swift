import Animation
import ArgumentParser
import Cartography
import Diagnostics
import Geometry
import Situation
import Synchronization
import Typography

#if canImport(Glibc)
  import Glibc
#endif

struct AnimateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "animate",
    abstract: "Draws a film of the theatre: a folder of numbered frames, or MP4, WebM, GIF, APNG, WebP or an animated SVG.",
    discussion: """
      The ending of --output says what is made; without one it is a folder of frames with a manifest. Films need ffmpeg. Between \
      two known days ground passes from hand to hand by a sweep, and such frames say so; --steps draws known days alone.
      """)

  @Option(help: ArgumentHelp("First day. Default: the theatre's first.", valueName: "day"), transform: DayArgument.read)
  var from: DayArgument?

  @Option(help: ArgumentHelp("Last day. Default: the theatre's latest.", valueName: "day"), transform: DayArgument.read)
  var to: DayArgument?

  @Option(help: ArgumentHelp("Days between stops: 1d, 1w, 1m, or changes. Default: 1d.", valueName: "step"))
  var step: StepArgument = .days(1)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder of frames, or a file ending in .mp4 .webm .gif .apng .webp or .svg.", valueName: "path"))
  var output: String = "frames"

  @Option(help: ArgumentHelp("Frames in a folder: png or svg.", valueName: "format"))
  var format: FrameFormat = .png

  @OptionGroup(title: "Timing")
  var timing: TimingOptions

  @OptionGroup(title: "Work")
  var work: WorkOptions

  @Flag(help: "Draw no frames between known days.")
  var steps = false

  @Flag(help: "Add a chart of the ground that each side holds.")
  var chart = false

  @Option(help: ArgumentHelp("Also write the frame of this day as a PNG beside the film.", valueName: "day"), transform: DayArgument.read)
  var poster: DayArgument?

  @Option(help: ArgumentHelp("For how long an event stays on screen.", valueName: "days"))
  var window: WindowArgument = WindowArgument(days: 21)

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Sheet")
  var sheet: SheetOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func validate() throws {
    if let from, let to, to.day < from.day { throw ValidationError("--to \(to.day) lies before --from \(from.day).") }
    if let from, let to, let poster, !(from.day...to.day).contains(poster.day) {
      throw ValidationError("--poster \(poster.day) is not a day of the film, \(from.day) to \(to.day).")
    }
    if output == "-" { throw ValidationError("A film is written to a file or a folder, not to standard output.") }
    if output.lowercased().hasSuffix(".png") {
      throw ValidationError("A film of PNGs is `\(output.dropLast(4)).apng`, or a folder of frames (`\(output.dropLast(4))/`).")
    }
    if let ending = unknownEnding {
      throw ValidationError(
        "There is no film format `\(ending)`. --output ends in .mp4 .webm .gif .apng .webp or .svg, or is a folder (`\(output)/`).")
    }
    if !isFolder, work.resume || work.shard.shard != .whole {
      throw ValidationError("--resume and --shard draw into a folder of frames; `sitmap assemble` makes the film of it.")
    }
  }

  /// A short ending that no film has and no folder is likely to have.
  private var unknownEnding: Substring? {
    guard isFolder, !output.hasSuffix("/"), !FrameFiles.isFolder(output) else { return nil }
    let name = output.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let letters = name[dot...].dropFirst()
    return (2...5).contains(letters.count) && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && letters.contains(where: \.isLetter)
      ? name[dot...] : nil
  }

  func run() async throws {
    try await reportingConcurrently {
      do throws(FilmFailure) {
        try isFolder ? FrameFiles.checkFolder(output) : FrameFiles.checkFile(output)
        if poster != nil { try FrameFiles.checkFile(posterPath) }
      } catch {
        throw CommandFailure(error, resumable: false)
      }
      let chronicle = try await Chronicle(theatre, series, needsRelief: true)
      chronicle.tellFaults()
      let film = try FilmStudio(chronicle: chronicle, command: self).film()
      let progress = ProgressLine(unit: "frames")
      let making = FilmWork(threads: work.threadCount, isStopped: { Interruption.isAsked }) { progress.show($0) }
      Interruption.watch()
      do throws(FilmFailure) {
        try make(film, making)
        progress.finish()
        if let poster { try FrameFiles.write(try film.png(unit: film.unit(of: poster.day)), to: posterPath) }
      } catch {
        progress.finish()
        throw CommandFailure(error, resumable: isFolder)
      }
      let share = work.shard.shard == .whole ? "" : "share \(work.shard.shard.number) of \(work.shard.shard.count) of "
      tell("wrote \(output): \(share)\(film.frameCount) frames, \(film.columns)x\(film.rows)")
    }
  }

  private var isFolder: Bool { FilmFormat(path: output) == nil && !output.hasSuffix(".svg") }

  private var posterPath: String {
    if isFolder { return output + "/poster.png" }
    return String(output[..<(output.lastIndex(of: ".") ?? output.endIndex)]) + "-poster.png"
  }

  private func make(_ film: Film, _ making: FilmWork) throws(FilmFailure) {
    if isFolder {
      try film.writeFrames(to: output, as: format, shard: work.shard.shard, resumes: work.resume, making)
    } else if let format = FilmFormat(path: output) {
      try film.encode(format, to: output, plays: timing.loop, making)
    } else {
      let still = poster.map { film.unit(of: $0.day) } ?? film.reel.units.count - 1
      try FrameFiles.write(try film.animatedSVG(plays: timing.loop, poster: still, glyphs: Shaper(), making), to: output)
    }
  }
}

struct TimingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Frames a second.", valueName: "n"))
  var fps = 25

  @Option(help: ArgumentHelp("Seconds for each step.", valueName: "s"))
  var hold = 0.12

  @Option(help: ArgumentHelp("Seconds for a step on which something happens. Default: three times --hold.", valueName: "s"))
  var eventHold: Double?

  @Option(help: ArgumentHelp("Seconds that the last day stays.", valueName: "s"))
  var endHold = 2.0

  @Option(help: "How sweeps move: linear or smooth.")
  var ease: Ease = .linear

  @Option(help: ArgumentHelp("How many times the film runs; 0 is for ever. For GIF, APNG, WebP and SVG.", valueName: "n"))
  var loop = 0

  func validate() throws {
    if !(1...120).contains(fps) { throw ValidationError("--fps goes from 1 to 120.") }
    for (name, value) in [("--hold", hold), ("--event-hold", eventHold ?? hold), ("--end-hold", endHold)] where !(0...3600).contains(value)
    {
      throw ValidationError("\(name) goes from 0 to 3600 seconds.")
    }
    if !(0...65_535).contains(loop) { throw ValidationError("--loop goes from 0 to 65535.") }
  }
}

struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Threads that draw. Default: one for each core.", valueName: "n"))
  var threads: Int?

  @Flag(help: "Keep the frames of the folder that are complete and draw the others.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Draw one share of the frames, for several machines: 3/8 is the third of eight; i goes from 1 to n.", valueName: "i/n"))
  var shard = ShardArgument(shard: .whole)

  var threadCount: Int { max(1, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads goes from 1 to 256.") }
  }
}

extension FrameFormat: ExpressibleByArgument {}
extension Ease: ExpressibleByArgument {}

/// `i/n`.
struct ShardArgument: ExpressibleByArgument {
  var shard: Shard

  init(shard: Shard) { self.shard = shard }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), let shard = Shard(number, of: count) else { return nil }
    self.shard = shard
  }

  var defaultValueDescription: String { "1/1" }
}

extension CommandFailure {
  init(_ failure: FilmFailure, resumable: Bool) {
    let code =
      switch failure {
      case .interrupted: Exit.interrupted
      case .noEncoder: Exit.unavailable
      case .file: Exit.cannotCreate
      case .incomplete, .unfit, .sheet, .control: Exit.data
      case .drawing, .overlay, .encoder: Exit.software
      }
    self.init(failure.description, hint: failure.hint(resumable: resumable), code)
  }
}

/// Whether Ctrl-C was pressed: the one thing that all threads share.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  static var isAsked: Bool { flag.load(ordering: .relaxed) }

  /// The first SIGINT or SIGTERM asks for an end, the second ends the program.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.flag.exchange(true, ordering: .relaxed) { _exit(128 + number) }
      }
    }
  }
}
