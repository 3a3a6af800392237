import Drawing
import Situation

extension RGB {
  var color: Color { Color(red: red, green: green, blue: blue) }
}

extension ControlArea.Holding {
  /// The word of the file format.
  var statusWord: String {
    switch self {
    case .held: "held"
    case .contested: "contested"
    case .claimed: "claimed"
    case .presence: "presence"
    case .unassigned: "unassigned"
    }
  }

  /// For ids on the sheet.
  var slug: String { ([statusWord] + factions.map(\.rawValue)).joined(separator: "-") }

  func name(_ theatre: Theatre, _ wording: Wording) -> String {
    let names = factions.map { theatre.faction($0)?.name[wording.language] ?? $0.rawValue }
    switch self {
    case .held: return names.joined()
    case .contested: return "\(wording[.contested]): \(names.joined(separator: " / "))"
    case .claimed: return "\(wording[.claimed]): \(names.joined())"
    case .presence: return "\(wording[.presence]): \(names.joined())"
    case .unassigned: return wording[.unassigned]
    }
  }

  /// What fills the ground, from below.
  func paints(_ theatre: Theatre, _ theme: Theme, _ unit: Double) -> [Paint] {
    let colors = factions.map { theatre.faction($0).map { theme.tone($0.color.color) } ?? theme.quietInk }
    switch self {
    case .unassigned: return [.solid(theme.unassigned)]
    case .held(let id):
      guard let color = colors.first else { return [] }
      let ground = Paint.solid(color.opacity(theme.fillOpacity))
      switch theatre.faction(id)?.pattern ?? .none {
      case .none: return [ground]
      case .lines:
        return [ground, .hatch(Hatch(.lines, color: color.opacity(0.55), angle: 45, spacing: 7 * unit, width: 1 * unit))]
      case .dots:
        return [ground, .hatch(Hatch(.dots, color: color.opacity(0.75), angle: 45, spacing: 6.5 * unit, width: 1.9 * unit))]
      case .cross:
        return [ground, .hatch(Hatch(.cross, color: color.opacity(0.5), angle: 45, spacing: 8 * unit, width: 0.9 * unit))]
      }
    case .contested:
      guard let first = colors.first else { return [] }
      let second = colors.dropFirst().first ?? theme.land
      return [
        .hatch(
          Hatch(
            .lines, color: second.opacity(theme.contestedOpacity), ground: first.opacity(theme.contestedOpacity), angle: -45,
            spacing: 9 * unit, width: 4.5 * unit))
      ]
    case .claimed:
      guard let color = colors.first else { return [] }
      return [
        .solid(color.opacity(theme.claimedOpacity)),
        .hatch(Hatch(.lines, color: color.opacity(0.6), angle: 0, spacing: 6 * unit, width: 0.9 * unit)),
      ]
    case .presence:
      guard let color = colors.first else { return [] }
      return [
        .solid(theme.unassigned),
        .hatch(Hatch(.dots, color: color.opacity(0.7), angle: 45, spacing: 8 * unit, width: 2.6 * unit)),
      ]
    }
  }
}
