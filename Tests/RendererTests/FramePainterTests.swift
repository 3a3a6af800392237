import CairoRenderer
import Drawing
import Geometry
import TestSupport
import Testing
import Typography

/// Frames that are painted one after the other on the same picture.
struct FramePainterTests {
  private let shaper = Shaper()

  private func painter(_ scale: Double) throws -> FramePainter<Shaper> {
    try FramePainter(width: 320, height: 240, scale: scale, glyphs: shaper)
  }

  private func still(_ scale: Double) throws -> Still {
    try Still(
      DisplayList(
        width: 320, height: 240, background: Color(0xF4F1E8), language: "en", title: "", description: "",
        items: [.shape(Shape(.circle(center: Point(150, 110), radius: 70), fill: Color(0x557799)))]), glyphs: shaper, scale: scale)
  }

  /// A crooked outline, with its vertices on a grid of a quarter of a px as in films.
  private func outline(_ center: Point<Page>, _ radius: Double, _ count: Int, _ random: inout SeededGenerator) -> [Point<Page>] {
    (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      let r = radius * Double.random(in: 0.9...1.1, using: &random)
      return Point(((center.x + r * cosine(angle)) * 4).rounded() / 4, ((center.y + r * sine(angle)) * 4).rounded() / 4)
    }
  }

  /// What moves in a scene of many parts; each frame a few vertices shift, rings start elsewhere, things come and go.
  private func scenes(_ seed: UInt64, count: Int) -> [[DisplayItem]] {
    var random = SeededGenerator(seed: seed)
    var rings = [outline(Point(140, 120), 90, 240, &random), outline(Point(300, 60), 60, 150, &random)]
    var front = rings[0]
    let spot = outline(Point(80, 190), 25, 40, &random)
    let line = shaper.line("Frame", TextStyle(13), rightToLeft: false)
    let hatch = Hatch(.lines, color: Color(0x203040), ground: Color(0xFFEECC), angle: 45, spacing: 4.7, width: 1.2)
    return (0..<count).map { number in
      for index in rings.indices {
        let at = Int.random(in: 0..<rings[index].count, using: &random)
        rings[index][at].x += Double(Int.random(in: -24...24, using: &random)) / 4
        if Bool.random(using: &random) { rings[index].append(rings[index].removeFirst()) }
      }
      front[Int.random(in: 0..<front.count, using: &random)].y += 2.5
      var control: [DisplayItem] = rings.map { .shape(Shape(.polygon($0), fill: .solid(Color(0xAA3322, alpha: 0.6)))) }
      if number % 3 == 1 {
        let moved = spot.map { Point<Page>($0.x + Double(number), $0.y) }
        control.append(.shape(Shape(.polygon(moved), fill: .hatch(hatch))))
      } else {
        control.append(.shape(Shape(.polygon(spot), fill: .hatch(hatch))))
      }
      let frame = Extent<Page>(minX: 10, minY: 8, maxX: 300, maxY: 200)
      var items: [DisplayItem] = [.group(Group(clip: .rectangle(frame), items: control))]
      for width in [3.4, 1.5] { items.append(.shape(Shape(.polyline(front), stroke: Stroke(Color(0x101010), width: width)))) }
      items.append(.shape(Shape(.polygon(rings[1]), stroke: Stroke(Color(0x2244AA), width: 1, dashes: [4, 2]))))
      items.append(.shape(Shape(.circle(center: Point(20 + 9 * Double(number), 225), radius: 5), fill: .black)))
      items.append(.text(TextItem(line, at: Point(200, 220 - Double(number % 4)), color: .black)))
      let faded = DisplayItem.shape(Shape(.polygon(outline(Point(240, 150), 20, 70, &random)), fill: .solid(Color(0x117733))))
      items.append(
        .group(
          Group(
            clip: .rectangle(Extent(minX: 210, minY: 120, maxX: 270, maxY: 180)), opacity: number % 2 == 0 ? 0.5 : 0.25,
            items: number % 4 < 2 ? [faded, .shape(Shape(.polygon(spot.map { $0 + Vector(150, -40) }), fill: .hatch(hatch)))] : [faded])))
      if number % 5 == 2 { items.insert(.shape(Shape(.circle(center: Point(60, 60), radius: 30), fill: Color(0xFFFF00))), at: 1) }
      return items
    }
  }

