import Diagnostics
import Situation
import Testing

@Suite struct YAMLReadingTests {
  private func faults(_ text: String) -> [String] { Fixture.faults([Fixture.reportPath: text]) }

  /// The report with one line replaced.
  private func changed(_ line: String, to replacement: String) -> [String] {
    faults(Fixture.report.replacing(line, with: replacement))
  }

  @Test(arguments: [
    ("", "the file is empty"),
    ("# nothing\n", "the file is empty"),
    ("just a text", "1:1: error: `the file` must be a mapping"),
    ("- a\n- b", "1:1: error: `the file` must be a mapping"),
    ("report: a\n\ttitle: b", "2:1: error: not valid YAML: "),
    ("report: a\n\ttitle: b", "hint: indent with spaces, not with tabs"),
    ("report: [a", "error: not valid YAML: "),
    ("report: \"a", "error: not valid YAML: "),
    ("report: a: b", "hint: a text with `: ` in it belongs in quotes"),
    ("report: a\n---\nreport: b", "found another document"),
    ("report: a\nreport: b", "the key `report` is written twice"),
    ("report: a\n\"report\": b", "the key `report` is written twice"),
    ("a: &x [1]\nb: *x", "2:4: error: `*x` repeats a value by reference, which is not read here"),
    ("a: *x", "error: not valid YAML: found undefined alias"),
    ("a: \u{0}", "1:4: error: the file holds a control character"),
    ("a: \u{1b}[31m", "1:4: error: the file holds a control character"),
    ("[a]: b", "1:1: error: a key must be a word"),
  ])
  func `what is no YAML is one located fault`(text: String, message: String) {
    let faults = faults(text)
    #expect(faults.mention(message), "\(faults)")
    #expect(faults.filter { $0.contains("YAML") }.count <= 1)
  }

  @Test func `bytes that are not UTF-8 are found where they are`() {
    var files = Fixture.files()
    files.files[Fixture.reportPath] = Array("report: a\ntitle: ".utf8) + [0xE9]
    #expect(Fixture.faults(in: files).mention("seeds/2017-05-30-border.yaml:2:8: error: the file is not UTF-8 here"))
  }

  @Test func `a column counts bytes, as editors and compilers do, behind Arabic too`() {
    let faults = Fixture.faults(["geodata/factions.yaml": "sides: [{id: a, name: {ar: دمشق}, nam: x}]\nfactions: []"])
    #expect(faults.mention("geodata/factions.yaml:1:39: error: the key `nam` is not known here\n  hint: did you mean `name`?"), "\(faults)")
  }

  @Test func `a tree that grows by references is refused before it grows`() {
    var text = "a0: &a0 [x, x]\n"
    for i in 1...60 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
    #expect(faults(text).mention("2:10: error: `*a0` repeats a value by reference"))
    #expect(faults("? &a [x]\n: &b {*a : *a}\n").mention("repeats a value by reference"))
    #expect(changed("says: They reached the border.", to: "says: 'R&D and 5 *big* things & more'").isEmpty)
  }

  @Test func `depth and number of values are limited`() {
    #expect(faults("a: " + String(repeating: "[", count: 100_000)).mention("error: not valid YAML"))
    #expect(faults("a: " + String(repeating: "[", count: 300) + String(repeating: "]", count: 300)).mention("nested deeper than 100"))
    #expect(faults(String(repeating: "- ", count: 50_000)).mention("error: not valid YAML"))
    #expect(faults("a: [" + String(repeating: "x,", count: 250_000) + "]").mention("more than 200000"))
    #expect(faults("a: " + String(repeating: "x", count: 5_000_000)).mention("the file has 5000003 bytes; at most 4194304 are read"))
  }

