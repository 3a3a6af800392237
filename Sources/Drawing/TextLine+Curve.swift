import Geometry

extension TextLine {
  /// Places the line's glyphs along a curve, for a text item: each letter stands with the middle of its advance on the curve
  /// and is turned to the chord under it. Letters of joined scripts keep their joins as far as the bend allows.
  ///
  /// - Parameters:
  ///   - curve: a polyline in reading direction, from the visual left of the text to its right; px.
  ///   - distance: where the line's left edge goes, in px along the curve.
  ///   - shift: how far the baseline lies off the curve, in px; positive is below the text.
  /// - Returns: nil where the text does not fit between `distance` and the end, or the curve has no length.
  package func placements(along curve: [Point<Page>], startingAt distance: Double, shift: Double = 0) -> [TextItem.GlyphPlacement]? {
    guard let measured = MeasuredCurve(curve), distance.isFinite, distance >= 0, distance + width <= measured.length + 1e-6 else {
      return nil
    }
    var placements: [TextItem.GlyphPlacement] = []
    placements.reserveCapacity(runs.reduce(0) { $0 + $1.glyphs.count })
    for run in runs {
      var pen = 0.0
      var start = run.glyphs.startIndex
      while start < run.glyphs.endIndex {
        let cluster = run.glyphs[start].cluster
        let end = run.glyphs[start...].firstIndex { $0.cluster != cluster } ?? run.glyphs.endIndex
        let glyphs = run.glyphs[start..<end]
        let advance = glyphs.reduce(0) { $0 + $1.advance }
        let middle = distance + run.x + pen + advance / 2
        let reach = max(advance, run.size * 0.5) / 2
        let anchor = measured.point(at: middle)
        let along = (measured.point(at: middle + reach) - measured.point(at: middle - reach)).unit
        let down = along.perpendicular
        let degrees = Geometry.angle(y: along.dy, x: along.dx) * 180 / .pi
        for glyph in glyphs {
          let origin = anchor + along * (glyph.x - pen - advance / 2) + down * (glyph.y + shift)
          placements.append(.init(origin: origin, angle: degrees))
        }
        pen += advance
        start = end
      }
    }
    return placements
  }
}

/// A polyline with the distance to each of its vertices.
private struct MeasuredCurve {
  let points: [Point<Page>]
  let distances: [Double]
  var length: Double { distances[distances.count - 1] }

  init?(_ curve: [Point<Page>]) {
    guard curve.count >= 2, curve.allSatisfy({ $0.isFinite }) else { return nil }
    var distances = [0.0]
    distances.reserveCapacity(curve.count)
    for (a, b) in zip(curve, curve.dropFirst()) { distances.append(distances[distances.count - 1] + a.distance(to: b)) }
    guard distances[distances.count - 1] > 0 else { return nil }
    points = curve
    self.distances = distances
  }

  /// Off either end it goes straight on.
  func point(at distance: Double) -> Point<Page> {
    var low = 1
    var high = points.count - 1
    while low < high {
      let middle = (low + high) / 2
      if distances[middle] < distance { low = middle + 1 } else { high = middle }
    }
    // A repeated vertex has no direction of its own.
    var start = low - 1
    while start > 0, distances[start] == distances[low] { start -= 1 }
    while low < points.count - 1, distances[start] == distances[low] { low += 1 }
    let span = distances[low] - distances[start]
    return span > 0 ? points[start].lerp(to: points[low], (distance - distances[start]) / span) : points[low]
  }
}
