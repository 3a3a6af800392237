import Diagnostics

/// Who has a control area, how, and on whose word.
extension TheatreReader {
  private static var statuses: [String] { ["held", "contested", "claimed", "presence", "unassigned"] }

  func readHolding(_ feature: GeoJSONFeature, _ faults: FileFaults) -> ControlArea.Holding? {
    let factions = readFactions(feature, faults)
    var status = factions.isEmpty ? "unassigned" : "held"
    if let stated = feature.properties["status"], stated != .null {
      guard let text = stated.text, Self.statuses.contains(text) else {
        let word = stated.text ?? ""
        faults.error(
          "\(feature.title): there is no status `\(word.excerpt)`", at: feature.location,
          hint: suggest(word, among: Self.statuses) ?? "one of \(Self.statuses.joined(separator: ", "))")
        return nil
      }
      status = text
    } else if factions.isEmpty {
      faults.error(
        "\(feature.title) has no `faction`", at: feature.location, hint: "ground that is nobody's has \"status\": \"unassigned\"")
      return nil
    }
    switch (status, factions.count) {
    case ("unassigned", 0): return .unassigned
    case ("contested", 2...): return .contested(by: factions)
    case ("held", 1): return .held(factions[0])
    case ("claimed", 1): return .claimed(factions[0])
    case ("presence", 1): return .presence(factions[0])
    default:
      let wanted = ["unassigned": "no faction", "contested": "2 factions or more in `factions`"][status] ?? "one `faction`"
      faults.error("\(feature.title): \(status) ground has \(wanted), found \(factions.count)", at: feature.location)
      return nil
    }
  }

  /// From `faction`, `factions` or both; each once, in the order of the file.
  private func readFactions(_ feature: GeoJSONFeature, _ faults: FileFaults) -> [FactionID] {
    var factions: [FactionID] = []
    for id in ["faction", "factions"].flatMap({ feature.properties[$0]?.texts ?? [] }).map(FactionID.init(_:)) {
      if let known = register.factions, !known.contains(id) {
        faults.error(
          "\(feature.title): no faction `\(id.rawValue.excerpt)`", at: feature.location,
          hint: suggest(id.rawValue, among: known.lazy.map(\.rawValue)))
      }
      if !factions.contains(id), factions.count < 100 { factions.append(id) }
    }
    return factions
  }

  /// `report#claim` or `editorial: reason`, several with `; ` between them or in a list.
  func readBasis(_ feature: GeoJSONFeature, _ faults: FileFaults) -> [ControlArea.Basis] {
    readBasis(feature.properties["basis"]?.texts ?? [], of: feature.title, at: feature.location, faults)
  }

  /// The basis of what is called `title` in messages.
  func readBasis(_ texts: [String], of title: String, at location: Location, _ faults: FileFaults) -> [ControlArea.Basis] {
    var basis: [ControlArea.Basis] = []
    for part in texts.flatMap({ splitBasis($0) }) {
      if part.hasPrefix("editorial:") {
        basis.append(.editorial(String(part.dropFirst("editorial:".count)).trimmed))
      } else if let reference = ClaimReference(parsing: part) {
        check(reference, of: title, at: location, faults)
        basis.append(.claim(reference))
      } else if case .editorial(let reason)? = basis.last {
        // A reason may have a semicolon of its own.
        basis[basis.count - 1] = .editorial("\(reason); \(part)")
      } else {
        faults.error(
          "\(title): the basis `\(part.excerpt)` is neither a claim nor a reason", at: location,
          hint: "write report-id#claim-id, or editorial: and the reason")
      }
    }
    return basis
  }

  private func splitBasis(_ text: String) -> [String] {
    text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func check(_ reference: ClaimReference, of title: String, at location: Location, _ faults: FileFaults) {
    guard let known = register.claims else { return }
    if let claims = known[reference.report] {
      guard !claims.contains(reference.claim) else { return }
      faults.error(
        "\(title): the report `\(reference.report)` has no claim `\(reference.claim)`", at: location,
        hint: suggest(reference.claim.rawValue, among: claims.lazy.map(\.rawValue)))
    } else {
      faults.error(
        "\(title): no report `\(reference.report)`", at: location,
        hint: suggest(reference.report.rawValue, among: known.keys.lazy.map(\.rawValue)))
    }
  }
}

extension ClaimReference {
  /// Reads `report-id#claim-id`.
  package init?(parsing text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0].isIdentifier, parts[1].isIdentifier else { return nil }
    self.init(report: ReportID(parts[0]), claim: ClaimID(parts[1]))
  }
}
