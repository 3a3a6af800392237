import Geometry

/// Whole pixels of a picture, from the left and top ones up to but without the right and bottom ones.
package struct PixelBox: Hashable, Sendable {
  package var left, top, right, bottom: Int

  package init(left: Int, top: Int, right: Int, bottom: Int) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  var area: Int { max(0, right - left) * max(0, bottom - top) }

  func joined(_ other: PixelBox) -> PixelBox {
    PixelBox(left: min(left, other.left), top: min(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  func contains(_ other: PixelBox) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }

  func intersects(_ other: PixelBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func grown(by margin: Int, columns: Int, rows: Int) -> PixelBox {
    PixelBox(
      left: max(0, left - margin), top: max(0, top - margin), right: min(columns, right + margin), bottom: min(rows, bottom + margin))
  }
}
