import Drawing
import Geometry
import Situation

/// The numbered list of what the claims say.
struct ClaimList {
  var heading: String
  var spots: [ClaimSpot]
  var theatre: Theatre
  var theme: Theme
  var wording: Wording
  /// Of the second language of a sheet in two; its labels stand where there is room.
  var second: Wording?
  var secondHeading: String?
  var setter: TextSetter
  /// Number of a report in the sources; nil when the sheet has but one.
  var sourceNumber: (ReportID) -> Int?

  /// How tightly rows are set, the roomiest first.
  private struct Setting {
    var scale: Double
    var hasDetail: Bool
    /// Whether labels stand in the second language as well.
    var hasSecond = false
    var maxLines: Int
    /// From row to row where a row has but one line.
    var pitch = 19.5
  }

  private var settings: [Setting] {
    guard second != nil else { return Self.settings }
    return [
      Setting(scale: 1.06, hasDetail: true, hasSecond: true, maxLines: 3),
      Setting(scale: 0.96, hasDetail: true, hasSecond: true, maxLines: 3),
      Setting(scale: 0.94, hasDetail: false, hasSecond: true, maxLines: 2),
      Setting(scale: 0.86, hasDetail: false, hasSecond: true, maxLines: 1),
    ] + Self.settings
  }

  private static let settings = [
    Setting(scale: 1.06, hasDetail: true, maxLines: 3), Setting(scale: 1, hasDetail: true, maxLines: 3),
    Setting(scale: 0.94, hasDetail: true, maxLines: 2), Setting(scale: 1.1, hasDetail: false, maxLines: 2),
    Setting(scale: 1.02, hasDetail: false, maxLines: 2), Setting(scale: 0.94, hasDetail: false, maxLines: 2),
    Setting(scale: 0.88, hasDetail: false, maxLines: 2), Setting(scale: 0.86, hasDetail: false, maxLines: 1, pitch: 17),
    Setting(scale: 0.8, hasDetail: false, maxLines: 1, pitch: 15.8),
  ]

  /// The list in a box, set as roomily as fits; what does not fit even tightly is counted in a last line.
  func compose(in box: Extent<Page>, _ unit: Double) -> (items: [DisplayItem], height: Double) {
    let settings = settings
    let fitting = settings.first { height(width: box.width, unit * $0.scale, $0) <= box.height }
    let setting = fitting ?? settings[settings.count - 1]
    return compose(in: box, unit * setting.scale, setting, limit: fitting == nil ? box.height : nil)
  }

  /// How a list fits a box: well, only in small type, or not at all.
  enum Fit { case easy, tight, cut }

  func fit(in box: Extent<Page>, _ unit: Double) -> Fit {
    guard let setting = settings.first(where: { height(width: box.width, unit * $0.scale, $0) <= box.height }) else { return .cut }
    return setting.scale < 0.9 ? .tight : .easy
  }

  /// Height of the list in a column as `compose` would set it there, or when set as tightly as it can be.
  func height(width: Double, most: Double, _ unit: Double) -> Double {
    var height = 0.0
    for setting in most > 0 ? settings[...] : settings.suffix(1) {
      height = self.height(width: width, unit * setting.scale, setting)
      if height <= most { break }
    }
    return height
  }

  /// Height of the list in a column when set roomily.
  func roomyHeight(width: Double, _ unit: Double) -> Double {
    let setting = second == nil ? settings[1] : settings[0]
    return height(width: width, unit * setting.scale, setting)
  }

  // MARK: rows in columns

  /// The heading; in the second language behind it where there is room, else below.
  private func head(in box: Extent<Page>, _ unit: Double) -> (items: [DisplayItem], height: Double) {
    let style = TextStyle(1.04 * theme.type.heading * unit, .bold)
    var items = [setter.line(heading, style, theme.ink, in: box, baseline: box.minY + 12 * unit)]
    guard let second, let secondHeading else { return (items, 21 * unit) }
    let other = setter.speaking(second)
    let start = setter.measuring.line(heading, style, rightToLeft: setter.isRightToLeft).width + 12 * unit
    let fits = start + setter.measuring.line(secondHeading, style, rightToLeft: nil).width <= box.width
    let rest = fits ? setter.column(start, box.width - start, of: box) : box
    items.append(other.line(secondHeading, style, theme.quietInk, in: rest, baseline: box.minY + (fits ? 12 : 28) * unit))
    return (items, (fits ? 21 : 38) * unit)
  }

  private static let elsewhereHeight = 19.0

  private struct Row {
    var spot: ClaimSpot
    var situated: SituatedClaim
    /// Whether it is the first of its spot.
    var isFirst: Bool

