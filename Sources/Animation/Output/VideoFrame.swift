import CairoRenderer

/// A picture in the form that video encoders work in: planes of Y, U and V as of ITU-R BT.709, limited range, with one U and V for each
/// square of four pixels. To convert here only what changed, and to pipe less than half the bytes, is quicker than to let ffmpeg do it.
struct VideoFrame {
  /// Of the planes, both even: a last odd column or row is doubled.
  let columns, rows: Int
  private(set) var bytes: [UInt8]
  private let width, height: Int

  init(columns: Int, rows: Int) {
    (width, height) = (columns, rows)
    self.columns = (columns + 1) / 2 * 2
    self.rows = (rows + 1) / 2 * 2
    bytes = [UInt8](repeating: 0, count: self.columns * self.rows * 3 / 2)
  }

  // Shares of R, G and B in 1/32768, which 16-bit multiplications can hold; each of the last two adds up to 0, so that greys stay grey.
  private static let luma: (UInt32, UInt32, UInt32) = (5983, 20127, 2032)
  private static let u: (Int32, Int32, Int32) = (-3298, -11094, 14392)
  private static let v: (Int32, Int32, Int32) = (14392, -13072, -1320)

  /// Takes over parts of a picture of `B G R x`.
  mutating func convert(_ pixels: UnsafeRawBufferPointer, in changed: [PixelBox]) {
    guard let source = pixels.bindMemory(to: UInt32.self).baseAddress, pixels.count >= width * height * 4 else { return }
    let (columns, rows, width, height) = (columns, rows, width, height)
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let y = buffer.baseAddress else { return }
      let u = y + columns * rows
      let v = u + columns * rows / 4
      for box in changed {
        // Squares of four pixels have one colour.
        let left = max(0, box.left) / 2 * 2
        let count = min(width, (box.right + 1) / 2 * 2) - left
        let pairs = (max(0, box.top) / 2)..<max(max(0, box.top) / 2, (min(height, box.bottom) + 1) / 2)
        guard count > 0 else { continue }
        for pair in pairs {
          let upper = source + 2 * pair * width + left
          let lower = source + min(2 * pair + 1, height - 1) * width + left
          Self.convertLuma(upper, y + 2 * pair * columns + left, count)
          Self.convertLuma(lower, y + (2 * pair + 1) * columns + left, count)
          if width < columns {
            y[2 * pair * columns + width] = y[2 * pair * columns + width - 1]
            y[(2 * pair + 1) * columns + width] = y[(2 * pair + 1) * columns + width - 1]
          }
          Self.convertChroma(upper, lower, u + (pair * columns + left) / 2, v + (pair * columns + left) / 2, count)
        }
      }
    }
  }

  private static func convertLuma(_ source: UnsafePointer<UInt32>, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) {
    for index in 0..<count {
      let p = source[index]
      let sum = (p >> 16 & 255) &* luma.0 &+ (p >> 8 & 255) &* luma.1 &+ (p & 255) &* luma.2
      target[index] = UInt8(truncatingIfNeeded: (sum &+ (16 << 15 + 1 << 14)) >> 15)
    }
  }

  private static func convertChroma(
    _ upper: UnsafePointer<UInt32>, _ lower: UnsafePointer<UInt32>, _ toU: UnsafeMutablePointer<UInt8>, _ toV: UnsafeMutablePointer<UInt8>,
    _ count: Int
  ) {
    @inline(__always) func set(_ index: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
      // Red and blue of four pixels add up side by side without touching.
      let rb = (a & 0xff00ff) &+ (b & 0xff00ff) &+ (c & 0xff00ff) &+ (d & 0xff00ff)
      let red = Int32(truncatingIfNeeded: rb >> 16)
      let blue = Int32(truncatingIfNeeded: rb & 0xffff)
      let green = Int32(truncatingIfNeeded: (a >> 8 & 255) &+ (b >> 8 & 255) &+ (c >> 8 & 255) &+ (d >> 8 & 255))
      let half: Int32 = 128 << 17 + 1 << 16
      toU[index] = UInt8(truncatingIfNeeded: (red &* u.0 &+ green &* u.1 &+ blue &* u.2 &+ half) >> 17)
      toV[index] = UInt8(truncatingIfNeeded: (red &* v.0 &+ green &* v.1 &+ blue &* v.2 &+ half) >> 17)
    }
    for index in 0..<(count / 2) { set(index, upper[2 * index], upper[2 * index + 1], lower[2 * index], lower[2 * index + 1]) }
    if count % 2 == 1 { set(count / 2, upper[count - 1], upper[count - 1], lower[count - 1], lower[count - 1]) }
  }

  func write(to input: Int32, times: Int) throws(FilmFailure) {
    for _ in 0..<times {
      guard bytes.withUnsafeBytes({ FrameFiles.send($0, to: input) }) else { throw Encoder.stopped }
    }
  }

  /// Takes over a whole picture.
  mutating func convert(_ raster: Raster) {
    guard !raster.hasAlpha, raster.columns == width, raster.rows == height else { return }
    let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { target, count in
      for index in 0..<(width * height) {
        let (r, g, b) = (raster.pixels[3 * index], raster.pixels[3 * index + 1], raster.pixels[3 * index + 2])
        target[index] = UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
      }
      count = width * height
    }
    pixels.withUnsafeBytes { convert($0, in: [PixelBox(left: 0, top: 0, right: width, bottom: height)]) }
  }
}
