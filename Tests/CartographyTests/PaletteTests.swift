import Cartography
import Drawing
import SheetSupport
import Situation
import Testing

/// Neighbours' grounds look different to every reader.
struct PaletteTests {
  @Test(arguments: Theme.shipped.map(\.name))
  func `grounds that touch on any day of the repository's theatre are told apart by every kind of sight`(name: String) throws {
    let theatre = try RepositoryTheatre.read()
    let theme = try #require(Theme.named(name))
    var history = ControlHistory(theatre)
    var neighbours: Set<Neighbours> = []
    for day in Set(theatre.controlDays + theatre.placeChangeDays).sorted() {
      guard let control = try history.control(on: day) else { continue }
      neighbours.formUnion(Neighbours.all(of: control.areas, control.coverage))
    }
    #expect(neighbours.count >= 20)
    let clashes = PaletteCheck(theatre, theme).clashes(neighbours)
    #expect(clashes.isEmpty, "\(clashes)")
  }

  @Test func `red and green of one lightness clash for those who see no green, unless one is hatched`() throws {
    let theatre = try TinyTheatre.read()
    var theme = Theme.light
    theme.factions = [
      "red": .init(color: RGB(hex: "#c05050"), pattern: Faction.Pattern.none),
      "blue": .init(color: RGB(hex: "#7f7f3a"), pattern: Faction.Pattern.none),
    ]
    let pair: Set<Neighbours> = [Neighbours("red", "blue")]
    let clash = try #require(PaletteCheck(theatre, theme).clashes(pair).first)
    #expect(clash.difference < 15 && clash.vision != .full)
    theme.factions["blue"]?.pattern = .lines
    #expect(PaletteCheck(theatre, theme).clashes(pair).isEmpty)
  }

  /// Pairs 1, 7, 13, 17 and 25 of the test data by Sharma, Wu and Dalal (2005).
  @Test func `differences of colours are those of CIEDE2000`() {
    let pairs: [(LabColor, LabColor, Double)] = [
      (LabColor(l: 50, a: 2.6772, b: -79.7751), LabColor(l: 50, a: 0, b: -82.7485), 2.0425),
      (LabColor(l: 50, a: 0, b: 0), LabColor(l: 50, a: -1, b: 2), 2.3669),
      (LabColor(l: 50, a: -0.001, b: 2.49), LabColor(l: 50, a: 0.0009, b: -2.49), 4.8045),
      (LabColor(l: 50, a: 2.5, b: 0), LabColor(l: 73, a: 25, b: -18), 27.1492),
      (LabColor(l: 60.2574, a: -34.0099, b: 36.2677), LabColor(l: 60.4626, a: -34.1751, b: 39.4387), 1.2644),
    ]
    for (a, b, expected) in pairs { #expect(abs(a.difference(to: b) - expected) < 0.0001) }
  }

  @Test func `sight keeps greys as they are, and a grey copy has nothing but grey`() {
    for vision in ColorVision.allCases {
      for value in [UInt8(0), 90, 200, 255] {
        let seen = vision.seen(Color(red: value, green: value, blue: value))
        #expect(abs(Int(seen.red) - Int(value)) <= 1 && abs(Int(seen.green) - Int(value)) <= 1 && abs(Int(seen.blue) - Int(value)) <= 1)
      }
    }
    let grey = ColorVision.grey.seen(Color(0xC4382E))
    #expect(grey.red == grey.green && grey.green == grey.blue)
  }
}
