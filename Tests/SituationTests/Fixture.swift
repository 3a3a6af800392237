import Diagnostics
import Situation
import Testing

/// A small theatre that reads without a fault; each test changes what it is about.
enum Fixture {
  static let theatre = """
    theatre: border
    title: {en: The border, ar: الحدود}
    extent: [37.0, 32.4, 44.8, 37.4]
    languages: [en, ar]
    days: 2017-05-01/2018-12-31
    layers:
      - {id: land, as: land, file: base/land.geojson}
      - {id: borders, as: border, file: base/borders.geojson}
    views: [{id: west, title: {en: The west}, extent: [37, 33, 40, 36]}]

    """
  static let land = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name_en": "Asia", "rank": 1}, "geometry":
    {"type": "Polygon", "coordinates": [[[30, 30], [50, 30], [50, 40], [30, 40], [30, 30]]]}}]}
    """
  static let borders = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"between": ["Iraq", "Syria"]}, "geometry":
    {"type": "LineString", "coordinates": [[41, 34], [41, 35], [42, 37]]}}]}
    """
  static let factions = """
    sides:
      - {id: damascus, name: {en: Damascus}}
      - {id: isis, name: {en: Islamic State}}
    factions:
      - {id: government, name: {en: Government}, color: "#c0392b", side: damascus}
      - {id: badr, name: {en: Badr}, color: "#7d3c98", pattern: lines, side: damascus, parent: government}
      - {id: isis, name: {en: Islamic State}, color: "#424949", side: isis}

    """
  static let places = """
    id,name_en,name_ar,aliases,kind,lon,lat,rank,source
    abu-kamal,Abu Kamal,البوكمال,Al-Bukamal;Albu Kamal,town,40.918,34.452,3,geonames:174448
    um-jaris,Umm Jurays,,,village,41.6,36.1,6,"hand: on the border, by eye"
    kocho,Kocho,,,village,41.75,36.0,5,hand

    """
  static let report = """
    report: jpost-2017-05-30
    title: Militias reach the border
    publisher: The Jerusalem Post
    published: 2017-05-30
    claims:
      - id: reach-border
        kind: advance
        by: badr
        path: [kocho, um-jaris]
        on: 2017-05-29
        status: reported
        says: They reached the border.

    """
  static let control = """
    {"type": "FeatureCollection", "as_of": "2017-05-30", "features": [
    {"type": "Feature", "properties": {"faction": "isis", "status": "held", "basis": "editorial: seen"}, "geometry":
    {"type": "Polygon", "coordinates": [[[40, 34], [41, 34], [41, 35], [40, 34]]]}}]}
    """

  static var texts: [String: String] {
    [
      "geodata/theatre.yaml": theatre, "geodata/base/land.geojson": land, "geodata/base/borders.geojson": borders,
      "geodata/factions.yaml": factions, "geodata/places.csv": places, "seeds/2017-05-30-border.yaml": report,
      "geodata/control/2017-05-30.geojson": control,
    ]
  }

  static let landPath = "geodata/base/land.geojson"
  static let reportPath = "seeds/2017-05-30-border.yaml"
  static let controlPath = "geodata/control/2017-05-30.geojson"

  /// The theatre with some files replaced; nil takes one away.
  static func files(_ changes: [String: String?] = [:]) -> MemoryFiles {
    var texts = texts
    for (path, text) in changes { texts[path] = text }
    return MemoryFiles(texts: texts)
  }

  static func read(_ changes: [String: String?] = [:]) throws(InvalidInput) -> Theatre {
    try Theatre.read(from: files(changes)).theatre
  }

  /// Every fault, as it is printed, whether or not the theatre was read.
  static func faults(_ changes: [String: String?] = [:]) -> [String] { faults(in: files(changes)) }

  static func faults(in files: MemoryFiles) -> [String] {
    do throws(InvalidInput) {
      return try Theatre.read(from: files).faults.map(\.description)
    } catch {
      return error.faults.map(\.description)
    }
  }

  /// A file of one polygon feature in the land layer, with these coordinates.
  static func land(_ coordinates: String, type: String = "Polygon") -> [String: String?] {
    [
      landPath: """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name_en": "A"}, "geometry":
      {"type": "\(type)", "coordinates": \(coordinates)}}]}
      """
    ]
  }

  /// The report with one claim made of these lines, without their indentation.
  static func claim(_ lines: String) -> [String: String?] {
    let body = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    let head = report.split(separator: "\n").prefix(5).map { "\($0)\n" }.joined()
    return [reportPath: "\(head)  - id: one\n\(body)"]
  }
}

extension [String] {
  /// Whether one of the faults holds the text.
  func mention(_ text: String) -> Bool { contains { $0.contains(text) } }
}
