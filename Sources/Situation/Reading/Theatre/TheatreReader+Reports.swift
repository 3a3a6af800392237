import Diagnostics

/// `seeds/*.yaml`
extension TheatreReader {
  private static var reportKeys: [String] {
    ["report", "title", "publisher", "author", "published", "dating", "url", "summary", "map", "claims"]
  }

  /// nil when one of the files could not be read, so that not all claims are known.
  mutating func readReports() -> [Report]? {
    var reports: [Report] = []
    var files: [ReportID: String] = [:]
    var isComplete = true
    for path in paths(in: Self.reportsFolder, suffixes: Self.reportSuffixes) {
      guard let root = composeYAML(path), let report = readReport(root) else {
        isComplete = false
        continue
      }
      if let other = files[report.id] {
        root.error("the report `\(report.id)` is already in \(other)", hint: "an id belongs to one file")
        continue
      }
      files[report.id] = path
      reports.append(report)
    }
    return isComplete ? reports : nil
  }

  private func readReport(_ root: YAMLValue) -> Report? {
    guard let members = root.members(Self.reportKeys) else { return nil }
    let id = members.required("report")?.id(Report.self)
    let title = members.required("title")?.text()
    let publisher = members.required("publisher")?.text()
    let published = readPublication(members.required("published"))
    let claims = readClaims(members.required("claims"), published: published)
    let report = Report(
      id: id ?? "", title: title ?? "", publisher: publisher ?? "", author: members.text("author"),
      published: published ?? TimeSpan(Day(rawValue: 0)), dating: members.text("dating"), url: readAddress(members["url"]),
      summary: members["summary"]?.localized(register.languages) ?? LocalizedText(),
      map: members["map"].flatMap { readSheet($0) }, claims: claims, location: root.location)
    if let published, published.isApproximate || published.isUncertain || published.day == nil, report.dating == nil {
      members["published"]?.warning("the report has no exact day and no `dating` that says why")
    }
    return id == nil ? nil : report
  }

  private func readPublication(_ value: YAMLValue?) -> TimeSpan? {
    guard let value, let span = value.span() else { return nil }
    guard span.until != nil else {
      value.error("`published` needs an end: a report is known from the last day that it can have appeared on")
      return nil
    }
    return span
  }

  /// Only addresses that a click may safely follow.
  private func readAddress(_ value: YAMLValue?) -> String? {
    guard let value, let text = value.text() else { return nil }
    let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), isPlain else {
      value.error("`url` must begin with https:// and hold no spaces", hint: "leave it out if it is not known for certain")
      return nil
    }
    return text
  }

  private func readSheet(_ value: YAMLValue) -> Report.Sheet? {
    guard let members = value.members(["on", "view", "title", "inset"]) else { return nil }
    let on = members["on"]?.day()
    if let on, let days = register.days, !days.contains(on) {
      members["on"]?.warning("\(on) is outside the theatre's days, \(days.lowerBound)/\(days.upperBound)")
    }
    return Report.Sheet(
      on: on, view: members["view"]?.reference(to: register.views, called: "view"),
      title: members["title"]?.localized(register.languages),
      inset: members["inset"]?.reference(to: register.views, called: "view"))
  }
}
