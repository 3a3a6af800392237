/// The bytes of a file with a few random edits, as a slip of the hand or a broken disk makes them.
package func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
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
