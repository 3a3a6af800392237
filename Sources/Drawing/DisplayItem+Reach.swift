import Geometry

extension DisplayItem {
  /// A box that all ink of the item lies in, found without measuring letters; it may be larger than the ink.
  package var reach: Extent<Page> {
    switch self {
    case .shape(let shape):
      let box = shape.path.extent
      // Miters reach twice the width of the stroke from its middle.
      return box.isEmpty ? box : box.inset(by: -1 - (shape.stroke?.width ?? 0) * 2)
    case .text(let text): return text.reach
    case .picture(let picture): return picture.box
    case .group(let group):
      let box = group.items.reduce(into: Extent.empty) { $0.include($1.reach) }
      guard let clip = group.clip?.extent, !box.isEmpty else { return box }
      let cut = Extent<Page>(
        minX: max(box.minX, clip.minX), minY: max(box.minY, clip.minY), maxX: min(box.maxX, clip.maxX), maxY: min(box.maxY, clip.maxY))
      return cut.isEmpty ? .empty : cut
    }
  }
}

extension TextItem {
  /// Letters may lean out of their advances by their own size, and marks of Arabic out of the line's height.
  fileprivate var reach: Extent<Page> {
    let size = line.style.size
    let margin = size + (halo?.width ?? 0) * 2
    switch placement {
    case .glyphs(let places): return Extent(around: places.map(\.origin)).inset(by: -2 * margin)
    case .straight(let p, let angle) where angle == 0:
      let (up, down) = (max(line.ascent, size), max(line.descent, size / 2))
      return Extent(minX: p.x, minY: p.y - up, maxX: p.x + line.width, maxY: p.y + down).inset(by: -margin)
    case .straight(let p, _): return Extent(around: [p]).inset(by: -line.width - 2 * margin)
    }
  }
}
