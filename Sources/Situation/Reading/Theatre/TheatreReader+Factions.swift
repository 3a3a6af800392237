import Diagnostics

/// `geodata/factions.yaml`
extension TheatreReader {
  mutating func readFactions() -> (sides: [Side], factions: [Faction]) {
    guard let root = composeYAML(Self.factionsPath), let members = root.members(["sides", "factions"]) else { return ([], []) }
    let sides = readSides(members.required("sides"))
    register.sides = Set(sides.map(\.id))
    let entries: [(faction: Faction, parent: YAMLValue?)] = readEntries(members.required("factions"))
    let factions = entries.map(\.faction)
    register.factions = Set(factions.map(\.id))
    checkParents(entries)
    return (sides, factions)
  }

  private func readSides(_ value: YAMLValue?) -> [Side] {
    var sides: [Side] = []
    for item in value?.items() ?? [] {
      guard let members = item.members(["id", "name"]), let id = members.required("id")?.id(Side.self) else { continue }
      let name = members.required("name")?.localized(register.languages)
      if sides.contains(where: { $0.id == id }) { members["id"]?.error("the side `\(id)` is there twice") }
      sides.append(Side(id: id, name: name ?? LocalizedText(), location: item.location))
    }
    return sides
  }

  private func readEntries(_ value: YAMLValue?) -> [(faction: Faction, parent: YAMLValue?)] {
    var entries: [(faction: Faction, parent: YAMLValue?)] = []
    var seen: Set<FactionID> = []
    for item in value?.items() ?? [] {
      guard let members = item.members(["id", "name", "short", "color", "pattern", "side", "parent", "note"]),
        let id = members.required("id")?.id(Faction.self)
      else { continue }
      if !seen.insert(id).inserted { members["id"]?.error("the faction `\(id)` is there twice") }
      let color = members.required("color").flatMap { readColor($0) }
      // A YAML `none` is a word, but a person may well leave the pattern empty.
      let pattern = members["pattern"]?.choice(of: Faction.Pattern.self) ?? .none
      let faction = Faction(
        id: id,
        name: members.required("name")?.localized(register.languages) ?? LocalizedText(),
        short: members["short"]?.localized(register.languages),
        color: color ?? RGB(red: 0, green: 0, blue: 0),
        pattern: pattern,
        side: members.required("side")?.reference(to: register.sides, called: "side") ?? "",
        parent: members["parent"]?.id(Faction.self),
        note: members.text("note"),
        location: item.location)
      entries.append((faction, members["parent"]))
    }
    return entries
  }

  private func readColor(_ value: YAMLValue) -> RGB? {
    guard let text = value.text() else { return nil }
    if let color = RGB(hex: text) { return color }
    value.error("`\(text.excerpt)` is no colour", hint: "write # and six hexadecimal digits in quotes, as in \"#c0392b\"")
    return nil
  }

  /// A parent exists, and nobody is their own ancestor.
  private func checkParents(_ entries: [(faction: Faction, parent: YAMLValue?)]) {
    let parents = Dictionary(entries.map { ($0.faction.id, $0.faction.parent) }, uniquingKeysWith: { first, _ in first })
    for (faction, value) in entries {
      guard let value, let parent = value.faction(in: register) else { continue }
      var ancestor: FactionID? = parent
      for _ in 0...entries.count {
        guard let current = ancestor else { break }
        if current == faction.id {
          value.error("`\(faction.id)` is its own ancestor")
          break
        }
        ancestor = parents[current] ?? nil
      }
    }
  }
}
