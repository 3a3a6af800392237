import CPango
import Drawing

/// Letters that go to HarfBuzz together: one face, one script, one direction.
struct ShapingRun {
  var range: Range<Int>
  var level: UInt8
  var face: FontFace
  var script: hb_script_t

  var isRightToLeft: Bool { level % 2 == 1 }
  /// Joined scripts are never tracked.
  var canBeTracked: Bool { face.script == .latin && script != HB_SCRIPT_ARABIC }

  /// From the order of reading to that of the eye, left to right: rule L2 of Unicode Standard Annex 9.
  static func visualOrder(_ logical: [ShapingRun]) -> [ShapingRun] {
    var runs = logical
    guard let highest = runs.map(\.level).max(), let lowest = runs.map(\.level).filter({ $0 % 2 == 1 }).min() else { return runs }
    for level in stride(from: highest, through: lowest, by: -1) {
      var start = 0
      while start < runs.count {
        guard runs[start].level >= level else {
          start += 1
          continue
        }
        let end = runs[start...].firstIndex { $0.level < level } ?? runs.count
        runs[start..<end].reverse()
        start = end
      }
    }
    return runs
  }
}

/// The face for each letter, and the letter itself or U+FFFD where no face has it.
struct FaceChoice {
  var runs: [ShapingRun] = []
  var drawn: [UInt32]
  var missing: [Int] = []

  init(_ text: ShapingText, _ style: TextStyle, covers: (UInt32, FontFace) -> Bool) {
    drawn = text.scalars
    let latin = FontFace(.latin, style.weight, isItalic: style.isItalic)
    let arabic = FontFace(.arabic, style.weight)
    for index in text.scalars.indices {
      let scalar = text.scalars[index]
      let script = text.scripts[index]
      let wanted = script == HB_SCRIPT_ARABIC ? arabic : latin
      let other = script == HB_SCRIPT_ARABIC ? latin : arabic
      var face = wanted
      if !covers(scalar, wanted) {
        if covers(scalar, other) {
          face = other
        } else if Unicode.Scalar(scalar)?.properties.isDefaultIgnorableCodePoint == true {
          face = runs.last?.face ?? wanted
        } else {
          face = latin
          drawn[index] = 0xFFFD
          missing.append(index)
        }
      }
      append(index, face, script, level: text.levels[index])
    }
  }

  private mutating func append(_ index: Int, _ face: FontFace, _ script: hb_script_t, level: UInt8) {
    if let last = runs.last, last.face == face, last.script == script, last.level == level {
      runs[runs.count - 1].range = last.range.lowerBound..<(index + 1)
    } else {
      runs.append(ShapingRun(range: index..<(index + 1), level: level, face: face, script: script))
    }
  }
}
