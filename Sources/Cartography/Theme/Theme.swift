import Drawing
import Situation

/// The colours, weights and type of a sheet. Sizes are in px on a sheet of 1600 by 1200 and grow with it.
///
/// What stands here is `light`; every other theme says in a file what it has otherwise (`ThemeSetting` lists the words).
package struct Theme: Hashable, Sendable {
  package var id = "light"

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
  package var reliefShade = Color(0x3A3226)
  package var reliefLight = Color(0xFFFFFF)
  /// Strength of the relief, 0 to 1.
  package var relief = 0.24

  // Lines
  package var border = Color(0x55504A)
  package var borderBand = Color(0x8A8378, alpha: 0.22)
  package var governorate = Color(0x8D8579, alpha: 0.55)
  package var road = Color(0x8F7F6C, alpha: 0.8)
  package var roadCasing = Color(0xFFFDF8, alpha: 0.45)
  package var graticule = Color(0x6B6B6B, alpha: 0.16)
  package var neatline = Color(0x2B2F34)

  // Control
  package var fillOpacity = 0.52
  package var contestedOpacity = 0.62
  package var claimedOpacity = 0.16
  package var unassigned = Color(0xCFC8B8, alpha: 0.32)
  package var front = Color(0x23201D)
  package var frontCasing = Color(0xFFFFFF, alpha: 0.75)
  package var softBorder = Color(0xFFFFFF, alpha: 0.85)
  /// Colours of factions darker than this luminance (0 to 1) are lifted to it, lest they drown in a dark sheet.
  package var leastLuminance = 0.0
  /// How much black is mixed into a faction's colour for text in that colour, so that it stays readable on the paper; white below 0.
  package var textDarkening = 0.35
  /// How grey factions' colours become: 0 not at all, 1 without any colour.
  package var greying = 0.0
  /// Factions that look otherwise than their own file says.
  package var factions: [FactionID: FactionLook] = [:]

  // Names
  package var placeText = Color(0x1D1B19)
  package var countryText = Color(0x6D675E)
  package var regionText = Color(0x7A7266)
  package var waterText = Color(0x2F6A92)
  package var halo = Color(0xFFFDF7, alpha: 0.88)
  package var placeMark = Color(0x1D1B19)
  package var placeMarkRim = Color(0xFFFFFF)
  package var badge = Color(0x1E2227)
  package var badgeText = Color(0xFFFFFF)

  package var widths = Widths()
  package var type = Lettering()

  package init() {}

  package static let light = Theme()

  /// Widths of lines, in px.
  package struct Widths: Hashable, Sendable {
    package var neatline = 1.0
    package var border = 1.25
    package var borderBand = 5.0
    package var governorate = 0.8
    package var road = 1.35
    package var river = 2.1
    package var shore = 0.9
    package var graticule = 0.7
    package var front = 1.5
    package var frontCasing = 3.4
    package var softBorder = 1.6
    package var hatch = 1.0
  }

  /// Sizes of type, in px; of names on the map, as a share of the design's.
  package struct Lettering: Hashable, Sendable {
    package var kicker = 13.5
    package var title = 31.0
    package var summary = 14.5
    package var heading = 12.5
    package var list = 11.6
    package var key = 11.0
    package var note = 9.4
    package var sources = 10.0
    package var places = 1.0
    package var areas = 1.0
    package var rivers = 1.0
  }

  /// How a theme draws a faction.
  package struct FactionLook: Hashable, Sendable {
    package var color: RGB?
    package var pattern: Faction.Pattern?

    package init(color: RGB? = nil, pattern: Faction.Pattern? = nil) {
      self.color = color
      self.pattern = pattern
    }
  }
}

extension Theme {
  /// A faction's colour as this theme draws it.
  package func tone(_ color: Color) -> Color {
    let color = greying > 0 ? color.mixed(with: color.grey, greying) : color
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
    textDarkening >= 0 ? tone(color).mixed(with: .black, textDarkening) : tone(color).mixed(with: .white, -textDarkening)
  }

  /// A colour for outlines on the paper: a pale one is mixed with ink until it stands out from the paper, as the kind of its outline tells
  /// how sure a claim is.
  package func outline(_ color: Color) -> Color {
    func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }
    var seen = color
    var share = 0.0
    while contrast(seen.luminance, paper.luminance) < 2.6, share < 0.8 {
      share += 0.1
      seen = color.mixed(with: ink, share)
    }
    return seen
  }

  /// The colour that a faction has in this theme: the theme's own, or that of the theatre's file.
  package func color(of faction: Faction) -> Color { tone((factions[faction.id]?.color ?? faction.color).color) }

  /// The hatch that a faction's ground has in this theme.
  package func pattern(of faction: Faction) -> Faction.Pattern { factions[faction.id]?.pattern ?? faction.pattern }
}

extension Color {
  /// The grey of the same luminance.
  var grey: Color {
    let value = ColorVision.encoded(luminance)
    return Color(red: value, green: value, blue: value, alpha: alpha)
  }
}
