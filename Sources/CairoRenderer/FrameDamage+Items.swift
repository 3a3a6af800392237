import Drawing
import Geometry

extension FrameDamage {
  /// Adds all places at which two lists look different.
  ///
  /// - Parameter clip: nothing outside shows.
  mutating func compare(_ old: [DisplayItem], _ new: [DisplayItem], clip: Extent<Page>? = nil) {
    var paths = LastPaths()
    compare(old[...], new[...], clip, &paths)
  }

  /// Two shapes in a row often have the same path.
  private struct LastPaths {
    var old = Path()
    var new = Path()
    var style = Style(isFilled: false, isStroked: false)
    var corners: [PathCorners.Corner] = []
  }

  private struct Style: Equatable {
    var isFilled, isStroked: Bool
  }

  private mutating func compare(
    _ old: ArraySlice<DisplayItem>, _ new: ArraySlice<DisplayItem>, _ clip: Extent<Page>?, _ paths: inout LastPaths
  ) {
    if old.count == new.count {
      for (a, b) in zip(old, new) { compare(a, b, clip, &paths) }
      return
    }
    let same = zip(old, new).prefix { $0 == $1 }.count
    var (rest, others) = (old.dropFirst(same), new.dropFirst(same))
    while let a = rest.last, let b = others.last, a == b {
      rest.removeLast()
      others.removeLast()
    }
    for item in rest + others { add(item.reach, clip) }
    for item in new { keepWhole(item, clip) }
  }

  private mutating func add(_ reach: Extent<Page>, _ clip: Extent<Page>?) { add(clip.map { reach.cut(to: $0) } ?? reach) }

  /// A piece of an outline that changed. Outside the clip it counts on the clip's edge: the ground inside must be seen to be enclosed
  /// though its outline runs where nothing shows.
  private mutating func addRim(_ piece: Extent<Page>, _ clip: Extent<Page>?) {
    if let clip { if !clip.isEmpty { addRim(piece.moved(into: clip)) } } else { addRim(piece) }
  }

  private mutating func compare(_ old: DisplayItem, _ new: DisplayItem, _ clip: Extent<Page>?, _ paths: inout LastPaths) {
    switch (old, new) {
    case (.group(let a), .group(let b)) where a.clip == b.clip && a.opacity == b.opacity:
      let inner = b.clip.map { path in clip.map { path.extent.cut(to: $0) } ?? path.extent } ?? clip
      if b.opacity < 1, b.items.contains(where: \.isIndivisible) {
        if a != b { for item in [old, new] { add(item.reach, clip) } }
        keepWhole(new, clip)
      } else {
        compare(a.items[...], b.items[...], inner, &paths)
      }
    case (.shape(let a), .shape(let b)) where a.fill == b.fill && a.stroke == b.stroke && a.isDivisible && b.isDivisible:
      if a.path == b.path { return }
      let style = Style(isFilled: b.fill != nil, isStroked: b.stroke != nil)
      if paths.style != style || paths.old != a.path || paths.new != b.path {
        guard let before = PathCorners(a.path, isFilled: style.isFilled, isStroked: style.isStroked),
          let after = PathCorners(b.path, isFilled: style.isFilled, isStroked: style.isStroked)
        else {
          for item in [old, new] { add(item.reach, clip) }
          return
        }
        paths = LastPaths(old: a.path, new: b.path, style: style, corners: before.difference(from: after))
      }
      let margin = 1 + (b.stroke?.width ?? 0) * 2
      for corner in paths.corners { addRim(corner.extent.inset(by: -margin), clip) }
    default:
      if old != new { for item in [old, new] { add(item.reach, clip) } }
      keepWhole(new, clip)
    }
  }

  private mutating func keepWhole(_ item: DisplayItem, _ clip: Extent<Page>?) {
    guard item.isIndivisible else { return }
    switch item {
    case .group(let group):
      let inner = group.clip.map { path in clip.map { path.extent.cut(to: $0) } ?? path.extent } ?? clip
      // A group that is see-through is a picture of its own, as large as its clip.
      if group.opacity < 1 {
        keepWhole(inner ?? Extent(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity))
      } else {
        for part in group.items { keepWhole(part, inner) }
      }
    case .shape, .text, .picture:
      let reach = item.reach
      keepWhole(clip.map { reach.cut(to: $0) } ?? reach)
    }
  }
}

extension DisplayItem {
  /// Whether it looks the same only when all of it is painted at once.
  fileprivate var isIndivisible: Bool {
    switch self {
    case .shape(let shape): shape.isIndivisible
    case .picture: true
    case .text: false
    case .group(let group): group.items.contains(where: \.isIndivisible)
    }
  }
}

extension Extent<Page> {
  fileprivate func cut(to other: Extent) -> Extent {
    let cut = Extent(minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
    return cut.isEmpty ? .empty : cut
  }

  /// What lies outside is moved to the nearest edge.
  fileprivate func moved(into other: Extent) -> Extent {
    func x(_ value: Double) -> Double { min(max(value, other.minX), other.maxX) }
    func y(_ value: Double) -> Double { min(max(value, other.minY), other.maxY) }
    return Extent(minX: x(minX), minY: y(minY), maxX: x(maxX), maxY: y(maxY))
  }
}
