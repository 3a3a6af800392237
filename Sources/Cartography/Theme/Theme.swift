import Drawing

/// The colours and weights of a sheet. Sizes are in px on a sheet of 1600 by 1200 and grow with it.
package struct Theme: Hashable, Sendable {
  package var id: String

  // Page
  package var paper = Color(0xFFFFFF)
  package var ink = Color(0x1E2227)
  package var quietInk = Color(0x5E656D)
  package var rule = Color(0xC9CCD0)
  package var plate = Color(0xFFFFFF)

  // Ground and water
  package var sea = Color(0xCCDFE9)
  package var neighbourLand = Color(0xE9E7E2)
  package var land = Color(0xF7F3EA)
  package var lake = Color(0xBBD6E4)
  package var shore = Color(0x86AFC7)
  package var river = Color(0x6FA3C2)
  package var waterText = Color(0x2F6A92)
  package var reliefShade = Color(0x3A3226)
  package var reliefLight = Color(0xFFFFFF)
  /// Strength of the relief, 0 to 1.
  package var relief = 0.19

  // Lines
  package var border = Color(0x55504A)
  package var borderBand = Color(0x8A8378, alpha: 0.22)
  package var governorate = Color(0x8D8579, alpha: 0.55)
  package var road = Color(0x8F7F6C, alpha: 0.8)
  package var roadCasing = Color(0xFFFDF8, alpha: 0.45)
  package var graticule = Color(0x6B6B6B, alpha: 0.16)
  package var neatline = Color(0x2B2F34)

  // Control
  package var fillOpacity = 0.5
  package var contestedOpacity = 0.62
  package var claimedOpacity = 0.16
  package var unassigned = Color(0xCFC8B8, alpha: 0.32)
  package var front = Color(0x23201D)
  package var frontCasing = Color(0xFFFFFF, alpha: 0.75)
  package var softBorder = Color(0xFFFFFF, alpha: 0.85)

  // Names
  package var placeText = Color(0x1D1B19)
  package var countryText = Color(0x6D675E)
  package var regionText = Color(0x7A7266)
  package var halo = Color(0xFFFDF7, alpha: 0.88)
  package var placeMark = Color(0x1D1B19)
  package var placeMarkRim = Color(0xFFFFFF)
  package var badge = Color(0x1E2227)
  package var badgeText = Color(0xFFFFFF)

  /// Colours of factions darker than this luminance (0 to 1) are lifted to it, lest they drown in a dark sheet.
  package var leastLuminance = 0.0

  /// Mixed into a faction's colour for text in that colour, so that it stays readable on the paper.
  package var textDarkening = 0.35

  package init(id: String) { self.id = id }

  package static let light = Theme(id: "light")

  package static let dark: Theme = {
    var theme = Theme(id: "dark")
    theme.paper = Color(0x15181C)
    theme.ink = Color(0xF1F1EE)
    theme.quietInk = Color(0xA3A9B0)
    theme.rule = Color(0x3A4047)
    theme.plate = Color(0x15181C)
    theme.sea = Color(0x1A2A35)
    theme.neighbourLand = Color(0x24282C)
    theme.land = Color(0x32353A)
    theme.lake = Color(0x21394A)
    theme.shore = Color(0x3F6680)
    theme.river = Color(0x4C7C9B)
    theme.waterText = Color(0x8FBEDB)
    theme.reliefShade = Color(0x000000)
    theme.reliefLight = Color(0xAEB6BF)
    theme.relief = 0.26
    theme.border = Color(0xC9C4BA)
    theme.borderBand = Color(0xC9C4BA, alpha: 0.12)
    theme.governorate = Color(0xC9C4BA, alpha: 0.28)
    theme.road = Color(0x7D766A)
    theme.roadCasing = Color(0x23262A)
    theme.graticule = Color(0xFFFFFF, alpha: 0.08)
    theme.neatline = Color(0x858C94)
    theme.fillOpacity = 0.6
    theme.contestedOpacity = 0.75
    theme.claimedOpacity = 0.2
    theme.unassigned = Color(0x8E8879, alpha: 0.18)
    theme.front = Color(0xF6F3EC)
    theme.frontCasing = Color(0x101214, alpha: 0.8)
    theme.softBorder = Color(0x15181C, alpha: 0.7)
    theme.placeText = Color(0xF7F5EF)
    theme.countryText = Color(0xA9A59B)
    theme.regionText = Color(0xA39D91)
    theme.halo = Color(0x1B1E22, alpha: 0.85)
    theme.placeMark = Color(0xF7F5EF)
    theme.placeMarkRim = Color(0x15181C)
    theme.badge = Color(0xF4F2EC)
    theme.badgeText = Color(0x16181B)
    theme.textDarkening = -0.5
    theme.leastLuminance = 0.16
    return theme
  }()

  /// The themes that ship, by id.
  package static let builtIn: [Theme] = [.light, .dark]

  /// A faction's colour as this theme draws it.
  package func tone(_ color: Color) -> Color {
    var lifted = color
    var share = 0.0
    while lifted.luminance < leastLuminance, share < 0.9 {
      share += 0.05
      lifted = color.mixed(with: .white, share)
    }
    return lifted
  }

  /// A faction's colour made readable as text or thin line on the paper.
  package func readable(_ color: Color) -> Color {
    textDarkening >= 0 ? color.mixed(with: .black, textDarkening) : tone(color).mixed(with: .white, -textDarkening)
  }
}
