import Cartography
import Diagnostics
import Situation

extension SheetRequest {
  /// Has labels stay where the sheet of a sidecar has them, as far as they can.
  /// - Throws: `CommandFailure` when the file is no sidecar.
  mutating func keepLabels(of path: String) throws(CommandFailure) {
    let file = NamedFile(path: path, title: "the sidecar", hint: "`sitmap render --sidecar` writes one")
    earlierSpots = try file.read { bytes throws(InvalidInput) in try EarlierSheet.read(bytes, file: path) }.labels
  }
}
