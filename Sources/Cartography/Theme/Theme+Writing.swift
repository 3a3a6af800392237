import Drawing

extension Theme {
  /// The whole theme as a file that reads back as the same: a house style to start from.
  package func written() -> String {
    var text = "# A house style for Sitmap: keep what you change, delete the rest, and name the file with --theme.\n"
    text += "theme: \(id)\nbase: light\n"
    for section in ThemeSetting.Section.allCases {
      text += "\(section.rawValue):  # \(section.note)\n"
      for setting in ThemeSetting.all where setting.section == section {
        text += "  \(setting.key): \(written(setting.value))\n"
      }
    }
    if factions.isEmpty { return text + "# factions: {isis: {color: \"#4b4642\", pattern: cross}}  # looks of single factions\n" }
    text += "factions:\n"
    for (id, look) in factions.sorted(by: { $0.key < $1.key }) {
      let members = [look.color.map { "color: \"\($0)\"" }, look.pattern.map { "pattern: \($0.rawValue)" }].compactMap { $0 }
      text += "  \(id): {\(members.joined(separator: ", "))}\n"
    }
    return text
  }

  private func written(_ value: ThemeSetting.Value) -> String {
    switch value {
    case .color(let path):
      let color = self[keyPath: path]
      return "\"\(color.hex)\(color.alpha < 1 ? " \(Self.short(color.alpha * 100))%" : "")\""
    case .number(let path, _): return Self.short(self[keyPath: path])
    }
  }

  /// At most three decimals, none of them a trailing zero.
  private static func short(_ value: Double) -> String {
    var text = decimal(abs(value), 3)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return value < 0 ? "-" + text : text
  }
}
