import CSPNG

/// Heights or other measures in a 16-bit grey PNG, row 0 at the top.
package struct GreyRaster: Hashable, Sendable {
  package var columns, rows: Int
  package var values: [UInt16]
}

/// Reads a grey PNG of 8 or 16 bits; 8-bit values are kept as they are, not stretched.
///
/// - Throws: `CairoFailure.encoding` when the bytes are no such file, or when it has more than 64 million pixels.
package func decodeGreyPNG(_ bytes: UnsafeRawBufferPointer) throws(CairoFailure) -> GreyRaster {
  let reader = try PNGReader(bytes)
  guard reader.color == SPNG_COLOR_TYPE_GRAYSCALE, reader.bitDepth == 16 || reader.bitDepth == 8 else {
    throw .encoding("a relief must be a grey PNG of 8 or 16 bits")
  }
  let count = reader.columns * reader.rows
  guard count <= 64_000_000 else { throw .encoding("the relief has more than 64 million pixels") }
  // As stored, but in this machine's order of bytes.
  let values =
    reader.bitDepth == 16
    ? try reader.decode(as: SPNG_FMT_PNG, count: count, of: UInt16.self)
    : try reader.decode(as: SPNG_FMT_PNG, count: count, of: UInt8.self).map(UInt16.init)
  return GreyRaster(columns: reader.columns, rows: reader.rows, values: values)
}

/// Reads an 8-bit PNG in colour, for films made of frames that are there already; alpha is left out.
///
/// - Throws: `CairoFailure.encoding` when the bytes are no such file.
package func decodePNG(_ bytes: UnsafeRawBufferPointer) throws(CairoFailure) -> Raster {
  let reader = try PNGReader(bytes)
  try checkSize(Double(reader.columns), Double(reader.rows))
  let pixels = try reader.decode(as: SPNG_FMT_RGB8, count: reader.columns * reader.rows * 3, of: UInt8.self)
  return Raster(columns: reader.columns, rows: reader.rows, hasAlpha: false, pixels: pixels)
}

/// An open PNG whose header has been read; the bytes must outlive it.
private struct PNGReader: ~Copyable {
  private let context: OpaquePointer
  private let header: spng_ihdr

  init(_ bytes: UnsafeRawBufferPointer) throws(CairoFailure) {
    guard let context = spng_ctx_new(0) else { throw .outOfMemory }
    var header = spng_ihdr()
    do throws(CairoFailure) {
      try check(spng_set_image_limits(context, 32_768, 32_768))
      try check(spng_set_png_buffer(context, bytes.baseAddress, bytes.count))
      try check(spng_get_ihdr(context, &header))
    } catch {
      spng_ctx_free(context)
      throw error
    }
    self.context = context
    self.header = header
  }

  deinit { spng_ctx_free(context) }

  var columns: Int { Int(header.width) }
  var rows: Int { Int(header.height) }
  var bitDepth: Int { Int(header.bit_depth) }
  var color: spng_color_type { spng_color_type(UInt32(header.color_type)) }

  /// All pixels, `count` values of a channel or pixel each.
  borrowing func decode<Value: FixedWidthInteger>(
    as format: spng_format, count: Int, of _: Value.Type
  ) throws(CairoFailure) -> [Value] {
    let format = Int32(format.rawValue)
    var size = 0
    try check(spng_decoded_image_size(context, format, &size))
    guard size == count * MemoryLayout<Value>.size else { throw .encoding("unexpected size") }
    var values = [Value](repeating: 0, count: count)
    try check(values.withUnsafeMutableBytes { spng_decode_image(context, $0.baseAddress, $0.count, format, 0) })
    return values
  }
}

private func check(_ status: Int32) throws(CairoFailure) {
  if status != 0 { throw .encoding(spng_strerror(status).map { String(cString: $0) } ?? "error \(status)") }
}
