import BundledThemes
import Diagnostics
import Drawing
import Situation

extension Theme {
  /// The themes that ship, and what each is for.
  package static let shipped: [(name: String, purpose: String)] = [
    ("light", "screens and slides; the design itself"), ("dark", "screens in dark rooms"), ("print", "paper, in colour"),
    ("grey", "paper, in one ink"),
  ]

  /// A theme that ships, by its name.
  package static func named(_ name: String) -> Theme? {
    let file: BundledThemeFile
    switch name {
    case "light": return .light
    case "dark": file = bundledTheme(BUNDLED_THEME_DARK)
    case "print": file = bundledTheme(BUNDLED_THEME_PRINT)
    case "grey": file = bundledTheme(BUNDLED_THEME_GREY)
    default: return nil
    }
    return try? read(UnsafeRawBufferPointer(start: file.bytes, count: file.length), file: "\(name).yaml").theme
  }

  /// A theme's file: what it starts from (`base`, one that ships; `light` without) and what it has otherwise.
  /// - Returns: also the warnings; an error of any kind is thrown with all others.
  package static func read(_ bytes: UnsafeRawBufferPointer, file: String) throws(InvalidInput) -> (theme: Theme, faults: [Fault]) {
    let faults = FileFaults(file: file)
    var theme = Theme()
    let sections = ThemeSetting.Section.allCases
    if let members = YAMLSource.compose(bytes, faults: faults)?.members(["theme", "base"] + sections.map(\.rawValue) + ["factions"]) {
      if let base = members["base"], let name = base.text() {
        if let found = named(name) {
          theme = found
        } else {
          let names = shipped.map(\.name)
          base.error("there is no theme `\(name.excerpt)`", hint: suggest(name, among: names) ?? "one of \(names.joined(separator: ", "))")
        }
      }
      theme.id = members.required("theme")?.text() ?? file
      for section in sections { if let value = members[section.rawValue] { theme.read(section, value) } }
      if let value = members["factions"] { theme.readFactions(value) }
      if !faults.hasErrors { theme.warnOfFaintText(members) }
    }
    if faults.hasErrors { throw InvalidInput(faults.all) }
    return (theme, faults.all)
  }

  private mutating func read(_ section: ThemeSetting.Section, _ value: YAMLValue) {
    let settings = ThemeSetting.all.filter { $0.section == section }
    guard let members = value.members(settings.map(\.key)) else { return }
    for setting in settings {
      guard let value = members[setting.key] else { continue }
      switch setting.value {
      case .color(let path): if let color = Color.read(value) { self[keyPath: path] = color }
      case .number(let path, let range): if let number = value.number(in: range) { self[keyPath: path] = number }
      }
    }
  }

  private mutating func readFactions(_ value: YAMLValue) {
    for (key, value) in value.pairs() ?? [] {
      guard let id = key.text(), let members = value.members(["color", "pattern"]) else { continue }
      var look = factions[FactionID(id)] ?? FactionLook()
      if let color = members["color"] {
        if let text = color.text(), let rgb = RGB(hex: text) { look.color = rgb } else { Color.refuse(color) }
      }
      if let pattern = members["pattern"] { look.pattern = pattern.choice(of: Faction.Pattern.self) }
      factions[FactionID(id)] = look
    }
  }

  /// Text needs a contrast of 3 : 1 at the least with what is under it (WCAG 2.1).
  private func warnOfFaintText(_ members: YAMLMembers) {
    let pairs: [(String, Color, Color, ThemeSetting.Section)] = [
      ("`ink` on `paper`", ink, paper, .page), ("`quiet-ink` on `paper`", quietInk, paper, .page),
      ("`place` on `land`", placeText, land, .names), ("`badge-text` on `badge`", badgeText, badge, .names),
    ]
    for (what, text, ground, section) in pairs {
      let contrast = (max(text.luminance, ground.luminance) + 0.05) / (min(text.luminance, ground.luminance) + 0.05)
      if contrast < 3, let value = members[section.rawValue] {
        value.warning(
          "\(what) has a contrast of \(decimal(contrast, 1)) : 1, which few can read", hint: "3 : 1 is the least, 4.5 : 1 is good")
      }
    }
  }
}

extension Color {
  /// `"#c0392b"`, or `"#c0392b 60%"` for one that lets the ground through.
  fileprivate static func read(_ value: YAMLValue) -> Color? {
    guard let text = value.text() else { return nil }
    let parts = text.split(separator: " ")
    guard let first = parts.first, parts.count <= 2, let color = Color(hex: first) else {
      refuse(value)
      return nil
    }
    guard parts.count == 2 else { return color }
    guard parts[1].hasSuffix("%"), let share = Double(parts[1].dropLast()), (0...100).contains(share) else {
      value.error("`\(parts[1])` is no opacity", hint: "write a share from 0% to 100%, as in \"#c0392b 60%\"")
      return nil
    }
    return color.opacity(share / 100)
  }

  fileprivate static func refuse(_ value: YAMLValue) {
    value.error(
      "`\(value.name)` must be a colour", hint: "write # and six hexadecimal digits in quotes, as in \"#c0392b\" or \"#c0392b 60%\"")
  }
}
