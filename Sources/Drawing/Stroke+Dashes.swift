extension Stroke {
  /// Dashes that are negative, endless or all zero mean a solid line, as in SVG.
  package var isDashed: Bool { !dashes.isEmpty && dashes.allSatisfy { $0.isFinite && $0 >= 0 } && dashes.contains { $0 >= 0.005 } }
}
