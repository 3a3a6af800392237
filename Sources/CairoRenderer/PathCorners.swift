import Drawing
import Geometry

/// The vertices of a path, each with its neighbours: what a stroke or a fill around it depends on. Paths with curves have none.
struct PathCorners {
  struct Corner: Equatable {
    var before, at, after: Point<Page>
    /// A vertex at which a line begins or ends, or a stroked ring is closed, differs from all others.
    var isSpecial: Bool

    /// Around both edges.
    var extent: Extent<Page> {
      Extent(
        minX: min(before.x, at.x, after.x), minY: min(before.y, at.y, after.y), maxX: max(before.x, at.x, after.x),
        maxY: max(before.y, at.y, after.y))
    }

    fileprivate var hash: Int {
      var state: UInt64 = isSpecial ? 1 : 0
      for value in [before.x, before.y, at.x, at.y, after.x, after.y] {
        state = (state ^ value.bitPattern) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 29
      }
      return Int(truncatingIfNeeded: state >> 8)
    }
  }

  private(set) var corners: [Corner] = []

  /// - Parameters:
  ///   - isFilled: whether lines that are open are filled as if they were closed.
  ///   - isStroked: whether it matters where a ring begins.
  init?(_ path: Path, isFilled: Bool, isStroked: Bool) {
    guard let subpaths = path.straightSubpaths else { return nil }
    corners.reserveCapacity(path.elements.count)
    for subpath in subpaths { add(subpath.points, closed: subpath.isClosed, isFilled, isStroked) }
  }

  private mutating func add(_ points: [Point<Page>], closed: Bool, _ isFilled: Bool, _ isStroked: Bool) {
    guard let first = points.first, let last = points.last else { return }
    let isRing = closed || isFilled
    for index in points.indices {
      let isFirst = index == 0
      let isLast = index == points.count - 1
      corners.append(
        Corner(
          before: isFirst ? (isRing ? last : first) : points[index - 1], at: points[index],
          after: isLast ? (isRing ? first : last) : points[index + 1],
          isSpecial: isStroked && (isFirst || isLast && !closed) || !isRing && (isFirst || isLast)))
    }
  }

  /// The corners that only one of the two has.
  func difference(from other: PathCorners) -> [Corner] {
    var capacity = 16
    while capacity < corners.count * 2 { capacity *= 2 }
    // Open addressing with linear probing; equal corners lie one after the other.
    var slots = [Int32](repeating: -1, count: capacity)
    var isMet = [Bool](repeating: false, count: corners.count)
    for (index, corner) in corners.enumerated() {
      var slot = corner.hash & (capacity - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(index)
    }
    var result: [Corner] = []
    for corner in other.corners {
      var slot = corner.hash & (capacity - 1)
      while slots[slot] >= 0 {
        let index = Int(slots[slot])
        if !isMet[index], corners[index] == corner {
          isMet[index] = true
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] < 0 { result.append(corner) }
    }
    for index in corners.indices where !isMet[index] { result.append(corners[index]) }
    return result
  }
}
