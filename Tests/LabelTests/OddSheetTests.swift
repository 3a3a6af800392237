import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// Sheets that have little to name, or too much of it.
struct OddSheetTests {
  private func compose(_ theatre: Theatre, _ extent: Extent<Geographic>, _ shaper: Shaper) throws -> Sheet {
    let situation = theatre.situation(on: theatre.latestDay, window: 30)
    return try composeSheet(
      theatre, situation, SheetRequest(width: 900, height: 700, extent: extent, title: "Odd", window: 30), measuring: shaper)
  }

  @Test func `a view without a single place makes a sound sheet`() throws {
    let theatre = try RepositoryTheatre.read()
    // Desert west of Rutba: no place of the gazetteer lies within.
    let extent = Extent<Geographic>(minX: 42.2, minY: 30.2, maxX: 42.24, maxY: 30.23)
    #expect(!theatre.gazetteer.contains { extent.contains($0.position) })
    let sheet = try compose(theatre, extent, Shaper())
    #expect(!sheet.labels.placed.contains { $0.kind == .place || $0.kind == .mark })
    #expect(sheet.displayList.items.count > 3)
  }

  @Test func `a name longer than the sheet is left out and told, or broken to fit`() throws {
    var theatre = try RepositoryTheatre.read()
    let long = Array(repeating: "Llanfairpwllgwyngyll", count: 14).joined(separator: " ")
    theatre.gazetteer = Gazetteer(
      theatre.gazetteer.map { place in
        guard place.id == "palmyra" || place.id == "raqqa" else { return place }
        var renamed = place
        // One that can be broken and one that cannot.
        renamed.name = LocalizedText(["en": place.id == "raqqa" ? long.filter { $0 != " " } : long])
        return renamed
      })
    let sheet = try compose(theatre, theatre.extent, Shaper())
    let frame = Extent<Page>(minX: 0, minY: 0, maxX: 900, maxY: 700)
    #expect(sheet.labels.placed.allSatisfy { frame.contains($0.box) })
    #expect(sheet.labels.dropped.contains { $0.id == "place:raqqa" })
  }

  @Test func `letters that no font has are known after shaping, each once`() {
    let shaper = Shaper()
    _ = shaper.line("Deir ez-Zor", TextStyle(12))
    #expect(shaper.missing.isEmpty)
    _ = shaper.line("東京 and 東", TextStyle(12))
    #expect(shaper.missing.map(String.init) == ["京", "東"])
  }
}