    /// Whether the words stand before it that what follows is not on the map.
    var opensElsewhere: Bool { isFirst && spot.site == .elsewhere }
  }

  private var rows: [Row] {
    spots.flatMap { spot in spot.claims.enumerated().map { Row(spot: spot, situated: $0.element, isFirst: $0.offset == 0) } }
  }

  private func columns(_ width: Double, _ unit: Double) -> (count: Int, width: Double, gap: Double) {
    let count = width > 1150 * unit ? 3 : width > 560 * unit ? 2 : 1
    let gap = 22 * unit
    return (count, (width - gap * Double(count - 1)) / Double(count), gap)
  }

  private func rowHeights(_ rows: [Row], width: Double, _ unit: Double, _ setting: Setting) -> [Double] {
    let cell = Extent<Page>(minX: 0, minY: 0, maxX: width, maxY: 0)
    return rows.map { row in
      compose(row.spot, false, row.situated, in: cell, unit, setting).height + (row.opensElsewhere ? Self.elsewhereHeight * unit : 0)
    }
  }

  /// Where each row goes when no column is higher than a height, column after column; what finds no column is left out.
  private func flow(_ heights: [Double], columns: Int, most: Double) -> [(column: Int, y: Double)] {
    var slots: [(column: Int, y: Double)] = []
    var column = 0
    var y = 0.0
    for height in heights {
      if y > 0, y + height > most + 0.01 {
        column += 1
        y = 0
      }
      if column >= columns || height > most + 0.01 { break }
      slots.append((column, y))
      y += height
    }
    return slots
  }

  /// The lowest columns that hold all rows.
  private func levelled(_ heights: [Double], columns: Int, _ unit: Double) -> Double {
    var height = max(heights.max() ?? 0, heights.reduce(0, +) / Double(columns))
    while flow(heights, columns: columns, most: height).count < heights.count { height += 2 * unit }
    return height
  }

  private func height(width: Double, _ unit: Double, _ setting: Setting) -> Double {
    let rows = rows
    let box = Extent<Page>(minX: 0, minY: 0, maxX: width, maxY: 0)
    let head = head(in: box, unit).height
    if rows.isEmpty { return head + none(in: box, unit).height }
    let columns = columns(width, unit)
    return head + levelled(rowHeights(rows, width: columns.width, unit, setting), columns: columns.count, unit)
  }

  private func none(in box: Extent<Page>, _ unit: Double) -> (items: [DisplayItem], height: Double) {
    var none = setter.block(wording[.noEvents], TextStyle(theme.type.list * unit), theme.quietInk, in: box)
    if let second {
      let other = setter.speaking(second).block(
        second[.noEvents], TextStyle(theme.type.list * unit), theme.quietInk, in: box.from(box.minY + none.height))
      none = (none.items + other.items, none.height + other.height)
    }
    return none
  }

  private func compose(
    in box: Extent<Page>, _ unit: Double, _ setting: Setting, limit: Double?
  ) -> (items: [DisplayItem], height: Double) {
    let head = head(in: box, unit)
    var items = head.items
    let top = box.minY + head.height
    let rows = rows
    if rows.isEmpty {
      let none = none(in: box.from(top), unit)
      return (items + none.items, top + none.height - box.minY)
    }
    let columns = columns(box.width, unit)
    let heights = rowHeights(rows, width: columns.width, unit, setting)
    let most = limit.map { $0 - head.height - 16 * unit } ?? levelled(heights, columns: columns.count, unit)
    let slots = flow(heights, columns: columns.count, most: most)
    var bottom = top
    for (index, slot) in slots.enumerated() {
      let row = rows[index]
      var cell = setter.column(Double(slot.column) * (columns.width + columns.gap), columns.width, of: box).from(top + slot.y)
      if row.opensElsewhere {
        let style = TextStyle(0.95 * theme.type.list * unit, .bold)
        items.append(setter.line(elsewhere, style, theme.quietInk, in: cell, baseline: cell.minY + 13 * unit))
        cell = cell.from(cell.minY + Self.elsewhereHeight * unit)
      }
      items += compose(row.spot, row.isFirst || slot.y == 0, row.situated, in: cell, unit, setting).items
      bottom = max(bottom, top + slot.y + heights[index])
    }
    let left = rows.count - slots.count
    if left > 0 {
      let style = TextStyle(0.9 * theme.type.list * unit)
      items.append(setter.line("+ \(left) \(wording[.more])", style, theme.quietInk, in: box, baseline: bottom + 11 * unit))
      bottom += 16 * unit
    }
    return (items, bottom - box.minY)
  }

  private var elsewhere: String { wording[.elsewhere] + (second.map { " · \($0[.elsewhere])" } ?? "") }

