import Drawing
import Geometry
import Situation

/// The fills and lines of a frame's control.
struct DrawnFilmControl {
  var fills: [DisplayItem]
  var lines: [DisplayItem]
}

/// The arcs of a coverage on the sheet, projected once for all frames that show it.
struct FilmArcs {
  private struct OnSheet {
    var points: [Point<Page>]
    /// The same for strokes, without vertices that the next one hides.
    var thin: [Point<Page>]
    var extent: Extent<Page>
    /// What of it is drawn as a line: what can be seen and does not run along a state border, which is drawn anyway.
    var pieces: [[Point<Page>]]
    /// Whether that is all of it.
    var isWhole: Bool
  }

  let number: Int
  private var arcs: [OnSheet] = []
  private var clipBox = Extent<Page>.empty

  init() { number = -1 }

  init(_ control: FilmControl, _ drafter: borrowing MapDrafter, _ borders: StateBorders) {
    number = control.coverageNumber
    clipBox = drafter.clipBox
    arcs.reserveCapacity(control.coverage.arcs.count)
    for arc in control.coverage.arcs {
      let points = Self.onSheet(arc.points, drafter)
      let extent = Extent(around: points)
      guard extent.intersects(clipBox) else {
        arcs.append(OnSheet(points: points, thin: [], extent: extent, pieces: [], isWhole: false))
        continue
      }
      let thin = Self.thinned(points)
      let stretches = borders.stretchesOff(arc.points)
      let isUncut = stretches.count == 1 && stretches[0].count == arc.points.count
      let shown = isUncut ? [thin] : stretches.map { Self.thinned(Self.onSheet($0, drafter)) }
      arcs.append(
        OnSheet(
          points: points, thin: thin, extent: extent, pieces: shown.flatMap { clip(line: $0, to: clipBox) },
          isWhole: isUncut && clipBox.contains(extent)))
    }
  }

  /// An arc with its vertices on a grid of a quarter of a px: what the eye cannot see is dropped, and a vertex that two coverages share
  /// stands still when one follows the other.
  private static func onSheet(_ points: [Point<Geographic>], _ drafter: borrowing MapDrafter) -> [Point<Page>] {
    let page = drafter.mayShow(Extent(around: points)) ? drafter.projector.curve(points) : drafter.projector.project(points)
    var result: [Point<Page>] = []
    result.reserveCapacity(page.count)
    for p in page where p.isFinite {
      let q = Point<Page>((p.x * 4).rounded() / 4, (p.y * 4).rounded() / 4)
      if let last = result.last, last.x == q.x, last.y == q.y { continue }
      result.append(q)
    }
    if result.count == 1 { result.append(result[0]) }
    return result
  }

  /// Of vertices in a row that lie in one square px the first, so that no vertex depends on others far away. Strokes cost by the vertex.
  private static func thinned(_ points: [Point<Page>]) -> [Point<Page>] {
    var result: [Point<Page>] = []
    result.reserveCapacity(points.count)
    for (index, p) in points.enumerated() {
      if index > 0, index + 1 < points.count {
        let last = points[index - 1]
        if last.x.rounded(.down) == p.x.rounded(.down), last.y.rounded(.down) == p.y.rounded(.down) { continue }
      }
      result.append(p)
    }
    return result
  }

  func draw(_ control: FilmControl, _ theatre: Theatre, _ drafter: borrowing MapDrafter) -> DrawnFilmControl {
    var fills: [DisplayItem] = []
    for (holder, holding) in Self.ordered(control.holdings) {
      let path = path(of: control, holder)
      guard !path.isEmpty else { continue }
      let shapes = holding.paints(theatre, drafter.theme, drafter.unit).map { DisplayItem.shape(Shape(path, fill: $0)) }
      fills.append(.group(Group(id: "control-" + holding.slug, items: shapes)))
    }
    return DrawnFilmControl(fills: fills, lines: lines(of: control, theatre, drafter))
  }

  /// Held ground first, then what is laid over it.
  private static func ordered(_ holdings: [ControlArea.Holding]) -> [(number: Int, holding: ControlArea.Holding)] {
    func rank(_ holding: ControlArea.Holding) -> Int {
      switch holding {
      case .unassigned: 0
      case .held: 1
      case .claimed: 2
      case .presence: 3
      case .contested: 4
      }
    }
    return holdings.enumerated().map { ($0.offset, $0.element) }.sorted { (rank($0.1), $0.1.slug) < (rank($1.1), $1.1.slug) }
  }

