import Drawing
import Geometry
import Situation

/// Everything the drawing of one map frame shares: where the ground falls on the sheet, and how things look.
struct MapDrafter: ~Copyable {
  let projector: MapProjector
  let frame: Extent<Page>
  let theme: Theme
  let language: String
  /// Of the line below each name, on a sheet in two languages.
  let secondLanguage: String?
  /// nil where claims do not pale with age.
  let fading: ClaimFading?
  let wording: Wording
  let measuring: any TextMeasuring
  /// Size of one unit of the design, in px: 1 on a sheet of 1600 by 1200.
  let unit: Double
  /// What the frame shows, in degrees, a little more than that.
  let shown: Extent<Geographic>
  /// The same without more.
  let shownExactly: Extent<Geographic>

  init(
    theatre: Theatre, request: SheetRequest, frame: Extent<Page>, unit: Double, measuring: any TextMeasuring
  ) throws(SheetFailure) {
    let definition =
      theatre.projection.isEmpty || theatre.projection == "lambert" ? Projection.fittedLambert(for: request.extent) : theatre.projection
    let projection: Projection
    do throws(ProjectionFailure) {
      projection = try Projection(definition)
    } catch {
      throw .projection(error)
    }
    let outline = Self.outline(of: request.extent)
    let box = Extent(around: projection.project(outline).filter(\.isFinite))
    guard !box.isEmpty, box.width > 0, box.height > 0 else { throw .emptyView(request.extent) }
    var transform = PageTransform(fitting: box, into: frame)
    if let land = LandEdge.box(of: theatre) {
      transform.move(toward: land, projection, seeing: request.extent, box, in: frame)
    }
    projector = MapProjector(projection: projection, transform: transform)
    self.frame = frame
    self.theme = request.theme
    language = request.language
    secondLanguage = request.secondLanguage
    fading = request.fading
    wording = Wording(language: request.language)
    self.measuring = measuring
    self.unit = unit
    shownExactly = Self.shownDegrees(projector, frame)
    shown = shownExactly.inset(by: -0.05 * max(shownExactly.width, shownExactly.height))
  }

  /// The border of an extent with points close enough for curved edges.
  static func outline(of extent: Extent<Geographic>) -> [Point<Geographic>] {
    let corners = extent.corners
    return corners.indices.flatMap { index in
      (0..<16).map { corners[index].lerp(to: corners[(index + 1) % 4], Double($0) / 16) }
    }
  }

  private static func shownDegrees(_ projector: borrowing MapProjector, _ frame: Extent<Page>) -> Extent<Geographic> {
    let corners = frame.corners
    var box = Extent<Geographic>.empty
    for index in corners.indices {
      for step in 0..<16 {
        let p = projector.unproject(corners[index].lerp(to: corners[(index + 1) % 4], Double(step) / 16))
        if p.isFinite { box.include(p) }
      }
    }
    return box.isEmpty ? Extent(minX: -180, minY: -90, maxX: 180, maxY: 90) : box
  }

  /// The frame with room for strokes that end outside it.
  var clipBox: Extent<Page> { frame.inset(by: -6 * unit) }

  /// Whether any of it can be in the frame.
  func mayShow(_ extent: Extent<Geographic>) -> Bool { extent.intersects(shown) }

  /// Metres on the ground per px in the middle of the map.
  var metresPerPixel: Double { projector.groundMetresPerPixel(at: frame.center) }

  /// Lines on the sheet, cut to the frame and thinned to what can be seen.
  func pageLines(_ lines: [Line<Geographic>]) -> [[Point<Page>]] {
    lines.filter { mayShow($0.extent) }.flatMap { line in
      clip(line: simplify(projector.curve(line.points), tolerance: 0.4), to: clipBox)
    }
  }

  /// One path of polygons on the sheet, cut to the frame and thinned to what can be seen.
  func pagePath(_ polygons: [Polygon<Geographic>]) -> Path {
    var path = Path()
    for polygon in polygons where mayShow(polygon.extent) {
      for ring in polygon.rings {
        let page = projector.curve(ring.points, closed: true)
        path.addLine(clip(ring: thinned(page), to: clipBox), closed: true)
      }
    }
    return path
  }

  private func thinned(_ ring: [Point<Page>]) -> [Point<Page>] {
    guard let first = ring.first, ring.count > 8 else { return ring }
    return simplify(ring + [first], tolerance: 0.4).dropLast()
  }

  /// The point of a place on the sheet when it lies in the frame.
  func pagePoint(_ p: Point<Geographic>) -> Point<Page>? {
    let point = projector.project(p)
    return point.isFinite && frame.contains(point) ? point : nil
  }
}
