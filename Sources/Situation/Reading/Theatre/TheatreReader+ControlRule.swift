import Diagnostics

/// The `control` section of `geodata/theatre.yaml`.
extension TheatreReader {
  func readControlRule(_ value: YAMLValue, _ layers: [Layer]?) -> ControlRule? {
    guard let members = value.members(["reach-km", "bridge-km", "contested-km", "smooth-km", "barriers"]) else { return nil }
    var rule = ControlRule()
    if let reach = members["reach-km"]?.number(in: 0.1...1000, unit: " km") { rule.reachKm = reach }
    if let bridge = members["bridge-km"]?.number(in: 0...1000, unit: " km") { rule.bridgeKm = bridge }
    rule.contestedKm = min(rule.contestedKm, rule.reachKm)
    if let contested = members["contested-km"]?.number(in: 0.1...1000, unit: " km") { rule.contestedKm = contested }
    if let smooth = members["smooth-km"]?.number(in: 0...50, unit: " km") { rule.smoothKm = smooth }
    rule.barriers = (members["barriers"]?.items() ?? []).compactMap { readBarrier($0, layers) }
    return rule
  }

  private func readBarrier(_ value: YAMLValue, _ layers: [Layer]?) -> ControlRule.Barrier? {
    guard let members = value.members(["layer", "name", "extent", "from", "until"]) else { return nil }
    let known = layers.map { Set($0.filter { $0.kind != .relief }.map(\.id)) }
    guard let layer = members.required("layer")?.reference(to: known, called: "layer") else { return nil }
    let barrier = ControlRule.Barrier(
      layer: layer, name: members.text("name"), extent: members["extent"]?.extent(), from: members["from"]?.day(),
      until: members["until"]?.day(), location: members.location)
    if let from = barrier.from, let until = barrier.until, until < from {
      members["until"]?.error("the barrier ends on \(until), before it begins on \(from)")
    }
    if let name = barrier.name, let features = layers?.first(where: { $0.id == layer })?.features {
      let names = Set(features.flatMap(\.name.wordings))
      if !names.contains(name) {
        members["name"]?.error("the layer `\(layer)` has no `\(name.excerpt)`", hint: suggest(name, among: names))
      }
    }
    return barrier
  }
}
