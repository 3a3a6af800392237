extension MapProjector {
  /// All ground within a distance of lines, on the sheet.
  ///
  /// Buffered in an azimuthal equidistant plane about the lines' middle, where a hundred kilometres are off by less than a metre,
  /// then brought back to degrees and to the sheet.
  package func belt(around lines: [Line<Geographic>], metres: Double) throws(BeltFailure) -> [Polygon<Page>] {
    let middle = lines.reduce(into: Extent<Geographic>.empty) { $0.include($1.extent) }.center
    do {
      let plane = try Projection("+proj=aeqd +lat_0=\(middle.y) +lon_0=\(middle.x) +ellps=WGS84")
      let overlay = try GEOSOverlay()
      let flat = lines.map { plane.project($0.points) }
      return try overlay.buffer(flat, distance: metres).map { polygon in
        Polygon<Page>(
          exterior: Ring(curve(plane.unproject(polygon.exterior.points), closed: true)),
          holes: polygon.holes.map { Ring(curve(plane.unproject($0.points), closed: true)) })
      }
    } catch let failure as ProjectionFailure {
      throw .projection(failure)
    } catch let failure as OverlayFailure {
      throw .overlay(failure)
    } catch {
      throw .overlay(.failed("buffering"))
    }
  }
}

package enum BeltFailure: Error, Hashable, Sendable {
  case projection(ProjectionFailure)
  case overlay(OverlayFailure)
}
