import Drawing
import Geometry
import Situation

/// Heights on a regular grid of longitude and latitude; row 0 is the northernmost.
package struct ElevationGrid: Hashable, Sendable {
  package var columns, rows: Int
  /// Metres above the sea, row by row.
  package var metres: [UInt16]
  package var extent: Extent<Geographic>

  /// Nil when the count of heights is not `columns * rows` or the grid has fewer than 2 rows or columns.
  package init?(columns: Int, rows: Int, metres: [UInt16], extent: Extent<Geographic>) {
    guard columns >= 2, rows >= 2, metres.count == columns * rows, extent.width > 0, extent.height > 0 else { return nil }
    self.columns = columns
    self.rows = rows
    self.metres = metres
    self.extent = extent
  }

  /// Light and shade of each cell, -1 (full shade) to 1 (full light), lit from the north-west at 45°.
  ///
  /// Horn, B. K. P. (1981), Hill shading and the reflectance map, doi:10.1109/PROC.1981.11918; heights are exaggerated for small scales.
  func shades() -> [Float] {
    let latitude = extent.center.y * .pi / 180
    let cellX = extent.width / Double(columns) * 111_195 * max(0.05, cosine(latitude))
    let cellY = extent.height / Double(rows) * 111_195
    let exaggeration = 7.0
    let flat = (0.5).squareRoot()
    var result = [Float](repeating: 0, count: metres.count)
    softened().withUnsafeBufferPointer { heights in
      for r in 0..<rows {
        let up = max(0, r - 1) * columns
        let down = min(rows - 1, r + 1) * columns
        for c in 0..<columns {
          let west = max(0, c - 1)
          let east = min(columns - 1, c + 1)
          let here = r * columns
          let dzdx = Double(heights[here + east] - heights[here + west]) / (2 * cellX) * exaggeration
          let dzdy = Double(heights[up + c] - heights[down + c]) / (2 * cellY) * exaggeration
          // Light from azimuth 315°, altitude 45°: the unit vector (-1/2, 1/2, √½).
          let brightness = (0.5 * dzdx - 0.5 * dzdy + flat) / (1 + dzdx * dzdx + dzdy * dzdy).squareRoot()
          // A knee keeps the plains quiet: their slopes are mostly noise of the source.
          let shade = (brightness - flat) / flat
          result[here + c] = Float(max(-1, min(1, shade * (abs(shade) / (abs(shade) + 0.08)) * 1.6)))
        }
      }
    }
    return result
  }
}

extension ElevationGrid {
  /// The part that an extent needs, with enough around it for slopes to be those of the whole; the whole where that has no part of it.
  func cropped(to wanted: Extent<Geographic>) -> ElevationGrid {
    // Three blurs and a slope reach four cells; the rest is for the mesh, which reaches beyond the frame.
    let margin = 8.0
    let cellX = extent.width / Double(columns)
    let cellY = extent.height / Double(rows)
    func cell(_ offset: Double, _ count: Int) -> Int { Int(max(0, min(Double(count), offset.rounded(.down)))) }
    let c0 = cell((wanted.minX - extent.minX) / cellX - margin, columns)
    let c1 = cell((wanted.maxX - extent.minX) / cellX + margin, columns)
    let r0 = cell((extent.maxY - wanted.maxY) / cellY - margin, rows)
    let r1 = cell((extent.maxY - wanted.minY) / cellY + margin, rows)
    guard c1 - c0 >= 2, r1 - r0 >= 2, c1 - c0 < columns || r1 - r0 < rows else { return self }
    var part: [UInt16] = []
    part.reserveCapacity((c1 - c0) * (r1 - r0))
    for r in r0..<r1 { part.append(contentsOf: metres[(r * columns + c0)..<(r * columns + c1)]) }
    let box = Extent<Geographic>(
      minX: extent.minX + Double(c0) * cellX, minY: extent.maxY - Double(r1) * cellY, maxX: extent.minX + Double(c1) * cellX,
      maxY: extent.maxY - Double(r0) * cellY)
    return ElevationGrid(columns: c1 - c0, rows: r1 - r0, metres: part, extent: box) ?? self
  }

  /// Heights blurred three times by (1 2 1)/4 both ways: grids of some kilometres are noisy in plains.
  private func softened() -> [Float] {
    var current = metres.map(Float.init)
    for _ in 0..<3 {
      var across = current
      for r in 0..<rows {
        let at = r * columns
        for c in 1..<(columns - 1) { across[at + c] = (current[at + c - 1] + 2 * current[at + c] + current[at + c + 1]) / 4 }
      }
      current = across
      for r in 1..<max(1, rows - 1) {
        let at = r * columns
        for c in 0..<columns { current[at + c] = (across[at + c - columns] + 2 * across[at + c] + across[at + c + columns]) / 4 }
      }
    }
    return current
  }
}

