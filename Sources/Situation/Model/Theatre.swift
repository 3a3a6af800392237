import Diagnostics
import Geometry

/// Everything that the files of a theatre say.
package struct Theatre: Sendable {
  package var id: String
  package var title: LocalizedText
  package var extent: Extent<Geographic>
  /// `lambert` (fitted to the extent), a PROJ string or an EPSG code.
  package var projection: String
  /// At least one; the first is the main one.
  package var languages: [String]
  package var days: ClosedRange<Day>
  /// From the bottom to the top.
  package var layers: [Layer]
  package var gazetteer: Gazetteer
  package var factions: [Faction]
  package var sides: [Side]
  package var views: [View]
  /// By the day they are known from, then by id.
  package var reports: [Report]
  /// By day; no two of one day.
  package var snapshots: [ControlSnapshot]
  /// Who had which place when, in the order of the file; empty in a theatre that has areas only.
  package var placeControl: [PlaceControl]
  package var controlRule: ControlRule
  /// About the borders, for the foot of the sheet.
  package var note: LocalizedText
  /// Where the names of certain places must go.
  package var labelPins: [PlaceID: LabelPin]

  package init(
    id: String, title: LocalizedText, extent: Extent<Geographic>, projection: String = "lambert", languages: [String] = ["en"],
    days: ClosedRange<Day>, layers: [Layer] = [], gazetteer: Gazetteer = Gazetteer(), factions: [Faction] = [],
    sides: [Side] = [], views: [View] = [], reports: [Report] = [], snapshots: [ControlSnapshot] = [],
    placeControl: [PlaceControl] = [], controlRule: ControlRule = ControlRule(), note: LocalizedText = LocalizedText(),
    labelPins: [PlaceID: LabelPin] = [:]
  ) {
    self.id = id
    self.title = title
    self.extent = extent
    self.projection = projection
    self.languages = languages
    self.days = days
    self.layers = layers
    self.gazetteer = gazetteer
    self.factions = factions
    self.sides = sides
    self.views = views
    self.reports = reports.sorted { ($0.knownFrom, $0.id) < ($1.knownFrom, $1.id) }
    self.snapshots = snapshots.sorted { ($0.asOf, $0.file) < ($1.asOf, $1.file) }
    self.placeControl = placeControl
    self.controlRule = controlRule
    self.note = note
    self.labelPins = labelPins
  }
}

extension Theatre {
  package func place(_ id: PlaceID) -> Place? { gazetteer[id] }
  package func faction(_ id: FactionID) -> Faction? { factions.first { $0.id == id } }
  package func side(_ id: SideID) -> Side? { sides.first { $0.id == id } }
  package func view(_ id: ViewID) -> View? { views.first { $0.id == id } }
  package func report(_ id: ReportID) -> Report? { reports.first { $0.id == id } }

  /// Whether two factions are of different sides. A faction that the theatre does not know is nobody's enemy.
  package func hostile(_ a: FactionID, _ b: FactionID) -> Bool {
    guard let a = faction(a), let b = faction(b) else { return false }
    return a.side != b.side
  }

  /// The last day that a snapshot or a claim speaks of, inside the theatre's days.
  package var latestDay: Day {
    let claimed = reports.lazy.flatMap(\.claims).filter { $0.status != .expected }.compactMap { $0.when.until ?? $0.when.from }
    let known = snapshots.flatMap { snapshot in [snapshot.asOf] + snapshot.areas.map(\.from) } + claimed
    return known.filter { days.contains($0) }.max() ?? days.upperBound
  }

  /// The days on which control changes, as far as the snapshots say; sorted, each once.
  package var controlDays: [Day] {
    var found: Set<Day> = []
    for (index, snapshot) in snapshots.enumerated() {
      let end = index + 1 < snapshots.count ? snapshots[index + 1].asOf : Day(rawValue: .max)
      found.insert(snapshot.asOf)
      for area in snapshot.areas {
        for day in [area.from, area.until.map { $0 + 1 }].compactMap({ $0 }) where day > snapshot.asOf && day < end {
          found.insert(day)
        }
      }
    }
    return found.sorted()
  }
}
