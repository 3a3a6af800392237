import Diagnostics
import Geometry

/// The places of a theatre in the order of their file.
package struct Gazetteer: Hashable, Sendable, RandomAccessCollection {
  private var places: [Place]
  private var indexByID: [PlaceID: Int]

  /// Of several places with one id the first is found.
  package init(_ places: [Place] = []) {
    self.places = places
    indexByID = Dictionary(places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var startIndex: Int { places.startIndex }
  package var endIndex: Int { places.endIndex }
  package subscript(position: Int) -> Place { places[position] }
  package subscript(id: PlaceID) -> Place? { indexByID[id].map { places[$0] } }

  /// The place closest to a point on the ellipsoid, and how far it is in metres.
  package func nearest(to point: Point<Geographic>) -> (place: Place, metres: Double)? {
    var best: (place: Place, metres: Double)?
    for place in places {
      let metres = Geodesic.wgs84.distance(point, place.position)
      if best.map({ metres < $0.metres }) ?? true { best = (place, metres) }
    }
    return best
  }

  /// The place that a mistyped id most likely meant: by its id, its names or its aliases.
  package func nearest(toSpelling text: String) -> Place? {
    if let id = nearestWord(to: text, among: places.lazy.map(\.id.rawValue)) { return self[PlaceID(id)] }
    var placeByName: [String: Place] = [:]
    for place in places {
      for name in place.name.wordings + place.aliases where placeByName[name] == nil { placeByName[name] = place }
    }
    return nearestWord(to: text, among: placeByName.keys).flatMap { placeByName[$0] }
  }
}
