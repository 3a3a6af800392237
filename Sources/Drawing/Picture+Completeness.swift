extension Picture {
  /// Whether there is a pixel for every place and a box to put them in; renderers leave out all other pictures.
  package var isComplete: Bool {
    let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
    return columns > 0 && rows > 0 && !overflow && pixels.count / 4 == count && pixels.count % 4 == 0 && !box.isEmpty
  }
}
