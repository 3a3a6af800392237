import Cartography
import Drawing
import Geometry
import Situation
import Typography

// Places the names of `names.csv` (text, x, y, radius, weight; one a line, `;` between) given on standard input, and prints how many found room and how
// long that took: `placebench FRAMEWIDTH FRAMEHEIGHT FONTSIZE HALO [noleaders]`.

let arguments = CommandLine.arguments.dropFirst().map { $0 }
let numbers = arguments.compactMap(Double.init)
let frame = Extent<Page>(minX: 0, minY: 0, maxX: numbers[0], maxY: numbers[1])
let size = numbers[2]
let halo = numbers[3]
let mayLead = !arguments.contains("noleaders")
let showsAll = arguments.contains("list")

struct Named {
  var text: String
  var p: Point<Page>
  var radius, weight: Double
}

var all: [Named] = []
while let row = readLine() {
  let cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  guard cells.count == 5, let x = Double(cells[1]), let y = Double(cells[2]), let r = Double(cells[3]), let w = Double(cells[4]) else { continue }
  all.append(Named(text: cells[0], p: Point(x, y), radius: r, weight: w))
}

let shaper = Shaper()

func problem() -> LabelProblem {
  var problem = LabelProblem(frame: frame)
  for (index, named) in all.enumerated() { problem.obstacles.reserve(.disc(named.p, radius: named.radius), owner: "\(index)") }
  for (index, named) in all.enumerated() {
    let blocks = TextBlock.settings(of: named.text, TextStyle(size), measuring: shaper, halo: halo)
    let label = PointLabel(anchor: named.p, radius: named.radius, blocks: blocks, gap: 1.5 + halo)
    problem.features.append(
      LabelFeature(
        id: "\(index)", kind: .place, text: named.text, owner: "\(index)", weight: named.weight, candidates: label.near(),
        remote: label.remote(mayLead: mayLead)))
  }
  return problem
}

let clock = ContinuousClock()
var best = Double.infinity
var placed = 0
var led = 0
var greedy = 0
for round in 0..<7 {
  var solved = LabelSolution(chosen: [])
  let spent = clock.measure { solved = problem().solve() }
  let ms = Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1000
  if round == 0 { print("first run, with shaping: \(ms) ms") }
  best = min(best, ms)
  placed = solved.chosen.count { $0 != nil }
  led = solved.chosen.count { $0?.setting.leader != nil }
  if round == 0, showsAll { for (named, candidate) in zip(all, solved.chosen) where candidate == nil { print("dropped: \(named.text)") } }
}
var quick = problem()
quick.effort = 0
greedy = quick.solve().chosen.count { $0 != nil }
print("placed \(placed) of \(all.count), \(led) of them with a leader line; greedy alone \(greedy); best of 7: \(best) ms")
