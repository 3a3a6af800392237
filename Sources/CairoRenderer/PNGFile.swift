import CZlib
import Geometry

/// A PNG file of 8-bit colours as it is written: bands of rows are compressed on all cores and stand in the file one after the other.
///
/// W3C, Portable Network Graphics Specification (Third Edition), sections 5 and 10; bands joined as RFC 1950 and 1951 allow. The bands
/// depend on the size of the picture alone, so the bytes are the same whatever the machine.
struct PNGFile {
  let columns, rows: Int
  /// Whether each pixel has a fourth byte.
  let hasAlpha: Bool
  /// Pixels per inch; nil leaves it out.
  let dpi: Double?

  /// Some 32 rows of a sheet are compressed as well alone as with the others; below that files grow.
  private static let bandPixels = 300_000
  /// Maps have flat areas: filters cost time and save nothing, and more effort saves little.
  private static let level: Int32 = 2

  /// - Parameter fill: writes the bytes of one row, `R G B` or `R G B A`.
  func bytes(_ fill: @Sendable (_ row: Int, _ target: UnsafeMutablePointer<UInt8>) -> Void) throws(CairoFailure) -> [UInt8] {
    let height = max(1, min(rows, Self.bandPixels / columns))
    let starts = Array(stride(from: 0, to: rows, by: height))
    let bands = concurrentMap(starts) { start in
      compress(start..<min(start + height, rows), isLast: start + height >= rows, fill)
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(bands.reduce(200) { $0 + ($1?.data.count ?? 0) + 32 })
    append("IHDR", big(columns) + big(rows) + [8, hasAlpha ? 6 : 2, 0, 0, 0], to: &file)
    if let dpi, dpi.isFinite, dpi > 0 {
      let perMetre = big(Int(min(dpi / 0.0254, 1e9).rounded()))
      append("pHYs", perMetre + perMetre + [1], to: &file)
    }
    // The checksum of all rows is that of the bands joined.
    var sum = adler32(0, nil, 0)
    for (index, band) in bands.enumerated() {
      guard let band else { throw .outOfMemory }
      sum = adler32_combine(sum, band.sum, band.length)
      let head: [UInt8] = index == 0 ? [0x78, 0x01] : []
      append("IDAT", head + band.data + (index == bands.count - 1 ? big(Int(sum)) : []), to: &file)
    }
    append("IEND", [], to: &file)
    return file
  }

  private struct Band: Sendable {
    var data: [UInt8]
    /// Adler-32 of the rows before compression, and how many bytes these are.
    var sum: uLong
    var length: Int
  }

  /// Nil when memory runs out.
  private func compress(
    _ rows: Range<Int>, isLast: Bool, _ fill: (_ row: Int, _ target: UnsafeMutablePointer<UInt8>) -> Void
  ) -> Band? {
    let stride = columns * (hasAlpha ? 4 : 3) + 1
    var raw = [UInt8](unsafeUninitializedCapacity: rows.count * stride) { target, count in
      guard var line = target.baseAddress else { return }
      for row in rows {
        line.initialize(to: 0)  // no filter
        fill(row, line + 1)
        line += stride
      }
      count = rows.count * stride
    }
    var stream = z_stream()
    // Negative: no head and no checksum of its own.
    let version = ZLIB_VERSION
    guard deflateInit2_(&stream, Self.level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let length = raw.count
    let most = Int(deflateBound(&stream, uLong(length))) + 16
    let sum = raw.withUnsafeBufferPointer { Self.checksum($0) }
    var isDone = false
    let data = raw.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: most) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(most)
        let status = deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
        isDone = status == (isLast ? Z_STREAM_END : Z_OK) && stream.avail_in == 0
        count = most - Int(stream.avail_out)
      }
    }
    return isDone ? Band(data: data, sum: sum, length: length) : nil
  }

  private static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> uLong {
    adler32(adler32(0, nil, 0), bytes.baseAddress, uInt(bytes.count))
  }

  private func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
    let named = Array(name.utf8) + data
    file += big(data.count)
    file += named
    file += big(Int(named.withUnsafeBufferPointer { crc32(crc32(0, nil, 0), $0.baseAddress, uInt($0.count)) }))
  }

  private func big(_ number: Int) -> [UInt8] { stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) } }
}
