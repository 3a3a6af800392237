import Cartography
import Drawing
import Geometry
import SheetSupport
import Situation
import Testing
import Typography

/// Ground is drawn as what it is: held, contested, claimed, merely present, nobody's.
struct ControlTests {
  private func control(_ changes: [String: String?] = [:]) throws -> [String: Group] {
    let list = try Composing.sheet(TinyTheatre.read(changes))
    let groups = try #require(list.group("control")).items.flatMap(\.groups)
    return Dictionary(uniqueKeysWithValues: groups.map { ($0.id ?? "", $0) })
  }

  @Test func `each kind of hold has a group of its own with its holder, its status and its basis`() throws {
    let grounds = try control()
    #expect(
      Set(grounds.keys) == [
        "control-held-red", "control-held-blue", "control-held-green", "control-contested-blue-red", "control-claimed-red",
        "control-presence-orange", "control-unassigned",
      ])
    let contested = try #require(grounds["control-contested-blue-red"])
    #expect(contested.attributes.contains(.init("holder", "blue red")))
    #expect(contested.attributes.contains(.init("status", "contested")))
    #expect(contested.description == "tiny-2020-01-10#push")
  }

  @Test func `contested ground is hatched, presence is dotted, and nobody's ground has the colour of no faction`() throws {
    let grounds = try control()
    func figures(_ id: String) -> [Hatch.Figure] {
      (grounds[id]?.shapes ?? []).compactMap { if case .hatch(let hatch) = $0.fill { hatch.figure } else { nil } }
    }
    #expect(figures("control-contested-blue-red") == [.lines])
    #expect(figures("control-presence-orange") == [.dots])
    let nobody = try #require(grounds["control-unassigned"]?.shapes.first)
    #expect(nobody.fill == .solid(Theme.light.unassigned))
  }

  @Test func `the front runs between enemies inside a country and not along the state border`() throws {
    let list = try Composing.sheet(TinyTheatre.read())
    let front = try #require(list.group("fronts")).shapes.last
    let box = try #require(front).path.extent
    let frame = try #require(list.group("map")?.clip?.extent)
    let border = try #require(list.group("borders")?.shapes.first?.path.extent)
    // It goes from the end of the ground in the west to the border at 11 E and keeps its height: 40.8 N.
    #expect(box.width > 0.3 * frame.width && abs(box.maxX - border.center.x) < 3 && box.height < 0.03 * frame.height, "\(box) \(border)")
  }

  @Test func `without a border there is a front between red in the west and green in the east`() throws {
    let borders = TinyTheatre.collection([TinyTheatre.line([(20, 39), (20, 40)], #""between": ["Eastland", "Westland"]"#)])
    let list = try Composing.sheet(TinyTheatre.read(["geodata/base/borders.geojson": borders]))
    let box = try #require(list.group("fronts")?.shapes.last).path.extent
    let frame = try #require(list.group("map")?.clip?.extent)
    #expect(box.minY < frame.minY && box.height > 0.3 * frame.height)
  }

  @Test func `what is held next to each other meets without a gap`() throws {
    // Every vertex that red and blue share along the front is the same point on the sheet.
    let grounds = try control()
    func vertices(_ id: String) -> Set<Point<Page>> {
      Set(
        (grounds[id]?.shapes.first?.path.elements ?? []).compactMap { element in
          switch element {
          case .move(let p), .line(let p): p
          default: nil
          }
        })
    }
    #expect(vertices("control-held-red").intersection(vertices("control-held-blue")).count >= 2)
    #expect(vertices("control-held-blue").intersection(vertices("control-contested-blue-red")).count >= 4)
  }
}
