import Geometry
import Situation

extension Wording {
  /// What a day looks like, in a sentence or two written from its data: who holds how much of the mapped ground, and what was last said.
  package func summary(of situation: Situation, _ theatre: Theatre, window: Int) -> String {
    [shares(of: situation, theatre), events(of: situation, window: window)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `Of 410,000 km² mapped, Government holds 38 %, SDF 24 % and ISIS 3 %; 1 % is contested and 20 % unassigned.`
  private func shares(of situation: Situation, _ theatre: Theatre) -> String {
    guard !situation.control.isEmpty, let coverage = situation.coverage else { return "" }
    var held: [FactionID: Double] = [:]
    var (contested, claimed, present, unassigned, all) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (area, metres) in coverage.groundByArea.enumerated() where area < situation.control.count {
      all += metres
      switch situation.control[area].holding {
      case .held(let id): held[id, default: 0] += metres
      case .contested: contested += metres
      case .claimed: claimed += metres
      case .presence: present += metres
      case .unassigned: unassigned += metres
      }
    }
    guard all > 0 else { return "" }
    func percent(_ metres: Double) -> String { "\(decimal(metres / all * 100, 0)) %" }
    let largest = held.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { $0.value >= 0.015 * all }.prefix(5)
    let parts = largest.enumerated().map { index, share in
      let name = theatre.faction(share.key).map { $0.short[language] } ?? share.key.rawValue
      return text("\(name)\(index == 0 ? " hold" : "") \(percent(share.value))", "\(name) \(percent(share.value))")
    }
    guard !parts.isEmpty else { return "" }
    let unit = 1000e6
    let ground = squareKilometres((all / unit).rounded() * unit)
    let who = joined(parts)
    var rest: [String] = []
    let kinds = [
      (contested, "contested", "متنازع عليها"), (claimed, "claimed only", "معلنة فقط"),
      (present, "only frequented by fighters", "وجود مقاتلين فقط"),
      (unassigned, "unassigned", "بلا سيطرة محددة"),
    ]
    for (metres, english, arabic) in kinds where metres >= 0.005 * all {
      rest.append(text("\(percent(metres)) \(rest.isEmpty ? "is " : "")\(english)", "\(percent(metres)) \(arabic)"))
    }
    let tail = rest.isEmpty ? "" : text("; ", "؛ ") + joined(rest)
    return text("Of \(ground) mapped, \(who)\(tail).", "من أصل \(ground) مرسومة: \(who)\(tail).")
  }

  /// `a, b and c`
  private func joined(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: text(", ", "، ")) + text(" and ", " و") + last
  }

  /// `2 events are on file for these days, the last: …`
  private func events(of situation: Situation, window: Int) -> String {
    let told = situation.claims.filter { $0.claim.status != .expected && !$0.claim.label.isEmpty }
    let last = told.filter { $0.claim.when.from != nil && ($0.claim.when.until ?? situation.day) <= situation.day }
      .max { ($0.claim.when.from ?? situation.day, $1.claim.id) < ($1.claim.when.from ?? situation.day, $0.claim.id) }
    guard let last else { return "" }
    let date = last.claim.when.formatted(language: language)
    return text("Last on file: \(last.claim.label["en"]), \(date).", "آخر ما سُجل: \(last.claim.label["ar"])، \(date).")
  }
}
