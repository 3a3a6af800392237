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

/// The key, made from what is drawn and nothing else.
struct Legend {
  var sections: [LegendSection]

  /// Height of the key in a column of `width` px; the same code draws it.
  func compose(in box: Extent<Page>, _ theme: Theme, _ unit: Double, _ setter: TextSetter) -> (items: [DisplayItem], height: Double) {
    var items: [DisplayItem] = []
    var y = box.minY
    let gap = 12 * unit
    let columns = box.width > 560 * unit ? 3 : box.width > 270 * unit ? 2 : 1
    let columnWidth = (box.width - gap * Double(columns - 1)) / Double(columns)
    for section in sections where !section.rows.isEmpty {
      let heading = Extent<Page>(minX: box.minX, minY: y, maxX: box.maxX, maxY: y + 20 * unit)
      items.append(setter.line(section.heading, TextStyle(12 * unit, .bold), theme.ink, in: heading, baseline: y + 11 * unit))
      y += 18 * unit
      let perColumn = (section.rows.count + columns - 1) / columns
      var tallest = y
      for column in 0..<columns {
        var rowY = y
        let range = (column * perColumn)..<min(section.rows.count, (column + 1) * perColumn)
        guard column * perColumn < section.rows.count else { break }
        for row in section.rows[range] {
          let cell = setter.column(Double(column) * (columnWidth + gap), columnWidth, of: box)
          rowY += draw(row, in: Extent(minX: cell.minX, minY: rowY, maxX: cell.maxX, maxY: rowY + 40 * unit), theme, unit, setter, &items)
        }
        tallest = max(tallest, rowY)
      }
      y = tallest + 7 * unit
    }
    return (items, y - box.minY)
  }

  private func draw(
    _ row: LegendRow, in box: Extent<Page>, _ theme: Theme, _ unit: Double, _ setter: TextSetter, _ items: inout [DisplayItem]
  ) -> Double {
    let sampleWidth = 26 * unit
    let sampleBox = setter.column(0, sampleWidth, of: box)
    let textBox = setter.column(sampleWidth + 7 * unit, box.width - sampleWidth - 7 * unit, of: box)
    items += row.sample(Point(sampleBox.center.x, box.minY + 8 * unit))
    let name = setter.block(row.name, TextStyle(11.5 * unit), theme.ink, in: Extent(minX: textBox.minX, minY: box.minY + 1 * unit, maxX: textBox.maxX, maxY: box.maxY), leading: 1.16)
    items += name.items
    var height = name.height
    if let note = row.note {
      let noteBox = Extent<Page>(minX: textBox.minX, minY: box.minY + 1 * unit + height, maxX: textBox.maxX, maxY: box.maxY)
      let block = setter.block(note, TextStyle(9.8 * unit), theme.quietInk, in: noteBox, leading: 1.16)
      items += block.items
      height += block.height
    }
    return max(height, 15 * unit) + 4.5 * unit
  }
}
