import Drawing
import Geometry
import Situation

/// The words above, beside and below the map.
extension SheetComposer {
  func listHeading(_ wording: Wording) -> String {
    guard let window = request.window else { return wording[.eventsOfReport] }
    let days = Day.formatted((situation.day - window)...situation.day, language: wording.language)
    return "\(wording[.eventsFrom])\(wording.text(", ", "، "))\(days)"
  }

  // MARK: title and sources

  /// Reports whose claims are on the sheet, by date of publication.
  var sourceReports: [Report] {
    let used = Set(situation.claims.map(\.report.id))
    return theatre.reports.filter { used.contains($0.id) }
  }

  func titleBlock(in box: Extent<Page>) -> (items: [DisplayItem], height: Double) {
    var (items, height) = kicker(in: box)
    let title = title(in: box.from(box.minY + height))
    items += title.items
    // Arabic letters reach farther below their line.
    height += title.height + (request.isRightToLeft || request.title.contains("\n") ? 11 : 3) * unit
    let texts = [(request.summary, setter)] + (second.map { [(request.secondSummary, setter.speaking($0))] } ?? [])
    for (text, setter) in texts where !text.isEmpty {
      let column = setter.column(0, min(box.width, 1150 * unit), of: box)
      let summary = setter.block(
        text, TextStyle(theme.type.summary * unit), theme.quietInk, in: column.from(box.minY + height), leading: 1.3,
        maxLines: isNarrow ? 6 : 3)
      items += summary.items
      height += summary.height
    }
    return (items, height)
  }

  private var isNarrow: Bool { request.width < 640 }

  /// The day, and behind or under it the two dates that are never mixed.
  private func kicker(in box: Extent<Page>) -> (items: [DisplayItem], height: Double) {
    let day = [wording, second].compactMap { $0.map(dayLine) }.joined(separator: "  ·  ")
    let style = TextStyle(theme.type.kicker * unit, .semibold)
    let size = style.size
    var items = [setter.line(day, style, theme.quietInk, in: box, baseline: box.minY + 0.96 * size)]
    if difference != nil || dates.isEmpty { return (items, 1.48 * size) }
    let start = setter.measuring.line(day, style, rightToLeft: setter.isRightToLeft).width + 1.2 * size
    let quiet = TextStyle(0.88 * size)
    let width = setter.measuring.line(dates, quiet, rightToLeft: setter.isRightToLeft).width
    if start + width <= box.width {
      let rest = setter.column(start, box.width - start, of: box)
      items.append(setter.line(dates, quiet, theme.quietInk, in: rest, baseline: box.minY + 0.96 * size))
      return (items, 1.48 * size)
    }
    let below = setter.block(dates, quiet, theme.quietInk, in: box.from(box.minY + 1.3 * size), maxLines: 2)
    return (items + below.items, 1.48 * size + below.height)
  }

  private func dayLine(_ wording: Wording) -> String {
    guard let difference else { return "\(wording[.situationOn]) \(situation.day.formatted(language: wording.language))" }
    let days = min(difference.from, difference.to)...max(difference.from, difference.to)
    return wording.text("Change of control, ", "تغير السيطرة، ") + Day.formatted(days, language: wording.language)
  }

  /// The title in two lines, smaller where it is long; what even the smallest type cannot hold is cut.
  private func title(in box: Extent<Page>) -> (items: [DisplayItem], height: Double) {
    let largest = min(theme.type.title * unit, request.width * 0.06)
    let sizes = [1, 0.88, 0.78, 0.7, 0.62].map { largest * $0 }
    let fitting = sizes.first { size in
      let lines = setter.measuring.wrap(request.title, TextStyle(size, .bold), width: box.width, rightToLeft: setter.isRightToLeft)
      return lines.count <= (isNarrow ? 3 : 2)
    }
    return setter.block(
      request.title, TextStyle(fitting ?? sizes[sizes.count - 1], .bold), theme.ink, in: box, leading: 1.12, maxLines: isNarrow ? 4 : 2)
  }

  func sourcesBlock(in box: Extent<Page>) -> (items: [DisplayItem], height: Double) {
    let style = TextStyle(theme.type.sources * unit)
    var items: [DisplayItem] = []
    var y = box.minY
    let notes = second.flatMap { other in theatre.note.exactly(other.language).map { [($0, setter.speaking(other))] } } ?? []
    for (text, setter) in sourceLines.map({ ($0, setter) }) + notes where !text.isEmpty {
      let block = setter.block(text, style, theme.quietInk, in: box.from(y), leading: 1.3, maxLines: isNarrow ? 7 : 3)
      items += block.items
      y += block.height + 1.5 * unit
    }
    return (items, y - box.minY)
  }

  private var sourceLines: [String] {
    let reports = sourceReports
    var lines: [String] = []
    if !reports.isEmpty {
      let named = reports.enumerated().map { index, report in
        let number = reports.count > 1 ? "[\(index + 1)] " : ""
        return
          [
            number + isolated(report.publisher), isolated("“\(report.title)”"), report.published.formatted(language: request.language),
          ].joined(separator: wording.text(", ", "، "))
      }
      lines.append("\(both(.sources)): " + named.joined(separator: wording.text("; ", "؛ ")))
    }
    // The dates stand at the head of a sheet of one day; one of two days has no room for them there.
    let control = [difference == nil ? "" : dates, ruleSentence ?? "", theatre.note[request.language]]
    lines.append(control.filter { !$0.isEmpty }.joined(separator: ". "))
    return lines
  }

  /// A text of another direction kept from mixing with its surroundings: within first-strong isolate and its end.
  private func isolated(_ text: String) -> String { request.isRightToLeft ? "\u{2068}\(text)\u{2069}" : text }
}
