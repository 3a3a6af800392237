extension Hatch {
  /// The side of the grid's cell in px: the spacing, but no smaller than a pixel, so that a wrong number cannot ask for millions of dots.
  package var cell: Double { spacing.isFinite ? max(1, spacing) : 1 }
}
