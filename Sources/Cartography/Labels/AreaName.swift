import Drawing
import Geometry

/// A name inside an area: level where the ground is roomy, bent along its spine where it is long and thin.
struct AreaName {
  let raster: GroundRaster
  /// The cells of the part that is named.
  let part: [Int]
  let text: String
  /// The name in another language, for a line below.
  var second: String?
  /// The preferred one first.
  let styles: [TextStyle]
  let halo: Double
  /// Free space around it, in px, so that it reads apart from the names of places.
  let air: Double
  let measuring: any TextMeasuring
  let unit: Double

  /// Of each style the best spots that are some way apart.
  func candidates() -> [LabelCandidate] {
    guard !part.isEmpty else { return [] }
    let middle = centroid
    let reach = (Double(part.count) * raster.cell * raster.cell / .pi).squareRoot()
    var result: [LabelCandidate] = []
    for (rank, style) in styles.enumerated() {
      for (broken, upper) in TextBlock.settings(of: text, style, measuring: measuring, halo: halo + air).enumerated() {
        // Two words one under the other are as good as smaller letters; a compound torn at its hyphen is worse.
        let breakCost = broken == 0 ? 0 : upper.lines[0].text.hasSuffix("-") ? 9.0 : 4
        let block = second.map { upper.with(below: $0, style, measuring) } ?? upper
        let spots = spots(block, middle, reach, 5 * Double(rank) + breakCost)
        for spot in apart(spots, by: 1.9 * raster.cell, most: 40) {
          let set = block.set(x: spot.p.x, alignment: 0, y: spot.p.y - (block.top + block.bottom) / 2)
          result.append(LabelCandidate(position: "inside", ink: set.ink, cost: spot.cost, setting: .lines(set.lines, leader: nil)))
        }
      }
    }
    return result + bent()
  }

  /// Where all of a block fits inside, the best first: in the middle of the part and far from its edge.
  private func spots(_ block: TextBlock, _ middle: Point<Page>, _ reach: Double, _ cost: Double) -> [(p: Point<Page>, cost: Double)] {
    let half = (x: block.width / 2 + halo, y: (block.bottom - block.top) / 2 + halo)
    var spots: [(p: Point<Page>, cost: Double)] = []
    // Of roomy ground every other cell will do: spots are kept two cells apart anyway.
    let isRoomy = part.count > 600
    for index in part {
      if isRoomy, (index % raster.columns | index / raster.columns) & 1 != 0 { continue }
      let p = raster.center(index)
      let box = Extent<Page>(minX: p.x - half.x, minY: p.y - half.y, maxX: p.x + half.x, maxY: p.y + half.y)
      guard raster.contains(box) else { continue }
      let depth = min(1, Double(raster.depth[index]) * raster.cell / (block.width * 0.5))
      spots.append((p, 7 * p.distance(to: middle) / reach + 6 * (1 - depth) + cost))
    }
    return spots.sorted { $0.cost != $1.cost ? $0.cost < $1.cost : $0.p.x != $1.p.x ? $0.p.x < $1.p.x : $0.p.y < $1.p.y }
  }

  private func apart(_ spots: [(p: Point<Page>, cost: Double)], by distance: Double, most: Int) -> [(p: Point<Page>, cost: Double)] {
    var kept: [(p: Point<Page>, cost: Double)] = []
    for spot in spots {
      if kept.count == most { break }
      if kept.allSatisfy({ $0.p.distance(to: spot.p) >= distance }) { kept.append(spot) }
    }
    return kept
  }

  /// The cell farthest from the edge of the part: its pole of inaccessibility.
  var pole: Point<Page>? { part.max { (raster.depth[$0], $1) < (raster.depth[$1], $0) }.map(raster.center) }

  private var centroid: Point<Page> {
    var x = 0.0
    var y = 0.0
    for index in part {
      let p = raster.center(index)
      x += p.x
      y += p.y
    }
    return Point(x / Double(part.count), y / Double(part.count))
  }
}

extension AreaName {
  /// Along the spine of ground that is long and thin, letters spread over the middle of it.
  private func bent() -> [LabelCandidate] {
    let deepest = part.reduce(Float(0)) { max($0, raster.depth[$1]) }
    // A disc of the same ground is about this deep; thin ground is far from it.
    guard Double(deepest) < 0.62 * (Double(part.count) / .pi).squareRoot() else { return [] }
    let spine = smoothed(raster.spine(of: part), reach: 5 * raster.cell, step: raster.cell / 2)
    let step = 4 * unit
    let path = resampled(spine, step: step)
    guard path.count > 8 else { return [] }
    var stretches: [(name: CurvedName, points: [Point<Page>], cost: Double)] = []
    for (rank, style) in styles.enumerated() {
      for spread in [0.55, 0.3, 0.12] where style.tracking > 0 || spread == 0.12 {
        var tracked = style
        if style.tracking > 0 { tracked.tracking = max(style.tracking, style.size * spread) }
        let name = CurvedName(measuring.line(second.map { "\(text)  ·  \($0)" } ?? text, tracked), measuring: measuring, halo: halo + air)
        let span = Int((name.line.width * CurvedName.reserve / step).rounded(.up)) + 1
        guard path.count > span + 4 else { continue }
        for start in stride(from: 1, to: path.count - span - 1, by: 4) {
          let stretch = Array(path[start...(start + span)])
          let turn = turning(stretch[...], every: 14)
          guard turn < 0.9, stretch.allSatisfy({ isDeep($0, style.size * 0.75) }) else { continue }
          let off = abs(Double(start + span / 2) - Double(path.count) / 2) / Double(path.count)
          let slope = abs(stretch[span].y - stretch[0].y) / max(1, stretch[0].distance(to: stretch[span]))
          let cost = 4 + turn * 6 + off * 12 + 5 * Double(rank) + slope * 4 + (spread == 0.55 ? 0 : 0.8)
          stretches.append((name, stretch, cost))
        }
      }
    }
    // Only the best are set.
    let order = stretches.indices.sorted { (stretches[$0].cost, $0) < (stretches[$1].cost, $1) }
    return Array(
      order.lazy.compactMap { index -> LabelCandidate? in
        let (name, stretch, cost) = stretches[index]
        guard let set = name.set(along: upright(stretch), .on, gap: 0) else { return nil }
        return LabelCandidate(position: "bent", ink: set.ink, cost: cost, setting: .curved(name.line, set.placements))
      }.prefix(60))
  }

  /// In reading direction; steep names read upward.
  private func upright(_ stretch: [Point<Page>]) -> [Point<Page>] {
    let across = stretch[stretch.count - 1].x - stretch[0].x
    let down = stretch[stretch.count - 1].y - stretch[0].y
    let isSteep = abs(across) < abs(down) * 0.25
    return (isSteep ? down > 0 : across < 0) ? stretch.reversed() : stretch
  }

  private func isDeep(_ p: Point<Page>, _ distance: Double) -> Bool {
    guard let index = raster.index(at: p) else { return false }
    return Double(raster.depth[index]) * raster.cell >= distance
  }
}
