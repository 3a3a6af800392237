import Diagnostics
import Geometry

/// A feature as its file has it, before anybody asks what it stands for.
struct GeoJSONFeature {
  /// Counted from 1.
  var number: Int
  var location: Location
  /// The `id` member.
  var id: String?
  var points: [Point<Geographic>] = []
  var lines: [Line<Geographic>] = []
  var polygons: [Polygon<Geographic>] = []
  /// False when `geometry` is null or absent; an empty geometry counts as one.
  var hasGeometry = false
  var properties: [String: JSONScalar] = [:]

  /// `feature 12 (`anbar`)`
  var title: String {
    let named = ["id", "name_en", "name", "iso_a3", "iso", "icao", "faction"].lazy.compactMap { properties[$0]?.text }.first
    guard let name = id ?? named, !name.isEmpty else { return "feature \(number)" }
    return "feature \(number) (`\(name.excerpt)`)"
  }

  /// From `name_en`, `name_ar` and any other `name_…`; `name` stands in where there is no `name_en`.
  var name: LocalizedText {
    var texts: [String: String] = [:]
    if let name = properties["name"]?.text { texts["en"] = name }
    for (key, value) in properties where key.hasPrefix("name_") && (2...8).contains(key.utf8.count - 5) {
      if let text = value.text { texts[String(key.dropFirst(5))] = text }
    }
    return LocalizedText(texts)
  }
}

struct GeoJSONCollection {
  var features: [GeoJSONFeature] = []
  /// Plain members of the collection itself, such as `as_of`.
  var members: [String: JSONScalar] = [:]
  /// Where each of them is written.
  var memberLocations: [String: Location] = [:]
}
