import Diagnostics
import Situation

/// A file that an option names, beside those of the theatre.
struct NamedFile {
  let path: String
  /// What messages call it, as in `the theme`.
  let title: String
  /// How one comes by such a file.
  let hint: String

  /// - Throws: `CommandFailure` with every fault of the file, or when it cannot be read.
  func read<Value>(_ parse: (UnsafeRawBufferPointer) throws(InvalidInput) -> Value) throws(CommandFailure) -> Value {
    let outcome: Result<Value, InvalidInput>
    do throws(FileFailure) {
      outcome = try DiskFiles(root: "").withBytes(of: path) { bytes in
        do throws(InvalidInput) { return .success(try parse(bytes)) } catch { return .failure(error) }
      }
    } catch {
      throw CommandFailure("\(title) `\(path)` cannot be read: \(error)", hint: hint, Exit.noInput)
    }
    switch outcome {
    case .success(let value): return value
    case .failure(let invalid):
      let errors = counted(invalid.faults.count { $0.severity == .error }, "error")
      var failure = CommandFailure("\(title) `\(path)` has \(errors); nothing was drawn", Exit.data)
      failure.faults = invalid.faults
      throw failure
    }
  }
}
