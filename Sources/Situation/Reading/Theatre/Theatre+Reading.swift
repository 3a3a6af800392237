import Diagnostics

extension Theatre {
  /// Reads every file of a theatre: `geodata/theatre.yaml`, `factions.yaml`, `places.csv`, the layers that it names,
  /// `geodata/control/*.geojson` and `seeds/*.yaml`.
  ///
  /// - Parameter layersAreKnown: called with the layers before the reports are read, for what may begin on another core.
  /// - Returns: the theatre, and the warnings and notes.
  /// - Throws: every fault of every file, when one of them is an error.
  package static func read(
    from files: some FileTree, layersAreKnown: ([Layer]) -> Void = { _ in }
  ) throws(InvalidInput) -> (theatre: Theatre, faults: [Fault]) {
    var reader = TheatreReader(files)
    let theatre = reader.readTheatre(layersAreKnown)
    let faults = reader.allFaults
    guard let theatre, !faults.contains(where: { $0.severity == .error }) else { throw InvalidInput(faults) }
    return (theatre, faults)
  }
}
