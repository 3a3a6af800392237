import Drawing
import Geometry
import Situation

extension SheetComposer {
  /// What the composed sheet shows, in words.
  func account(_ drafter: borrowing MapDrafter, _ map: ComposedMap, _ legend: Legend) -> SheetAccount {
    let frame = drafter.frame
    let corners = frame.corners.map { drafter.projector.unproject($0) }.filter(\.isFinite)
    let reports = sourceReports
    let sources = reports.enumerated().map { index, report in
      SheetAccount.Source(
        number: index + 1, id: report.id, publisher: report.publisher, title: report.title,
        published: report.published.formatted(language: request.language), url: report.url)
    }
    let list = map.spots.flatMap { spot in
      spot.claims.map { situated in
        SheetAccount.Event(
          number: spot.number, reference: situated.reference, label: situated.claim.label[request.language], says: situated.claim.says,
          when: situated.claim.when.formatted(language: request.language), status: wording.name(of: situated.claim.status),
          accordingTo: situated.claim.source,
          source: reports.firstIndex { $0.id == situated.report.id }.map { $0 + 1 })
      }
    }
    let key = legend.sections.flatMap { section in
      section.rows.map { SheetAccount.Entry(section: section.heading, name: $0.name, note: $0.note) }
    }
    return SheetAccount(
      language: request.language, title: request.title, summary: request.summary, day: situation.day, knownBy: situation.knownBy,
      controlAsOf: situation.controlAsOf, events: eventSpan, extent: Extent(around: corners), altText: altText,
      description: description(of: map.control),
      caption: caption(sources), note: theatre.note[request.language], key: key, sources: sources, list: list)
  }

  /// When the events were that the sheet tells, up to its day; nil where it tells none with a date.
  var eventSpan: TimeSpan? {
    if let window = request.window { return window > 0 ? TimeSpan((situation.day - window)...situation.day) : nil }
    return TimeSpan.covering(situation.claims.map(\.claim.when), until: situation.day)
  }

  /// A sentence or two in place of the picture.
  var altText: String {
    var text = wording.text("Map. ", "خريطة. ") + sentence(request.title)
    text += " " + sentence("\(wording[.situationOn]) \(situation.day.formatted(language: request.language))")
    if !request.summary.isEmpty { text += " " + request.summary }
    return text
  }

  /// All that the sheet says, for those who cannot see it: what the day was like, who holds ground, what happened.
  func description(of control: DrawnControl) -> String {
    var parts = [altText]
    let holders = control.grounds.map { $0.holding.name(theatre, wording) }
    if let difference { parts.append(sentence(wording.sentence(on: difference, theatre))) }
    if !holders.isEmpty, difference == nil {
      parts.append(sentence("\(wording[.control]): " + holders.joined(separator: wording.text(", ", "، "))))
    }
    let told = situation.claims.map { situated in
      let claim = situated.claim
      let label = claim.label.isEmpty ? claim.says : claim.label[request.language]
      let words = [wording.name(of: claim.status)] + (claim.source.map { ["\(wording[.accordingTo]) \($0)"] } ?? [])
      let how = words.joined(separator: wording.text(", ", "، "))
      return "\(claim.when.formatted(language: request.language)): \(label) (\(how))"
    }
    if !told.isEmpty { parts.append(sentence("\(wording[.events]): " + told.joined(separator: wording.text("; ", "؛ ")))) }
    return parts.joined(separator: " ")
  }

  private func caption(_ sources: [SheetAccount.Source]) -> String {
    var text = sentence(request.title)
    if !request.summary.isEmpty { text += " " + request.summary }
    text += " " + sentence(dates)
    if !sources.isEmpty {
      let named = unique(sources.map(\.publisher)).joined(separator: wording.text(", ", "، "))
      text += " " + sentence("\(wording[.sources]): \(named)")
    }
    return text
  }

  /// `Control as of 26 August 2018 · Events 10–26 August 2018`: two dates that are never mixed.
  var dates: String {
    var parts: [String] = []
    if let asOf = situation.controlAsOf {
      parts.append("\(wording[.controlAsOf]) \(asOf.formatted(language: request.language))")
    } else if request.parts.contains(.control) {
      parts.append(wording[.noControl])
    }
    if let span = eventSpan, request.parts.contains(.claims), !situation.claims.isEmpty {
      parts.append("\(wording[.events]) \(span.formatted(language: request.language))")
    }
    if let known = situation.knownBy { parts.append("\(wording[.knownBy]) \(known.formatted(language: request.language))") }
    return parts.joined(separator: " · ")
  }

  private func sentence(_ text: String) -> String {
    guard let last = text.last, !".!?؟。".contains(last) else { return text }
    return text + "."
  }
}
