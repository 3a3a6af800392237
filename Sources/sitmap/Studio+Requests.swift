import ArgumentParser
import Cartography
import Diagnostics
import Geometry
import Situation

extension Studio {
  /// The request for all that one report says, on the day and the view that the report asks for.
  func request(_ report: Report, _ options: SheetOptions) throws(CommandFailure) -> SheetRequest {
    let language = try language(options)
    let size = options.size ?? .sheet
    let own = report.map?.view.flatMap { theatre.view($0) }?.extent
    var request = SheetRequest(
      width: size.width, height: size.height, extent: try extent(options) ?? own ?? theatre.extent,
      title: options.title ?? report.map?.title?[language] ?? report.title, summary: report.summary[language], language: language,
      theme: try theme(options), parts: options.layers?.parts ?? Set(SheetRequest.Part.allCases), window: nil)
    request.secondLanguage = try secondLanguage(options)
    if let second = request.secondLanguage, options.title == nil, let title = report.map?.title?.exactly(second) {
      request.title += "\n" + title
    }
    if let second = request.secondLanguage { request.secondSummary = report.summary.exactly(second) ?? "" }
    request.fitsHeight = size.fitsHeight
    // Another extent than the report's own has no use for the report's close-up.
    if options.extent == nil, options.view == nil, let view = report.map?.inset.flatMap({ theatre.view($0) }) {
      let second = request.secondLanguage.flatMap { view.title.exactly($0) }
      request.inset = SheetRequest.Inset(title: view.title[language], secondTitle: second, extent: view.extent)
    }
    return request
  }

  /// The request for a day of the theatre.
  func request(window: Int, _ options: SheetOptions) throws(CommandFailure) -> SheetRequest {
    let language = try language(options)
    let size = options.size ?? .sheet
    let named = options.view.flatMap { theatre.view(ViewID($0)) }
    var request = SheetRequest(
      width: size.width, height: size.height, extent: try extent(options) ?? theatre.extent,
      title: options.title ?? named?.title[language] ?? theatre.title[language], language: language, theme: try theme(options),
      parts: options.layers?.parts ?? Set(SheetRequest.Part.allCases), window: window)
    request.secondLanguage = try secondLanguage(options)
    if let second = request.secondLanguage, options.title == nil, let title = (named?.title ?? theatre.title).exactly(second) {
      request.title += "\n" + title
    }
    return request
  }

  /// The request for a day whose summary is written from its data.
  func request(_ situation: Situation, window: Int, _ options: SheetOptions) throws(CommandFailure) -> SheetRequest {
    var request = try request(window: window, options)
    request.summary = Wording(language: request.language).summary(of: situation, theatre, window: window)
    if let second = request.secondLanguage {
      request.secondSummary = Wording(language: second).summary(of: situation, theatre, window: window)
    }
    request.fitsHeight = (options.size ?? .sheet).fitsHeight
    return request
  }

  func report(_ id: String) throws(CommandFailure) -> Report {
    if let report = theatre.report(ReportID(id)) { return report }
    throw unknown("report", id, among: theatre.reports.map(\.id.rawValue))
  }

  private func extent(_ options: SheetOptions) throws(CommandFailure) -> Extent<Geographic>? {
    if let extent = options.extent { return extent.extent }
    guard let id = options.view else { return nil }
    if let view = theatre.view(ViewID(id)) { return view.extent }
    throw unknown("view", id, among: theatre.views.map(\.id.rawValue))
  }

  private func theme(_ options: SheetOptions) throws(CommandFailure) -> Theme {
    try Theme.wanted(options.theme)
  }

  private func language(_ options: SheetOptions) throws(CommandFailure) -> String {
    guard let text = options.lang else { return theatre.languages.first ?? "en" }
    return try known(text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? text)
  }

  /// The language after the `+` in `en+ar`: that of the line below each name.
  private func secondLanguage(_ options: SheetOptions) throws(CommandFailure) -> String? {
    let parts = options.lang?.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false) ?? []
    return parts.count == 2 ? try known(String(parts[1])) : nil
  }

  private func known(_ language: String) throws(CommandFailure) -> String {
    if language == "en" || theatre.languages.contains(language) { return language }
    throw unknown("language", language, among: theatre.languages, Exit.usage)
  }

}

/// A name that nothing has, with the nearest that something has.
func unknown(_ what: String, _ id: String, among known: [String], _ code: ExitCode = Exit.noInput) -> CommandFailure {
  let hint = nearestWord(to: id, among: known).map { "did you mean `\($0)`?" } ?? "there are: \(known.joined(separator: ", "))"
  return CommandFailure("there is no \(what) `\(id)`", hint: known.isEmpty ? nil : hint, code)
}
