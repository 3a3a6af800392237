import Geometry

/// Where the parts of a sheet go. Computed left to right, then mirrored for languages that run the other way.
///
/// Wide sheets have the list beside the map and the key under it, or under the list when that is short; tall ones have map, key and list
/// one under the other.
struct SheetLayout {
  var title: Extent<Page>
  var map: Extent<Page>
  var legend: Extent<Page>
  var list: Extent<Page>
  var sources: Extent<Page>
  /// Whether map, key and list stand one under the other.
  var isStacked = false
  /// The close-up with its heading: at the foot of the list on wide sheets, else under the map or beside key and list.
  var inset: Extent<Page>?

  /// Heights in px of the blocks that are measured before the map gets the rest; 0 leaves a block out.
  struct Heights {
    var title, sources: Double
    var legend: (_ width: Double) -> Double
    /// Of the list when set roomily.
    var list: (_ width: Double) -> Double
    /// Of the list as it is set where it may be so high at most; tightly set it may still be higher.
    var fittedList: (_ width: Double, _ most: Double) -> Double
    var hasList: Bool
    var hasInset: Bool
  }

  /// Size of one design unit on a sheet, in px. Below a certain size type stops shrinking.
  static func unit(width: Double, height: Double) -> Double {
    // A column is read on a telephone, at arm's length: its type is larger than its area would have it.
    let least = width < 640 && height > width ? min(0.92, max(0.78, width / 510)) : 0.78
    return max(least, (width * height).squareRoot() / 1385.6)
  }

  static func isWide(width: Double, height: Double) -> Bool { width / height >= 1.05 && width >= 640 }

  static func margin(_ unit: Double, width: Double) -> Double { min(26 * unit, width * 0.04) }

  init(width: Double, height: Double, heights: Heights, isRightToLeft: Bool) {
    let unit = Self.unit(width: width, height: height)
    let margin = Self.margin(unit, width: width)
    let left = margin
    let right = width - margin
    title = Extent(minX: left, minY: margin * 0.8, maxX: right, maxY: margin * 0.8 + heights.title)
    sources = Extent(minX: left, minY: height - margin * 0.7 - heights.sources, maxX: right, maxY: height - margin * 0.7)
    let top = title.maxY + (heights.title > 0 ? 12 * unit : 0)
    let bottom = sources.minY - (heights.sources > 0 ? 10 * unit : 0)
    // Room for the degrees left of the map and below it.
    let degreesLeft = 26 * unit
    let degreesBelow = 15 * unit
    if Self.isWide(width: width, height: height) {
      let listWidth = heights.hasList ? min(max(0.24 * width, 240 * unit), 0.36 * width) : 0
      let gap = heights.hasList ? 20 * unit : 0
      let mapRight = right - listWidth - gap
      list = Extent(minX: right - listWidth, minY: top, maxX: right, maxY: bottom)
      if heights.hasInset, listWidth > 0, bottom - top > listWidth * 1.6 {
        // A list that is long takes some of the close-up's height: what has a number on the map must be in it.
        let room = bottom - top - heights.fittedList(listWidth, 0) - 46 * unit
        let height = min(listWidth * 0.78, max(listWidth * 0.5, room)) + 17 * unit
        inset = Extent(minX: list.minX, minY: bottom - height, maxX: right, maxY: bottom)
        list.maxY = bottom - height - 10 * unit
      }
      let narrow = heights.legend(listWidth)
      let listHeight = heights.hasList ? heights.list(listWidth) : 0
      if inset == nil, heights.hasList, narrow > 0, listHeight + 22 * unit + narrow <= bottom - top {
        map = Extent(minX: left + degreesLeft, minY: top, maxX: mapRight, maxY: max(top + 40, bottom - degreesBelow))
        list.maxY = top + listHeight + 4 * unit
        legend = Extent(minX: list.minX, minY: list.maxY + 18 * unit, maxX: right, maxY: bottom)
      } else {
        let legendHeight = heights.legend(mapRight - left)
        let room = legendHeight > 0 ? legendHeight + 8 * unit : 0
        map = Extent(minX: left + degreesLeft, minY: top, maxX: mapRight, maxY: max(top + 40, bottom - room - degreesBelow))
        legend = Extent(minX: left, minY: map.maxY + degreesBelow + 8 * unit, maxX: mapRight, maxY: bottom)
      }
    } else {
      isStacked = true
      let body = bottom - top
      // On a column the close-up lies under the map, on broader sheets beside key and list.
      let isBeside = heights.hasInset && right - left > 720 * unit
      let insetBelow = heights.hasInset && !isBeside ? 0.62 * (right - left) + 17 * unit : 0
      let lower = isBeside ? (right - left) * 0.63 : right - left
      let legendHeight = heights.legend(lower)
      let free = body - legendHeight - (insetBelow > 0 ? insetBelow + 8 * unit : 0)
      let most = max(body * 0.2, min(body * 0.36, free - (right - left) * (isBeside ? 0.5 : 0.72)))
      // What a short list leaves is the map's, as long as that does not become a tower.
      var listHeight = heights.hasList ? min(most, max(heights.fittedList(lower, most), free - (right - left) * 1.2)) : 0
      // A list that could not be set more roomily in all of that leaves the rest to the map after all.
      if listHeight > 0 { listHeight = min(listHeight, heights.fittedList(lower, listHeight) + 2 * unit) }
      let mapBottom = max(top + 80, top + free - listHeight - degreesBelow - 20 * unit)
      map = Extent(minX: left + degreesLeft, minY: top, maxX: right, maxY: mapBottom)
      var y = mapBottom + degreesBelow + 6 * unit
      if isBeside {
        inset = Extent(minX: left + lower + 20 * unit, minY: y, maxX: right, maxY: bottom)
      } else if insetBelow > 0 {
        inset = Extent(minX: left, minY: y, maxX: right, maxY: y + insetBelow)
        y += insetBelow + 8 * unit
      }
      legend = Extent(minX: left, minY: y, maxX: left + lower, maxY: y + legendHeight)
      self.list = Extent(minX: left, minY: legend.maxY + 12 * unit, maxX: left + lower, maxY: bottom)
    }
    if isRightToLeft { mirror(width, degreesLeft) }
  }

  /// Degrees stay on the map's left.
  private mutating func mirror(_ width: Double, _ degreesLeft: Double) {
    title = title.mirrored(width)
    legend = legend.mirrored(width)
    list = list.mirrored(width)
    sources = sources.mirrored(width)
    inset = inset?.mirrored(width)
    map = map.mirrored(width)
    map.minX += degreesLeft
    map.maxX += degreesLeft
  }
}

extension Extent<Page> {
  /// As it lies on a sheet of this width that runs the other way.
  func mirrored(_ width: Double) -> Extent { Extent(minX: width - maxX, minY: minY, maxX: width - minX, maxY: maxY) }
}
