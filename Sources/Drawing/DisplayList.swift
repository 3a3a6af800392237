import Geometry

/// A sheet ready to be drawn: what every renderer replays, in page units.
package struct DisplayList: Hashable, Sendable {
  /// Width and height in px.
  package var width, height: Double
  package var background: Color
  /// BCP 47, for example `en`.
  package var language: String
  package var title: String
  package var description: String
  package var items: [DisplayItem]

  package init(
    width: Double, height: Double, background: Color, language: String, title: String, description: String, items: [DisplayItem] = []
  ) {
    self.width = width
    self.height = height
    self.background = background
    self.language = language
    self.title = title
    self.description = description
    self.items = items
  }
}

package indirect enum DisplayItem: Hashable, Sendable {
  case shape(Shape)
  case text(TextItem)
  case picture(Picture)
  case group(Group)
}

/// A path with a fill, a stroke or both; the stroke lies over the fill. Fills use the even-odd rule.
package struct Shape: Hashable, Sendable {
  package var path: Path
  package var fill: Paint?
  package var stroke: Stroke?

  package init(_ path: Path, fill: Paint? = nil, stroke: Stroke? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
  }

  package init(_ path: Path, fill: Color, stroke: Stroke? = nil) {
    self.init(path, fill: .solid(fill), stroke: stroke)
  }
}

/// A raster in a box: 8 bits of grey-level shade with alpha, row 0 at the top.
package struct Picture: Hashable, Sendable {
  package var columns, rows: Int
  /// Interleaved `R G B A`, straight alpha, `columns * rows * 4` bytes.
  package var pixels: [UInt8]
  package var box: Extent<Page>

  package init(columns: Int, rows: Int, pixels: [UInt8], box: Extent<Page>) {
    self.columns = columns
    self.rows = rows
    self.pixels = pixels
    self.box = box
  }
}

/// Items that belong together: a layer, or one mark with where it comes from.
package struct Group: Hashable, Sendable {
  /// Stable and unique on the sheet; letters, digits and hyphens.
  package var id: String?
  /// What a designer sees in the layer list; only layers have one.
  package var layer: String?
  package var title: String?
  package var description: String?
  /// Written as `data-…` attributes, in this order, for example `("source", "jpost-2017-05-30")`.
  package var attributes: [Attribute]
  package var clip: Path?
  package var opacity: Double
  package var items: [DisplayItem]

  package struct Attribute: Hashable, Sendable {
    package var name, value: String
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(
    id: String? = nil, layer: String? = nil, title: String? = nil, description: String? = nil, attributes: [Attribute] = [],
    clip: Path? = nil, opacity: Double = 1, items: [DisplayItem] = []
  ) {
    self.id = id
    self.layer = layer
    self.title = title
    self.description = description
    self.attributes = attributes
    self.clip = clip
    self.opacity = opacity
    self.items = items
  }
}
