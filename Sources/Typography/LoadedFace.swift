import BundledFonts
import CPango
import Drawing
import Geometry

/// The one owner of HarfBuzz's view of a bundled font. The bytes are the program's own and are not copied.
final class LoadedFace {
  let face: FontFace
  let hbFace: OpaquePointer
  let hbFont: OpaquePointer
  /// Font units to em units.
  let emPerUnit: Double
  /// Above and below the baseline, both positive, in em units; from the font's horizontal header.
  let ascent, descent: Double
  private var outlines: [UInt32: Path] = [:]
  private var extents: [UInt32: Extent<Page>] = [:]

  init(_ face: FontFace) {
    self.face = face
    let file = bundledFont(face.bundled)
    let blob = UnsafeRawPointer(file.bytes).withMemoryRebound(to: CChar.self, capacity: file.length) {
      hb_blob_create($0, UInt32(file.length), HB_MEMORY_MODE_READONLY, nil, nil)
    }
    hbFace = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
    hbFont = hb_font_create(hbFace)
    let unitsPerEm = Int32(clamping: hb_face_get_upem(hbFace))
    hb_font_set_scale(hbFont, unitsPerEm, unitsPerEm)
    emPerUnit = 1 / Double(max(1, unitsPerEm))
    var up: hb_position_t = 0
    var down: hb_position_t = 0
    hb_ot_metrics_get_position_with_fallback(hbFont, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, &up)
    hb_ot_metrics_get_position_with_fallback(hbFont, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, &down)
    ascent = Double(up) * emPerUnit
    descent = -Double(down) * emPerUnit
  }

  deinit {
    hb_font_destroy(hbFont)
    hb_face_destroy(hbFace)
  }

  /// Whether the face can write the letter, by itself or as a base with marks.
  func covers(_ scalar: UInt32) -> Bool {
    var glyph: hb_codepoint_t = 0
    if hb_font_get_nominal_glyph(hbFont, scalar, &glyph) != 0 { return true }
    guard let parts = canonicalParts(of: scalar) else { return false }
    return covers(parts.base) && covers(parts.mark)
  }

  /// The letters that must be in a subset so that this one can be written.
  func needs(of scalar: UInt32) -> [UInt32] {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(hbFont, scalar, &glyph) == 0, let parts = canonicalParts(of: scalar) else { return [scalar] }
    return needs(of: parts.base) + needs(of: parts.mark)
  }

  private func canonicalParts(of scalar: UInt32) -> (base: UInt32, mark: UInt32)? {
    var base: hb_codepoint_t = 0
    var mark: hb_codepoint_t = 0
    guard hb_unicode_decompose(hb_unicode_funcs_get_default(), scalar, &base, &mark) != 0, mark != 0 else { return nil }
    return (base, mark)
  }

  /// The box around a glyph's outline, in em units.
  func extent(of glyph: UInt32) -> Extent<Page> {
    if let known = extents[glyph] { return known }
    let extent = outline(of: glyph).extent
    extents[glyph] = extent
    return extent
  }

  /// In em units, `y` downward.
  func outline(of glyph: UInt32) -> Path {
    if let known = outlines[glyph] { return known }
    let path = GlyphOutline.path(of: glyph, in: hbFont, emPerUnit: emPerUnit)
    outlines[glyph] = path
    return path
  }
}

extension FontFace {
  /// The embedded file.
  var bundled: BundledFace {
    switch (script, weight) {
    case (.latin, .regular): isItalic ? BUNDLED_NOTO_SANS_ITALIC : BUNDLED_NOTO_SANS_REGULAR
    case (.latin, .semibold): BUNDLED_NOTO_SANS_SEMIBOLD
    case (.latin, .bold): BUNDLED_NOTO_SANS_BOLD
    case (.arabic, .regular): BUNDLED_NOTO_SANS_ARABIC_REGULAR
    case (.arabic, .semibold): BUNDLED_NOTO_SANS_ARABIC_SEMIBOLD
    case (.arabic, .bold): BUNDLED_NOTO_SANS_ARABIC_BOLD
    }
  }
}
