import Geometry

/// Features that want labels, and what is in their way.
package struct LabelProblem: Sendable {
  /// Labels stay inside, with all their ink.
  package var frame: Extent<Page>
  package var obstacles: LabelObstacles
  package var features: [LabelFeature] = []
  /// Where labels stood on the sheet before, by id: leaving that spot costs.
  package var previous: [String: Point<Page>] = [:]
  /// For each px that a label moves away from where it stood, and the most that a move costs.
  package var movingCost = 0.5
  package var highestMovingCost = 30.0
  /// The most candidates of a place that the search looks at, the cheapest first: conflicts grow with their square.
  /// Other kinds have fewer features and get twice or three times as many.
  package var candidateLimit = 20
  /// Steps of the search for each feature.
  package var effort = 64

  package init(frame: Extent<Page>) {
    self.frame = frame
    obstacles = LabelObstacles(frame)
  }
}

/// The chosen candidate of each feature, in the order of the features.
package struct LabelSolution: Sendable {
  package var chosen: [LabelCandidate?]
}

extension LabelProblem {
  /// The best placement that the search finds; the same problem always gives the same one.
  /// - Parameter tables: of `nearTables`, where they are known already.
  package func solve(from tables: [[LabelCandidate]]? = nil) -> LabelSolution {
    var tables = tables ?? nearTables(of: features[...])
    var chosen = search(tables, start: previous.isEmpty ? nil : features.indices.map { before(features[$0], &tables[$0]) })
    let waiting = features.indices.filter { chosen[$0] == nil && features[$0].remote != nil }
    if !waiting.isEmpty { chosen = search(waiting, &tables, chosen) }
    return LabelSolution(chosen: chosen.indices.map { index in chosen[index].map { tables[index][$0] } })
  }

  /// Looks for room for those left over: they get their farther candidates, whoever is in their way may step aside a little, and all
  /// others stay where they are.
  private func search(_ waiting: [Int], _ tables: inout [[LabelCandidate]], _ chosen: [Int?]) -> [Int?] {
    var start = chosen
    let grid = GridCells(frame, side: 40)
    var wanted = [[Int32]](repeating: [], count: grid.count)
    var boxes: [Extent<Page>] = []
    // Many that wait wait for the same ground, and conflicts grow with the square of the candidates.
    let share = max(30, min(4 * candidateLimit, 3600 / waiting.count))
    var taken = LabelObstacles(frame)
    for index in features.indices { for part in chosen[index].map({ tables[index][$0].ink }) ?? [] { taken.reserve(part) } }
    let inUse = taken
    let farTables = concurrentMap(waiting.map { features[$0] }) { feature in
      let all = cheapestFirst(usable(feature.near() + (feature.remote?(true) ?? []), of: feature), .max)
      // Where the ground near by is full, some spots far off may be free as things stand.
      return Array(all.prefix(share)) + all.dropFirst(share).lazy.filter { !inUse.isBlocked($0.ink, owner: nil) }.prefix(16)
    }
    for (index, table) in zip(waiting, farTables) {
      tables[index] = table
      start[index] = nil
      for candidate in tables[index] {
        let box = candidate.ink.extent
        grid.forEach(in: box) { wanted[$0].append(Int32(boxes.count)) }
        boxes.append(box)
      }
    }
    let placed = features.indices.compactMap { index in chosen[index].map { (index: index, candidate: tables[index][$0]) } }
    let isInTheWay = placed.map { _, candidate in
      candidate.ink.contains { part in
        var isMet = false
        grid.forEach(in: part.box) { cell in isMet = isMet || wanted[cell].contains { boxes[Int($0)].overlaps(part.box) } }
        return isMet
      }
    }
    let near = tables
    let wider = concurrentMap(Array(zip(placed.map(\.index), isInTheWay))) { index, mayMove -> [LabelCandidate] in
      guard mayMove, let remote = features[index].remote else { return [] }
      // Marks have leaders from the start: more of the same will do.
      let isMark = features[index].kind == .mark
      let farther = usable(isMark ? features[index].near() : remote(false), of: features[index])
      return cheapestFirst(isMark ? farther : near[index] + farther, isMark ? 4 * candidateLimit : candidateLimit)
    }
    for (number, (index, candidate)) in placed.enumerated() {
      if isInTheWay[number], features[index].remote != nil {
        tables[index] = wider[number]
        start[index] = tables[index].firstIndex { $0.center == candidate.center && $0.position == candidate.position }
        if start[index] == nil {
          start[index] = tables[index].count
          tables[index].append(candidate)
        }
      } else if !isInTheWay[number] {
        tables[index] = [candidate]
        start[index] = 0
      }
    }
    return search(tables, start: start)
  }

  private func cheapestFirst(_ candidates: [LabelCandidate], _ most: Int) -> [LabelCandidate] {
    let costs = candidates.map { $0.cost }
    return costs.indices.sorted { costs[$0] != costs[$1] ? costs[$0] < costs[$1] : $0 < $1 }.prefix(most).map { candidates[$0] }
  }

