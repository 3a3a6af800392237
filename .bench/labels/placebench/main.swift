import Cartography
import Drawing
import Geometry
import Typography

// placebench WIDTH HEIGHT FONTSIZE HALO [EFFORT] [noleaders] < places
//
// Places the names given on standard input, one a line as `name;x;y;radius;weight` with lengths in px, and tells how many found room and how
// long it took.

struct Named {
  var text: String
  var p: Point<Page>
  var radius, weight: Double

  init?(_ row: String) {
    let cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 5, let x = Double(cells[1]), let y = Double(cells[2]), let r = Double(cells[3]), let w = Double(cells[4]) else {
      return nil
    }
    text = cells[0]
    p = Point(x, y)
    radius = r
    weight = w
  }
}

struct Bench {
  var frame: Extent<Page>
  var size, halo: Double
  var mayLead: Bool
  var effort: Int?
  let shaper = Shaper()

  func problem(_ places: [Named]) -> LabelProblem {
    var problem = LabelProblem(frame: frame)
    if let effort { problem.effort = effort }
    for (index, named) in places.enumerated() { problem.obstacles.reserve(.disc(named.p, radius: named.radius), owner: "\(index)") }
    for (index, named) in places.enumerated() {
      let blocks = TextBlock.settings(of: named.text, TextStyle(size), measuring: shaper, halo: halo)
      let label = PointLabel(anchor: named.p, radius: named.radius, blocks: blocks, gap: 1 + halo)
      problem.features.append(
        LabelFeature(
          id: "\(index)", kind: .place, text: named.text, owner: "\(index)", weight: named.weight, candidates: label.near(),
          remote: { [mayLead] in label.remote(mayLead: mayLead && $0) }))
    }
    return problem
  }

  func run(_ places: [Named]) {
    let clock = ContinuousClock()
    var times: [Double] = []
    var solution = problem(places).solve()
    for _ in 0..<9 {
      let spent = clock.measure { solution = problem(places).solve() }.components
      times.append(Double(spent.seconds) * 1000 + Double(spent.attoseconds) / 1e15)
    }
    var quick = problem(places)
    quick.effort = 0
    let greedy = quick.solve().chosen.count { $0 != nil }
    let placed = solution.chosen.compactMap { $0 }
    let led = placed.count { $0.setting.leader != nil }
    print("placed \(placed.count) of \(places.count), \(led) with a leader line; greedy alone \(greedy); fastest of 9 \(times.min() ?? 0) ms, median \(times.sorted()[4]) ms")
  }
}

func main() {
  let arguments = CommandLine.arguments.dropFirst()
  let numbers = arguments.compactMap(Double.init)
  var places: [Named] = []
  while let row = readLine() { if let named = Named(row) { places.append(named) } }
  Bench(
    frame: Extent(minX: 0, minY: 0, maxX: numbers[0], maxY: numbers[1]), size: numbers[2], halo: numbers[3],
    mayLead: !arguments.contains("noleaders"), effort: numbers.count > 4 ? Int(numbers[4]) : nil
  ).run(places)
}

main()
