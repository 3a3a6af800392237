import Cartography
import Diagnostics
import Situation

extension SheetRequest {
  /// Has labels stay where the sheet of a sidecar has them, as far as they can.
  /// - Throws: `CommandFailure` when the file is no sidecar.
  mutating func keepLabels(of path: String) throws(CommandFailure) {
    let outcome: Result<EarlierSheet, InvalidInput>
    do throws(FileFailure) {
      outcome = try DiskFiles(root: "").withBytes(of: path) { bytes in
        do throws(InvalidInput) { return .success(try EarlierSheet.read(bytes, file: path)) } catch { return .failure(error) }
      }
    } catch {
      throw CommandFailure("the sidecar `\(path)` cannot be read: \(error)", hint: "`sitmap render --sidecar` writes one", Exit.noInput)
    }
    switch outcome {
    case .failure(let invalid):
      var failure = CommandFailure("`\(path)` cannot be followed; nothing was drawn", Exit.data)
      failure.faults = invalid.faults
      throw failure
    case .success(let earlier): earlierSpots = earlier.labels
    }
  }
}
