import Geometry

/// Where the parts of a sheet go. Computed left to right, then mirrored for languages that run the other way.
struct SheetLayout {
  var title: Extent<Page>
  var map: Extent<Page>
  /// List and legend.
  var panel: Extent<Page>
  var sources: Extent<Page>
  var unit: Double
  /// Whether the panel stands beside the map, else below it.
  var isWide: Bool

  /// Size of one design unit on a sheet, in px. Below a certain size type stops shrinking.
  static func unit(width: Double, height: Double) -> Double { max(0.78, (width * height).squareRoot() / 1385.6) }

  static func isWide(width: Double, height: Double) -> Bool { width / height >= 1.12 && width >= 640 }

  static func margin(_ unit: Double, width: Double) -> Double { min(26 * unit, width * 0.04) }

  /// - Parameters:
  ///   - titleHeight: of the text block at the top.
  ///   - sourcesHeight: of the text block at the bottom.
  ///   - panelShare: part of the body that list and legend may take when they stand below the map.
  init(width: Double, height: Double, titleHeight: Double, sourcesHeight: Double, hasPanel: Bool, panelShare: Double, isRightToLeft: Bool) {
    unit = Self.unit(width: width, height: height)
    isWide = Self.isWide(width: width, height: height)
    let margin = Self.margin(unit, width: width)
    let left = margin
    let right = width - margin
    title = Extent(minX: left, minY: margin * 0.8, maxX: right, maxY: margin * 0.8 + titleHeight)
    sources = Extent(minX: left, minY: height - margin * 0.7 - sourcesHeight, maxX: right, maxY: height - margin * 0.7)
    let top = title.maxY + (titleHeight > 0 ? 12 * unit : 0)
    // Room below the map for the degrees.
    let bottom = sources.minY - (sourcesHeight > 0 ? 12 * unit : 0)
    let ticks = 15 * unit
    let degreeRoom = 24 * unit
    if !hasPanel {
      map = Extent(minX: left + degreeRoom, minY: top, maxX: right, maxY: max(top + 40, bottom - ticks))
      panel = Extent(minX: right, minY: top, maxX: right, maxY: top)
    } else if isWide {
      let panelWidth = min(max(0.235 * width, 235 * unit), 0.36 * width)
      map = Extent(minX: left + degreeRoom, minY: top, maxX: right - panelWidth - 20 * unit, maxY: max(top + 40, bottom - ticks))
      panel = Extent(minX: right - panelWidth, minY: top, maxX: right, maxY: bottom)
    } else {
      let mapBottom = max(top + 80, bottom - (bottom - top) * panelShare - ticks)
      map = Extent(minX: left + degreeRoom, minY: top, maxX: right, maxY: mapBottom)
      panel = Extent(minX: left, minY: mapBottom + ticks + 8 * unit, maxX: right, maxY: bottom)
    }
    if isRightToLeft {
      title = title.mirrored(width)
      panel = panel.mirrored(width)
      sources = sources.mirrored(width)
      map = map.mirrored(width)
      if isWide || !hasPanel {
        // Degrees stay on the map's left.
        map.minX += degreeRoom
        map.maxX += degreeRoom
      } else {
        map.minX += degreeRoom
        map.maxX += degreeRoom
      }
    }
  }
}

extension Extent<Page> {
  fileprivate func mirrored(_ width: Double) -> Extent { Extent(minX: width - maxX, minY: minY, maxX: width - minX, maxY: maxY) }
}