  private func path(of control: FilmControl, _ holder: Int) -> Path {
    var elements: [Path.Element] = []
    for outline in control.coverage.outlines(where: { control.holders[$0] == holder }) {
      var box = Extent<Page>.empty
      for use in outline { box.include(arcs[use.arc].extent) }
      if !box.intersects(clipBox) { continue }
      var ring: [Point<Page>] = []
      for use in outline {
        let points = arcs[use.arc].points
        guard points.count > 1 else { continue }
        if use.isReversed {
          for index in stride(from: points.count - 1, to: 0, by: -1) { ring.append(points[index]) }
        } else {
          for index in 0..<(points.count - 1) { ring.append(points[index]) }
        }
      }
      if !clipBox.contains(box) { ring = clip(ring: ring, to: clipBox) }
      guard let first = ring.first, ring.count > 2 else { continue }
      elements.append(.move(first))
      for index in 1..<ring.count { elements.append(.line(ring[index])) }
      elements.append(.close)
    }
    return Path(elements)
  }

  /// Edges, borders between allies and fronts, each kind joined to long lines.
  private func lines(of control: FilmControl, _ theatre: Theatre, _ drafter: borrowing MapDrafter) -> [DisplayItem] {
    var kinds: [Int: Int] = [:]
    let count = control.holdings.count + 1
    func kind(_ left: Int, _ right: Int) -> Int {
      let key = (left + 1) * count + right + 1
      if let known = kinds[key] { return known }
      let found =
        switch drafter.lineClass(left < 0 ? nil : control.holdings[left], right < 0 ? nil : control.holdings[right], theatre) {
        case .edge: 0
        case .soft: 1
        case .front: 2
        }
      kinds[key] = found
      return found
    }
    var shown: [[Int]] = [[], [], []]
    for index in control.coverage.arcs.indices where !arcs[index].pieces.isEmpty {
      let arc = control.coverage.arcs[index]
      let left = arc.left < 0 ? -1 : control.holders[arc.left]
      let right = arc.right < 0 ? -1 : control.holders[arc.right]
      if left != right { shown[kind(left, right)].append(index) }
    }
    let paths = shown.map { chained($0, control.coverage) }
    let (theme, unit) = (drafter.theme, drafter.unit)
    var items: [DisplayItem] = []
    if !paths[0].isEmpty { items.append(.shape(Shape(paths[0], stroke: Stroke(theme.front.opacity(0.32), width: 0.7 * unit)))) }
    if !paths[1].isEmpty { items.append(.shape(Shape(paths[1], stroke: Stroke(theme.softBorder, width: 1.6 * unit)))) }
    if !paths[2].isEmpty {
      items.append(.shape(Shape(paths[2], stroke: Stroke(theme.frontCasing, width: 3.4 * unit))))
      items.append(.shape(Shape(paths[2], stroke: Stroke(theme.front, width: 1.5 * unit))))
    }
    return items
  }

  /// One path of arcs, those that meet end to end joined; arcs that the frame cuts stand alone.
  private func chained(_ indices: [Int], _ coverage: Coverage) -> Path {
    var elements: [Path.Element] = []
    func add(_ points: [Point<Page>], reversed: Bool = false, joins: Bool = false) {
      var isFirst = !joins
      for offset in points.indices {
        if joins, offset == 0 { continue }
        let p = points[reversed ? points.count - 1 - offset : offset]
        elements.append(isFirst ? .move(p) : .line(p))
        isFirst = false
      }
    }
    var at: [Int: [Int]] = [:]
    for index in indices where arcs[index].isWhole {
      at[coverage.arcs[index].start, default: []].append(index)
      at[coverage.arcs[index].end, default: []].append(index)
    }
    var isUsed: Set<Int> = []
    for index in indices where !isUsed.contains(index) {
      guard arcs[index].isWhole else {
        for piece in arcs[index].pieces { add(piece) }
        continue
      }
      // Back to where the chain begins, then along it.
      var first = index
      var node = coverage.arcs[index].start
      var seen: Set<Int> = [index]
      while let meeting = at[node], meeting.count == 2, let other = meeting.first(where: { $0 != first }), seen.insert(other).inserted {
        first = other
        node = coverage.arcs[other].start == node ? coverage.arcs[other].end : coverage.arcs[other].start
      }
      var current = first
      var isStart = true
      while isUsed.insert(current).inserted {
        let isReversed = coverage.arcs[current].start != node
        add(arcs[current].thin, reversed: isReversed, joins: !isStart)
        isStart = false
        node = isReversed ? coverage.arcs[current].start : coverage.arcs[current].end
        guard let meeting = at[node], meeting.count == 2, let next = meeting.first(where: { $0 != current }) else { break }
        current = next
      }
    }
    return Path(elements)
  }
}
