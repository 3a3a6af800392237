import Situation
import TestSupport
import Testing

/// Files that were broken at random are read or refused, and never bring the program down.
@Suite struct FuzzTests {
  private func edit(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let pieces = [
      "[", "]", "{", "}", "\"", ",", ":", "-", "1e999", "\\u", "&a ", "*a", "\n", "\t", "NaN", "..", "/", "~", "#", ";", "null",
      "9999999999",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let i = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[i] = .random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: i)
      case 2: bytes.removeSubrange(i...)
      case 3: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: i)
      case 4: bytes.replaceSubrange(i..<min(bytes.count, i + 3), with: Array((pieces.randomElement(using: &generator) ?? "").utf8))
      default: bytes.insert(contentsOf: bytes[i..<min(bytes.count, i + 20)], at: i)
      }
    }
    return bytes
  }

  @Test(arguments: [
    ("geodata/base/land.geojson", 2500), (Fixture.controlPath, 1500), (Fixture.reportPath, 1500), ("geodata/theatre.yaml", 500),
    ("geodata/factions.yaml", 500), ("geodata/places.csv", 1500),
  ])
  func `random edits never trap, and a fault always has its file`(path: String, count: Int) {
    var generator = SeededGenerator(seed: 42)
    let files = Fixture.files()
    let original = files.files[path] ?? []
    for _ in 0..<count {
      var changed = files
      changed.files[path] = edit(original, using: &generator)
      for fault in Fixture.faults(in: changed) where !fault.hasPrefix("geodata/") && !fault.hasPrefix("seeds/") {
        Issue.record("\(fault)")
      }
    }
  }

  @Test(arguments: [
    "geodata/base/land.geojson", Fixture.controlPath, Fixture.reportPath, "geodata/theatre.yaml", "geodata/factions.yaml",
    "geodata/places.csv",
  ])
  func `a file that was cut off anywhere never traps`(path: String) {
    let files = Fixture.files()
    let original = files.files[path] ?? []
    for length in stride(from: 0, to: original.count, by: 3) {
      var changed = files
      changed.files[path] = Array(original.prefix(length))
      _ = Fixture.faults(in: changed)
    }
  }
}
