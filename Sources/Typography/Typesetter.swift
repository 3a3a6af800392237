import CPango
import Drawing

/// Shapes for a `Shaper`, which lets one thread in at a time.
final class Typesetter {
  private var faces: [FontFace: LoadedFace] = [:]
  private var lines: [LineKey: TextLine] = [:]
  private let buffer: OpaquePointer
  private let language: OpaquePointer?
  /// Letters of the lines shaped so far that no bundled face has, each once, in the order of their first appearance.
  private(set) var missing: [Unicode.Scalar] = []
  private var toldMissing = 0

  private struct LineKey: Hashable {
    var text: String
    var style: TextStyle
    var rightToLeft: Bool?
  }

  /// Lines kept before the memory of them starts anew.
  private static let capacity = 8192

  init() {
    buffer = hb_buffer_create()
    language = hb_language_from_string("und", -1)
  }

  deinit { hb_buffer_destroy(buffer) }

  func loaded(_ face: FontFace) -> LoadedFace {
    if let known = faces[face] { return known }
    let loaded = LoadedFace(face)
    faces[face] = loaded
    return loaded
  }

  func newlyMissing() -> [Unicode.Scalar] {
    defer { toldMissing = missing.count }
    return Array(missing[toldMissing...])
  }

  private func choose(_ text: ShapingText, _ style: TextStyle) -> FaceChoice {
    FaceChoice(text, style) { scalar, face in loaded(face).covers(scalar) }
  }
}

extension Typesetter {
  func line(_ text: String, _ style: TextStyle, rightToLeft: Bool?) -> TextLine {
    let key = LineKey(text: text, style: style, rightToLeft: rightToLeft)
    if let known = lines[key] { return known }
    let line = shape(ShapingText(text, rightToLeft: rightToLeft), style)
    if lines.count >= Typesetter.capacity { lines.removeAll(keepingCapacity: true) }
    lines[key] = line
    return line
  }

  private func shape(_ text: ShapingText, _ style: TextStyle) -> TextLine {
    let choice = choose(text, style)
    for index in choice.missing {
      if let scalar = Unicode.Scalar(text.scalars[index]), !missing.contains(scalar) { missing.append(scalar) }
    }
    var line = TextLine(
      text: text.string, style: style, runs: [], width: 0, ascent: 0, descent: 0, isRightToLeft: text.isRightToLeft)
    var trailing = 0.0
    for run in ShapingRun.visualOrder(choice.runs) {
      let glyphs = shape(run, choice.drawn, text, style, at: line.width)
      line.width += glyphs.advance
      trailing = glyphs.tracking
      line.runs.append(glyphs)
    }
    // Nothing follows the last letter, so that a tracked line is centred by its ink.
    line.width = max(0, line.width - trailing)
    for face in choice.runs.isEmpty ? [FontFace(.latin, style.weight, isItalic: style.isItalic)] : choice.runs.map(\.face) {
      line.ascent = max(line.ascent, loaded(face).ascent * style.size)
      line.descent = max(line.descent, loaded(face).descent * style.size)
    }
    return line
  }

  private func shape(_ run: ShapingRun, _ drawn: [UInt32], _ text: ShapingText, _ style: TextStyle, at x: Double) -> GlyphRun {
    let face = loaded(run.face)
    let tracking = run.canBeTracked && style.tracking.isFinite ? style.tracking : 0
    hb_buffer_clear_contents(buffer)
    // The whole line goes along as context, so that letters join across a change of face.
    hb_buffer_add_codepoints(
      buffer, drawn, Int32(clamping: drawn.count), UInt32(clamping: run.range.lowerBound), Int32(clamping: run.range.count))
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
    hb_buffer_set_direction(buffer, run.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, run.script)
    hb_buffer_set_language(buffer, language)
    let features = tracking == 0 ? [] : Typesetter.noLigatures
    hb_shape(face.hbFont, buffer, features, UInt32(features.count))

    let start = text.offsets[run.range.lowerBound]
    var result = GlyphRun(
      text: text.text(run.range), start: start, face: run.face, size: style.size, tracking: tracking,
      isRightToLeft: run.isRightToLeft, x: x, advance: 0, glyphs: [])
    let scale = style.size * face.emPerUnit
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count), let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return result }
    result.glyphs.reserveCapacity(Int(count))
    for index in 0..<Int(count) {
      let info = infos[index]
      let position = positions[index]
      var advance = Double(position.x_advance) * scale
      let endsCluster = index + 1 == Int(count) || infos[index + 1].cluster != info.cluster
      if endsCluster { advance += tracking }
      result.glyphs.append(
        PlacedGlyph(
          id: info.codepoint, x: result.advance + Double(position.x_offset) * scale, y: -Double(position.y_offset) * scale,
          advance: advance, cluster: text.offsets[Int(info.cluster)] - start))
      result.advance += advance
    }
    return result
  }

  private static let noLigatures = ["liga", "clig", "calt", "dlig"].map { name in
    hb_feature_t(tag: name.utf8.reduce(0) { $0 << 8 | UInt32($1) }, value: 0, start: 0, end: .max)
  }
}
