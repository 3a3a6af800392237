import Diagnostics
import Geometry
import Situation

/// Two small countries that exist nowhere, at war for a few days of January 2020. Small enough to know by heart:
///
///              10.0        11.0 border     12.0
///       41.5 ┌───────────────┬───────────────┐
///            │ red           │ green  (red   │
///            │   Norden      │  claims some) │
///       40.8 ├──── front ────┤     Osten     │
///            │ blue          │  (orange is   │
///            │  (contested)  │   present)    │
///            │   Süden       ├───────────────┤ 40.0
///            │               │ nobody's      │
///            └───────────────┴───────────────┘
package enum TinyTheatre {
  /// 2020-01-10.
  package static let day = Day(rawValue: 18_271)

  package static func read(_ changes: [String: String?] = [:]) throws(InvalidInput) -> Theatre {
    var texts = texts
    for (path, text) in changes { texts[path] = text }
    return try Theatre.read(from: MemoryFiles(texts: texts)).theatre
  }

  package static let placesPath = "geodata/places.csv"
  package static let reportPath = "seeds/2020-01-10-tiny.yaml"
  package static let controlPath = "geodata/control/2020-01-10.geojson"

  package static var texts: [String: String] {
    [
      "geodata/theatre.yaml": theatre, "geodata/factions.yaml": factions, placesPath: places, reportPath: report, controlPath: control,
      "geodata/base/land.geojson": collection([area([(5, 35), (20, 35), (20, 45), (5, 45)], #""name_en": "Land""#)]),
      "geodata/base/countries.geojson": collection([
        area([(9, 39), (11, 39), (11, 42.5), (9, 42.5)], #""name_en": "Westland", "name_ar": "الغرب""#),
        area([(11, 39), (13, 39), (13, 42.5), (11, 42.5)], #""name_en": "Eastland", "name_ar": "الشرق""#),
      ]),
      "geodata/base/borders.geojson": collection([
        line(
          [(11, 39), (11, 39.5), (11, 40), (11, 40.4), (11, 40.8), (11, 41.2), (11, 42), (11, 42.5)],
          #""between": ["Eastland", "Westland"]"#)
      ]),
      "geodata/base/rivers.geojson": collection([
        line(
          [(9, 41), (10, 41.05), (10.6, 40.9), (11.3, 40.7), (13, 40.75)], #""name_en": "Long River", "name_ar": "النهر الطويل", "rank": 1"#
        )
      ]),
      "geodata/base/roads.geojson": collection([line([(10.3, 41.2), (10.5, 40.2), (11.6, 40.6)], #""rank": 1"#)]),
    ]
  }

  private static let theatre = """
    theatre: tiny
    title: {en: Two small countries, ar: بلدان صغيران}
    extent: [9.9, 39.7, 12.1, 41.5]
    languages: [en, ar]
    days: 2020-01-01/2020-01-31
    note: {en: Made up for tests.}
    layers:
      - {id: land, as: land, file: base/land.geojson}
      - {id: countries, as: country, file: base/countries.geojson}
      - {id: rivers, as: river, file: base/rivers.geojson}
      - {id: roads, as: road, file: base/roads.geojson}
      - {id: borders, as: border, file: base/borders.geojson}

    """
  private static let factions = """
    sides:
      - {id: reds, name: {en: The reds}}
      - {id: blues, name: {en: The blues and their friends}}
      - {id: others, name: {en: Others}}
    factions:
      - {id: red, name: {en: Red army, ar: الجيش الأحمر}, short: {en: Red, ar: الأحمر}, color: "#c0392b", side: reds}
      - {id: blue, name: {en: Blue army, ar: الجيش الأزرق}, short: {en: Blue, ar: الأزرق}, color: "#2e6fb0", side: blues}
      - {id: green, name: {en: Green guards, ar: الحرس الأخضر}, color: "#2e8b57", pattern: lines, side: blues}
      - {id: orange, name: {en: Orange bands, ar: العصابات البرتقالية}, color: "#d9822b", side: others}

    """
  private static let places = """
    id,name_en,name_ar,aliases,kind,lon,lat,rank,source
    norden,Norden,نوردن,,city,10.3,41.2,1,made up
    sueden,Süden,سودن,,city,10.5,40.2,2,made up
    osten,Osten,أوستن,,town,11.6,40.6,3,made up
    ford,The Ford,المخاضة,,village,10.6,40.85,4,made up
    gate,Border Gate,بوابة الحدود,,crossing,11,40.4,4,made up
    faraway,Faraway,البعيدة,,town,15,44,3,made up

    """
  private static let report = """
    report: tiny-2020-01-10
    title: Ten days in January
    publisher: The Tiny Times
    published: 2020-01-10
    claims:
      - {id: ford, kind: clash, by: red, against: blue, place: ford, on: 2020-01-05, status: reported, label: {en: Fight at the ford, ar: قتال عند المخاضة}, says: They fought at the ford., at: paragraph 1}
      - {id: again, kind: strike, by: red, place: ford, on: 2020-01-06, status: claimed, label: {en: Strike at the ford, ar: ضربة عند المخاضة}, says: A strike on the ford., at: paragraph 2}
      - {id: push, kind: advance, by: blue, path: [sueden, ford], on: 2020-01-07, status: reported, label: {en: Blue push north, ar: تقدم الأزرق شمالاً}, says: Blue moved north., at: paragraph 2}
      - {id: ring, kind: zone, by: green, center: osten, radius-km: 20, from: 2020-01-01, status: confirmed, label: {en: Ring round Osten, ar: دائرة حول أوستن}, says: A circle round the town., at: paragraph 3}
      - {id: shut, kind: blockade, by: green, place: gate, on: 2020-01-08, status: denied, label: {en: The gate is shut, ar: إغلاق البوابة}, says: The gate is shut., at: paragraph 3}
      - {id: far, kind: distance, from: norden, to: ford, km: 47, status: reported, label: {en: 47 km to the ford, ar: ٤٧ كم إلى المخاضة}, says: Norden lies 47 km from the ford., at: paragraph 4}
      - {id: talks, kind: meeting, by: [red, blue], place: faraway, on: 2020-01-09, status: expected, label: {en: Talks far away, ar: محادثات بعيدة}, says: They meet far away., at: paragraph 5}

    """

  private static var control: String {
    collection(
      [
        area(
          [(9, 40.8), (10.6, 40.8), (11, 40.8), (11, 41.2), (11, 42), (9, 42)],
          #""faction": "red", "status": "held", "basis": "editorial: made up""#),
        area(
          [(9, 39.5), (11, 39.5), (11, 40), (11, 40.4), (11, 40.8), (10.6, 40.8), (9, 40.8)], holes: [box(10.6, 40.3, 10.8, 40.5)],
          #""faction": "blue", "status": "held", "basis": "editorial: made up""#),
        area(box(10.6, 40.3, 10.8, 40.5), #""factions": ["red", "blue"], "status": "contested", "basis": "tiny-2020-01-10#push""#),
        area(
          [(11, 40), (12.5, 40), (12.5, 42), (11, 42), (11, 41.2), (11, 40.8), (11, 40.4)],
          holes: [box(11.5, 41, 11.8, 41.2), box(11.7, 40.2, 11.95, 40.4)],
          #""faction": "green", "status": "held", "basis": "editorial: made up""#),
        area(box(11.5, 41, 11.8, 41.2), #""faction": "red", "status": "claimed", "basis": "editorial: made up""#),
        area(box(11.7, 40.2, 11.95, 40.4), #""faction": "orange", "status": "presence", "basis": "editorial: made up""#),
        area([(11, 39.5), (12.5, 39.5), (12.5, 40), (11, 40)], #""status": "unassigned", "basis": "editorial: made up""#),
      ], #""as_of": "2020-01-10", "#)
  }

  // MARK: GeoJSON

  package static func collection(_ features: [String], _ members: String = "") -> String {
    "{\"type\": \"FeatureCollection\", \(members)\"features\": [\n" + features.joined(separator: ",\n") + "\n]}\n"
  }

  package static func area(_ ring: [(Double, Double)], holes: [[(Double, Double)]] = [], _ properties: String) -> String {
    let rings = ([ring] + holes).map { "[" + list($0 + [$0[0]]) + "]" }.joined(separator: ", ")
    return feature("Polygon", "[\(rings)]", properties)
  }

  package static func line(_ points: [(Double, Double)], _ properties: String) -> String {
    feature("LineString", "[" + list(points) + "]", properties)
  }

  private static func feature(_ type: String, _ coordinates: String, _ properties: String) -> String {
    "{\"type\": \"Feature\", \"properties\": {\(properties)}, \"geometry\": {\"type\": \"\(type)\", \"coordinates\": \(coordinates)}}"
  }

  private static func list(_ points: [(Double, Double)]) -> String { points.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ") }

  private static func box(_ w: Double, _ s: Double, _ e: Double, _ n: Double) -> [(Double, Double)] { [(w, s), (e, s), (e, n), (w, n)] }
}
