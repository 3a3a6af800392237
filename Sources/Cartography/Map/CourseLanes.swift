import Drawing
import Geometry

/// Keeps courses that share their way side by side, so that none hides another.
struct CourseLanes {
  /// From one course to the next beside it, in px.
  private let step: Double
  private let grid: GridCells
  private var isTaken: [Bool]

  /// - Parameter step: px between the middles of two courses side by side.
  init(_ frame: Extent<Page>, step: Double) {
    self.step = step
    // Courses closer than about a step count as one on the other; those in the next lane do not.
    grid = GridCells(frame, side: step * 0.5)
    isTaken = [Bool](repeating: false, count: grid.count)
  }

  /// The course itself where it has its ground to itself, else a little beside it: the nearest lane that is free for most of the way.
  mutating func place(_ course: [Point<Page>]) -> [Point<Page>] {
    var best = (line: course, shared: Double.infinity)
    for lane in [0.0, 1, -1, 2, -2, 3, -3] {
      let line = lane == 0 ? course : shifted(course, by: lane * step)
      let shared = shared(line)
      if shared < best.shared - step { best = (line, shared) }
      // Courses that cross, or that end at one place, share a little.
      if shared <= max(3 * step, 0.12 * Line(line).length) { break }
    }
    take(best.line)
    return best.line
  }

  private func samples(_ line: [Point<Page>]) -> [Point<Page>] { resampled(line, step: step * 0.5).filter(grid.covers) }

  /// Px of a line on the way of others.
  private func shared(_ line: [Point<Page>]) -> Double {
    Double(samples(line).count { isTaken[grid.index(of: $0)] }) * step * 0.5
  }

  private mutating func take(_ line: [Point<Page>]) {
    let reach = step * 0.5
    for p in samples(line) {
      grid.forEach(in: Extent(minX: p.x - reach, minY: p.y - reach, maxX: p.x + reach, maxY: p.y + reach)) { isTaken[$0] = true }
    }
  }

  /// The line moved aside; its ends stay near where they are. The side does not depend on which way the line runs.
  private func shifted(_ line: [Point<Page>], by distance: Double) -> [Point<Page>] {
    guard line.count > 1, let first = line.first, let last = line.last else { return line }
    let side = (first.x, first.y) <= (last.x, last.y) ? distance : -distance
    let fine = resampled(line, step: step)
    let ease = min(Double(fine.count) * step / 4, 3.5 * step)
    return fine.indices.map { index in
      let along = (fine[min(fine.count - 1, index + 2)] - fine[max(0, index - 2)]).unit
      let fromEnd = Double(min(index, fine.count - 1 - index)) * step
      let share = ease > 0 ? min(1, fromEnd / ease) : 1
      // Half at the ends, all of it in the middle.
      return fine[index] + along.perpendicular * (side * (0.45 + 0.55 * share * share * (3 - 2 * share)))
    } + [last + (last - fine[max(0, fine.count - 2)]).unit.perpendicular * (side * 0.45)]
  }
}
