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
  guard let context = spng_ctx_new(0) else { throw .outOfMemory }
  defer { spng_ctx_free(context) }
  func check(_ status: Int32) throws(CairoFailure) {
    if status != 0 { throw .encoding(spng_strerror(status).map { String(cString: $0) } ?? "error \(status)") }
  }
  try check(spng_set_image_limits(context, 32_768, 32_768))
  try check(spng_set_png_buffer(context, bytes.baseAddress, bytes.count))
  var header = spng_ihdr()
  try check(spng_get_ihdr(context, &header))
  guard header.color_type == UInt8(SPNG_COLOR_TYPE_GRAYSCALE.rawValue), header.bit_depth == 16 || header.bit_depth == 8 else {
    throw .encoding("a relief must be a grey PNG of 8 or 16 bits")
  }
  let count = Int(header.width) * Int(header.height)
  guard count <= 64_000_000 else { throw .encoding("the relief has more than 64 million pixels") }
  var size = 0
  // As stored, but in this machine's order of bytes.
  try check(spng_decoded_image_size(context, Int32(SPNG_FMT_PNG.rawValue), &size))
  var values = [UInt16](repeating: 0, count: count)
  if header.bit_depth == 16 {
    guard size == count * 2 else { throw .encoding("unexpected size") }
    let status = values.withUnsafeMutableBytes { spng_decode_image(context, $0.baseAddress, $0.count, Int32(SPNG_FMT_PNG.rawValue), 0) }
    try check(status)
  } else {
    guard size == count else { throw .encoding("unexpected size") }
    var narrow = [UInt8](repeating: 0, count: count)
    try check(spng_decode_image(context, &narrow, count, Int32(SPNG_FMT_PNG.rawValue), 0))
    values = narrow.map(UInt16.init)
  }
  return GreyRaster(columns: Int(header.width), rows: Int(header.height), values: values)
}

/// Reads an 8-bit PNG in colour, for films made of frames that are there already; alpha is left out.
///
/// - Throws: `CairoFailure.encoding` when the bytes are no such file.
package func decodePNG(_ bytes: UnsafeRawBufferPointer) throws(CairoFailure) -> Raster {
  guard let context = spng_ctx_new(0) else { throw .outOfMemory }
  defer { spng_ctx_free(context) }
  func check(_ status: Int32) throws(CairoFailure) {
    if status != 0 { throw .encoding(spng_strerror(status).map { String(cString: $0) } ?? "error \(status)") }
  }
  try check(spng_set_image_limits(context, 32_768, 32_768))
  try check(spng_set_png_buffer(context, bytes.baseAddress, bytes.count))
  var header = spng_ihdr()
  try check(spng_get_ihdr(context, &header))
  try checkSize(Double(header.width), Double(header.height))
  var size = 0
  try check(spng_decoded_image_size(context, Int32(SPNG_FMT_RGB8.rawValue), &size))
  let (columns, rows) = (Int(header.width), Int(header.height))
  guard size == columns * rows * 3 else { throw .encoding("unexpected size") }
  var pixels = [UInt8](repeating: 0, count: size)
  try check(spng_decode_image(context, &pixels, size, Int32(SPNG_FMT_RGB8.rawValue), 0))
  return Raster(columns: columns, rows: rows, hasAlpha: false, pixels: pixels)
}
