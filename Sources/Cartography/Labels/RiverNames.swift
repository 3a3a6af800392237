import Drawing
import Geometry
import Situation

/// Names of rivers along their smoothed courses.
extension MapDrafter {
  func draftRiverNames(_ theatre: Theatre, _ placer: inout LabelPlacer) -> [DisplayItem] {
    var items: [DisplayItem] = []
    for feature in features(theatre, .river).sorted(by: { ($0.rank ?? 9) < ($1.rank ?? 9) }) where !feature.name.isEmpty {
      let rank = feature.rank ?? 3
      let size = (rank <= 1 ? 13.5 : 11.5) * unit
      let line = measuring.line(feature.name[language], TextStyle(size, .regular, isItalic: true, tracking: isArabic ? 0 : 0.9 * unit))
      for course in pageLines(feature.lines) {
        let pieces = clip(line: course, to: frame.inset(by: 8 * unit))
        for piece in pieces {
          let path = resampled(smoothed(piece, reach: size * 1.6), step: 4 * unit)
          items += names(line, along: path, repeatEvery: 430 * unit, &placer)
        }
      }
    }
    return items
  }

  private func names(_ line: TextLine, along path: [Point<Page>], repeatEvery gap: Double, _ placer: inout LabelPlacer) -> [DisplayItem] {
    let step = 4 * unit
    let span = Int((line.width / step).rounded(.up)) + 2
    guard path.count > span + 4 else { return [] }
    var items: [DisplayItem] = []
    var windows: [(start: Int, cost: Double)] = []
    for start in stride(from: 2, to: path.count - span - 2, by: 3) {
      windows.append((start, turning(path[start...(start + span)])))
    }
    var taken: [Int] = []
    for window in windows.sorted(by: { ($0.cost, $0.start) < ($1.cost, $1.start) }) where window.cost < 1.5 {
      if taken.contains(where: { abs(Double($0 - window.start)) * step < gap }) { continue }
      var stretch = Array(path[window.start...(window.start + span)])
      if stretch[0].x > stretch[stretch.count - 1].x { stretch.reverse() }
      for shift in [-line.descent - 2.5 * unit, line.ascent * 0.8 + 2 * unit] {
        guard let placements = line.placements(along: stretch, startingAt: step, shift: shift) else { continue }
        let boxes = placements.map { Extent(around: [$0.origin]).inset(by: -line.style.size * 0.55) }
        guard boxes.allSatisfy({ placer.isFree($0) && placer.cost($0) < 60 }) else { continue }
        for box in boxes { placer.reserve(box) }
        items.append(.text(TextItem(line, along: placements, color: theme.waterText, halo: Halo(theme.halo.opacity(0.7), width: 1.6 * unit))))
        taken.append(window.start)
        break
      }
      if taken.count >= 4 { break }
    }
    return items
  }

  /// The sum of turns along a stretch, in radians, sharp ones counted more.
  private func turning(_ stretch: ArraySlice<Point<Page>>) -> Double {
    let points = Array(stretch)
    var sum = 0.0
    for i in stride(from: 2, to: points.count - 2, by: 2) {
      let a = points[i] - points[i - 2]
      let b = points[i + 2] - points[i]
      let turn = abs(angle(y: a.dx * b.dy - a.dy * b.dx, x: a.dx * b.dx + a.dy * b.dy))
      sum += turn + 2 * turn * turn
    }
    return sum / max(1, Double(points.count) / 14)
  }

  /// Points at equal distances along a line.
  func resampled(_ line: [Point<Page>], step: Double) -> [Point<Page>] {
    guard let first = line.first else { return [] }
    var result = [first]
    var carried = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      let length = a.distance(to: b)
      var at = step - carried
      while at <= length, length > 0 {
        result.append(a.lerp(to: b, at / length))
        at += step
      }
      carried = length - (at - step)
    }
    return result
  }

  /// The line without its small bends: each point the mean of the course within `reach` px on both sides.
  func smoothed(_ line: [Point<Page>], reach: Double) -> [Point<Page>] {
    let fine = resampled(line, step: 3 * unit)
    let k = max(1, Int(reach / (3 * unit)))
    guard fine.count > 2 * k + 1 else { return fine }
    return fine.indices.map { index in
      let low = max(0, index - k)
      let high = min(fine.count - 1, index + k)
      var x = 0.0
      var y = 0.0
      for p in fine[low...high] {
        x += p.x
        y += p.y
      }
      let count = Double(high - low + 1)
      return Point(x / count, y / count)
    }
  }
}