  @Test(arguments: [(1, 1.0), (2, 1.0), (3, 1.5), (4, 2.0), (5, 0.73), (6, 1.0), (7, 1.25), (8, 1.0)] as [(UInt64, Double)])
  func `a frame looks the same whatever was painted before it`(seed: UInt64, scale: Double) throws {
    let still = try still(scale)
    var running = try painter(scale)
    for (number, scene) in scenes(seed, count: 24).enumerated() {
      var fresh = try painter(scale)
      let layers: [FrameLayer] = [.still(still), .moving(scene)]
      try running.paint(layers)
      try fresh.paint(layers)
      let (one, other) = (try running.raster().pixels, try fresh.raster().pixels)
      #expect(one == other, "frame \(number): \(zip(one, other).filter { $0 != $1 }.count) bytes differ")
    }
  }

  /// A band of ground from one edge of the map to the other, its outline closed where nothing shows.
  private func band(from west: Double, to east: Double, turned: Bool, clipped: Bool) -> [Point<Page>] {
    let rows = (0...60).map { clipped ? 14 + Double($0) * 3.5 : Double($0) * 8 - 60 }
    let ring = rows.map { Point<Page>(west, $0) } + rows.reversed().map { Point<Page>(east, $0) }
    return turned ? ring.map { Point($0.y, $0.x) } : ring
  }

  @Test(arguments: [false, true], [false, true])
  func `ground that grows across the whole map is painted with its inside`(turned: Bool, clipped: Bool) throws {
    let still = try still(1)
    var running = try painter(1)
    // The map's frame, or the picture itself, cuts the band at both ends.
    let frame = clipped ? Extent<Page>(minX: 30, minY: 30, maxX: 200, maxY: 200) : Extent(minX: -50, minY: -50, maxX: 400, maxY: 400)
    for east in [60.0, 180, 75, 190] {
      let ring = band(from: 50, to: east, turned: turned, clipped: clipped)
      let scene = [
        DisplayItem.group(
          Group(clip: .rectangle(frame), items: [.shape(Shape(.polygon(ring), fill: .solid(Color(0xAA3322, alpha: 0.6))))]))
      ]
      var fresh = try painter(1)
      try running.paint([.still(still), .moving(scene)])
      try fresh.paint([.still(still), .moving(scene)])
      #expect(try running.raster() == fresh.raster(), "to \(east)")
    }
  }

  @Test func `frames look like a picture of the same items`() throws {
    let still = try still(1)
    for scene in scenes(9, count: 4) {
      var painter = try painter(1)
      try painter.paint([.still(still), .moving(scene)])
      let list = DisplayList(
        width: 320, height: 240, background: Color(0xF4F1E8), language: "en", title: "", description: "",
        items: [.shape(Shape(.circle(center: Point(150, 110), radius: 70), fill: Color(0x557799)))] + scene)
      let picture = try renderRaster(list, glyphs: shaper)
      let far = zip(try painter.raster().pixels, picture.pixels).filter { abs(Int($0) - Int($1)) > 12 }.count
      // A pixel or two on the steepest edges, which are measured from samples here and exactly there.
      #expect(far <= 6)
    }
  }

  @Test func `one vertex that moves costs one place on the picture`() throws {
    var random = SeededGenerator(seed: 7)
    var ring = outline(Point(160, 120), 100, 400, &random)
    let still = try still(1)
    var painter = try painter(1)
    for step in 0..<3 {
      ring[100].x += 3
      // The ring may begin anywhere.
      let turned = Array(ring[(step * 50)...] + ring[..<(step * 50)])
      try painter.paint([.still(still), .moving([.shape(Shape(.polygon(turned), fill: .solid(.black)))])])
    }
    let area = painter.changed.reduce(0) { $0 + ($1.right - $1.left) * ($1.bottom - $1.top) }
    #expect(area > 0 && area <= 48 * 48)
  }

  @Test func `ground inside an outline that changed all around is painted again`() throws {
    let still = try still(1)
    var painter = try painter(1)
    for size in [30.0, 90] {
      let box = Extent<Page>(minX: 160 - size, minY: 120 - size, maxX: 160 + size, maxY: 120 + size)
      try painter.paint([.still(still), .moving([.shape(Shape(.rectangle(box), fill: .solid(Color(0xCC0000))))])])
    }
    let raster = try painter.raster()
    let pixel = (120 * 320 + 160) * 3
    #expect(Array(raster.pixels[pixel..<(pixel + 3)]) == [0xCC, 0, 0])
    let side = (120 * 320 + 100) * 3
    #expect(Array(raster.pixels[side..<(side + 3)]) == [0xCC, 0, 0])
  }

  @Test func `an equal frame is not painted at all`() throws {
    let still = try still(1)
    var painter = try painter(1)
    let scene = scenes(3, count: 1)[0]
    for _ in 0..<2 { try painter.paint([.still(still), .moving(scene)]) }
    #expect(painter.changed.isEmpty)
  }
}
