import Drawing
import Geometry

/// Meridians and parallels, and their degrees along the frame.
extension MapDrafter {
  func draftGraticule() -> (lines: Group, ticks: Group) {
    let step = graticuleStep
    var path = Path()
    var ticks: [DisplayItem] = []
    let style = TextStyle(9.5 * unit)
    for index in Int((shown.minX / step).rounded(.up))...max(Int((shown.minX / step).rounded(.up)), Int((shown.maxX / step).rounded(.down)))
    {
      let lon = Double(index) * step
      let line = projector.curve((0...24).map { Point(lon, shown.minY + shown.height * Double($0) / 24) })
      for piece in clip(line: line, to: frame) {
        path.addLine(piece)
        if let foot = piece.first(where: { abs($0.y - frame.maxY) < 0.5 }) ?? piece.last(where: { abs($0.y - frame.maxY) < 0.5 }) {
          let line = measuring.line(degrees(lon, "E", "W"), style, rightToLeft: false)
          ticks.append(.text(TextItem(line, at: Point(foot.x - line.width / 2, (foot.y + 11.5 * unit).rounded()), color: theme.quietInk)))
        }
      }
    }
    for index in Int((shown.minY / step).rounded(.up))...max(Int((shown.minY / step).rounded(.up)), Int((shown.maxY / step).rounded(.down)))
    {
      let lat = Double(index) * step
      guard abs(lat) < 90 else { continue }
      let line = projector.curve((0...24).map { Point(shown.minX + shown.width * Double($0) / 24, lat) })
      for piece in clip(line: line, to: frame) {
        path.addLine(piece)
        if let edge = [piece.first, piece.last].compactMap({ $0 }).first(where: { abs($0.x - frame.minX) < 0.5 }) {
          let line = measuring.line(degrees(lat, "N", "S"), style, rightToLeft: false)
          ticks.append(
            .text(TextItem(line, at: Point(edge.x - line.width - 4 * unit, (edge.y + 3.2 * unit).rounded()), color: theme.quietInk)))
        }
      }
    }
    let lines = path.isEmpty ? [] : [DisplayItem.shape(Shape(path, stroke: Stroke(theme.graticule, width: theme.widths.graticule * unit)))]
    return (Group(id: "graticule", layer: "Graticule", items: lines), Group(id: "ticks", layer: "Degrees", items: ticks))
  }

  /// Degrees between lines, so that four to eight cross the frame's longer side.
  private var graticuleStep: Double {
    let span = max(shown.width, shown.height)
    for step in [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 30] where span / step <= 9 { return step }
    return 45
  }

  private func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    let places = graticuleStep < 0.1 ? 2 : graticuleStep < 1 ? (graticuleStep == 0.25 ? 2 : 1) : 0
    let number = decimal(abs(value), places)
    // Arabic has the same first letter for east and north; which is which shows from the side of the map.
    if language == "ar" { return value < 0 ? "\(number)°−" : "\(number)°" }
    return value == 0 ? "0°" : "\(number)°\(value > 0 ? positive : negative)"
  }
}
