import Drawing
import Geometry
import Situation

/// Names of rivers along their smoothed courses.
extension MapDrafter {
  /// One feature for each stretch of a river that is long enough for its name.
  func riverFeatures(_ theatre: Theatre) -> [LabelFeature] {
    var result: [LabelFeature] = []
    var numbers: [String: Int] = [:]
    for feature in features(theatre, .river).sorted(by: { ($0.rank ?? 9) < ($1.rank ?? 9) }) where !feature.name.isEmpty {
      let rank = feature.rank ?? 3
      let size = (rank <= 1 ? 13 : rank <= 2 ? 11.5 : 10.5) * theme.type.rivers * unit
      let style = TextStyle(size, .regular, isItalic: true, tracking: isArabic ? 0 : size * 0.09)
      let name = CurvedName(measuring.line(wholeLine(feature.name), style), measuring: measuring, halo: 1.6 * unit)
      let family = "river:\(feature.name[theatre.languages.first ?? "en"])"
      for course in pageLines(feature.lines) {
        for piece in clip(line: course, to: frame.inset(by: 8 * unit)) {
          let path = resampled(smoothed(piece, reach: size * 1.5, step: 3 * unit), step: Self.riverStep * unit)
          for candidates in stretches(name, path) {
            let number = numbers[family, default: 0]
            numbers[family] = number + 1
            result.append(
              LabelFeature(
                id: "\(family)/\(number)", kind: .river, text: feature.name[language], weight: rank <= 1 ? 46 : rank <= 2 ? 34 : 24,
                candidates: candidates, family: family, spacing: 260 * unit))
          }
        }
      }
    }
    return result
  }

  /// Px between the points of a course along which a name is tried.
  private static let riverStep = 4.0

  /// Candidates for each stretch of a course; a long course has several stretches. A course that shows little more than the
  /// name is long has none.
  private func stretches(_ name: CurvedName, _ path: [Point<Page>]) -> [[LabelCandidate]] {
    let step = Self.riverStep * unit
    let span = Int((name.line.width * CurvedName.reserve / step).rounded(.up)) + 1
    guard path.count > span * 5 / 4 + 4 else { return [] }
    let count = max(1, Int(Double(path.count) * step / (460 * unit)))
    return (0..<count).compactMap { section in
      let low = path.count * section / count
      let high = min(path.count * (section + 1) / count, path.count) - span
      guard low < high else { return nil }
      let middle = Double(low + high) / 2
      var spots: [(start: Int, cost: Double)] = []
      for start in stride(from: max(1, low), to: min(high, path.count - span - 1), by: 2) {
        let bend = turning(path[start...(start + span)], every: 14)
        guard bend < 1.3 else { continue }
        let slope = abs(path[start + span].y - path[start].y) / max(1, path[start].distance(to: path[start + span]))
        let off = abs(Double(start) - middle) / Double(max(1, high - low))
        spots.append((start, bend * 7 + slope * 2 + off * 1.5))
      }
      spots.sort { ($0.cost, $0.start) < ($1.cost, $1.start) }
      let candidates = spots.prefix(40).flatMap { self.candidates(name, Array(path[$0.start...($0.start + span)]), $0.cost) }
      return candidates.isEmpty ? nil : candidates
    }
  }

  private func candidates(_ name: CurvedName, _ stretch: [Point<Page>], _ cost: Double) -> [LabelCandidate] {
    var stretch = stretch
    if stretch[0].x > stretch[stretch.count - 1].x { stretch.reverse() }
    return [(CurvedName.Side.above, 0.0), (.below, 1.5)].compactMap { side, extra in
      guard let set = name.set(along: stretch, side, gap: 2.6 * unit) else { return nil }
      return LabelCandidate(
        position: side == .above ? "above" : "below", ink: set.ink, cost: cost + extra, setting: .curved(name.line, set.placements))
    }
  }
}
