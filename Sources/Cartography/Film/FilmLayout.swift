import Geometry

/// Where the parts of a frame go: title above, days and sources below, the panel beside the map, the key under the map. On tall sheets the
/// panel goes under the key.
struct FilmLayout: Sendable {
  var title, map, legend, panel, foot: Extent<Page>

  /// - Parameter legendHeight: of the key when it is so wide.
  init(
    width: Double, height: Double, unit: Double, title titleHeight: Double, foot footHeight: Double, hasDegrees: Bool, isRightToLeft: Bool,
    legendHeight: (_ width: Double) -> Double
  ) {
    let margin = SheetLayout.margin(unit, width: width)
    let (left, right) = (margin, width - margin)
    title = Extent(minX: left, minY: margin * 0.6, maxX: right, maxY: margin * 0.6 + titleHeight)
    foot = Extent(minX: left, minY: height - margin * 0.5 - footHeight, maxX: right, maxY: height - margin * 0.5)
    let top = title.maxY + (titleHeight > 0 ? 8 * unit : 0)
    let bottom = foot.minY - 8 * unit
    let degreesLeft = hasDegrees ? 26 * unit : 0
    let degreesBelow = hasDegrees ? 15 * unit : 4 * unit
    if SheetLayout.isWide(width: width, height: height) {
      let panelWidth = min(max(0.23 * width, 230 * unit), 0.36 * width)
      let mapRight = right - panelWidth - 18 * unit
      var legendRight = mapRight
      var room = legendHeight(mapRight - left)
      // On small sheets the key would leave the map no room: it goes under the panel, too.
      if room > 0.4 * (bottom - top) {
        legendRight = right
        room = legendHeight(right - left)
      }
      map = Extent(
        minX: left + degreesLeft, minY: top, maxX: mapRight, maxY: max(top + 40, bottom - room - (room > 0 ? 8 * unit : 0) - degreesBelow))
      legend = Extent(minX: left, minY: map.maxY + degreesBelow + 6 * unit, maxX: legendRight, maxY: bottom)
      panel = Extent(minX: right - panelWidth, minY: top, maxX: right, maxY: legendRight < right ? bottom : map.maxY)
    } else {
      let room = legendHeight(right - left)
      let panelHeight = max(150 * unit, (bottom - top) * 0.26)
      let mapBottom = max(top + 80, bottom - panelHeight - room - degreesBelow - 18 * unit)
      map = Extent(minX: left + degreesLeft, minY: top, maxX: right, maxY: mapBottom)
      legend = Extent(minX: left, minY: mapBottom + degreesBelow + 6 * unit, maxX: right, maxY: mapBottom + degreesBelow + 6 * unit + room)
      panel = Extent(minX: left, minY: legend.maxY + 6 * unit, maxX: right, maxY: bottom)
    }
    if isRightToLeft {
      legend = legend.mirrored(width)
      panel = panel.mirrored(width)
      map = map.mirrored(width)
      // Degrees stay on the map's left.
      map.minX += degreesLeft
      map.maxX += degreesLeft
    }
    // Whole pixels: a clip that cuts pixels costs a mask on every frame.
    map = Extent(minX: map.minX.rounded(), minY: map.minY.rounded(), maxX: map.maxX.rounded(), maxY: map.maxY.rounded())
  }
}
