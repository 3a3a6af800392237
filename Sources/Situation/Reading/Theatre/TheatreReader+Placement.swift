/// Where a claim is: `place`, `places` or `path`; `center` and `radius-km`; `border` and `within-km`; `from`, `to` and `km`.
extension TheatreReader {
  /// No distance on the Earth is longer, in kilometres.
  private static var kilometres: ClosedRange<Double> { 0.001...20_100 }

  func readPlacement(_ members: YAMLMembers, kind: Claim.Kind?) -> Placement {
    let pointed = readPlaces(members)
    switch kind {
    case .distance: return readDistance(members).map { .distance($0) } ?? pointed ?? .nowhere
    case .zone:
      if let zone = readZone(members) { return .zone(zone) }
    case nil: return pointed ?? .nowhere
    default:
      for key in ["center", "radius-km", "within-km"] { members[key]?.error("`\(key)` belongs to a zone") }
      for key in ["to", "km"] { members[key]?.error("`\(key)` belongs to a distance") }
      members["border"]?.error("`border` belongs to a zone or a distance")
    }
    if let pointed { return pointed }
    if !members.isWord("none", under: "place"), !members.has("unplaced"), !hasZone(members) {
      members.source.faults.note(
        "the claim has no place and will not be drawn", at: members.location,
        hint: "name a place, or say why there is none with `unplaced: …` or `place: none`")
    }
    return .nowhere
  }

  private func hasZone(_ members: YAMLMembers) -> Bool { members.has("center") || members.has("border") }

  /// nil when no place is named.
  private func readPlaces(_ members: YAMLMembers) -> Placement? {
    let keys = ["place", "places", "path"].filter { members.has($0) }
    guard let key = keys.first, let value = members[key] else { return nil }
    for other in keys.dropFirst() { members[other]?.error("a claim has one of `place`, `places` and `path`") }
    if members.isWord("none", under: key) { return nil }
    let items = key == "place" ? value.oneOrMore() : value.items() ?? []
    let places = items.compactMap { $0.place(in: register) }
    if places.isEmpty {
      if items.isEmpty { value.error("`\(key)` names no place") }
      return .nowhere
    }
    guard key == "path" else { return .places(places) }
    if places.count < 2 {
      value.error("a path needs 2 places at least", hint: "use `place` for one")
      return .places(places)
    }
    return .path(places)
  }

  private func readZone(_ members: YAMLMembers) -> Zone? {
    if members.has("center") {
      members["border"]?.error("a zone has a `center` or a `border`, not both")
      let center = members["center"]?.place(in: register)
      guard let center, let radius = members.required("radius-km")?.number(in: Self.kilometres, unit: " km") else { return nil }
      return .circle(center: center, radiusKm: radius)
    }
    if members.has("border") {
      let border = members["border"]?.border(in: register)
      guard let border, let within = readRange(members.required("within-km")) else { return nil }
      return .belt(border: border, withinKm: within)
    }
    for key in ["radius-km", "within-km"] { members[key]?.error("`\(key)` needs a `center` or a `border`") }
    return nil
  }

  /// `[40, 80]`, or `80` for 0 to 80.
  private func readRange(_ value: YAMLValue?) -> ClosedRange<Double>? {
    guard let value else { return nil }
    guard value.isList else { return value.number(in: Self.kilometres, unit: " km").map { 0...$0 } }
    let items = value.items() ?? []
    let numbers = items.compactMap { $0.number(in: 0...Self.kilometres.upperBound, unit: " km") }
    guard items.count == 2, numbers.count == 2, numbers[0] < numbers[1] else {
      if numbers.count == items.count { value.error("`\(value.name)` must be a range in kilometres, as in [40, 80]") }
      return nil
    }
    return numbers[0]...numbers[1]
  }

  private func readDistance(_ members: YAMLMembers) -> StatedDistance? {
    let from = members.required("from")?.place(in: register)
    let km = members.required("km")?.number(in: Self.kilometres, unit: " km")
    let target: StatedDistance.Target?
    if let border = members["border"] {
      members["to"]?.error("a distance goes `to` a place or to a `border`, not both")
      target = border.border(in: register).map { .border($0) }
    } else {
      target = members.required("to")?.place(in: register).map { .place($0) }
    }
    guard let from, let km, let target else { return nil }
    return StatedDistance(from: from, to: target, km: km)
  }
}
