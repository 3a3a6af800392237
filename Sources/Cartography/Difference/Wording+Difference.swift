import Situation

extension Wording {
  /// A text in Arabic on Arabic sheets, else in English.
  package func text(_ english: String, _ arabic: String) -> String { language == "ar" ? arabic : english }

  /// `18,412 km²`, to a tenth below 100.
  package func squareKilometres(_ metres: Double) -> String {
    let km2 = metres / 1e6
    return "\(grouped(km2, km2 < 99.95 ? 1 : 0)) \(text("km²", "كم²"))"
  }

  /// What the shares of a chart are of.
  package func shareNote(_ total: String, _ ground: String, isComputed: Bool) -> String {
    let origin =
      isComputed
      ? text("; areas computed from places", "؛ المناطق محسوبة من الأماكن")
      : text("; areas as drawn, each day's until the next", "؛ المناطق كما رُسمت، كل يوم حتى الذي يليه")
    return text("Ground by who holds it, of \(total) in all (\(ground))", "الأرض بحسب من يسيطر عليها، من أصل \(total)") + origin
  }

  /// What the figures of a comparison are of: all ground or a part, and where its areas come from.
  ///
  /// - Parameter isOnMap: whether it stands on a map, which may show less.
  package func scope(of difference: ControlDifference, _ ground: String, isPart: Bool, isOnMap: Bool) -> String {
    func drawn(_ day: Day?) -> String {
      day.map { text("as drawn for \($0.formatted(language: language))", "كما رُسمت ليوم \($0.formatted(language: language))") }
        ?? text("computed from places", "محسوبة من الأماكن")
    }
    let days = [drawn(difference.fromDrawn), drawn(difference.toDrawn)]
    let origin = days[0] == days[1] ? days[0] : days.joined(separator: text(" and ", " و"))
    let place =
      isPart
      ? text("in \(ground) alone", "ضمن \(ground) فقط")
      : isOnMap
        ? text("in all of \(ground), also beyond the map", "لكامل الأرض وإن تجاوزت حدود الخريطة")
        : text("in all of \(ground)", "لكامل الأرض")
    return text("Figures: \(place); areas \(origin).", "الأرقام: \(place)؛ المناطق \(origin).")
  }

  /// To the two or three figures that a sentence needs.
  private func rounded(_ metres: Double) -> String {
    let km2 = metres / 1e6
    let unit: Double = km2 >= 1000 ? 100 : km2 >= 100 ? 10 : 1
    return "\(grouped((km2 / unit).rounded() * unit, 0)) \(text("km²", "كم²"))"
  }

  private func name(_ id: FactionID, _ theatre: Theatre) -> String {
    theatre.faction(id).map { $0.short.isEmpty ? $0.name[language] : $0.short[language] } ?? id.rawValue
  }

  /// As the subject of a sentence: the full name without what stands in brackets.
  private func subject(_ id: FactionID, _ theatre: Theatre) -> String {
    let full = theatre.faction(id).map { $0.name[language] } ?? id.rawValue
    guard let bracket = full.firstIndex(of: "("), bracket > full.startIndex else { return full }
    var bare = full[..<bracket]
    while bare.hasSuffix(" ") { bare.removeLast() }
    return String(bare)
  }

  private func names(_ holding: ControlArea.Holding?, _ theatre: Theatre) -> String {
    guard let holding, !holding.factions.isEmpty else { return text("nobody", "لا أحد") }
    let joined = holding.factions.map { name($0, theatre) }.joined(separator: " / ")
    if case .contested = holding { return text("contested ground of \(joined)", "أرض متنازع عليها بين \(joined)") }
    return joined
  }

  /// `Government, from ISIS`
  func title(of change: ControlDifference.Change, _ theatre: Theatre) -> String {
    let from = names(change.before, theatre)
    guard let after = change.after else { return text("\(from), held no longer", "\(from)، لم تعد تحت السيطرة") }
    switch after {
    case .held: return text("\(names(after, theatre)), from \(from)", "\(names(after, theatre))، من \(from)")
    case .contested:
      let sides = after.factions.map { name($0, theatre) }.joined(separator: " / ")
      return text("Contested: \(sides), from \(from)", "متنازع عليها: \(sides)، من \(from)")
    default: return text("\(after.name(theatre, self)), from \(from)", "\(after.name(theatre, self))، من \(from)")
    }
  }

