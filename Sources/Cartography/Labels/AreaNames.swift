import Drawing
import Geometry
import Situation

/// Names of countries, governorates and sides, inside what they name.
extension MapDrafter {
  /// Sets a name in the roomiest free spot of an area; smaller styles are tried in turn.
  /// - Returns: nothing when no style fits.
  func setName(
    _ text: String, in raster: GroundRaster, part: [Int], styles: [TextStyle], color: Color, halo: Halo?, _ placer: inout LabelPlacer,
    mayLeave: Bool = false
  ) -> DisplayItem? {
    let middle = centroid(raster, part)
    for style in styles {
      let line = measuring.line(text, style)
      let height = line.ascent + line.descent
      var best: (origin: Point<Page>, box: Extent<Page>, score: Double)?
      for index in part {
        let c = raster.center(index)
        let box = Extent<Page>(
          minX: c.x - line.width / 2, minY: c.y - height * 0.42, maxX: c.x + line.width / 2, maxY: c.y + height * 0.42)
        guard mayLeave || raster.contains(box) else { continue }
        let depth = min(Double(raster.depth[index]) * raster.cell, line.width * 0.75)
        let score = depth - placer.cost(box) * 0.4 - c.distance(to: middle) * 0.22
        if let best, best.score >= score { continue }
        guard placer.isFree(box.inset(by: -3 * unit)) else { continue }
        best = (Point(box.minX, c.y + (line.ascent - line.descent) * 0.42), box, score)
      }
      if let best {
        placer.reserve(best.box.inset(by: -2 * unit))
        return .text(TextItem(line, at: best.origin, color: color, halo: halo))
      }
    }
    return nil
  }

  private func centroid(_ raster: GroundRaster, _ part: [Int]) -> Point<Page> {
    var x = 0.0
    var y = 0.0
    for index in part {
      let p = raster.center(index)
      x += p.x
      y += p.y
    }
    let count = Double(max(1, part.count))
    return Point(x / count, y / count)
  }

  /// Large spaced letters for the countries.
  func draftCountryNames(_ theatre: Theatre, _ placer: inout LabelPlacer) -> [DisplayItem] {
    var items: [DisplayItem] = []
    for feature in features(theatre, .country) where !feature.name.isEmpty {
      let path = pagePath(feature.polygons)
      if path.isEmpty { continue }
      let raster = GroundRaster(path, frame: frame, cell: 10 * unit)
      guard let part = raster.parts().first else { continue }
      let name = isArabic ? feature.name[language] : feature.name[language].uppercased()
      let styles = [26.0, 20, 15, 12].map { TextStyle($0 * unit, .semibold, tracking: $0 * 0.28 * unit) }
      let color = theme.countryText.opacity(0.8)
      if let item = setName(name, in: raster, part: part, styles: styles, color: color, halo: Halo(theme.halo.opacity(0.4), width: 1.5 * unit), &placer) {
        items.append(item)
      }
    }
    return items
  }

  /// Each side's name on its largest pieces of ground, in its own colour.
  func draftSideNames(_ drawn: DrawnControl, _ theatre: Theatre, _ placer: inout LabelPlacer) -> [DisplayItem] {
    var items: [DisplayItem] = []
    let minimum = 5200 * unit * unit
    for ground in drawn.grounds {
      guard case .held(let id) = ground.holding, let faction = theatre.faction(id) else { continue }
      let raster = GroundRaster(ground.path, frame: frame, cell: 10 * unit)
      let name = faction.short.isEmpty ? faction.name[language] : faction.short[language]
      let color = theme.readable(faction.color.color)
      for (number, part) in raster.parts().prefix(3).enumerated() {
        let area = Double(part.count) * raster.cell * raster.cell
        guard area > (number == 0 ? minimum * 0.35 : minimum * 2.5) else { break }
        let sizes: [Double] = area > minimum * 6 ? [19, 16, 13] : [15, 13, 11.5]
        let styles = sizes.map { TextStyle($0 * unit, .bold, tracking: isArabic ? 0 : 0.8 * unit) }
        let halo = Halo(theme.halo.opacity(0.75), width: 2 * unit)
        if let item = setName(name, in: raster, part: part, styles: styles, color: color, halo: halo, &placer) { items.append(item) }
      }
    }
    return items
  }

  var isArabic: Bool { language == "ar" }
}