  @Test func `an unknown key is told with the one that was meant`() {
    #expect(
      changed("publisher:", to: "publishr:") == [
        "seeds/2017-05-30-border.yaml:1:1: error: there is no `publisher`",
        """
        seeds/2017-05-30-border.yaml:3:1: error: the key `publishr` is not known here
          hint: did you mean `publisher`?
        """,
      ])
  }

  @Test(arguments: [
    ("title: Militias reach the border", "title: [a]", "2:8: error: `title` must be a text, not a list"),
    ("title: Militias reach the border", "title: {a: b}", "2:8: error: `title` must be a text, not a mapping"),
    ("title: Militias reach the border", "title:", "error: `title` is empty"),
    ("title: Militias reach the border", "title: ''", "error: `title` is empty"),
    ("title: Militias reach the border", "title: \"a\\u0007b\"", "2:8: error: `title`: the text holds the control character U+0007"),
    ("published: 2017-05-30", "published: 2017-02-29", "4:12: error: `published`: there is no 29 February 2017"),
    ("published: 2017-05-30", "published: 2017-05-30/..", "4:12: error: `published` needs an end"),
    ("published: 2017-05-30", "published: 2017-05", "warning: the report has no exact day and no `dating`"),
    ("report: jpost-2017-05-30", "report: a b", "1:9: error: `a b` is no id"),
    ("report: jpost-2017-05-30", "report: ../../etc/passwd", "1:9: error: `../../etc/passwd` is no id"),
    ("kind: advance", "kind: advanc", "error: `advanc` is no `kind`\n  hint: did you mean `advance`?"),
    ("kind: advance", "kind: dance", "hint: one of control, clash, strike"),
    ("status: reported", "status: certain", "error: `certain` is no `status`"),
    ("by: badr", "by: bard", "error: no faction `bard`\n  hint: did you mean `badr`?"),
    ("by: badr", "by: [badr, badr]", "error: the faction `badr` is there twice"),
    ("by: badr", "by: {badr: 1}", "error: `by` must be a text, not a mapping"),
    ("path: [kocho, um-jaris]", "path: [kocho, um-jariss]", "9:19: error: no place `um-jariss` in the gazetteer"),
    ("path: [kocho, um-jaris]", "path: [kocho, um-jariss]", "hint: did you mean `um-jaris` (Umm Jurays)?"),
    ("path: [kocho, um-jaris]", "place: al-bukamal", "hint: did you mean `abu-kamal` (Abu Kamal)?"),
    ("path: [kocho, um-jaris]", "path: kocho", "error: `path` must be a list"),
    ("path: [kocho, um-jaris]", "path: [kocho]", "error: a path needs 2 places at least"),
    ("path: [kocho, um-jaris]", "place: kocho\n    path: [kocho, um-jaris]", "a claim has one of `place`, `places` and `path`"),
    ("path: [kocho, um-jaris]", "at: title", "note: the claim has no place and will not be drawn"),
    ("on: 2017-05-29", "on: yesterday", "error: `on`: `yesterday` is no date"),
    ("on: 2017-05-29", "on: 2017-06-01/2017-05-01", "the interval ends before it begins"),
    ("on: 2017-05-29", "on: 2014", "note: 2014 is outside the theatre's days, 2017-05-01/2018-12-31"),
    ("on: 2017-05-29", "from: 2017-06\n    until: 2017-05", "the interval ends before it begins"),
    ("on: 2017-05-29", "from: 2017-06/2017-07", "`from` is one date, not an interval"),
    ("on: 2017-05-29", "on: 2017-05-29\n    from: 2017-05-01", "a claim has `on`, or `from` and `until`, not both"),
    ("on: 2017-05-29", "at: title", "error: the claim has no date"),
    ("says: They reached the border.", "at: title", "6:5: error: there is no `says`"),
    ("says: They reached the border.", "says: x\n    state: open", "error: `open` is no `state`"),
    ("says: They reached the border.", "says: x\n    km: 5", "error: `km` belongs to a distance"),
    ("says: They reached the border.", "says: x\n    killed: {isis: .nan}", "error: `isis` must be a number, not `.nan`"),
    ("says: They reached the border.", "says: x\n    killed: {isis: -1}", "error: `isis` must lie between 0.0 and"),
    ("says: They reached the border.", "says: x\n    killed: {isis: 1.5}", "error: `isis` must be a whole number"),
    ("says: They reached the border.", "says: x\n    killed: {isis: 1e999}", "error: `isis` must be a number"),
    ("says: They reached the border.", "says: x\n    killed: {isis: [22, 9]}", "must be a number or a range"),
    ("says: They reached the border.", "says: x\n    killed: {is: 9}", "error: no faction `is`"),
    ("says: They reached the border.", "says: x\n    label: {en: One, two}", "error: `two` is no language\n  hint: a text with a comma"),
    ("publisher: The", "url: javascript:alert(1)\npublisher: The", "error: `url` must begin with https://"),
    ("publisher: The", "map: {on: 2017-05-32}\npublisher: The", "there is no 32 May 2017"),
    ("publisher: The", "map: {view: wst}\npublisher: The", "error: no view `wst`\n  hint: did you mean `west`?"),
  ])
  func `a wrong value is told with its place and its mend`(line: String, replacement: String, message: String) {
    let faults = changed(line, to: replacement)
    #expect(faults.mention(message), "\(faults)")
    #expect(faults.allSatisfy { $0.hasPrefix("seeds/") })
  }

  @Test func `every fault of every file is told at once, file by file`() {
    let faults = Fixture.faults([
      "geodata/theatre.yaml": Fixture.theatre.replacing("days:", with: "dayz:"),
      "geodata/places.csv": Fixture.places.replacing("town", with: "twon"),
      Fixture.reportPath: Fixture.report.replacing("by: badr", with: "by: bard"),
      Fixture.controlPath: Fixture.control.replacing("\"isis\"", with: "\"isi\""),
    ])
    let files = faults.filter { $0.contains("error") }.map { $0.prefix { $0 != ":" } }
    #expect(
      files == [
        "geodata/theatre.yaml", "geodata/theatre.yaml", "geodata/places.csv", "seeds/2017-05-30-border.yaml",
        "geodata/control/2017-05-30.geojson",
      ])
  }

  @Test func `one file that cannot be read draws no faults in those that refer to it`() {
    #expect(Fixture.faults(["geodata/factions.yaml": "sides: ["]).count == 1)
    #expect(Fixture.faults(["geodata/places.csv": ""]).count == 1)
    #expect(Fixture.faults(["geodata/theatre.yaml": nil]) == ["geodata/theatre.yaml: error: there is no such file"])
    #expect(Fixture.faults(["seeds/2017-05-30-border.yaml": nil]).isEmpty)
  }

  @Test func `claims with one id and reports with one id are refused`() {
    let twice = Fixture.report + Fixture.report.split(separator: "\n").dropFirst(5).map { "\($0)\n" }.joined()
    #expect(faults(twice).mention("error: the claim `reach-border` is there twice in this report"))
    #expect(
      Fixture.faults(["seeds/b.yaml": Fixture.report]).mention(
        "error: the report `jpost-2017-05-30` is already in seeds/2017-05-30-border.yaml"))
  }
}
