import CPango

extension LoadedFace {
  /// What programs do with letters unless told otherwise. Ligatures for show would bring in hundreds of glyphs that nobody draws.
  private static let features = [
    "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt", "liga", "clig", "curs", "kern", "mark", "mkmk",
  ]

  /// The same letters give the same bytes. Kerning, marks and joining forms stay; hinting, names and ligatures for show go.
  func subset(_ scalars: Set<Unicode.Scalar>) -> [UInt8]? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let letters = hb_subset_input_unicode_set(input)
    for scalar in scalars {
      for needed in needs(of: scalar.value) { hb_set_add(letters, needed) }
    }
    let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    hb_set_clear(features)
    for feature in Self.features { hb_set_add(features, feature.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }) }
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID))
    hb_subset_input_set_flags(input, UInt32(HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue))
    guard let subset = hb_subset_or_fail(hbFace, input) else { return nil }
    defer { hb_face_destroy(subset) }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let bytes = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    return UnsafeRawBufferPointer(start: bytes, count: Int(length)).map { $0 }
  }
}
