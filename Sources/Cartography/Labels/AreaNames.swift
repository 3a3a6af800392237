import Drawing
import Geometry
import Situation

/// Names of countries, governorates and sides, inside what they name.
extension MapDrafter {
  /// Large spaced letters for the countries.
  func countryFeatures(_ theatre: Theatre) -> [LabelFeature] {
    features(theatre, .country).compactMap { feature -> LabelFeature? in
      let path = feature.name.isEmpty ? Path() : pagePath(feature.polygons)
      if path.isEmpty { return nil }
      let name = isArabic ? feature.name[language] : feature.name[language].uppercased()
      let (frame, unit) = (frame, unit)
      let letters = unit * theme.type.areas
      let styles = [26.0, 20, 15, 12].map { TextStyle($0 * letters, .semibold, tracking: isArabic ? 0 : $0 * 0.28 * letters) }
      let (below, measuring) = (second(feature.name), measuring)
      return LabelFeature(
        id: "country:\(key(feature, theatre))", kind: .country, text: feature.name[language], weight: 62,
        candidates: {
          let raster = GroundRaster(path, frame: frame, cell: 10 * unit)
          guard let part = raster.parts().first else { return [] }
          return AreaName(
            raster: raster, part: part, text: name, second: below, styles: styles, halo: 1.5 * letters, air: 12 * letters,
            measuring: measuring, unit: letters
          ).candidates()
        }())
    }
  }

  /// Each side's name on its largest pieces of ground.
  func sideFeatures(_ drawn: DrawnControl, _ theatre: Theatre) -> [LabelFeature] {
    var result: [LabelFeature] = []
    let minimum = 5200 * unit * unit
    let frame = frame
    let cell = 8 * unit
    let held = concurrentMap(
      drawn.grounds.compactMap { ground in
        if case .held(let id) = ground.holding { (id: id, path: ground.path) } else { nil }
      }
    ) { ground in
      let raster = GroundRaster(ground.path, frame: frame, cell: cell)
      return (id: ground.id, raster: raster, parts: raster.parts())
    }
    for (id, raster, parts) in held {
      guard let faction = theatre.faction(id) else { continue }
      let name = faction.short.isEmpty ? faction.name[language] : faction.short[language]
      for (number, part) in parts.prefix(3).enumerated() {
        let area = Double(part.count) * raster.cell * raster.cell
        guard area > (number == 0 ? minimum * 0.3 : minimum * 2.5) else { break }
        let sizes: [Double] = area > minimum * 6 ? [19, 16, 13] : area > minimum ? [15, 13, 11.5] : [12.5, 11]
        let unit = unit * theme.type.areas
        let styles = sizes.map { TextStyle($0 * unit, .bold, tracking: isArabic ? 0 : 0.05 * $0 * unit) }
        let place = AreaName(
          raster: raster, part: part, text: name, second: second(faction.short.isEmpty ? faction.name : faction.short), styles: styles,
          halo: 2 * unit, air: 3 * unit, measuring: measuring, unit: unit)
        result.append(
          LabelFeature(
            id: "side:\(id)/\(number)", kind: .side, text: name, weight: number == 0 ? 110 : 40, candidates: place.candidates(),
            remote: number == 0 ? outside(place, besides: held.filter { $0.id != id }.map(\.raster)) : nil, family: "side:\(id)",
            spacing: 220 * unit))
      }
    }
    return result
  }

  /// Beside ground too small for its name, with a leader line into it; rather not on what another side holds.
  private func outside(_ area: AreaName, besides others: [GroundRaster]) -> LabelFeature.Remote? {
    guard let pole = area.pole, let style = area.styles.last else { return nil }
    let upper = TextBlock([measuring.line(area.text, style)], measuring: measuring, halo: area.halo)
    let block = area.second.map { upper.with(below: $0, style, measuring) } ?? upper
    let label = PointLabel(anchor: pole, radius: 1.2 * unit, blocks: [block], gap: 2 * unit, isRightToLeft: isArabic, unit: unit)
    return { mayLead in
      (mayLead ? label.led() : []).map { candidate in
        let isForeign = others.contains { other in other.index(at: candidate.center).map { other.depth[$0] > 0 } ?? false }
        var candidate = candidate
        candidate.cost += isForeign ? 16 : 0
        return candidate
      }
    }
  }

  /// Small quiet letters, at large scales alone; regions of the gazetteer with the same name go before them.
  func governorateFeatures(_ theatre: Theatre, besides regions: Set<String>) -> [LabelFeature] {
    guard metresPerPixel / unit < 480 else { return [] }
    return features(theatre, .governorate).compactMap { feature -> LabelFeature? in
      let title = feature.name[language]
      let path = title.isEmpty || regions.contains(title) ? Path() : pagePath(feature.polygons)
      if path.isEmpty { return nil }
      let raster = GroundRaster(path, frame: frame, cell: 10 * unit)
      guard let part = raster.parts().first, Double(part.count) * raster.cell * raster.cell > 9000 * unit * unit else { return nil }
      let unit = unit * theme.type.areas
      let styles = [10.0, 9].map { TextStyle($0 * unit, .semibold, tracking: isArabic ? 0 : $0 * 0.16 * unit) }
      let name = isArabic ? title : title.uppercased()
      let area = AreaName(
        raster: raster, part: part, text: name, second: second(feature.name), styles: styles, halo: 1.2 * unit, air: 4 * unit,
        measuring: measuring, unit: unit)
      return LabelFeature(
        id: "governorate:\(key(feature, theatre))", kind: .governorate, text: title, weight: 16, candidates: area.candidates())
    }
  }

  /// The name in the theatre's main language: the same on sheets in any language.
  private func key(_ feature: Feature, _ theatre: Theatre) -> String { feature.name[theatre.languages.first ?? "en"] }
}
