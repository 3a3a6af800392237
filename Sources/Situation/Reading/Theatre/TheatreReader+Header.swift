import Diagnostics
import Geometry

/// `geodata/theatre.yaml`
struct TheatreHeader {
  struct LayerEntry {
    var id: LayerID
    var kind: Layer.Kind
    var path: String
    var extent: Extent<Geographic>?
    var location: Location
    /// Of the path.
    var file: YAMLValue
  }

  var id: String
  var title: LocalizedText
  var extent: Extent<Geographic>?
  var projection: String
  var languages: [String]
  var days: ClosedRange<Day>?
  var layers: [LayerEntry]
  var views: [View]
  var control: YAMLValue?
  var note: LocalizedText
  /// Unread until the gazetteer is known.
  var labels: YAMLValue?
}

extension TheatreReader {
  mutating func readHeader() -> TheatreHeader? {
    let keys = ["theatre", "title", "extent", "projection", "languages", "days", "layers", "views", "control", "note", "labels"]
    guard let root = composeYAML(Self.headerPath), let members = root.members(keys) else { return nil }
    let languages = readLanguages(members["languages"])
    return TheatreHeader(
      id: members.required("theatre")?.id(Theatre.self)?.rawValue ?? "",
      title: members.required("title")?.localized(languages) ?? LocalizedText(),
      extent: members.required("extent")?.extent(),
      projection: readProjection(members["projection"]),
      languages: languages,
      days: readDays(members.required("days")),
      layers: readLayerEntries(members["layers"]),
      views: readViews(members["views"], languages),
      control: members["control"],
      note: members["note"]?.localized(languages) ?? LocalizedText(),
      labels: members["labels"])
  }

  /// One that PROJ knows, or `lambert`, which is fitted to each view.
  private func readProjection(_ value: YAMLValue?) -> String {
    guard let value, let text = value.text(), text != "lambert", !text.isEmpty else { return "lambert" }
    do throws(ProjectionFailure) {
      _ = try Projection(text)
    } catch {
      value.error(error.description, hint: "write lambert, a code as in EPSG:32637, or a PROJ string")
    }
    return text
  }

  private func readLanguages(_ value: YAMLValue?) -> [String] {
    guard let items = value?.oneOrMore() else { return ["en"] }
    var languages: [String] = []
    for item in items {
      guard let language = item.text() else { continue }
      if !isLanguageTag(language) {
        item.error("`\(language.excerpt)` is no language", hint: "write en, ar, …")
      } else if languages.contains(language) {
        item.error("the language `\(language)` is there twice")
      } else {
        languages.append(language)
      }
    }
    return languages.isEmpty ? ["en"] : languages
  }

  private func readDays(_ value: YAMLValue?) -> ClosedRange<Day>? {
    guard let value, let span = value.span() else { return nil }
    guard let from = span.from, let until = span.until, from <= until else {
      value.error("`days` needs a first and a last day", hint: "write 2017-05-01/2018-12-31")
      return nil
    }
    return from...until
  }

  private func readLayerEntries(_ value: YAMLValue?) -> [TheatreHeader.LayerEntry] {
    var entries: [TheatreHeader.LayerEntry] = []
    for item in value?.items() ?? [] {
      guard let members = item.members(["id", "as", "file", "extent"]) else { continue }
      let id = members.required("id")?.id(Layer.self)
      let kind = members.required("as")?.choice(of: Layer.Kind.self)
      let file = members.required("file")
      let path = file?.theatrePath()
      let extent = members["extent"]?.extent()
      if let id, entries.contains(where: { $0.id == id }) { members["id"]?.error("the layer `\(id)` is there twice") }
      if kind == .relief, !members.has("extent") {
        item.error("a relief needs its `extent`", hint: "write extent: [west, south, east, north]")
      }
      guard let id, let kind, let file, let path else { continue }
      entries.append(
        TheatreHeader.LayerEntry(id: id, kind: kind, path: path, extent: extent, location: item.location, file: file))
    }
    return entries
  }

  private func readViews(_ value: YAMLValue?, _ languages: [String]) -> [View] {
    var views: [View] = []
    for item in value?.items() ?? [] {
      guard let members = item.members(["id", "title", "extent"]) else { continue }
      let id = members.required("id")?.id(View.self)
      let title = members.required("title")?.localized(languages)
      let extent = members.required("extent")?.extent()
      if let id, views.contains(where: { $0.id == id }) { members["id"]?.error("the view `\(id)` is there twice") }
      guard let id else { continue }
      // A view with a faulty extent keeps its id, so that nothing that names it draws a fault of its own.
      views.append(View(id: id, title: title ?? LocalizedText(), extent: extent ?? .empty, location: item.location))
    }
    return views
  }
}

extension YAMLValue {
  /// A path below `geodata/` of the theatre; none that leads out of it.
  fileprivate func theatrePath() -> String? {
    guard let text = text() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } && !text.contains("\\") && !text.contains("\n")
    guard isInside, text.utf8.count <= 500 else {
      error("`\(name)` must be a path below geodata/", hint: "write it without a leading `/`, `.` or `..`, as in base/land.geojson")
      return nil
    }
    return "geodata/\(text)"
  }
}
