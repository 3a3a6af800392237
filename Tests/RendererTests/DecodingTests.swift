import CairoRenderer
import Foundation
import Testing

struct DecodingTests {
  private func decode(_ base64: String) throws -> GreyRaster {
    let data = try #require(Data(base64Encoded: base64))
    return try data.withUnsafeBytes { bytes throws(CairoFailure) in try decodeGreyPNG(bytes) }
  }

  @Test func `heights of 16 bits come out as they were stored, whatever the machine's order of bytes`() throws {
    let heights = try decode(
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACEAAAAADoj+WFAAAAFElEQVR42mNgYGRkEGhhAALl//8BCDsCuO3l/jIAAAAASUVORK5C"
        + "YII=")
    #expect(heights.columns == 3 && heights.rows == 2)
    #expect(heights.values == [1, 256, 4228, 0, 35, 65535])
  }

  @Test func `heights of 8 bits are kept and not stretched`() throws {
    let heights = try decode(
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR42mNgZGJg/g8AARgBBi8trSkAAAAASUVORK5CYII="
        + "")
    #expect(heights.values == [1, 2, 3, 255])
  }

  @Test func `what is no grey PNG is refused`() throws {
    for base64 in ["", "AAAA", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACEAAAAADoj+WFAAAAFElEQVR42mNg"] {
      #expect(throws: CairoFailure.self) { try decode(base64) }
    }
  }
}
