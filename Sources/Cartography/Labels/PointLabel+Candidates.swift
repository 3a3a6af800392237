import Drawing
import Geometry

extension PointLabel {
  /// Eight positions close to the symbol and some between them; where the point has no symbol, positions over it.
  package func near() -> [LabelCandidate] {
    if radius <= 0, pinned == nil { return over() }
    return ring(0, distance: 0, cost: 0, slides: [0, -0.28, 0.28])
  }

  /// The same a little farther out, then positions with a leader line.
  package func remote(mayLead: Bool) -> [LabelCandidate] {
    guard radius > 0 else { return [] }
    let rings =
      ring(0, distance: 0, cost: 1, slides: [-0.42, 0.42]) + ring(1, distance: 2.2 * unit, cost: 2.2, slides: [0, -0.28, 0.28])
      + ring(2, distance: 4.6 * unit, cost: 4.5, slides: [0])
    return mayLead ? rings + led() : rings
  }

  /// - Parameter slides: how far names above, below and beside the symbol are shifted along it, as a share of their own size.
  private func ring(_ number: Int, distance: Double, cost: Double, slides: [Double]) -> [LabelCandidate] {
    let reach = radius + gap + distance
    var result: [LabelCandidate] = []
    for (index, block) in blocks.enumerated() {
      let blockCost = cost + 2 * Double(index)
      for direction in LabelDirection.allCases where pinned == nil || pinned == direction {
        let here = blockCost + (pinned == nil ? direction.cost(isRightToLeft: isRightToLeft) : 0)
        let name = direction.rawValue + String(repeating: "+", count: number)
        switch (direction.x, direction.y) {
        case (0, let y):
          for slide in slides {
            let at = y < 0 ? anchor.y - reach - block.bottom : anchor.y + reach - block.top
            result.append(candidate(block, x: anchor.x + slide * block.width, alignment: 0, y: at, name, here + abs(slide) * 2.2))
          }
        case (let x, 0):
          for slide in slides {
            let at = anchor.y - block.middle + slide * (block.bottom - block.top)
            result.append(candidate(block, x: anchor.x + x * reach, alignment: -x, y: at, name, here + abs(slide) * 1.8))
          }
        case (let x, let y):
          let side = anchor.x + x * reach * 0.7
          let at = y < 0 ? anchor.y - reach * 0.7 - block.bottom : anchor.y + reach * 0.7 - block.top
          result.append(candidate(block, x: side, alignment: -x, y: at, name, here))
        }
      }
    }
    return result
  }

  /// Names of regions, which have no symbol, lie over their point or drift a little.
  private func over() -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    for (index, block) in blocks.enumerated() {
      let height = block.bottom - block.top
      for row in -4...4 {
        for column in -3...3 {
          let x = anchor.x + Double(column) * block.width * 0.22
          let y = anchor.y - block.middle + Double(row) * height * 0.7
          let drift = (Double(column * column) * 1.4 + Double(row * row)).squareRoot()
          result.append(candidate(block, x: x, alignment: 0, y: y, "x", drift * 1.3 + Double(index)))
        }
      }
    }
    return result
  }

  /// Away from the symbol, joined to it by a leader line.
  func led() -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    for distance in [11.0, 18, 27, 38, 52, 68, 88, 112] {
      for turn in 0..<24 {
        let angle = Double(turn) * .pi / 12
        let across = cosine(angle)
        let down = sine(angle)
        if let pinned, abs(across - pinned.x) > 0.8 || abs(down - pinned.y) > 0.8 { continue }
        let alignment: Double = across > 0.3 ? -1 : across < -0.3 ? 1 : 0
        let reach = radius + gap + distance * unit
        for (index, block) in blocks.enumerated() {
          let x = anchor.x + across * reach
          let y = anchor.y + down * reach - (alignment == 0 ? (down < 0 ? block.bottom : block.top) : block.middle)
          var set = block.set(x: x, alignment: alignment, y: y)
          let leader = leader(to: set.ink, alignment: alignment, above: down < 0)
          set.ink.append(leader.ink)
          let side = alignment == 0 ? 1.2 : (alignment < 0) == isRightToLeft ? 0.8 : 0
          let cost = 8 + distance * 0.24 + side + 1.2 * Double(index)
          let name = "led \(across > 0.3 ? "e" : across < -0.3 ? "w" : down < 0 ? "n" : "s")"
          result.append(LabelCandidate(position: name, ink: set.ink, cost: cost, setting: .lines(set.lines, leader: leader)))
        }
      }
    }
    return result
  }

  private func leader(to ink: [InkPart], alignment: Double, above: Bool) -> LeaderLine {
    let box = ink.extent
    let end: Point<Page>
    if alignment == 0 {
      end = Point(min(max(anchor.x, box.minX + box.width * 0.2), box.maxX - box.width * 0.2), above ? box.maxY : box.minY)
    } else {
      // At the line of text that is nearest in height.
      let line = ink.min { abs($0.box.center.y - anchor.y) < abs($1.box.center.y - anchor.y) }?.box ?? box
      end = Point(alignment < 0 ? line.minX : line.maxX, line.center.y)
    }
    let direction = (end - anchor).unit
    return LeaderLine(from: anchor + direction * (radius + LeaderLine.clearance * 0.4), to: end)
  }

  private func candidate(
    _ block: TextBlock, x: Double, alignment: Double, y: Double, _ position: String, _ cost: Double
  ) -> LabelCandidate {
    let set = block.set(x: x, alignment: alignment, y: y)
    return LabelCandidate(position: position, ink: set.ink, cost: cost, setting: .lines(set.lines, leader: nil))
  }
}
