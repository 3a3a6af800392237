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
  /// Of the whole sheet.
  var height: Double
  /// How much larger than usual the key is set, where there is room for that.
  var legendScale = 1.0
  /// Whether the list has less room than it takes when set as tightly as can be.
  var isListCramped = false
  /// Whether the key does without the explanations of the second language.
  var hasBriefKey = false
  /// Whether map, key and list stand one under the other.
  var isStacked = false
  /// The close-up with its heading: at the foot of the list on wide sheets, else under the map or beside key and list.
  var inset: Extent<Page>?

  /// Heights in px of the blocks that are measured before the map gets the rest; 0 leaves a block out.
  struct Heights {
    var title, sources: Double
    /// Of the view, per its width.
    var viewRatio: Double
    var legend: (_ width: Double, _ scale: Double) -> Double
    /// Of the list when set roomily.
    var list: (_ width: Double) -> Double
    /// Of the list as it is set where it may be so high at most; tightly set it may still be higher.
    var fittedList: (_ width: Double, _ most: Double) -> Double
    var hasList: Bool
    var hasInset: Bool
    /// Whether the sheet becomes as high as these need.
    var fitsHeight: Bool
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
    self.height = height
    title = Extent(minX: left, minY: margin * 0.8, maxX: right, maxY: margin * 0.8 + heights.title)
    sources = Extent(minX: left, minY: height - margin * 0.7 - heights.sources, maxX: right, maxY: height - margin * 0.7)
    let top = title.maxY + (heights.title > 0 ? 12 * unit : 0)
    let bottom = sources.minY - (heights.sources > 0 ? 10 * unit : 0)
    let body = Extent<Page>(minX: left, minY: top, maxX: right, maxY: bottom)
    (map, legend, list) = (body, body, body)
    if heights.fitsHeight {
      stack(in: body, unit, heights, most: SheetRequest.greatestFittedRatio * width - (height - body.height))
      // Everything keeps its height; the sheet takes that of all.
      close(below: max(list.maxY, legend.maxY), unit)
    } else if Self.isWide(width: width, height: height) {
      spread(in: body, unit, heights)
    } else {
      stack(in: body, unit, heights, most: nil)
    }
    if isRightToLeft { mirror(width, Self.degreesLeft * unit) }
  }

  /// Ends a sheet that is as high as what is on it, with the sources under all else.
  mutating func close(below end: Double, _ unit: Double) {
    let margin = sources.minX
    let height = sources.height
    sources.minY = end + (height > 0 ? 16 * unit : 0)
    sources.maxY = sources.minY + height
    self.height = (sources.maxY + margin * 0.7).rounded(.up)
  }

  /// Room for the degrees left of the map and below it, in design units.
  private static let degreesLeft = 26.0
  private static let degreesBelow = 15.0

  /// The list beside the map.
  private mutating func spread(in body: Extent<Page>, _ unit: Double, _ heights: Heights) {
    let (left, right, top, bottom) = (body.minX, body.maxX, body.minY, body.maxY)
    let degreesBelow = Self.degreesBelow * unit
    let width = body.width + 2 * left
    let listWidth = heights.hasList ? min(max(0.24 * width, 240 * unit), 0.36 * width) : 0
    let mapRight = right - listWidth - (heights.hasList ? 20 * unit : 0)
    let mapLeft = left + Self.degreesLeft * unit
    list = Extent(minX: right - listWidth, minY: top, maxX: right, maxY: bottom)
    if heights.hasInset, listWidth > 0, bottom - top > listWidth * 1.6 {
      // A list that is long takes some of the close-up's height: what has a number on the map must be in it.
      let room = bottom - top - heights.fittedList(listWidth, 0) - 46 * unit
      let height = min(listWidth * 0.78, max(listWidth * 0.5, room)) + 17 * unit
      inset = Extent(minX: list.minX, minY: bottom - height, maxX: right, maxY: bottom)
      list.maxY = bottom - height - 10 * unit
    }
    if inset == nil, heights.hasList, heights.legend(listWidth, 1) > 0 {
      let listHeight = heights.list(listWidth)
      let room = bottom - top - listHeight - 22 * unit
      if let scale = [1.3, 1.2, 1.1, 1].first(where: { heights.legend(listWidth, $0) <= room }) {
        map = Extent(minX: mapLeft, minY: top, maxX: mapRight, maxY: max(top + 40, bottom - degreesBelow))
        list.maxY = top + listHeight + 4 * unit
        legend = Extent(minX: list.minX, minY: list.maxY + 18 * unit, maxX: right, maxY: bottom)
        legendScale = scale
        return
      }
    }
    let legendHeight = heights.legend(mapRight - left, 1)
    let room = legendHeight > 0 ? legendHeight + 8 * unit : 0
    map = Extent(minX: mapLeft, minY: top, maxX: mapRight, maxY: max(top + 40, bottom - room - degreesBelow))
    legend = Extent(minX: left, minY: map.maxY + degreesBelow + 8 * unit, maxX: mapRight, maxY: bottom)
  }

  /// Map, key and list one under the other.
  /// - Parameter most: the height that all of it may have, where it need not keep to the body's.
  private mutating func stack(in body: Extent<Page>, _ unit: Double, _ heights: Heights, most: Double?) {
    isStacked = true
    let (left, right, top) = (body.minX, body.maxX, body.minY)
    let mapLeft = left + Self.degreesLeft * unit
    let degreesBelow = Self.degreesBelow * unit
    let mapWidth = right - mapLeft
    // On a column the close-up lies under the map, on broader sheets beside key and list.
    let isBeside = heights.hasInset && right - left > 720 * unit
    let insetBelow = heights.hasInset && !isBeside ? 0.62 * (right - left) + 17 * unit : 0
    let lower = isBeside ? (right - left) * 0.63 : right - left
    let legendHeight = heights.legend(lower, 1)
    let gaps = degreesBelow + 20 * unit
    let others = legendHeight + gaps + (insetBelow > 0 ? insetBelow + 8 * unit : 0)
    var mapHeight: Double
    var listHeight: Double
    if let most {
      mapHeight = mapWidth * min(1.3, max(0.78, heights.viewRatio * 1.08))
      listHeight = heights.hasList ? heights.fittedList(lower, max(120 * unit, most - others - mapHeight)) + 4 * unit : 0
    } else {
      // A map much higher than its view would show ground that nobody asked for.
      let tallest = mapWidth * min(1.45, max(0.78, heights.viewRatio * 1.45))
      let free = body.height - others + gaps
      let share = max(body.height * 0.2, min(body.height * 0.36, free - (right - left) * (isBeside ? 0.5 : 0.72)))
      // What a short list leaves is the map's.
      listHeight = heights.hasList ? min(share, max(heights.fittedList(lower, share), free - (right - left) * 1.2)) : 0
      // A list that could not be set more roomily in all of that leaves the rest to the map after all; one that cannot be set so tightly
      // takes of the map what that can spare.
      if listHeight > 0 {
        let fitted = heights.fittedList(lower, listHeight)
        let spare = free - gaps - mapWidth * max(0.44, heights.viewRatio * 0.62)
        listHeight = fitted > listHeight ? max(listHeight, min(fitted, spare)) : min(listHeight, fitted + 2 * unit)
      }
      mapHeight = max(80, min(tallest, free - listHeight - gaps))
    }
    map = Extent(minX: mapLeft, minY: top, maxX: right, maxY: top + mapHeight)
    var y = map.maxY + degreesBelow + 6 * unit
    if isBeside {
      inset = Extent(minX: left + lower + 20 * unit, minY: y, maxX: right, maxY: body.maxY)
    } else if insetBelow > 0 {
      inset = Extent(minX: left, minY: y, maxX: right, maxY: y + insetBelow)
      y += insetBelow + 8 * unit
    }
    legend = Extent(minX: left, minY: y, maxX: left + lower, maxY: y + legendHeight)
    let listTop = legend.maxY + 12 * unit
    list = Extent(minX: left, minY: listTop, maxX: left + lower, maxY: most == nil ? body.maxY : listTop + listHeight)
    isListCramped = heights.hasList && heights.fittedList(lower, list.height) > list.height
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
