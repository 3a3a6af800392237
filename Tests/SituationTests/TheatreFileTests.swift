import Diagnostics
import Geometry
import Situation
import Testing

@Suite struct TheatreFileTests {
  @Test(arguments: [
    ("extent: [37.0, 32.4, 44.8, 37.4]", "extent: [37.0, 32.4, 44.8]", "`extent` must be 4 numbers"),
    ("extent: [37.0, 32.4, 44.8, 37.4]", "extent: [44.8, 32.4, 37.0, 37.4]", "`extent` is empty: west must be less than east"),
    ("extent: [37.0, 32.4, 44.8, 37.4]", "extent: [37.0, 32.4, 44.8, NaN]", "`extent` must be a number, not `NaN`"),
    ("extent: [37.0, 32.4, 44.8, 37.4]", "extent: [37.0, 32.4, 44.8, 97.4]", "must lie between -90.0 and 90.0 degrees, not 97.4"),
    ("languages: [en, ar]", "languages: [english, ar]", "`english` is no language"),
    ("languages: [en, ar]", "languages: [en, en]", "the language `en` is there twice"),
    ("days: 2017-05-01/2018-12-31", "days: 2017-05-01/..", "`days` needs a first and a last day"),
    ("days: 2017-05-01/2018-12-31", "days: 2018/2017", "the interval ends before it begins"),
    ("as: land", "as: lnad", "`lnad` is no `as`\n  hint: did you mean `land`?"),
    ("base/land.geojson", "base/lnd.geojson", "there is no file `geodata/base/lnd.geojson`"),
    ("base/land.geojson", "../../etc/passwd", "`file` must be a path below geodata/"),
    ("base/land.geojson", "/etc/passwd", "`file` must be a path below geodata/"),
    ("{id: borders,", "{id: land,", "the layer `land` is there twice"),
    ("as: land,", "as: relief,", "a relief needs its `extent`"),
    ("views: [", "views: [{id: west, title: x, extent: [1, 2, 3, 4]}, ", "the view `west` is there twice"),
    ("theatre: border", "projections: x", "the key `projections` is not known here\n  hint: did you mean `projection`?"),
  ])
  func `a wrong value in theatre.yaml is told with its place and its mend`(line: String, replacement: String, message: String) {
    let faults = Fixture.faults(["geodata/theatre.yaml": Fixture.theatre.replacing(line, with: replacement)])
    #expect(faults.mention(message), "\(faults)")
    #expect(faults.allSatisfy { $0.hasPrefix("geodata/theatre.yaml:") })
  }

  @Test(arguments: [
    ("color: \"#c0392b\"", "color: \"#c0392\"", "`#c0392` is no colour"),
    ("color: \"#c0392b\"", "color: red", "`red` is no colour"),
    ("color: \"#c0392b\"", "color: #c0392b", "error: not valid YAML"),
    ("pattern: lines", "pattern: line", "did you mean `lines`?"),
    ("side: isis}", "side: isi}", "no side `isi`\n  hint: did you mean `isis`?"),
    ("parent: government", "parent: goverment", "no faction `goverment`\n  hint: did you mean `government`?"),
    ("parent: government", "parent: badr", "`badr` is its own ancestor"),
    ("{id: isis, name: {en: Islamic State}, color", "{id: badr, name: {en: Islamic State}, color", "the faction `badr` is there twice"),
    ("- {id: isis, name: {en: Islamic State}}", "- {id: damascus, name: {en: Islamic State}}", "the side `damascus` is there twice"),
  ])
  func `a wrong value in factions.yaml is told with its place and its mend`(line: String, replacement: String, message: String) {
    let faults = Fixture.faults(["geodata/factions.yaml": Fixture.factions.replacing(line, with: replacement)])
    #expect(faults.mention(message), "\(faults)")
  }

  @Test func `factions whose parents form a ring are refused`() {
    let ring = Fixture.factions.replacing("side: damascus}\n  - {id: badr", with: "side: damascus, parent: badr}\n  - {id: badr")
    let faults = Fixture.faults(["geodata/factions.yaml": ring])
    #expect(faults.mention("`government` is its own ancestor"))
    #expect(faults.mention("`badr` is its own ancestor"))
  }

  @Test func `a theatre has what its files say`() throws {
    let theatre = try Fixture.read()
    #expect(theatre.title["ar"] == "الحدود")
    #expect(theatre.title["fr"] == "The border")
    #expect(theatre.projection == "lambert")
    #expect(theatre.faction("badr")?.parent == "government")
    #expect(theatre.faction("badr")?.pattern == .lines)
    #expect(theatre.faction("badr")?.short["en"] == "Badr")
    #expect(theatre.faction("isis")?.color.description == "#424949")
    #expect(theatre.view("west")?.extent.maxX == 40)
    #expect(theatre.hostile("badr", "isis"))
    #expect(!theatre.hostile("badr", "government"))
    #expect(!theatre.hostile("badr", "nobody"))
    #expect(theatre.latestDay.description == "2017-05-30")
    #expect(theatre.gazetteer.nearest(to: Point(41.7, 36.05))?.place.id == "kocho")
  }

  @Test func `a relief is known by its path and extent`() throws {
    let line = "layers:\n  - {id: relief, as: relief, file: base/relief.png, extent: [34, 28.5, 49, 38.5]}"
    let header = Fixture.theatre.replacing("layers:", with: line)
    #expect(Fixture.faults(["geodata/theatre.yaml": header]).mention("there is no file `geodata/base/relief.png`"))
    let theatre = try Fixture.read(["geodata/theatre.yaml": header, "geodata/base/relief.png": "\u{89}PNG"])
    #expect(theatre.layers[0].path == "geodata/base/relief.png")
    #expect(theatre.layers[0].extent?.minY == 28.5)
  }
}
