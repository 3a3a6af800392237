import Foundation
import SheetSupport
import Testing

/// The built program, as people run it.
enum Program {
  struct Outcome {
    var code: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Beside the test bundle.
  static let url = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(
    "sitmap")
  /// The repository, which is the theatre that the program ships with.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..").standardized
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Runs the program and waits for it. Ending by a signal, as a trap does, fails the test whatever it expects.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], output path: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Into files: a full pipe would hold the program up.
    let streams = try TemporaryFolder()
    let (out, err) = (streams.url.appendingPathComponent("out"), streams.url.appendingPathComponent("err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: path.map { URL(fileURLWithPath: $0) } ?? out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    let errors = String(decoding: try Data(contentsOf: err), as: UTF8.self)
    if process.terminationReason == .uncaughtSignal {
      Issue.record(
        "signal \(process.terminationStatus) from sitmap \(arguments.joined(separator: " ")): \(errors)", sourceLocation: sourceLocation)
    }
    return Outcome(code: process.terminationStatus, output: try Data(contentsOf: out), errors: errors)
  }
}

/// A theatre in a folder of its own, gone after the test.
final class TheatreFolder {
  let folder: TemporaryFolder
  var url: URL { folder.url }

  /// - Parameter changes: files that are other than in the tiny theatre; nil takes one away.
  init(_ changes: [String: String?] = [:]) throws {
    folder = try TemporaryFolder()
    var texts = TinyTheatre.texts
    for (path, text) in changes { texts[path] = text }
    for (path, text) in texts { try write(Data(text.utf8), path) }
  }

  func write(_ data: Data, _ path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], output: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: url, environment: environment, output: output, sourceLocation: sourceLocation)
  }

  /// What lies in the folder itself, without the files of the theatre.
  var written: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0 != "geodata" && $0 != "seeds" }.sorted() }
  }
}

extension TinyTheatre {
  /// A change of one file of the tiny theatre.
  static func replacing(_ path: String, _ old: String, with new: String) throws -> [String: String?] {
    let text = try #require(texts[path])
    try #require(text.contains(old), "\(path) has no \(old)")
    return [path: text.replacingOccurrences(of: old, with: new)]
  }
}
