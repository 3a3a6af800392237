import CSPNG
import CairoRenderer

/// How alike two pictures are to the eye.
package enum Likeness {
  /// Mean structural similarity of grey values over blocks of 8 x 8 pixels, 1 for equal pictures; nil for different sizes.
  /// Wang, Z. et al. (2004), Image quality assessment, doi:10.1109/TIP.2003.819861.
  package static func similarity(_ a: Raster, _ b: Raster) -> Double? {
    guard a.columns == b.columns, a.rows == b.rows else { return nil }
    var sum = 0.0
    var blocks = 0.0
    for top in stride(from: 0, to: a.rows - 7, by: 4) {
      for left in stride(from: 0, to: a.columns - 7, by: 4) {
        sum += blockSimilarity(a, b, left, top)
        blocks += 1
      }
    }
    return sum / blocks
  }

  private static func blockSimilarity(_ a: Raster, _ b: Raster, _ left: Int, _ top: Int) -> Double {
    var (sumA, sumB, squaresA, squaresB, products) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in top..<(top + 8) {
      for column in left..<(left + 8) {
        let (x, y) = (a.grey(column, row), b.grey(column, row))
        sumA += x
        sumB += y
        squaresA += x * x
        squaresB += y * y
        products += x * y
      }
    }
    let (meanA, meanB) = (sumA / 64, sumB / 64)
    let (varianceA, varianceB) = (squaresA / 64 - meanA * meanA, squaresB / 64 - meanB * meanB)
    let covariance = products / 64 - meanA * meanB
    let (c1, c2) = (6.5025, 58.5225)
    return (2 * meanA * meanB + c1) * (2 * covariance + c2) / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2))
  }
}

extension Raster {
  fileprivate func grey(_ column: Int, _ row: Int) -> Double {
    let pixel = (row * columns + column) * (hasAlpha ? 4 : 3)
    return 0.299 * Double(pixels[pixel]) + 0.587 * Double(pixels[pixel + 1]) + 0.114 * Double(pixels[pixel + 2])
  }

  /// Reads a PNG file as opaque RGB; nil for anything else.
  package init?(png: [UInt8]) {
    guard let context = spng_ctx_new(0) else { return nil }
    defer { spng_ctx_free(context) }
    // The library keeps a pointer to the file until it is decoded.
    let decoded = png.withUnsafeBytes { bytes -> (header: spng_ihdr, pixels: [UInt8])? in
      var header = spng_ihdr()
      var size = 0
      guard spng_set_png_buffer(context, bytes.baseAddress, bytes.count) == 0, spng_get_ihdr(context, &header) == 0,
        spng_decoded_image_size(context, Int32(SPNG_FMT_RGB8.rawValue), &size) == 0
      else { return nil }
      var pixels = [UInt8](repeating: 0, count: size)
      guard spng_decode_image(context, &pixels, size, Int32(SPNG_FMT_RGB8.rawValue), 0) == 0 else { return nil }
      return (header, pixels)
    }
    guard let (header, pixels) = decoded else { return nil }
    self.init(columns: Int(header.width), rows: Int(header.height), hasAlpha: false, pixels: pixels)
  }
}
