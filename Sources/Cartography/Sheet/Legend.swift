import Drawing
import Geometry
import Situation

/// One line of the key: a sample and what it means.
struct LegendRow {
  /// Draws the sample centred on a point.
  var sample: (Point<Page>) -> [DisplayItem]
  var name: String
  var note: String?
  /// The same in the second language of a sheet in two.
  var second: (name: String, note: String?)?
}

struct LegendSection {
  var heading: String
  var secondHeading: String?
  var rows: [LegendRow]
}

/// The key, made from what is drawn and nothing else: columns of rows, filled one after the other.
struct Legend {
  var sections: [LegendSection]
  /// Of a key in two languages: the second one.
  var secondWording: Wording?

  /// The key with the words of another beside its own, which was made in another language of the same things.
  func beside(_ other: Legend, _ wording: Wording) -> Legend {
    var both = self
    both.secondWording = wording
    for (index, section) in zip(sections.indices, other.sections) {
      if section.heading != sections[index].heading { both.sections[index].secondHeading = section.heading }
      for (number, row) in zip(sections[index].rows.indices, section.rows) {
        both.sections[index].rows[number].second = (row.name, row.note)
      }
    }
    return both
  }

  /// With the words of the second language, but not its explanations.
  var briefer: Legend {
    var brief = self
    for index in sections.indices {
      for row in sections[index].rows.indices { brief.sections[index].rows[row].second?.note = nil }
    }
    return brief
  }

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
    let style = TextStyle(0.92 * theme.type.heading * unit, .bold)
    // The second language goes on behind where there is room, else on a line of its own.
    let start = setter.measuring.line(section.heading, style, rightToLeft: setter.isRightToLeft).width + 10 * unit
    let isBelow = section.secondHeading.map { start + setter.measuring.line($0, style, rightToLeft: nil).width > width } ?? false
    let heading = Block(height: (isBelow ? 33 : 18) * unit) { box in
      var items = [setter.line(section.heading, style, theme.ink, in: box, baseline: box.minY + 11 * unit)]
      if let second = section.secondHeading, let secondWording {
        let rest = isBelow ? box : setter.column(start, box.width - start, of: box)
        let baseline = box.minY + (isBelow ? 26 : 11) * unit
        items.append(setter.speaking(secondWording).line(second, style, theme.quietInk, in: rest, baseline: baseline))
      }
      return items
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
    let style = TextStyle(theme.type.key * unit)
    let name = setter.block(row.name, style, theme.ink, in: textBox.from(top), leading: 1.16)
    items += name.items
    var height = name.height
    func add(_ text: String?, _ style: TextStyle, _ setter: TextSetter) {
      guard let text else { return }
      let block = setter.block(text, style, theme.quietInk, in: textBox.from(top + height), leading: 1.16)
      items += block.items
      height += block.height
    }
    let small = TextStyle(theme.type.note * unit)
    if let second = row.second, let secondWording, second.name != row.name {
      let other = setter.speaking(secondWording)
      // On the same line where both names fit it.
      let start = setter.measuring.line(row.name, style, rightToLeft: setter.isRightToLeft).width + 7 * unit
      let width = setter.measuring.line(second.name, style, rightToLeft: nil).width
      if start + width <= textBox.width {
        let rest = setter.column(start, textBox.width - start, of: textBox)
        items += other.block(second.name, style, theme.quietInk, in: rest.from(top), leading: 1.16).items
      } else {
        add(second.name, style, other)
      }
      add(row.note, small, setter)
      add(second.note, small, other)
    } else {
      add(row.note, small, setter)
    }
    return (items, max(height, 14 * unit) + 4.8 * unit)
  }
}
