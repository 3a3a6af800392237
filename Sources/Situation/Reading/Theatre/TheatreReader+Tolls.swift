/// The `killed` of a claim: `{isis: 16}`, `{isis: [9, 22], civilians: 3}`, or without saying of whom `{all: 9}`, `9`, `[9, 22]`.
extension TheatreReader {
  func readTolls(_ value: YAMLValue?) -> [Toll] {
    guard let value else { return [] }
    guard value.isMapping else { return readCount(value).map { [Toll(.unspecified, $0)] } ?? [] }
    var tolls: [Toll] = []
    for (key, count) in value.pairs() ?? [] {
      guard let range = readCount(count), let word = key.text() else { continue }
      switch word {
      case "civilians": tolls.append(Toll(.civilians, range))
      case "all", "unspecified": tolls.append(Toll(.unspecified, range))
      default: if let faction = key.faction(in: register) { tolls.append(Toll(.faction(faction), range)) }
      }
    }
    return tolls
  }

  private func readCount(_ value: YAMLValue) -> ClosedRange<Int>? {
    let limits = 0...100_000_000
    guard value.isList else { return value.integer(in: limits).map { $0...$0 } }
    let items = value.items() ?? []
    let counts = items.compactMap { $0.integer(in: limits) }
    guard items.count == 2, counts.count == 2, counts[0] <= counts[1] else {
      if counts.count == items.count { value.error("`\(value.name)` must be a number or a range, as in [9, 22]") }
      return nil
    }
    return counts[0]...counts[1]
  }
}
