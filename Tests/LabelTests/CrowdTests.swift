import Cartography
import Drawing
import Geometry
import Testing
import Typography

struct CrowdTests {
  static let crowds = [(100, 1), (150, 2), (200, 3), (250, 4), (300, 5), (400, 6), (600, 7)]

  /// Letters with their halo, and the leader line, of each placed label.
  private func shapes(_ candidate: LabelCandidate, _ shaper: Shaper) -> (letters: [InkShape], leader: [InkShape]) {
    guard case .lines(let lines, let leader) = candidate.setting else { return ([], []) }
    let letters = lines.flatMap { set in
      InkShape.letters(of: TextItem(set.line, at: set.origin, color: .black), grown: Crowd.halo, shaper)
    }
    return (letters, leader.map { [InkShape(from: $0.from, to: $0.to, width: 1)] } ?? [])
  }

  @Test(arguments: crowds, [false, true])
  func `no two labels overlap, none leaves the frame, none covers another's symbol`(crowd: (Int, Int), arabic: Bool) {
    let shaper = Shaper()
    let crowd = Crowd(count: crowd.0, seed: UInt64(crowd.1), arabic: arabic, shaper: shaper)
    let placed = crowd.problem.solve().chosen.enumerated().compactMap { index, candidate in
      candidate.map { (index: index, shapes: shapes($0, shaper)) }
    }
    #expect(placed.count > 60)
    for (number, one) in placed.enumerated() {
      let text = crowd.problem.features[one.index].text
      let all = one.shapes.letters + one.shapes.leader
      #expect(all.allSatisfy { $0.isInside(Crowd.frame) }, "\(text) leaves the frame")
      for other in placed[(number + 1)...] {
        let meets = all.meets(other.shapes.letters + other.shapes.leader)
        #expect(!meets, "\(text) meets \(crowd.problem.features[other.index].text)")
      }
      for (index, symbol) in crowd.symbols.enumerated() where index != one.index {
        #expect(!all.meets([.disc(symbol.center, symbol.radius)]), "\(text) covers the symbol of \(index)")
      }
      let own = crowd.symbols[one.index]
      #expect(!one.shapes.letters.meets([.disc(own.center, own.radius - 0.6)]), "\(text) covers its own symbol")
    }
  }

  @Test func `the same crowd is always placed the same way`() {
    let shaper = Shaper()
    let positions = (0..<2).map { _ in
      Crowd(count: 300, seed: 11, shaper: shaper).problem.solve().chosen.map { $0.map { "\($0.position) \($0.center.x) \($0.center.y)" } }
    }
    #expect(positions[0] == positions[1])
  }

  /// The sum of what the chosen cost and of the weights of those left out.
  private func cost(_ problem: LabelProblem) -> Double {
    zip(problem.features, problem.solve().chosen).reduce(0) { $0 + ($1.1?.cost ?? $1.0.weight) }
  }

  @Test(arguments: crowds)
  func `the search does better than setting one label after the other`(count: Int, seed: Int) {
    let crowd = Crowd(count: count, seed: UInt64(seed), shaper: Shaper())
    var greedy = crowd.problem
    greedy.effort = 0
    #expect(cost(crowd.problem) < cost(greedy) * 0.97)
  }

  @Test func `labels stay where they were unless that is much worse`() {
    let shaper = Shaper()
    var crowd = Crowd(count: 220, seed: 5, shaper: shaper)
    let before = crowd.problem.solve().chosen
    crowd.problem.previous = Dictionary(
      uniqueKeysWithValues: zip(crowd.problem.features, before).compactMap { feature, candidate in
        candidate.map { (feature.id, $0.center) }
      })
    // The next day a tenth of the places matters more, and some are gone.
    for index in crowd.problem.features.indices where index % 10 == 0 { crowd.problem.features[index].weight += 200 }
    for index in crowd.problem.features.indices where index % 23 == 0 {
      crowd.problem.features[index].near = { [] }
      crowd.problem.features[index].remote = nil
    }
    func moved(_ problem: LabelProblem) -> Int {
      zip(before, problem.solve().chosen).count { old, new in
        guard let old, let new else { return false }
        return old.center.distance(to: new.center) > 0.5
      }
    }
    let calm = moved(crowd.problem)
    crowd.problem.previous = [:]
    #expect(calm * 2 < moved(crowd.problem))
  }

  @Test func `a label without competitors takes the best position`() throws {
    let shaper = Shaper()
    for (isRightToLeft, expected) in [(false, "e"), (true, "w")] {
      var problem = LabelProblem(frame: Crowd.frame)
      let blocks = TextBlock.settings(of: "Hajin", TextStyle(12), measuring: shaper, halo: 1)
      let label = PointLabel(anchor: Point(500, 300), radius: 3, blocks: blocks, gap: 2, isRightToLeft: isRightToLeft)
      problem.features = [LabelFeature(id: "hajin", kind: .place, text: "Hajin", weight: 50, candidates: label.near())]
      let chosen = try #require(problem.solve().chosen[0])
      #expect(chosen.position == expected)
      #expect(chosen.cost == 0)
    }
  }

  @Test(arguments: LabelDirection.allCases)
  func `a pinned label stands where it is pinned or nowhere`(direction: LabelDirection) throws {
    let shaper = Shaper()
    var problem = LabelProblem(frame: Crowd.frame)
    let blocks = TextBlock.settings(of: "Abu Kamal – al-Qaim crossing", TextStyle(12), measuring: shaper, halo: 1)
    let label = PointLabel(anchor: Point(500, 300), radius: 3, blocks: blocks, gap: 2, pinned: direction)
    problem.features = [
      LabelFeature(id: "crossing", kind: .place, text: "", weight: 500, candidates: label.near(), remote: label.remote)
    ]
    let box = try #require(problem.solve().chosen[0]).center
    if direction.rawValue.contains("e") { #expect(box.x > 503) }
    if direction.rawValue.contains("w") { #expect(box.x < 497) }
    if direction.rawValue.contains("n") { #expect(box.y < 297) }
    if direction.rawValue.contains("s") { #expect(box.y > 303) }
    problem.obstacles.reserve(Extent(minX: 300, minY: 100, maxX: 700, maxY: 500))
    #expect(problem.solve().chosen[0] == nil)
  }

  @Test func `a name with no room beside its point gets a leader line`() throws {
    let shaper = Shaper()
    var problem = LabelProblem(frame: Crowd.frame)
    problem.obstacles.reserve(Extent(minX: 485, minY: 285, maxX: 515, maxY: 315), owner: "x")
    let blocks = TextBlock.settings(of: "Hajin", TextStyle(12), measuring: shaper, halo: 1)
    let label = PointLabel(anchor: Point(500, 300), radius: 3, blocks: blocks, gap: 2)
    problem.features = [LabelFeature(id: "a", kind: .place, text: "", weight: 50, candidates: label.near(), remote: label.remote)]
    // Whoever else owns the ground round the point keeps leaders off it too.
    #expect(problem.solve().chosen[0] == nil)
    problem.features[0].owner = "x"
    for x in [470.0, 505] { problem.obstacles.reserve(Extent(minX: x, minY: 290, maxX: x + 25, maxY: 310)) }
    for y in [280.0, 304] { problem.obstacles.reserve(Extent(minX: 470, minY: y, maxX: 498, maxY: y + 16)) }
    for y in [280.0, 304] { problem.obstacles.reserve(Extent(minX: 502, minY: y, maxX: 530, maxY: y + 16)) }
    #expect(try #require(problem.solve().chosen[0]).setting.leader != nil)
  }
}
