import Diagnostics
import Yams

/// A YAML file: where its nodes are, and where its faults go.
package final class YAMLSource {
  let faults: FileFaults
  private let bytes: [UInt8]
  /// Offset of the first byte of each line.
  private let lineStarts: [Int]

  init(bytes: [UInt8], faults: FileFaults) {
    self.bytes = bytes
    self.faults = faults
    lineStarts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The root of the file's one document; nil after a fault, of which there is then one.
  package static func compose(_ raw: UnsafeRawBufferPointer, faults: FileFaults) -> YAMLValue? {
    if raw.count > ReadingLimits.yamlBytes {
      faults.error("the file has \(raw.count) bytes; at most \(ReadingLimits.yamlBytes) are read")
      return nil
    }
    var positions = TextPositions(file: faults.file, bytes: raw)
    if let offset = firstInvalidUTF8(raw) {
      faults.error("the file is not UTF-8 here", at: positions.location(at: offset), hint: "save it as UTF-8")
      return nil
    }
    let hasMark = raw.count >= 3 && raw[0] == 0xEF && raw[1] == 0xBB && raw[2] == 0xBF
    let source = YAMLSource(bytes: Array(hasMark ? UnsafeRawBufferPointer(rebasing: raw[3...]) : raw), faults: faults)
    guard source.isReadable else { return nil }
    guard let node = source.composeRoot(), source.isBounded(node) else { return nil }
    return YAMLValue(node: node, source: source, name: "the file")
  }

  /// Lines and columns from 1; a mark counts characters, a location bytes.
  func location(of mark: Mark?) -> Location {
    guard let mark, mark.line >= 1, mark.line <= lineStarts.count else { return Location(file: faults.file) }
    var offset = lineStarts[mark.line - 1]
    let start = offset
    var characters = 1
    while characters < mark.column, offset < bytes.count, bytes[offset] != 0x0A {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    return Location(file: faults.file, line: mark.line, column: offset - start + 1)
  }

  private func location(atOffset offset: Int) -> Location {
    bytes.withUnsafeBytes {
      var positions = TextPositions(file: faults.file, bytes: $0)
      return positions.location(at: offset)
    }
  }

  /// Refuses what the parser would stumble over, or what would cost it more than the file is long.
  private var isReadable: Bool {
    if let offset = bytes.indices.first(where: { isControl(at: $0) }) {
      faults.error("the file holds a control character", at: location(atOffset: offset), hint: "delete it")
      return false
    }
    if let alias = firstAlias() {
      faults.error(
        "`*\(alias.name)` repeats a value by reference, which is not read here", at: location(atOffset: alias.offset),
        hint: "write the value out")
      return false
    }
    return true
  }

  private func isControl(at i: Int) -> Bool {
    switch bytes[i] {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    case 0xC2: i + 1 < bytes.count && bytes[i + 1] < 0xA0 && bytes[i + 1] != 0x85
    // U+FEFF inside the text, U+FFFE and U+FFFF.
    case 0xEF:
      i + 2 < bytes.count
        && (bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF || bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE)
    default: false
    }
  }

  /// The first `*name` for which there is a `&name` before it. Aliases can make a small file stand for a huge tree.
  private func firstAlias() -> (name: String, offset: Int)? {
    var anchors: Set<String> = []
    for i in bytes.indices where bytes[i] == UInt8(ascii: "&") || bytes[i] == UInt8(ascii: "*") {
      if i > 0, isNameByte(bytes[i - 1]) || bytes[i - 1] >= 0x80 { continue }
      let name = String(decoding: bytes[(i + 1)...].prefix(while: isNameByte), as: UTF8.self)
      if bytes[i] == UInt8(ascii: "&") { anchors.insert(name) } else if !name.isEmpty, anchors.contains(name) { return (name, i) }
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension YAMLSource {
  private func composeRoot() -> Node? {
    do {
      // Without rules for tags every scalar stays the text that was written.
      let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
      if let root = try parser.singleRoot() { return root }
      faults.error("the file is empty")
    } catch let error as YamlError {
      report(error)
    } catch {
      faults.error("the file is not valid YAML")
    }
    return nil
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = location(of: mark)
      if problem.contains("nesting level") {
        return faults.error("not valid YAML: the values are nested too deeply", at: place)
      }
      let prefix = context.map { "\($0.text) (line \($0.mark.line)): " } ?? ""
      faults.error("not valid YAML: \(prefix)\(problem)", at: place, hint: hint(for: place, problem: problem))
    case .duplicatedKeysInMapping(let keys, let context):
      faults.error("the key `\(keys.first ?? "")` is written twice", at: location(of: context.mark))
    case .reader(let problem, _, _, _): faults.error("not valid YAML: \(problem)")
    default: faults.error("the file is not valid YAML")
    }
  }

  private func hint(for place: Location, problem: String) -> String? {
    guard let line = place.line, lineStarts.indices.contains(line - 1) else { return nil }
    let indentation = bytes[lineStarts[line - 1]...].prefix { $0 == 0x20 || $0 == 0x09 }
    if indentation.contains(0x09) { return "indent with spaces, not with tabs" }
    if problem.contains("mapping values are not allowed") { return "a text with `: ` in it belongs in quotes" }
    return nil
  }

  /// Walks the tree without recursion.
  private func isBounded(_ root: Node) -> Bool {
    var open: [(node: Node, depth: Int)] = [(root, 1)]
    var count = 0
    while let (node, depth) = open.popLast() {
      count += 1
      if count > ReadingLimits.yamlNodes || depth > ReadingLimits.yamlDepth {
        let isDeep = depth > ReadingLimits.yamlDepth
        let what = isDeep ? "nested deeper than \(ReadingLimits.yamlDepth)" : "more than \(ReadingLimits.yamlNodes)"
        faults.error("the values of the file are \(what)", at: location(of: node.mark))
        return false
      }
      switch node {
      case .mapping(let mapping): for (key, value) in mapping { open += [(key, depth + 1), (value, depth + 1)] }
      case .sequence(let sequence): for item in sequence { open.append((item, depth + 1)) }
      default: break
      }
    }
    return true
  }
}