extension MapDrafter {
  /// The relief as a picture of light and shade over the frame.
  func draftRelief(_ grid: ElevationGrid, _ theatre: Theatre) -> Group? {
    // About one sample for each cell of the source; more would only blur the same.
    let center = projector.unproject(frame.center)
    let cellMetres = grid.extent.height / Double(grid.rows) * Geodesic.wgs84.distance(center, Point(center.x, center.y + 0.1)) * 10
    let step = max(2.5, min(12, cellMetres / metresPerPixel * 0.75))
    let columns = min(1200, max(2, Int((frame.width / step).rounded(.up))))
    let rows = min(1200, max(2, Int((frame.height / step).rounded(.up))))
    let grid = grid.cropped(to: shown)
    let shades = grid.shades()
    var pixels = [UInt8](repeating: 0, count: columns * rows * 4)
    let mesh = Mesh(columns: columns, rows: rows, frame: frame, projector: projector)
    var isBlank = true
    for r in 0..<rows {
      for c in 0..<columns {
        guard let shade = sample(shades, grid, at: mesh.position(c, r)) else { continue }
        let strength = min(1, Double(abs(shade)) * theme.relief)
        // 32 steps are enough for the eye and make the picture small.
        let alpha = UInt8((strength * 31).rounded() * 255 / 31)
        if alpha == 0 { continue }
        isBlank = false
        let color = shade < 0 ? theme.reliefShade : theme.reliefLight
        let at = (r * columns + c) * 4
        pixels[at] = color.red
        pixels[at + 1] = color.green
        pixels[at + 2] = color.blue
        pixels[at + 3] = alpha
      }
    }
    guard !isBlank else { return nil }
    // The sea has no slopes: without the clip those of the coast would be drawn out over it.
    let land = pagePath(features(theatre, .land).flatMap(\.polygons))
    return Group(
      id: "relief", layer: "Relief", clip: land.isEmpty ? nil : land,
      items: [.picture(Picture(columns: columns, rows: rows, pixels: pixels, box: frame))])
  }

  private func sample(_ shades: [Float], _ grid: ElevationGrid, at p: Point<Geographic>) -> Float? {
    let x = (p.x - grid.extent.minX) / grid.extent.width * Double(grid.columns) - 0.5
    let y = (grid.extent.maxY - p.y) / grid.extent.height * Double(grid.rows) - 0.5
    guard x >= -0.5, y >= -0.5, x <= Double(grid.columns) - 0.5, y <= Double(grid.rows) - 0.5 else { return nil }
    let c = min(grid.columns - 2, max(0, Int(x)))
    let r = min(grid.rows - 2, max(0, Int(y)))
    let fx = Float(min(1, max(0, x - Double(c))))
    let fy = Float(min(1, max(0, y - Double(r))))
    let at = r * grid.columns + c
    let top = shades[at] * (1 - fx) + shades[at + 1] * fx
    let bottom = shades[at + grid.columns] * (1 - fx) + shades[at + grid.columns + 1] * fx
    return top * (1 - fy) + bottom * fy
  }

  /// Longitudes and latitudes of the picture's cells, projected on a coarse net and interpolated between.
  private struct Mesh {
    private let coarse: [Point<Geographic>]
    private let width: Int
    private let every = 12

    init(columns: Int, rows: Int, frame: Extent<Page>, projector: borrowing MapProjector) {
      width = columns / every + 2
      let height = rows / every + 2
      var page: [Point<Projected>] = []
      for r in 0..<height {
        for c in 0..<width {
          let x = frame.minX + (Double(c * every) + 0.5) / Double(columns) * frame.width
          let y = frame.minY + (Double(r * every) + 0.5) / Double(rows) * frame.height
          page.append(projector.transform.inverse(Point(x, y)))
        }
      }
      coarse = projector.projection.unproject(page)
    }

    func position(_ c: Int, _ r: Int) -> Point<Geographic> {
      let at = (r / every) * width + c / every
      let fx = Double(c % every) / Double(every)
      let fy = Double(r % every) / Double(every)
      return coarse[at].lerp(to: coarse[at + 1], fx).lerp(to: coarse[at + width].lerp(to: coarse[at + width + 1], fx), fy)
    }
  }
}