  private func compose(
    _ spot: ClaimSpot, _ showsNumber: Bool, _ situated: SituatedClaim, in box: Extent<Page>, _ unit: Double, _ setting: Setting
  ) -> (items: [DisplayItem], height: Double) {
    let claim = situated.claim
    var items: [DisplayItem] = []
    let middle = box.minY + 9.5 * unit
    if showsNumber, let number = spot.number {
      items += NumberBadge(number: number).items(
        at: Point(setter.column(0, 18 * unit, of: box).center.x, middle), theme, unit, setter.measuring)
    }
    let color = claim.by.first.flatMap { theatre.faction($0) }.map { theme.outline(theme.color(of: $0)) } ?? theme.quietInk
    let symbol = ClaimSymbol(kind: claim.kind, status: claim.status, color: color)
    items += symbol.items(at: Point(setter.column(23 * unit, 18 * unit, of: box).center.x, middle), theme, unit * 0.9)
    let inset = 47 * unit
    let textBox = setter.column(inset, box.width - inset, of: box)
    let date = claim.when.formatted(language: wording.language)
    let label = claim.label.isEmpty ? claim.says : claim.label[wording.language]
    let other = setting.hasSecond ? second.flatMap { claim.label.exactly($0.language) }.flatMap { $0 == label ? nil : $0 } : nil
    let style = TextStyle(theme.type.list * unit, .semibold)
    let top = textBox.from(box.minY + 1.5 * unit)
    let first = setter.block(label, style, theme.ink, in: top, leading: 1.2, maxLines: setting.maxLines)
    items += first.items
    var height = first.height + 1.5 * unit
    if let second, let other {
      let below = setter.speaking(second).block(
        other, TextStyle(0.96 * theme.type.list * unit), theme.ink, in: top.from(top.minY + first.height), leading: 1.2,
        maxLines: setting.maxLines)
      items += below.items
      height += below.height
    }
    if setting.hasDetail {
      var words = [date, wording.name(of: claim.status)]
      if let number = sourceNumber(situated.report.id) { words.append("[\(number)]") }
      if let at = paragraph(claim.at) { words.append(at) }
      if let source = claim.source { words.append("\(wording[.accordingTo]) \(isolated(source))") }
      let detail = setter.block(
        words.joined(separator: "\u{A0}· "), TextStyle(0.88 * theme.type.list * unit), theme.quietInk, in: textBox.from(box.minY + height),
        leading: 1.2,
        maxLines: 2)
      items += detail.items
      height += detail.height
    } else {
      // The date goes on after the label where there is room, else on a line of its own.
      let quiet = TextStyle(0.88 * theme.type.list * unit)
      let last = setter.lastLineWidth(label, style, in: top, maxLines: setting.maxLines)
      let text = setter.measuring.line(date, quiet, rightToLeft: setter.isRightToLeft)
      let baseline = top.minY + style.size * 0.98
      if other == nil, last + text.width + 7 * unit <= top.width {
        let rest = setter.column(last + 7 * unit, top.width - last - 7 * unit, of: top)
        let line = max(0, (first.height / (style.size * 1.2)).rounded() - 1)
        items.append(setter.line(date, quiet, theme.quietInk, in: rest, baseline: baseline + line * style.size * 1.2))
      } else {
        items.append(setter.line(date, quiet, theme.quietInk, in: top, baseline: baseline + height - 2.5 * unit))
        height += quiet.size * 1.2
      }
    }
    return (
      items,
      setting.hasDetail ? max(height, 19 * unit) + 4.5 * unit : max(height + (height > 15 * unit ? 2.4 : 0.6) * unit, setting.pitch * unit)
    )
  }

  /// A text of another direction kept from mixing with its surroundings: within first-strong isolate and its end.
  private func isolated(_ text: String) -> String { setter.isRightToLeft ? "\u{2068}\(text)\u{2069}" : text }

  /// `paragraph 2` as `¶ 2`, `caption 1` and `title` in the sheet's language; anything else as it stands in an English sheet.
  private func paragraph(_ at: String?) -> String? {
    guard let at else { return nil }
    if at == "title" { return wording[.headline] }
    for (prefix, word) in [("paragraphs ", wording[.paragraph]), ("paragraph ", wording[.paragraph]), ("caption ", wording[.caption])]
    where at.hasPrefix(prefix) {
      return word + " " + at.dropFirst(prefix.count).replacing(" and ", with: ", ")
    }
    return wording.language == "en" ? at : nil
  }
}

extension Extent<Page> {
  func from(_ y: Double) -> Extent { Extent(minX: minX, minY: y, maxX: maxX, maxY: max(y, maxY)) }
}
