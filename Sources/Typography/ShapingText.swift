import CPango

/// A line's letters, each with its place in UTF-8, its embedding level and its script.
struct ShapingText {
  /// What is drawn: no control characters, white space as plain spaces.
  let string: String
  let scalars: [UInt32]
  /// UTF-8 offset of each scalar, and the length at the end.
  let offsets: [Int]
  /// Unicode bidirectional levels: odd is right to left.
  let levels: [UInt8]
  /// Digits, signs and marks have the script of the letters before them, else of those after them.
  let scripts: [hb_script_t]
  let isRightToLeft: Bool

  /// - Parameter rightToLeft: the base direction; nil takes it from the first strong letter.
  init(_ text: String, rightToLeft: Bool?) {
    string = ShapingText.cleaned(text)
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in string.unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
    (levels, isRightToLeft) = ShapingText.levels(of: string, count: scalars.count, rightToLeft: rightToLeft)
    scripts = ShapingText.scripts(of: scalars)
  }

  /// The letters of a range, in logical order.
  func text(_ range: Range<Int>) -> String {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: offsets[range.lowerBound])
    let end = utf8.index(start, offsetBy: offsets[range.upperBound] - offsets[range.lowerBound])
    return String(string[start..<end])
  }

  private static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029:
        if scalar.value != 0x0A || result.last != " " { result.append(" ") }
      case 0x00...0x1F, 0x7F...0x9F: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func levels(of text: String, count: Int, rightToLeft: Bool?) -> ([UInt8], Bool) {
    var direction = rightToLeft.map { $0 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR } ?? PANGO_DIRECTION_WEAK_LTR
    guard count > 0, let found = pango_log2vis_get_embedding_levels(text, Int32(clamping: text.utf8.count), &direction) else {
      return (Array(repeating: rightToLeft == true ? 1 : 0, count: count), rightToLeft ?? false)
    }
    defer { g_free(found) }
    let isRightToLeft = direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL
    return (Array(UnsafeBufferPointer(start: found, count: count)), isRightToLeft)
  }

  private static func scripts(of scalars: [UInt32]) -> [hb_script_t] {
    let functions = hb_unicode_funcs_get_default()
    func isLetters(_ script: hb_script_t) -> Bool {
      script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN
    }
    var scripts = scalars.map { $0 < 0x80 ? asciiScript($0) : hb_unicode_script(functions, $0) }
    var current = scripts.first(where: isLetters) ?? HB_SCRIPT_LATIN
    for index in scripts.indices {
      if isLetters(scripts[index]) { current = scripts[index] } else { scripts[index] = current }
    }
    return scripts
  }

  private static func asciiScript(_ scalar: UInt32) -> hb_script_t {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON
  }
}
