import Drawing
import Situation

extension RGB {
  var color: Color { Color(red: red, green: green, blue: blue) }
}

extension Faction.Pattern {
  /// The fine hatch over held ground; the cells of diagonal ones measure whole px on the page's axes, so that they stay sharp.
  func hatch(_ ink: Color, _ theme: Theme, _ unit: Double) -> Hatch? {
    let line = theme.widths.hatch * unit
    switch self {
    case .none: return nil
    case .lines: return Hatch(.lines, color: ink, angle: -45, spacing: Hatch.spacing(11 * unit, isDiagonal: true), width: 0.8 * line)
    case .backlines: return Hatch(.lines, color: ink, angle: 45, spacing: Hatch.spacing(9 * unit, isDiagonal: true), width: line)
    case .dots: return Hatch(.dots, color: ink, angle: 45, spacing: Hatch.spacing(9 * unit, isDiagonal: true), width: 1.9 * line)
    case .cross: return Hatch(.cross, color: ink, angle: 45, spacing: Hatch.spacing(10 * unit, isDiagonal: true), width: 0.7 * line)
    case .grid: return Hatch(.cross, color: ink, angle: 0, spacing: Hatch.spacing(7 * unit, isDiagonal: false), width: 0.7 * line)
    }
  }
}

extension Hatch {
  /// A spacing whose period along the page's axes is a whole number of px, so that tiles stay sharp.
  static func spacing(_ period: Double, isDiagonal: Bool) -> Double {
    max(2, period.rounded()) * (isDiagonal ? 0.5.squareRoot() : 1)
  }
}

extension Theme {
  /// What a faction's hatch is drawn with over its own ground.
  func hatchInk(_ tone: Color) -> Color { tone.mixed(with: textDarkening >= 0 ? .black : .white, 0.2).opacity(0.42) }
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
    let colors = factions.map { theatre.faction($0).map { theme.color(of: $0) } ?? theme.quietInk }
    switch self {
    case .unassigned: return [.solid(theme.unassigned)]
    case .held(let id):
      guard let color = colors.first else { return [] }
      let ground = Paint.solid(color.opacity(theme.fillOpacity))
      return [ground]
        + (theatre.faction(id).flatMap { theme.pattern(of: $0).hatch(theme.hatchInk(color), theme, unit) }.map { [.hatch($0)] } ?? [])
    case .contested:
      guard let first = colors.first else { return [] }
      let second = colors.dropFirst().first ?? theme.land
      return [
        .hatch(
          Hatch(
            .lines, color: second.opacity(theme.contestedOpacity), ground: first.opacity(theme.contestedOpacity), angle: -45,
            spacing: Hatch.spacing(13 * unit, isDiagonal: true), width: 0.5 * Hatch.spacing(13 * unit, isDiagonal: true)))
      ]
    case .claimed:
      guard let color = colors.first else { return [] }
      return [
        .solid(color.opacity(theme.claimedOpacity)),
        .hatch(Hatch(.lines, color: color.opacity(0.6), angle: 0, spacing: Hatch.spacing(6 * unit, isDiagonal: false), width: 0.9 * unit)),
      ]
    case .presence:
      guard let color = colors.first else { return [] }
      return [
        .solid(theme.unassigned),
        .hatch(Hatch(.dots, color: color.opacity(0.7), angle: 45, spacing: Hatch.spacing(11 * unit, isDiagonal: true), width: 2.6 * unit)),
      ]
    }
  }
}
