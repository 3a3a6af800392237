import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#endif

/// The exit codes of the program, from sysexits.h.
enum Exit {
  static let usage = ExitCode(64)
  static let data = ExitCode(65)
  static let noInput = ExitCode(66)
  /// A program that is needed is not installed.
  static let unavailable = ExitCode(69)
  static let software = ExitCode(70)
  static let cannotCreate = ExitCode(73)
  /// Ctrl-C, as shells say it.
  static let interrupted = ExitCode(130)
}

/// What ended a command: a message for people and a code for programs.
struct CommandFailure: Error {
  var message: String
  var hint: String?
  var code: ExitCode
  /// The faults of a file that this is about; the message then stands under them.
  var faults: [Fault] = []

  init(_ message: String, hint: String? = nil, _ code: ExitCode) {
    self.message = message
    self.hint = hint
    self.code = code
  }
}

/// Text on standard error.
func tell(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while let base = rest.baseAddress, !rest.isEmpty {
      let written = write(2, base, rest.count)
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  var baseAddress: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}

/// Runs the body of a command and turns its failures into messages and exit codes.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch {
    throw told(error)
  }
}

/// As `reporting`, for a body that waits for work on several processors.
func reportingConcurrently(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch {
    throw told(error)
  }
}

/// Tells a failure on standard error and gives the exit code for it.
private func told(_ error: any Error) -> any Error {
  switch error {
  case let failure as CommandFailure:
    for fault in failure.faults where fault.severity != .note { tell(fault.description) }
    tell(Fault(.error, failure.message, hint: failure.hint).description)
    return failure.code
  case let invalid as InvalidInput:
    // Notes are for `sitmap check`; here they would hide what must be mended.
    for fault in invalid.faults where fault.severity != .note { tell(fault.description) }
    let errors = invalid.faults.filter { $0.severity == .error }.count
    tell("sitmap: \(counted(errors, "error")); nothing was written")
    return Exit.data
  default: return error
  }
}
