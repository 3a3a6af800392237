/// Ground that changes hands between two known days, cut so finely that every moment between them shows whole faces.
///
/// Invariants: at step 0 the holders are those of the first coverage, past the last step those of the second; a face changes hands once,
/// so the ground that a holder gains from another only grows; faces never overlap.
package struct CoverageSweep: Sendable {
  /// Faces with one history each.
  package struct Face: Hashable, Sendable {
    /// The holder on both days, or `Coverage.nobody`.
    package var before, after: Coverage.Area
    /// The first step at which it is the second holder's, from 1; past the last step when it switches on the second day.
    package var turn: Int
  }

  /// Its areas are numbered like `faces`.
  package var coverage: Coverage
  package var faces: [Face]
  package var steps: Int

  package func holder(of area: Coverage.Area, at step: Int) -> Coverage.Area {
    area == Coverage.nobody ? Coverage.nobody : faces[area].turn <= step ? faces[area].after : faces[area].before
  }

  /// - Parameters:
  ///   - from, to: coverages whose areas are the same holders.
  ///   - moments: when to show it, ascending, strictly between 0 (the first day) and 1 (the second).
  ///   - cell: how finely distances are measured, in metres on the ground.
  ///   - mayMove: whether ground that passes from one holder to another is swept; else it switches on the second day.
  package init(
    from: Coverage, to: Coverage, moments: [Double], cell: Double, mayMove: (Coverage.Area, Coverage.Area) -> Bool
  ) throws(OverlayFailure) {
    steps = moments.count
    let grid = SweepGrid(from, to, cell: cell)
    let fields = grid.fields(mayMove: mayMove)
    var lines = Self.lines(from, to)
    for field in fields {
      for contour in field.contours(at: moments).joined() { lines.append(contour.map { GridPoint($0) }) }
    }
    let found = try LineNet.faces(between: lines)
    let (locateBefore, locateAfter) = (CoverageLocator(from), CoverageLocator(to))
    var number: [Face: Int] = [:]
    var areas: [[Polygon<Geographic>]] = []
    faces = []
    for piece in found {
      let p = piece.inside.degrees
      let before = locateBefore.area(at: p)
      let after = locateAfter.area(at: p)
      if before == Coverage.nobody, after == Coverage.nobody { continue }
      var face = Face(before: before, after: after, turn: 0)
      if before != after {
        face.turn = steps + 1
        if mayMove(before, after) {
          let time = fields.first { $0.gainer == after }?.time(at: p) ?? 0.5
          face.turn = 1 + (moments.firstIndex { $0 >= time } ?? steps)
        }
      }
      if let known = number[face] {
        areas[known].append(piece.polygon.polygon)
      } else {
        number[face] = faces.count
        faces.append(face)
        areas.append([piece.polygon.polygon])
      }
    }
    coverage = try Coverage.build(areas, sliverWidth: 0).coverage
  }

  /// The borders of both days; what is the same on both is there once, for noding is most of the work.
  private static func lines(_ from: Coverage, _ to: Coverage) -> [[GridPoint]] {
    struct Edge: Hashable {
      var low, high: GridPoint

      init(_ a: GridPoint, _ b: GridPoint) { (low, high) = GridPoint.precedes(a, b) ? (a, b) : (b, a) }
    }
    let first = from.arcs.map { $0.points.map { GridPoint($0) } }
    var known: Set<Edge> = []
    for line in first { for (a, b) in zip(line, line.dropFirst()) { known.insert(Edge(a, b)) } }
    var lines = first
    for arc in to.arcs {
      var run: [GridPoint] = []
      for (a, b) in zip(arc.points, arc.points.dropFirst()).map({ (GridPoint($0), GridPoint($1)) }) {
        if known.contains(Edge(a, b)) {
          if run.count > 1 { lines.append(run) }
          run = []
        } else {
          if run.isEmpty { run.append(a) }
          run.append(b)
        }
      }
      if run.count > 1 { lines.append(run) }
    }
    return lines
  }
}
