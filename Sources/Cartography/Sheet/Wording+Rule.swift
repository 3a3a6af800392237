import Situation

extension Wording {
  /// How areas were computed from places, in a sentence or two.
  func sentence(on rule: ControlRule, names: (ControlRule.Barrier) -> String, day: Day) -> String {
    let barriers = rule.barriers.filter { $0.isInForce(on: day) }.map(names)
    func km(_ value: Double) -> String { decimal(value, value == value.rounded() ? 0 : 1) }
    let reach = km(rule.reachKm)
    if language == "ar" {
      let across = barriers.isEmpty ? "" : "، دون عبور: \(barriers.joined(separator: "، "))"
      let farther = rule.farthestKm.map { " (وحتى \(km($0)) كم لبعضها)" } ?? ""
      let bridged = rule.bridgeKm > 0 ? "، وتُضم إليها الفجوات الأضيق من \(km(rule.bridgeKm)) كم" : ""
      return
        "المناطق محسوبة من الأماكن: كل أرض لأقرب مكان مسيطر عليه ضمن \(reach) كم\(farther)\(bridged)\(across)؛ وما بعد ذلك بلا سيطرة محددة"
    }
    let across = barriers.isEmpty ? "" : ", never across \(barriers.joined(separator: " or "))"
    let farther = rule.farthestKm.map { " (some as far as \(km($0)) km)" } ?? ""
    let bridged = rule.bridgeKm > 0 ? ", gaps narrower than \(km(rule.bridgeKm)) km between such ground with it" : ""
    return
      "Areas are computed from places: ground goes with the nearest held place within \(reach) km\(farther)\(bridged)\(across); beyond that it is unassigned"
  }

  /// As above, with the barriers by the names of the theatre's layers.
  func sentence(on rule: ControlRule, _ theatre: Theatre, day: Day) -> String {
    let names = { (barrier: ControlRule.Barrier) -> String in
      let layer = theatre.layers.first { $0.id == barrier.layer }
      let feature = barrier.name.flatMap { name in layer?.features.first { $0.name.wordings.contains(name) } }
      if let feature { return language == "en" ? "the \(feature.name["en"])" : feature.name[language] }
      return layer?.kind == .border ? (language == "ar" ? "الحدود الدولية" : "state borders") : barrier.layer.rawValue
    }
    return sentence(on: rule, names: names, day: day)
  }
}

extension SheetComposer {
  /// The rule that the areas were computed by; nil when they were drawn.
  var ruleSentence: String? { situation.rule.map { wording.sentence(on: $0, theatre, day: situation.day) } }
}
