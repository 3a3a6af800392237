import Drawing
import Geometry
import Situation

/// The numbered list of what the claims say.
struct ClaimList {
  var spots: [ClaimSpot]
  var theatre: Theatre
  var theme: Theme
  var wording: Wording
  var setter: TextSetter
  /// Number of a report in the sources; nil when the sheet has but one.
  var sourceNumber: (ReportID) -> Int?

  /// How tightly rows are set, the roomiest first.
  private struct Setting {
    var scale: Double
    var hasDetail: Bool
    var maxLines: Int
    /// From row to row where a row has but one line.
    var pitch = 19.5
  }

  private static let settings = [
    Setting(scale: 1.06, hasDetail: true, maxLines: 3), Setting(scale: 1, hasDetail: true, maxLines: 3),
    Setting(scale: 0.94, hasDetail: true, maxLines: 2), Setting(scale: 1.1, hasDetail: false, maxLines: 2),
    Setting(scale: 1.02, hasDetail: false, maxLines: 2), Setting(scale: 0.94, hasDetail: false, maxLines: 2),
    Setting(scale: 0.88, hasDetail: false, maxLines: 2), Setting(scale: 0.86, hasDetail: false, maxLines: 1, pitch: 17),
    Setting(scale: 0.8, hasDetail: false, maxLines: 1, pitch: 15.8),
  ]

  /// The list in a box, set as roomily as fits; what does not fit even tightly is counted in a last line.
  func compose(heading: String, in box: Extent<Page>, _ unit: Double) -> (items: [DisplayItem], height: Double) {
    var result: (items: [DisplayItem], height: Double) = ([], 0)
    for setting in Self.settings {
      result = compose(heading, in: box, unit * setting.scale, setting, limit: nil)
      if result.height <= box.height { return result }
    }
    let tightest = Self.settings[Self.settings.count - 1]
    return compose(heading, in: box, unit * tightest.scale, tightest, limit: box.height)
  }

  /// Height of the list in a column as `compose` would set it there, or when set as tightly as it can be.
  func height(width: Double, most: Double, _ unit: Double) -> Double {
    let box = Extent<Page>(minX: 0, minY: 0, maxX: width, maxY: 0)
    var height = 0.0
    for setting in most > 0 ? Self.settings[...] : Self.settings.suffix(1) {
      height = compose("", in: box, unit * setting.scale, setting, limit: nil).height
      if height <= most { break }
    }
    return height
  }

  /// Height of the list in a column when set roomily.
  func roomyHeight(width: Double, _ unit: Double) -> Double {
    compose("", in: Extent(minX: 0, minY: 0, maxX: width, maxY: 0), unit, Self.settings[1], limit: nil).height
  }

  private func compose(
    _ heading: String, in box: Extent<Page>, _ unit: Double, _ setting: Setting, limit: Double?
  ) -> (items: [DisplayItem], height: Double) {
    var items = [
      setter.line(heading, TextStyle(1.04 * theme.type.heading * unit, .bold), theme.ink, in: box, baseline: box.minY + 12 * unit)
    ]
    var y = box.minY + 21 * unit
    let columns = box.width > 560 * unit ? 2 : 1
    let total = spots.reduce(0) { $0 + $1.claims.count }
    if total == 0 {
      let none = setter.block(wording[.noEvents], TextStyle(theme.type.list * unit), theme.quietInk, in: box.from(y))
      return (items + none.items, y + none.height - box.minY)
    }
    let gap = 22 * unit
    let width = (box.width - gap * Double(columns - 1)) / Double(columns)
    let rows = spots.flatMap { spot in spot.claims.enumerated().map { (spot, $0.offset, $0.element) } }
    let perColumn = (rows.count + columns - 1) / columns
    var tallest = y
    var left = 0
    for column in 0..<columns {
      var rowY = y
      let cell = setter.column(Double(column) * (width + gap), width, of: box)
      for index in (column * perColumn)..<max(column * perColumn, min(rows.count, (column + 1) * perColumn)) {
        let (spot, offset, situated) = rows[index]
        if spot.site == .elsewhere, offset == 0 {
          items.append(
            setter.line(
              wording[.elsewhere], TextStyle(0.95 * theme.type.list * unit, .bold), theme.quietInk, in: cell, baseline: rowY + 13 * unit))
          rowY += 19 * unit
        }
        let row = compose(spot, offset == 0 || index == column * perColumn, situated, in: cell.from(rowY), unit, setting)
        if let limit, rowY + row.height > box.minY + limit - 16 * unit {
          left += min(rows.count, (column + 1) * perColumn) - index
          break
        }
        items += row.items
        rowY += row.height
      }
      tallest = max(tallest, rowY)
    }
    y = tallest
    if left > 0 {
      items.append(
        setter.line(
          "+ \(left) \(wording[.more])", TextStyle(0.9 * theme.type.list * unit), theme.quietInk, in: box, baseline: y + 11 * unit))
      y += 16 * unit
    }
    return (items, y - box.minY)
  }

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
    let color = claim.by.first.flatMap { theatre.faction($0) }.map { theme.tone($0.color.color) } ?? theme.quietInk
    let symbol = ClaimSymbol(kind: claim.kind, status: claim.status, color: color)
    items += symbol.items(at: Point(setter.column(23 * unit, 18 * unit, of: box).center.x, middle), theme, unit * 0.9)
    let inset = 47 * unit
    let textBox = setter.column(inset, box.width - inset, of: box)
    let date = claim.when.formatted(language: wording.language)
    let label = claim.label.isEmpty ? claim.says : claim.label[wording.language]
    let style = TextStyle(theme.type.list * unit, .semibold)
    let top = textBox.from(box.minY + 1.5 * unit)
    let first = setter.block(label, style, theme.ink, in: top, leading: 1.2, maxLines: setting.maxLines)
    items += first.items
    var height = first.height + 1.5 * unit
    if setting.hasDetail {
      var words = [date, wording.name(of: claim.status)]
      if let number = sourceNumber(situated.report.id) { words.append("[\(number)]") }
      if let at = paragraph(claim.at) { words.append(at) }
      let detail = setter.block(
        words.joined(separator: " · "), TextStyle(0.88 * theme.type.list * unit), theme.quietInk, in: textBox.from(box.minY + height),
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
      if last + text.width + 7 * unit <= top.width {
        let rest = setter.column(last + 7 * unit, top.width - last - 7 * unit, of: top)
        let line = max(0, (first.height / (style.size * 1.2)).rounded() - 1)
        items.append(setter.line(date, quiet, theme.quietInk, in: rest, baseline: baseline + line * style.size * 1.2))
      } else {
        items.append(setter.line(date, quiet, theme.quietInk, in: top, baseline: baseline + first.height - 1 * unit))
        height += quiet.size * 1.2
      }
    }
    return (
      items,
      setting.hasDetail ? max(height, 19 * unit) + 4.5 * unit : max(height + (height > 15 * unit ? 2.4 : 0.6) * unit, setting.pitch * unit)
    )
  }

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
