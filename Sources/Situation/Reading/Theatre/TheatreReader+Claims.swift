import Diagnostics

/// The `claims` of a report.
extension TheatreReader {
  private static var claimKeys: [String] {
    [
      "id", "kind", "by", "against", "place", "places", "path", "unplaced", "on", "from", "until", "dating", "status", "label",
      "says", "source", "killed", "at", "state", "center", "radius-km", "border", "within-km", "to", "km", "axis",
    ]
  }
  /// Characters of a label for the numbered list of the map.
  private static var labelLength: Int { 40 }

  func readClaims(_ value: YAMLValue?, published: TimeSpan?) -> [Claim] {
    var claims: [Claim] = []
    var seen: Set<ClaimID> = []
    for item in value?.items() ?? [] {
      guard let members = item.members(Self.claimKeys) else { continue }
      if let value = members["id"], let id = value.id(Claim.self), !seen.insert(id).inserted {
        value.error("the claim `\(id)` is there twice in this report")
      }
      if let claim = readClaim(members, published: published) { claims.append(claim) }
    }
    return claims
  }

  private func readClaim(_ members: YAMLMembers, published: TimeSpan?) -> Claim? {
    let id = members.required("id")?.id(Claim.self)
    let kind = members.required("kind")?.choice(of: Claim.Kind.self)
    let status = members.required("status")?.choice(of: Claim.Status.self)
    let when = readSpan(members, kind: kind, published: published)
    let claim = Claim(
      id: id ?? "", kind: kind ?? .presence, status: status ?? .reported, by: readFactions(members["by"]),
      against: readFactions(members["against"]), placement: readPlacement(members, kind: kind), unplaced: members.text("unplaced"),
      when: when ?? TimeSpan(Day(rawValue: 0)), dating: members.text("dating"), label: readLabel(members["label"]),
      says: members.required("says")?.text() ?? "", source: members.text("source"), killed: readTolls(members["killed"]),
      at: members.text("at"), corridor: kind == .advance ? nil : members["state"]?.choice(of: Claim.CorridorState.self),
      move: kind == .advance ? members["state"]?.choice(of: Claim.MoveState.self) : nil, axis: members.text("axis"),
      location: members.location)
    if let kind, kind != .corridor, kind != .advance { members["state"]?.error("only a corridor or an advance has a `state`") }
    if kind == .corridor, !members.has("state") {
      members.source.faults.error("a corridor needs its `state`", at: members.location, hint: "one of open, sought, cut")
    }
    return id == nil ? nil : claim
  }

  /// A label; too long a one is drawn all the same.
  private func readLabel(_ value: YAMLValue?) -> LocalizedText {
    guard let value, let label = value.localized(register.languages) else { return LocalizedText() }
    for text in label.wordings where text.count > Self.labelLength {
      value.warning("the label has \(text.count) characters, more than \(Self.labelLength): `\(text.prefix(Self.labelLength))…`")
    }
    return label
  }

  private func readFactions(_ value: YAMLValue?) -> [FactionID] {
    var factions: [FactionID] = []
    for item in value?.oneOrMore() ?? [] {
      guard let faction = item.faction(in: register) else { continue }
      if factions.contains(faction) { item.error("the faction `\(faction)` is there twice") } else { factions.append(faction) }
    }
    return factions
  }

  /// From `on`, or from `from` and `until`. A distance holds always: without a date it takes that of its report.
  private func readSpan(_ members: YAMLMembers, kind: Claim.Kind?, published: TimeSpan?) -> TimeSpan? {
    let span: TimeSpan?
    if let value = members["on"] {
      span = value.span()
      for key in ["from", "until"] where kind != .distance || key == "until" {
        members[key]?.error("a claim has `on`, or `from` and `until`, not both")
      }
    } else if members.has("until") || members.has("from") && kind != .distance {
      span = readState(members)
    } else if kind == .distance {
      return published
    } else {
      members.source.faults.error(
        "the claim has no date", at: members.location, hint: "write on: 2017-05-29, or from: and until: for a state that holds")
      return nil
    }
    if let span, let days = register.days, !span.overlaps(days) {
      let value = members["on"] ?? members["from"] ?? members["until"]
      value?.note("\(span) is outside the theatre's days, \(days.lowerBound)/\(days.upperBound)")
    }
    return span
  }

  private func readState(_ members: YAMLMembers) -> TimeSpan? {
    let ends = ["from", "until"].map { members[$0]?.span() }
    for (key, end) in zip(["from", "until"], ends) {
      if end?.isInterval == true { members[key]?.error("`\(key)` is one date, not an interval") }
    }
    if members.has("from"), ends[0] == nil { return nil }
    if members.has("until"), ends[1] == nil { return nil }
    if ends.contains(where: { $0?.isInterval == true }) { return nil }
    do throws(TimeSpanDefect) {
      return try TimeSpan(edtf: "\(ends[0]?.text ?? "..")/\(ends[1]?.text ?? "..")")
    } catch {
      (members["from"] ?? members["until"])?.error(error.description)
      return nil
    }
  }
}
