import Cartography
import Drawing
import Geometry
import TestSupport
import Typography

/// A made-up heap of places that all want their names.
struct Crowd {
  static let frame = Extent<Page>(minX: 20, minY: 30, maxX: 1120, maxY: 670)
  static let halo = 1.2

  var problem: LabelProblem
  /// Centre and radius of each symbol, by feature.
  var symbols: [(center: Point<Page>, radius: Double)]

  /// - Parameter arabic: names in Arabic letters, which stand left of their points.
  init(count: Int, seed: UInt64, arabic: Bool = false, shaper: Shaper) {
    var random = SeededGenerator(seed: seed)
    let words =
      arabic
      ? ["دير", "الزور", "البوكمال", "القائم", "هجين", "تل", "أم", "الميادين", "عين", "خان"]
      : ["Abu", "Kamal", "al-Qaim", "Deir", "ez-Zor", "Hajin", "Tal", "Umm", "Mayadin", "Khan", "Ayn", "Qayrawan"]
    let heaps = (0..<6).map { _ in Self.point(in: Self.frame.inset(by: 60), &random) }
    problem = LabelProblem(frame: Self.frame)
    symbols = []
    for index in 0..<count {
      let heap = heaps[index % heaps.count]
      let p =
        index.isMultiple(of: 3)
        ? Point<Page>(
          min(max(heap.x + .random(in: -60...60, using: &random), 24), 1116),
          min(max(heap.y + .random(in: -40...40, using: &random), 34), 666))
        : Self.point(in: Self.frame.inset(by: 4), &random)
      let name = (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let style = TextStyle(.random(in: 9.5...14, using: &random), Bool.random(using: &random) ? .regular : .semibold)
      let radius = Double.random(in: 1.8...5, using: &random)
      let label = PointLabel(
        anchor: p, radius: radius, blocks: TextBlock.settings(of: name, style, measuring: shaper, halo: Self.halo), gap: 1 + Self.halo,
        isRightToLeft: arabic)
      problem.obstacles.reserve(.disc(p, radius: radius), owner: "\(index)")
      symbols.append((p, radius))
      problem.features.append(
        LabelFeature(
          id: "\(index)", kind: .place, text: name, owner: "\(index)", weight: .random(in: 20...300, using: &random),
          candidates: label.near(), remote: label.remote))
    }
    for _ in 0..<5 {
      let line = (0..<6).map { _ in Self.point(in: Self.frame, &random) }
      problem.obstacles.reserve(line: line, cost: 0.15)
    }
  }

  private static func point(in box: Extent<Page>, _ random: inout SeededGenerator) -> Point<Page> {
    Point(.random(in: box.minX...box.maxX, using: &random), .random(in: box.minY...box.maxY, using: &random))
  }
}
