import Drawing
import Geometry
import Situation

/// One line of the key: a sample and what it means.
struct LegendRow {
  /// Draws the sample centred on a point.
  var sample: (Point<Page>) -> [DisplayItem]
  var name: String
  var note: String?
}

struct LegendSection {
  var heading: String
  var rows: [LegendRow]
}

/// The key, made from what is drawn and nothing else: columns of rows, filled one after the other.
struct Legend {
  var sections: [LegendSection]

  /// Draws the key from the top of a box; the height used is its own and does not depend on the box's.
  func compose(in box: Extent<Page>, _ theme: Theme, _ unit: Double, _ setter: TextSetter) -> (items: [DisplayItem], height: Double) {
    let filled = sections.filter { !$0.rows.isEmpty }
    guard !filled.isEmpty, box.width > 0 else { return ([], 0) }
    let gap = 14 * unit
    let columns = max(1, min(6, Int((box.width + gap) / (165 * unit + gap))))
    let width = (box.width - gap * Double(columns - 1)) / Double(columns)
    let blocks = filled.map { self.blocks(of: $0, theme, unit, setter, width) }
    // The lowest height at which the sections fit the columns.
    var height = blocks.joined().map(\.height).max() ?? 0
    while (arrange(blocks, height, unit).last?.column ?? 0) >= columns { height += 3 * unit }
    var items: [DisplayItem] = []
    var used = 0.0
    for (slot, block) in zip(arrange(blocks, height, unit), blocks.joined()) {
      let cell = setter.column(Double(slot.column) * (width + gap), width, of: box)
      items += block.draw(cell.from(box.minY + slot.y))
      used = max(used, slot.y + block.height)
    }
    return (items, used + 4 * unit)
  }

  private struct Block {
    var height: Double
    var draw: (Extent<Page>) -> [DisplayItem]
  }

  /// Where each block goes when no column is higher than `height`: a section starts a column of its own unless all of it fits
  /// under the one before; its further columns start level with its first row.
  private func arrange(_ sections: [[Block]], _ height: Double, _ unit: Double) -> [(column: Int, y: Double)] {
    var slots: [(column: Int, y: Double)] = []
    var column = 0
    var y = 0.0
    for section in sections {
      let total = section.reduce(0) { $0 + $1.height }
      if y > 0 {
        if y + 6 * unit + total <= height {
          y += 6 * unit
        } else {
          column += 1
          y = 0
        }
      }
      let top = y + (section.first?.height ?? 0)
      for (index, block) in section.enumerated() {
        if index > 1, y + block.height > max(height, block.height + top) + 0.01 {
          column += 1
          y = section.first?.height ?? 0
        }
        slots.append((column, y))
        y += block.height
      }
    }
    return slots
  }

  private func blocks(of section: LegendSection, _ theme: Theme, _ unit: Double, _ setter: TextSetter, _ width: Double) -> [Block] {
    let heading = Block(height: 18 * unit) { box in
      [setter.line(section.heading, TextStyle(0.92 * theme.type.heading * unit, .bold), theme.ink, in: box, baseline: box.minY + 11 * unit)]
    }
    return [heading]
      + section.rows.map { row in
        let height = self.draw(row, in: Extent(minX: 0, minY: 0, maxX: width, maxY: 100), theme, unit, setter).height
        return Block(height: height) { self.draw(row, in: $0, theme, unit, setter).items }
      }
  }

  private func draw(
    _ row: LegendRow, in box: Extent<Page>, _ theme: Theme, _ unit: Double, _ setter: TextSetter
  ) -> (items: [DisplayItem], height: Double) {
    let sampleWidth = 25 * unit
    let sampleBox = setter.column(0, sampleWidth, of: box)
    let textBox = setter.column(sampleWidth + 6 * unit, box.width - sampleWidth - 6 * unit, of: box)
    var items = row.sample(Point(sampleBox.center.x, box.minY + 8 * unit))
    let top = box.minY + 1.5 * unit
    let name = setter.block(row.name, TextStyle(theme.type.key * unit), theme.ink, in: textBox.from(top), leading: 1.16)
    items += name.items
    var height = name.height
    if let note = row.note {
      let block = setter.block(note, TextStyle(theme.type.note * unit), theme.quietInk, in: textBox.from(top + height), leading: 1.16)
      items += block.items
      height += block.height
    }
    return (items, max(height, 14 * unit) + 4.5 * unit)
  }
}
