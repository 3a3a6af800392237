import Diagnostics

/// The names that files may refer to, as far as they have been read; nil where the file that gives them cannot be read, so
/// that one fault does not draw a hundred others after it.
struct Register {
  /// At least one; the first is the main one.
  var languages = ["en"]
  var days: ClosedRange<Day>?
  var views: Set<ViewID>?
  var sides: Set<SideID>?
  var factions: Set<FactionID>?
  var gazetteer: Gazetteer?
  /// Ids of places whose rows have faults of their own.
  var faultyPlaces: Set<PlaceID> = []
  var borders: Set<BorderPair>?
  var claims: [ReportID: Set<ClaimID>]?
}

/// Readings that look a name up.
extension YAMLValue {
  func reference<Subject>(to known: Set<Identifier<Subject>>?, called title: String) -> Identifier<Subject>? {
    guard let id = id(Subject.self) else { return nil }
    if let known, !known.contains(id) {
      error("no \(title) `\(id)`", hint: suggest(id.rawValue, among: known.lazy.map(\.rawValue)))
    }
    return id
  }

  func faction(in register: Register) -> FactionID? { reference(to: register.factions, called: "faction") }

  func place(in register: Register) -> PlaceID? {
    guard let id = id(Place.self) else { return nil }
    guard let gazetteer = register.gazetteer, gazetteer[id] == nil, !register.faultyPlaces.contains(id) else { return id }
    error(
      "no place `\(id)` in the gazetteer",
      hint: gazetteer.nearest(toSpelling: id.rawValue).map { "did you mean `\($0.id)` (\($0.name))?" })
    return id
  }

  /// `[Iraq, Syria]`: the two countries of a border line.
  func border(in register: Register) -> BorderPair? {
    guard let items = items() else { return nil }
    let names = items.compactMap { $0.text() }
    guard items.count == 2, names.count == 2 else {
      if names.count == items.count { error("`\(name)` must name the 2 countries of a border") }
      return nil
    }
    let pair = BorderPair(names[0], names[1])
    if let known = register.borders, !known.contains(pair) {
      error("no border between \(pair.first) and \(pair.second) in the base map", hint: borderHint(for: pair, among: known))
    }
    return pair
  }

  private func borderHint(for pair: BorderPair, among known: Set<BorderPair>) -> String? {
    if known.isEmpty { return "a layer drawn `as: border` has `between` with two names on its lines" }
    let titles = Dictionary(known.map { ("\($0.first), \($0.second)", $0) }, uniquingKeysWith: { first, _ in first })
    if let near = nearestWord(to: "\(pair.first), \(pair.second)", among: titles.keys) { return "did you mean [\(near)]?" }
    return "known are \(known.sorted().prefix(8).map(\.description).joined(separator: ", "))"
  }
}
