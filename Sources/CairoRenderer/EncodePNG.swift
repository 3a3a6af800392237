import CSPNG
import Drawing

/// The sheet as a PNG file.
///
/// - Parameters:
///   - scale: pixels per px.
///   - dpi: written into the file for print; nil means the sheet keeps its size in px of 1/96 inch.
package func renderPNG(
  _ list: DisplayList, glyphs: some GlyphSource, scale: Double = 1, dpi: Double? = nil
) throws(CairoFailure) -> [UInt8] {
  try encodePNG(try renderRaster(list, glyphs: glyphs, scale: scale), dpi: dpi ?? 96 * scale)
}

/// A picture of a display list as a PNG file, for `renderSVG`.
package func encodePNG(_ picture: Picture) throws(CairoFailure) -> [UInt8] { try encodePNG(Raster(picture), dpi: nil) }

/// - Parameter dpi: pixels per inch; nil leaves it out.
package func encodePNG(_ raster: Raster, dpi: Double?) throws(CairoFailure) -> [UInt8] {
  try checkSize(Double(raster.columns), Double(raster.rows))
  let encoder = try PNGEncoder()
  return try encoder.encode(raster, dpi: dpi)
}

/// Owns a libspng context.
private struct PNGEncoder: ~Copyable {
  private let context: OpaquePointer

  init() throws(CairoFailure) {
    guard let created = spng_ctx_new(Int32(SPNG_CTX_ENCODER.rawValue)) else { throw .outOfMemory }
    context = created
  }

  deinit { spng_ctx_free(context) }

  borrowing func encode(_ raster: Raster, dpi: Double?) throws(CairoFailure) -> [UInt8] {
    let bytes = raster.columns * raster.rows * (raster.hasAlpha ? 4 : 3)
    guard raster.pixels.count == bytes else { throw .encoding("\(raster.pixels.count) bytes of pixels, expected \(bytes)") }
    var header = spng_ihdr()
    header.width = UInt32(raster.columns)
    header.height = UInt32(raster.rows)
    header.bit_depth = 8
    header.color_type = UInt8((raster.hasAlpha ? SPNG_COLOR_TYPE_TRUECOLOR_ALPHA : SPNG_COLOR_TYPE_TRUECOLOR).rawValue)
    try check(spng_set_ihdr(context, &header))
    if let dpi, dpi.isFinite, dpi > 0 {
      let perMetre = UInt32(min(dpi / 0.0254, 1e9).rounded())
      var size = spng_phys(ppu_x: perMetre, ppu_y: perMetre, unit_specifier: 1)
      try check(spng_set_phys(context, &size))
    }
    let sink = ByteSink()
    try check(
      spng_set_png_stream(
        context,
        { _, sink, data, length in
          guard let sink, let data else { return Int32(SPNG_IO_ERROR.rawValue) }
          Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes
            .append(contentsOf: UnsafeRawBufferPointer(start: data, count: length))
          return 0
        }, Unmanaged.passUnretained(sink).toOpaque()))
    // Maps have flat areas: filters cost time and save nothing.
    try check(spng_set_option(context, SPNG_FILTER_CHOICE, Int32(SPNG_DISABLE_FILTERING.rawValue)))
    try check(spng_set_option(context, SPNG_IMG_COMPRESSION_LEVEL, 2))
    try check(
      spng_encode_image(context, raster.pixels, raster.pixels.count, Int32(SPNG_FMT_PNG.rawValue), Int32(SPNG_ENCODE_FINALIZE.rawValue)))
    return withExtendedLifetime(sink) { sink.bytes }
  }

  private borrowing func check(_ status: Int32) throws(CairoFailure) {
    guard status != 0 else { return }
    throw .encoding(spng_strerror(status).map { String(cString: $0) } ?? "error \(status)")
  }
}
