import Drawing
import Geometry

/// A bar of a round length, right at the middle of the map.
extension MapDrafter {
  func draftScaleBar(at corner: Point<Page>) -> (group: Group, box: Extent<Page>) {
    let perPixel = metresPerPixel / 1000
    let longest = frame.width * 0.24 * perPixel
    var km = 0.001
    for power in -3..<6 {
      for factor in [1.0, 2, 5] {
        let candidate = factor * (power < 0 ? 1 / tenTo(-power) : tenTo(power))
        if candidate <= longest { km = max(km, candidate) }
      }
    }
    let length = km / perPixel
    let style = TextStyle(10.5 * unit, .semibold)
    let places = km < 1 ? 2 : km < 5 ? 1 : 0
    let labels = [
      (0.0, "0"), (0.5, decimal(km / 2, km / 2 == (km / 2).rounded() ? 0 : max(1, places))),
      (1.0, "\(decimal(km, km < 1 ? places : 0)) \(wording[.kilometres])"),
    ]
    let thickness = 4 * unit
    let left = corner.x
    let y = corner.y
    var items: [DisplayItem] = []
    let plate = Extent<Page>(minX: left - 9 * unit, minY: y - 19 * unit, maxX: left + length + 36 * unit, maxY: y + 9 * unit)
    items.append(.shape(Shape(.rectangle(plate), fill: theme.plate.opacity(0.78))))
    func bar(_ from: Double, _ to: Double) -> Path {
      .rectangle(Extent(minX: left + length * from, minY: y - thickness / 2, maxX: left + length * to, maxY: y + thickness / 2))
    }
    items.append(.shape(Shape(bar(0, 1), fill: theme.paper, stroke: Stroke(theme.ink, width: 0.9 * unit, join: .miter))))
    items.append(.shape(Shape(bar(0, 0.25), fill: theme.ink)))
    items.append(.shape(Shape(bar(0.5, 0.75), fill: theme.ink)))
    for (share, text) in labels {
      let line = measuring.line(text, style)
      let number = measuring.line(text.split(separator: " ").first.map(String.init) ?? text, style)
      // The figure stands over its tick, whichever side of it the unit is on.
      let x = left + length * share - (line.isRightToLeft ? line.width - number.width / 2 : number.width / 2)
      items.append(.text(TextItem(line, at: Point(x, (y - 7 * unit).rounded()), color: theme.ink)))
    }
    return (Group(id: "scale", layer: "Scale", items: items), plate)
  }

  private func tenTo(_ power: Int) -> Double { (0..<power).reduce(1.0) { value, _ in value * 10 } }
}
