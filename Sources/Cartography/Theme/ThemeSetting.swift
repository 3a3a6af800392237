import Drawing

/// A word of theme files: where it stands and what it sets. One table serves reading, writing and checking.
struct ThemeSetting: Sendable {
  enum Value: Sendable {
    case color(WritableKeyPath<Theme, Color> & Sendable)
    case number(WritableKeyPath<Theme, Double> & Sendable, ClosedRange<Double>)
  }

  var section: Section
  var key: String
  var value: Value

  enum Section: String, CaseIterable, Sendable {
    case page, ground, lines, control, names, widths, type

    /// For whoever reads the file.
    var note: String {
      switch self {
      case .page: "the sheet itself and its text"
      case .ground: "land, water and relief; relief is its strength, 0 to 1"
      case .lines: "colours of lines; a share behind a colour is its opacity"
      case .control: "how held ground is filled (opacities 0 to 1) and parted"
      case .names: "text and symbols on the map"
      case .widths: "lines, in px on a sheet of 1600 by 1200"
      case .type: "text, in px on such a sheet; places, areas and rivers as a share of the design's sizes"
      }
    }
  }

  private init(_ section: Section, _ key: String, _ path: WritableKeyPath<Theme, Color> & Sendable) {
    (self.section, self.key, value) = (section, key, .color(path))
  }

  private init(_ section: Section, _ key: String, _ path: WritableKeyPath<Theme, Double> & Sendable, _ range: ClosedRange<Double>) {
    (self.section, self.key, value) = (section, key, .number(path, range))
  }

  static let all: [ThemeSetting] = [
    ThemeSetting(.page, "paper", \.paper), ThemeSetting(.page, "ink", \.ink), ThemeSetting(.page, "quiet-ink", \.quietInk),
    ThemeSetting(.page, "rule", \.rule), ThemeSetting(.page, "plate", \.plate),

    ThemeSetting(.ground, "sea", \.sea), ThemeSetting(.ground, "neighbour-land", \.neighbourLand), ThemeSetting(.ground, "land", \.land),
    ThemeSetting(.ground, "lake", \.lake), ThemeSetting(.ground, "shore", \.shore), ThemeSetting(.ground, "river", \.river),
    ThemeSetting(.ground, "relief-shade", \.reliefShade), ThemeSetting(.ground, "relief-light", \.reliefLight),
    ThemeSetting(.ground, "relief", \.relief, 0...1),

    ThemeSetting(.lines, "border", \.border), ThemeSetting(.lines, "border-band", \.borderBand),
    ThemeSetting(.lines, "governorate", \.governorate), ThemeSetting(.lines, "road", \.road),
    ThemeSetting(.lines, "road-casing", \.roadCasing), ThemeSetting(.lines, "graticule", \.graticule),
    ThemeSetting(.lines, "neatline", \.neatline),

    ThemeSetting(.control, "fill", \.fillOpacity, 0...1), ThemeSetting(.control, "contested", \.contestedOpacity, 0...1),
    ThemeSetting(.control, "claimed", \.claimedOpacity, 0...1), ThemeSetting(.control, "unassigned", \.unassigned),
    ThemeSetting(.control, "front", \.front), ThemeSetting(.control, "front-casing", \.frontCasing),
    ThemeSetting(.control, "soft-border", \.softBorder), ThemeSetting(.control, "least-luminance", \.leastLuminance, 0...0.9),
    ThemeSetting(.control, "text-darkening", \.textDarkening, -1...1), ThemeSetting(.control, "greying", \.greying, 0...1),

    ThemeSetting(.names, "place", \.placeText), ThemeSetting(.names, "country", \.countryText),
    ThemeSetting(.names, "region", \.regionText), ThemeSetting(.names, "water", \.waterText), ThemeSetting(.names, "halo", \.halo),
    ThemeSetting(.names, "place-mark", \.placeMark), ThemeSetting(.names, "place-mark-rim", \.placeMarkRim),
    ThemeSetting(.names, "badge", \.badge), ThemeSetting(.names, "badge-text", \.badgeText),

    ThemeSetting(.widths, "neatline", \.widths.neatline, width), ThemeSetting(.widths, "border", \.widths.border, width),
    ThemeSetting(.widths, "border-band", \.widths.borderBand, width), ThemeSetting(.widths, "governorate", \.widths.governorate, width),
    ThemeSetting(.widths, "road", \.widths.road, width), ThemeSetting(.widths, "river", \.widths.river, width),
    ThemeSetting(.widths, "shore", \.widths.shore, width), ThemeSetting(.widths, "graticule", \.widths.graticule, width),
    ThemeSetting(.widths, "front", \.widths.front, width), ThemeSetting(.widths, "front-casing", \.widths.frontCasing, width),
    ThemeSetting(.widths, "soft-border", \.widths.softBorder, width), ThemeSetting(.widths, "hatch", \.widths.hatch, width),

    ThemeSetting(.type, "kicker", \.type.kicker, size), ThemeSetting(.type, "title", \.type.title, size),
    ThemeSetting(.type, "summary", \.type.summary, size), ThemeSetting(.type, "heading", \.type.heading, size),
    ThemeSetting(.type, "list", \.type.list, size), ThemeSetting(.type, "key", \.type.key, size),
    ThemeSetting(.type, "note", \.type.note, size), ThemeSetting(.type, "sources", \.type.sources, size),
    ThemeSetting(.type, "places", \.type.places, share), ThemeSetting(.type, "areas", \.type.areas, share),
    ThemeSetting(.type, "rivers", \.type.rivers, share),
  ]

  private static let width: ClosedRange<Double> = 0...20
  private static let size: ClosedRange<Double> = 5...80
  private static let share: ClosedRange<Double> = 0.5...2
}
