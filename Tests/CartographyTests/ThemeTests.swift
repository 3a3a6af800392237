import Cartography
import Diagnostics
import Drawing
import SheetSupport
import TestSupport
import Testing

/// Theme files: what they set, and what is said of a broken one.
struct ThemeTests {
  private func read(_ text: String) throws(InvalidInput) -> (theme: Theme, faults: [Fault]) {
    let bytes = Array(text.utf8)
    let result: Result<(theme: Theme, faults: [Fault]), InvalidInput> = bytes.withUnsafeBytes { raw in
      do throws(InvalidInput) { return .success(try Theme.read(raw, file: "house.yaml")) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func faults(_ text: String) -> [String] {
    do throws(InvalidInput) {
      return try read(text).faults.map(\.description)
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func `every theme that ships is sound and has the name that it goes by`() throws {
    for (name, _) in Theme.shipped { #expect(Theme.named(name)?.id == name) }
    #expect(Theme.named("pink") == nil)
    #expect(Set(Theme.shipped.compactMap { Theme.named($0.name)?.paper }).count == 2)
  }

  @Test(arguments: Theme.shipped.map(\.name))
  func `a theme written out reads back as the same`(name: String) throws {
    let theme = try #require(Theme.named(name))
    let again = try read(theme.written())
    #expect(again.theme == theme && again.faults.isEmpty)
  }

  @Test func `a house style starts from a theme and says only what it has otherwise`() throws {
    let theme = try read(
      """
      theme: gazette
      base: dark
      page: {paper: "#102030"}
      control: {unassigned: "#aabbcc 25%", fill: 0.7}
      widths: {front: 2.5}
      type: {title: 40}
      factions: {red: {color: "#ff0000", pattern: grid}}
      """
    ).theme
    let dark = try #require(Theme.named("dark"))
    #expect(theme.paper == Color(0x102030) && theme.ink == dark.ink && theme.id == "gazette")
    #expect(theme.unassigned == Color(0xAABBCC, alpha: 0.25) && theme.fillOpacity == 0.7)
    #expect(theme.widths.front == 2.5 && theme.widths.border == dark.widths.border && theme.type.title == 40)
    let theatre = try TinyTheatre.read()
    let (red, blue) = (try #require(theatre.faction("red")), try #require(theatre.faction("blue")))
    #expect(theme.pattern(of: red) == .grid && theme.color(of: red) == theme.tone(Color(0xFF0000)))
    #expect(theme.pattern(of: blue) == blue.pattern && theme.color(of: blue) == dark.color(of: blue))
  }

  @Test func `all faults of a theme file are told at once, with place and hint`() {
    let told = faults(
      """
      base: lihgt
      page: {paper: "#zzz", inc: "#000000"}
      ground: {relief: 3}
      control: {unassigned: "#aabbcc 250%"}
      widths: thick
      factions: {red: {pattern: stripes}}
      """)
    #expect(
      told == [
        "house.yaml:1:1: error: there is no `theme`", "house.yaml:1:7: error: there is no theme `lihgt`\n  hint: did you mean `light`?",
        "house.yaml:2:15: error: `paper` must be a colour\n  hint: write # and six hexadecimal digits in quotes, as in \"#c0392b\" or \"#c0392b 60%\"",
        "house.yaml:2:23: error: the key `inc` is not known here\n  hint: did you mean `ink`?",
        "house.yaml:3:18: error: `relief` must lie between 0.0 and 1.0, not 3",
        "house.yaml:4:23: error: `250%` is no opacity\n  hint: write a share from 0% to 100%, as in \"#c0392b 60%\"",
        "house.yaml:5:9: error: `widths` must be a mapping (`key: value`)",
        "house.yaml:6:27: error: `stripes` is no `pattern`\n  hint: one of none, lines, backlines, dots, cross, grid",
      ])
    #expect(faults("").count == 1 && faults("[").count == 1 && faults("- a").count == 1)
  }

  @Test func `text that few can read is warned of`() {
    #expect(faults("theme: x\npage: {ink: \"#cccccc\"}\n").contains { $0.contains("warning: `ink` on `paper` has a contrast of 1.6 : 1") })
  }

  @Test func `a theme that was broken at random is read or refused with its file, line and column`() throws {
    var generator = SeededGenerator(seed: 45)
    let whole = Array(Theme.light.written().utf8)
    // The head of the file, where one edit in few lines tells, and all of it.
    let bytes = [Array(whole.prefix(900)), whole]
    var (read, refused) = (0, 0)
    for number in 0..<1200 {
      let text = damaged(bytes[number % 2], using: &generator)
      let outcome: Result<(theme: Theme, faults: [Fault]), InvalidInput> = text.withUnsafeBytes { raw in
        do throws(InvalidInput) { return .success(try Theme.read(raw, file: "house.yaml")) } catch { return .failure(error) }
      }
      switch outcome {
      case .success: read += 1
      case .failure(let invalid):
        refused += 1
        #expect(invalid.faults.allSatisfy { $0.description.hasPrefix("house.yaml") }, "\(invalid.faults.map(\.description))")
      }
    }
    #expect(read > 50 && refused > 50)
  }
}