  /// What has changed, in one sentence.
  package func sentence(on difference: ControlDifference, _ theatre: Theatre) -> String {
    let days = min(difference.from, difference.to)...max(difference.from, difference.to)
    let first =
      days.lowerBound.year == days.upperBound.year && language != "ar"
      ? String(days.lowerBound.formatted(language: language).dropLast(5)) : days.lowerBound.formatted(language: language)
    let last = days.upperBound.formatted(language: language)
    // Asked for backwards, what was won counts as lost; the sentence must not tell it as what happened.
    let between =
      difference.to < difference.from
      ? text("Going back from \(last) to \(first),", "رجوعاً من \(last) إلى \(first)")
      : text("Between \(first) and \(last)", "بين \(first) و\(last)")
    let changed = difference.changes.filter(\.isShown)
    let total = changed.reduce(0) { $0 + $1.ground }
    guard total >= 1e6 else { return text("\(between) no ground changed hands.", "\(between) لم تتغير السيطرة على أي أرض.") }
    let gains = difference.balances(theatre).filter { $0.gained > 0.04 * total }.sorted {
      ($1.gained, $0.faction) < ($0.gained, $1.faction)
    }
    var parts = gains.prefix(3).map { gain(of: $0.faction, $0.gained, difference, theatre) }
    let contested = changed.filter { if case .contested? = $0.after { true } else { false } }.reduce(0) { $0 + $1.ground }
    if contested > 0.01 * total {
      parts.append(text("\(rounded(contested)) became contested", "وأصبحت \(rounded(contested)) متنازعاً عليها"))
    }
    let lost = changed.filter { $0.after == nil }.reduce(0) { $0 + $1.ground }
    if lost > 0.1 * total { parts.append(text("\(rounded(lost)) was left to nobody", "وخرجت \(rounded(lost)) من سيطرة الجميع")) }
    return "\(between) \(parts.joined(separator: text("; ", "؛ ")))."
  }

  /// `Government took 18,400 km², nearly all from ISIS, including Mayadin and Abu Kamal`
  private func gain(of faction: FactionID, _ ground: Double, _ difference: ControlDifference, _ theatre: Theatre) -> String {
    var losers: [FactionID?: Double] = [:]
    for change in difference.changes where change.after == .held(faction) {
      // Contested ground is won from the others who fought for it.
      let others = (change.before?.factions ?? []).filter { $0 != faction }
      if others.isEmpty { losers[nil, default: 0] += change.ground }
      for other in others { losers[other, default: 0] += change.ground / Double(others.count) }
    }
    let sorted = losers.sorted { ($1.value, $0.key?.rawValue ?? "~") < ($0.value, $1.key?.rawValue ?? "~") }
    func loser(_ id: FactionID?) -> String { id.map { name($0, theatre) } ?? text("ground that nobody held", "أرض لم يسيطر عليها أحد") }
    var origin = ""
    if let first = sorted.first, ground > 0 {
      let share = first.value / ground
      if share > 0.995 {
        origin = text(", all from \(loser(first.key))", "، كلها من \(loser(first.key))")
      } else if share > 0.9 {
        origin = text(", nearly all from \(loser(first.key))", "، جلها من \(loser(first.key))")
      } else if share > 0.6 {
        origin = text(", mostly from \(loser(first.key))", "، معظمها من \(loser(first.key))")
      } else if sorted.count > 1 {
        origin = text(", from \(loser(first.key)) and \(loser(sorted[1].key))", "، من \(loser(first.key)) و\(loser(sorted[1].key))")
      }
    }
    let taken = difference.places.filter { $0.after == .held(faction) }.map(\.place)
    let best = taken.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.prefix(3).map {
      $0.element.name[language]
    }
    var including = ""
    if let last = best.last {
      let listed = best.count > 1 ? best.dropLast().joined(separator: text(", ", "، ")) + text(" and ", " و") + last : last
      including = text(", including \(listed)", "، ومنها \(listed)")
    }
    return text(
      "\(subject(faction, theatre)) took \(rounded(ground))\(origin)\(including)",
      "\(name(faction, theatre)): \(rounded(ground)) مكتسبة\(origin)\(including)")
  }
}

/// A number with commas between its thousands.
package func grouped(_ value: Double, _ places: Int) -> String {
  let text = decimal(value, places)
  let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
  guard let whole = parts.first else { return text }
  let sign = whole.hasPrefix("−") ? "−" : ""
  let digits = Array(whole.dropFirst(sign.count))
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return sign + result + (parts.count > 1 ? "." + parts[1] : "")
}
