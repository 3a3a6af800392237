import CCairo
import Drawing
import Geometry

extension CairoCanvas {
  mutating func draw(_ item: TextItem) throws(CairoFailure) {
    let spots = item.spots
    guard !spots.isEmpty else { return }
    if let halo = item.halo, halo.width > 0 {
      addOutlines(spots)
      // The rim of a halo lies 2 px off the letters, where the eye sees no corners of a third of a pixel.
      let tolerance = cairo_get_tolerance(context.pointer)
      if medium == .pixels { cairo_set_tolerance(context.pointer, 0.3) }
      context.stroke(Stroke(halo.color, width: halo.width * 2), coarse: true)
      cairo_set_tolerance(context.pointer, tolerance)
    }
    switch medium {
    case .pixels:
      addOutlines(spots)
      cairo_set_fill_rule(context.pointer, CAIRO_FILL_RULE_WINDING)
      context.setSource(item.color)
      cairo_fill(context.pointer)
    case .document:
      context.setSource(item.color)
      try showText(item, spots)
    }
  }

  private func addOutlines(_ spots: [TextItem.GlyphSpot]) {
    cairo_new_path(context.pointer)
    for spot in spots {
      let radians = spot.place.angle * .pi / 180
      context.add(
        glyphs.outline(of: spot.glyph.id, in: spot.face), at: spot.place.origin, cosine: cosine(radians) * spot.size,
        sine: sine(radians) * spot.size)
    }
  }

  /// Writes letters with the text they stand for. Runs go in reading order, for programs that read a file as it is written.
  private mutating func showText(_ item: TextItem, _ spots: [TextItem.GlyphSpot]) throws(CairoFailure) {
    var first = 0
    var shown: [(run: GlyphRun, spots: ArraySlice<TextItem.GlyphSpot>)] = []
    for run in item.line.runs {
      let end = min(first + run.glyphs.count, spots.count)
      shown.append((run, spots[first..<end]))
      first = end
    }
    for (run, spots) in shown.sorted(by: { $0.run.start < $1.run.start }) where !spots.isEmpty {
      cairo_set_font_face(context.pointer, try font(run.face).pointer)
      let clusters = TextCluster.clusters(of: run).filter { $0.glyphs.upperBound <= spots.count }
      switch item.placement {
      case .straight: show(clusters, of: run, spots)
      // Each letter has its own angle, so each cluster is shown by itself.
      case .glyphs: for cluster in clusters { show([cluster], of: run, spots) }
      }
    }
  }

  /// Shows neighbouring clusters at the angle of the first.
  private func show(_ clusters: [TextCluster], of run: GlyphRun, _ spots: ArraySlice<TextItem.GlyphSpot>) {
    guard let bytes = TextCluster.span(clusters.map(\.bytes)), let glyphs = TextCluster.span(clusters.map(\.glyphs)), !glyphs.isEmpty
    else { return }
    let shown = spots.dropFirst(glyphs.lowerBound).prefix(glyphs.count)
    guard let origin = shown.first?.place.origin, let degrees = shown.first?.place.angle, origin.isFinite, degrees.isFinite else { return }
    let (cos, sin) = (cosine(degrees * .pi / 180), sine(degrees * .pi / 180))
    cairo_save(context.pointer)
    cairo_translate(context.pointer, origin.x, origin.y)
    cairo_rotate(context.pointer, degrees * .pi / 180)
    cairo_set_font_size(context.pointer, run.size)
    let placed = shown.map { spot in
      let dx = spot.place.origin.x - origin.x
      let dy = spot.place.origin.y - origin.y
      return cairo_glyph_t(index: UInt(spot.glyph.id), x: dx * cos + dy * sin, y: dy * cos - dx * sin)
    }
    let lengths = clusters.map {
      cairo_text_cluster_t(num_bytes: Int32(clamping: $0.bytes.count), num_glyphs: Int32(clamping: $0.glyphs.count))
    }
    let text = Array(run.text.utf8)[bytes].map { CChar(bitPattern: $0) }
    cairo_show_text_glyphs(
      context.pointer, text, Int32(clamping: text.count), placed, Int32(clamping: placed.count), lengths, Int32(clamping: lengths.count),
      run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
    cairo_restore(context.pointer)
  }

  private mutating func font(_ face: FontFace) throws(CairoFailure) -> CairoFont {
    if let known = fonts[face] { return known }
    let font = try CairoFont(glyphs.fontFile(face), name: glyphs.family(face))
    fonts[face] = font
    return font
  }
}

/// Letters and the glyphs that stand for them.
private struct TextCluster {
  /// In the run's UTF-8.
  var bytes: Range<Int>
  /// In the run's glyphs.
  var glyphs: Range<Int>

  /// In reading order. Together they cover all bytes and all glyphs.
  static func clusters(of run: GlyphRun) -> [TextCluster] {
    let glyphs = run.glyphs
    var starts: [(offset: Int, glyphs: Range<Int>)] = []
    for index in glyphs.indices {
      if let last = starts.last, last.offset == glyphs[index].cluster {
        starts[starts.count - 1].glyphs = last.glyphs.lowerBound..<(index + 1)
      } else {
        starts.append((glyphs[index].cluster, index..<(index + 1)))
      }
    }
    if run.isRightToLeft { starts.reverse() }
    let length = run.text.utf8.count
    return starts.indices.compactMap { index in
      let start = index == 0 ? 0 : starts[index].offset
      let end = index + 1 < starts.count ? starts[index + 1].offset : length
      guard 0 <= start, start <= end, end <= length else { return nil }
      return TextCluster(bytes: start..<end, glyphs: starts[index].glyphs)
    }
  }

  static func span(_ ranges: [Range<Int>]) -> Range<Int>? {
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
    return low..<high
  }
}
