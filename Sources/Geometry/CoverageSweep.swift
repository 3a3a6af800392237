/// Ground that changes hands between two known days, cut so finely that every moment between them shows whole faces.
///
/// Invariants: at step 0 the holders are those of the first coverage, past the last step those of the second; a face changes hands once,
/// so the ground that a holder gains from another only grows; faces never overlap. At every moment each holder has gained the same share
/// of all that it gains from each other, to within some hundred square metres, so that its ground goes one way, from that of the first day
/// to that of the second.
package struct CoverageSweep: Sendable {
  /// Faces with one history each.
  package struct Face: Hashable, Sendable {
    /// The holder on both days, or `Coverage.nobody`.
    package var before, after: Coverage.Area
    /// The first step at which it is the second holder's, from 1; past the last step when it switches on the second day.
    package var turn: Int
  }

  private struct Pair: Hashable, Comparable {
    var before, after: Coverage.Area
    static func < (a: Pair, b: Pair) -> Bool { (a.before, a.after) < (b.before, b.after) }
  }

  /// Its areas are numbered like `faces`.
  package var coverage: Coverage
  package var faces: [Face]
  package var steps: Int

  /// Whether all that changes hands switches on the second day.
  package var isStill: Bool { faces.allSatisfy { $0.before == $0.after || $0.turn > steps } }

  package func holder(of area: Coverage.Area, at step: Int) -> Coverage.Area {
    area == Coverage.nobody ? Coverage.nobody : faces[area].turn <= step ? faces[area].after : faces[area].before
  }

  /// - Parameters:
  ///   - from, to: coverages whose areas are the same holders.
  ///   - moments: when to show it, ascending, strictly between 0 (the first day) and 1 (the second).
  ///   - cell: how finely distances are measured, in metres on the ground.
  ///   - mayMove: whether ground that passes from one holder to another is swept; else it switches on the second day.
  ///   - sides: names of those whose ground may only grow or only shrink, for each holder those it belongs to; if ground that switches
  ///     would turn a side's change back, nothing that it gains or loses is swept.
  package init(
    from: Coverage, to: Coverage, moments: [Double], cell: Double, mayMove: (Coverage.Area, Coverage.Area) -> Bool,
    sides: (Coverage.Area) -> [String] = { $0 == Coverage.nobody ? [] : [String($0)] }
  ) throws(OverlayFailure) {
    steps = moments.count
    let grid = SweepGrid(from, to, cell: cell)
    let fields = grid.fields(mayMove: mayMove)
    var lines = Self.lines(from, to)
    for field in fields {
      for contour in field.contours(at: moments).joined() { lines.append(contour.map { GridPoint($0) }) }
    }
    let (locateBefore, locateAfter) = (CoverageLocator(from), CoverageLocator(to))
    func located(
      _ lines: [[GridPoint]]
    ) throws(OverlayFailure) -> [(polygon: Polygon<Geographic>, point: Point<Geographic>, pair: Pair)] {
      try LineNet.faces(between: lines).compactMap { piece in
        let p = piece.inside.degrees
        let pair = Pair(before: locateBefore.area(at: p), after: locateAfter.area(at: p))
        return pair.before == Coverage.nobody && pair.after == Coverage.nobody ? nil : (piece.polygon.polygon, p, pair)
      }
    }
    func turn(_ pair: Pair, at p: Point<Geographic>) -> Int {
      let time = fields.first { $0.gainer == pair.after }?.time(at: p) ?? 0.5
      return 1 + (moments.firstIndex { $0 >= time } ?? moments.count)
    }
    var found = try located(lines)
    var changes: [Pair: [SweepPacing.Piece]] = [:]
    for face in found where face.pair.before != face.pair.after {
      let isMoving = mayMove(face.pair.before, face.pair.after)
      changes[face.pair, default: []].append(
        SweepPacing.Piece(face.polygon, turn: isMoving ? turn(face.pair, at: face.point) : moments.count + 1))
    }
    let moving = Self.steady(
      Set(changes.keys.filter { mayMove($0.before, $0.after) }), changes.mapValues { $0.reduce(0) { $0 + $1.ground } },
      last: 1 - (moments.last ?? 0), sides)
    // One pair alone goes one way however it moves.
    var pacings: [Pair: SweepPacing] = [:]
    if moving.count > 1, !moments.isEmpty {
      for pair in moving.sorted() { pacings[pair] = SweepPacing(changes[pair] ?? [], moments: moments) }
      let cuts = pacings.sorted { $0.key < $1.key }.flatMap(\.value.cuts)
      if !cuts.isEmpty { found = try located(lines + cuts) }
    }
    var number: [Face: Int] = [:]
    var areas: [[Polygon<Geographic>]] = []
    faces = []
    for piece in found {
      var face = Face(before: piece.pair.before, after: piece.pair.after, turn: 0)
      if face.before != face.after {
        face.turn = steps + 1
        if moving.contains(piece.pair) {
          face.turn = pacings[piece.pair]?.pieces.first { $0.contains(piece.point) }?.turn ?? turn(piece.pair, at: piece.point)
        }
      }
      if let known = number[face] {
        areas[known].append(piece.polygon)
      } else {
        number[face] = faces.count
        faces.append(face)
        areas.append([piece.polygon])
      }
    }
    coverage = try Coverage.build(areas, sliverWidth: 0, measures: false).coverage
  }

  /// The pairs whose ground can be swept such that no side's ground goes to and fro: where the ground that switches would turn a side's
  /// change back, that side's ground switches, too.
  ///
  /// - Parameters:
  ///   - grounds: square metres that pass from hand to hand.
  ///   - last: the share of the swept ground that passes on the second day itself, with all that switches.
  private static func steady(
    _ wanted: Set<Pair>, _ grounds: [Pair: Double], last: Double, _ sides: (Coverage.Area) -> [String]
  ) -> Set<Pair> {
    var moving = wanted
    var changes: [String: [(pair: Pair, ground: Double)]] = [:]
    for (pair, ground) in grounds.sorted(by: { $0.key < $1.key }) {
      let (losers, gainers) = (Set(sides(pair.before)), Set(sides(pair.after)))
      for side in gainers.subtracting(losers) { changes[side, default: []].append((pair, ground)) }
      for side in losers.subtracting(gainers) { changes[side, default: []].append((pair, -ground)) }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (_, own) in changes.sorted(by: { $0.key < $1.key }) {
        var (swept, switched) = (0.0, 0.0)
        for change in own { if moving.contains(change.pair) { swept += change.ground } else { switched += change.ground } }
        guard swept * (swept * last + switched) < 0 else { continue }
        moving.subtract(own.map(\.pair))
        isChanged = true
      }
    }
    return moving
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
