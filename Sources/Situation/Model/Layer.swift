import Diagnostics
import Geometry

/// A layer of the base map, drawn in the order of `theatre.yaml` from the bottom to the top.
package struct Layer: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case land, country, governorate, lake, river, road, border, coast, airfield, relief
  }

  package var id: LayerID
  package var kind: Kind
  /// Path in the theatre's folder. A relief is a raster, and only its path and extent are known here.
  package var path: String
  package var features: [Feature]
  /// What a relief covers, in degrees; nil for the other kinds.
  package var extent: Extent<Geographic>?
  package var location: Location

  package init(
    id: LayerID, kind: Kind, path: String, features: [Feature] = [], extent: Extent<Geographic>? = nil, location: Location
  ) {
    self.id = id
    self.kind = kind
    self.path = path
    self.features = features
    self.extent = extent
    self.location = location
  }
}

/// A named part of the theatre to draw on a sheet of its own.
package struct View: Hashable, Sendable {
  package var id: ViewID
  package var title: LocalizedText
  package var extent: Extent<Geographic>
  package var location: Location

  package init(id: ViewID, title: LocalizedText, extent: Extent<Geographic>, location: Location) {
    self.id = id
    self.title = title
    self.extent = extent
    self.location = location
  }
}
