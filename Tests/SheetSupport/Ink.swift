import Drawing
import Geometry

extension GlyphSource {
  /// The box around what an item draws; empty for nothing. What a group clips away does not count.
  package func ink(of item: DisplayItem) -> Extent<Page> {
    switch item {
    case .shape(let shape): shape.path.extent.inset(by: -(shape.stroke?.width ?? 0) / 2)
    case .picture(let picture): picture.box
    case .text(let text): ink(of: text)
    case .group(let group): ink(of: group)
    }
  }

  package func ink(of group: Group) -> Extent<Page> {
    var box = Extent<Page>.empty
    for item in group.items {
      let ink = ink(of: item)
      if !ink.isEmpty { box.include(ink) }
    }
    guard let clip = group.clip?.extent, !box.isEmpty else { return box }
    return box.common(with: clip)
  }

  package func ink(of text: TextItem) -> Extent<Page> { text.outlines(from: self).extent }
}

extension Extent<Page> {
  /// What two boxes share; empty where they share nothing.
  package func common(with o: Extent) -> Extent {
    Extent(minX: max(minX, o.minX), minY: max(minY, o.minY), maxX: min(maxX, o.maxX), maxY: min(maxY, o.maxY))
  }

  /// Square px that both cover.
  package func overlap(with o: Extent) -> Double {
    let box = common(with: o)
    return box.isEmpty ? 0 : box.width * box.height
  }
}

extension DisplayList {
  /// Every group at any depth, from the bottom up.
  package var groups: [Group] { items.flatMap(\.groups) }
  package func group(_ id: String) -> Group? { groups.first { $0.id == id } }
}

extension Group {
  /// Every text in it at any depth, in order.
  package var texts: [TextItem] { items.flatMap(\.texts) }
  package var shapes: [Shape] { items.flatMap(\.shapes) }
  package var words: [String] { texts.map(\.line.text) }
}

extension DisplayItem {
  package var groups: [Group] { if case .group(let group) = self { [group] + group.items.flatMap(\.groups) } else { [] } }
  package var texts: [TextItem] {
    switch self {
    case .text(let text): [text]
    case .group(let group): group.texts
    default: []
    }
  }
  package var shapes: [Shape] {
    switch self {
    case .shape(let shape): [shape]
    case .group(let group): group.shapes
    default: []
    }
  }
}