  /// The candidate where the label stood before. One that is far from its point is added to the table.
  private func before(_ feature: LabelFeature, _ table: inout [LabelCandidate]) -> Int? {
    guard let spot = previous[feature.id] else { return nil }
    func isThere(_ candidate: LabelCandidate) -> Bool { candidate.center.distance(to: spot) < 0.5 }
    if let index = table.firstIndex(where: isThere) { return index }
    // Also of those near by only the cheapest are in the table.
    guard let far = usable((feature.near() + (feature.remote?(true) ?? [])).filter(isThere), of: feature).first else { return nil }
    let index = table.firstIndex { $0.cost > far.cost } ?? table.endIndex
    table.insert(far, at: index)
    return index
  }

  /// The candidates that are inside the frame and cover nothing they must not, with what they cost in all.
  private func usable(_ candidates: [LabelCandidate], of feature: LabelFeature) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    result.reserveCapacity(candidates.count)
    for var candidate in candidates where candidate.cost < feature.weight {
      guard frame.contains(candidate.ink.extent), !obstacles.isBlocked(candidate.ink, owner: feature.owner) else { continue }
      candidate.cost += obstacles.cost(candidate.ink)
      if let before = previous[feature.id] {
        candidate.cost += min(highestMovingCost, before.distance(to: candidate.center) * movingCost)
      }
      if candidate.cost < feature.weight { result.append(candidate) }
    }
    return result
  }

  /// Of each feature the best of the candidates close by.
  package func nearTables(of features: ArraySlice<LabelFeature>) -> [[LabelCandidate]] {
    concurrentMap(Array(features)) { feature in
      let share = feature.kind == .country || feature.kind == .side ? 3 : feature.kind == .place ? 1 : 2
      return cheapestFirst(usable(feature.near(), of: feature), share * candidateLimit)
    }
  }

  /// - Returns: the place in its table of each feature's candidate.
  private func search(_ tables: [[LabelCandidate]], start: [Int?]?) -> [Int?] {
    var firsts: [Int32] = [0]
    var owners: [Int32] = []
    var parts: [InkPart] = []
    var partOwners: [Int32] = []
    var costs: [Double] = []
    let anchors = anchors
    for (index, table) in tables.enumerated() {
      for candidate in table {
        for part in candidate.ink {
          parts.append(part)
          partOwners.append(Int32(costs.count))
        }
        owners.append(Int32(index))
        costs.append(candidate.cost)
      }
      firsts.append(Int32(owners.count))
    }
    let graph = ConflictGraph(
      parts: parts, owners: partOwners, features: owners, anchors: anchors, frame: frame, extra: familyConflicts(tables, firsts))
    let begin = (start ?? []).enumerated().map { index, choice in choice.map { firsts[index] + Int32($0) } ?? -1 }
    let weights = features.map { $0.weight }
    var search = LabelSearch(graph: graph, costs: costs, features: owners, firsts: firsts, weights: weights, start: begin)
    // A sheet after another moves its labels to make room for more, not for what this search happens to find and that one did not.
    search.run(steps: effort * features.count, seed: 20_170_530, keepsStart: isFollowed)
    return search.chosen.enumerated().map { index, choice in choice < 0 ? nil : Int(choice - firsts[index]) }
  }

  /// Whether most labels stood on the sheet before: another sheet has no say in where those stand that it does not have.
  private var isFollowed: Bool {
    let known = features.count { previous[$0.id] != nil }
    return known > 0 && 2 * known >= features.count
  }

  /// Of each feature a number for its owner, the same for all labels of one place; -1 for those without.
  private var anchors: [Int32] {
    var numbers: [String: Int32] = [:]
    return features.map { feature in
      guard let owner = feature.owner else { return -1 }
      let number = numbers[owner] ?? Int32(numbers.count)
      numbers[owner] = number
      return number
    }
  }

  /// Candidates of one family that stand too near each other, as far as their ink does not meet anyway.
  private func familyConflicts(_ tables: [[LabelCandidate]], _ firsts: [Int32]) -> [(Int32, Int32)] {
    var members: [String: [Int]] = [:]
    for (index, feature) in features.enumerated() { if let family = feature.family { members[family, default: []].append(index) } }
    var pairs: [(Int32, Int32)] = []
    for family in members.keys.sorted() {
      let indices = members[family] ?? []
      let centers = indices.map { tables[$0].map { $0.center } }
      for (number, i) in indices.enumerated() {
        for (other, j) in indices.enumerated().dropFirst(number + 1) {
          let spacing = max(features[i].spacing, features[j].spacing)
          for (a, one) in centers[number].enumerated() {
            for (b, two) in centers[other].enumerated()
            where one.distance(to: two) < spacing && !tables[i][a].ink.overlaps(tables[j][b].ink) {
              pairs.append((firsts[i] + Int32(a), firsts[j] + Int32(b)))
            }
          }
        }
      }
    }
    return pairs
  }
}

extension LabelCandidate {
  /// The middle of its text or mark; the leader line has no part in it.
  package var center: Point<Page> {
    switch setting {
    case .mark(let box, _, _): return box.center
    case .lines, .curved:
      var box = Extent<Page>.empty
      for part in ink {
        if case .stroke(_, _, let radius) = part.form, radius <= LeaderLine.clearance { continue }
        box.include(part.box)
      }
      return box.isEmpty ? ink.extent.center : box.center
    }
  }
}
