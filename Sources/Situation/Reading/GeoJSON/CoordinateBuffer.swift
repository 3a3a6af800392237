import Geometry

/// The `coordinates` of one geometry, flat: a geometry's type may be written behind them, so that the reader cannot know it yet.
///
/// Reused from geometry to geometry, so that memory is that of the largest one.
struct CoordinateBuffer {
  /// An array of positions: a ring, a line, or the points of a MultiPoint.
  struct Run {
    var points: Range<Int>
    /// Offset of its `[` in the file.
    var offset: Int
  }

  var points: [Point<Geographic>] = []
  var runs: [Run] = []
  /// Arrays of runs, as ranges of `runs`.
  var groups: [Range<Int>] = []
  /// How deep the arrays around a position are nested: 0 for a Point to 3 for a MultiPolygon; nil when there is no position.
  var level: Int?
  /// The first fault of each sort.
  var defects: [CoordinateDefect] = []
  /// Vertices outside the degrees of the Earth.
  var outside = 0

  mutating func reset() {
    points.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    level = nil
    defects.removeAll()
    outside = 0
  }

  /// `ring 2, vertex 7`, for a point that is about to be added.
  var spot: String { "ring \(runs.count + 1), vertex \(points.count - (runs.last?.points.upperBound ?? 0) + 1)" }

  mutating func note(_ sort: CoordinateDefect.Sort, at offset: Int) {
    if defects.contains(where: { $0.sort.isLike(sort) }) { return }
    defects.append(CoordinateDefect(sort: sort, offset: offset, spot: spot))
  }
}

struct CoordinateDefect {
  enum Sort {
    case longitude(Double)
    case latitude(Double)
    case tooFewNumbers, mixedNesting, tooDeep, emptyRun

    func isLike(_ other: Sort) -> Bool {
      switch (self, other) {
      case (.longitude, .longitude), (.latitude, .latitude), (.longitude, .latitude), (.latitude, .longitude): true
      case (.tooFewNumbers, .tooFewNumbers), (.mixedNesting, .mixedNesting), (.tooDeep, .tooDeep), (.emptyRun, .emptyRun): true
      default: false
      }
    }
  }

  var sort: Sort
  var offset: Int
  var spot: String

  var message: String {
    switch sort {
    case .longitude(let value): "\(spot): the longitude \(value) is beyond 180 degrees"
    case .latitude(let value): "\(spot): the latitude \(value) is beyond 90 degrees"
    case .tooFewNumbers: "\(spot): a position needs a longitude and a latitude"
    case .mixedNesting: "\(spot): positions and arrays of positions are mixed"
    case .tooDeep: "the coordinates are nested deeper than those of a MultiPolygon"
    case .emptyRun: "\(spot): an empty array stands among the rings or lines"
    }
  }

  var hint: String? {
    switch sort {
    case .longitude, .latitude: "projected metres where degrees belong? this layer needs lon/lat WGS 84"
    default: nil
    }
  }
}
