import Geometry

/// A thing of a base layer with its shape and attributes.
package struct Feature: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case points([Point<Geographic>])
    case lines([Line<Geographic>])
    case polygons([Polygon<Geographic>])
  }

  package var shape: Shape
  /// From `name_en`, `name_ar` and any other `name_…`.
  package var name: LocalizedText
  /// 1 is the most important.
  package var rank: Int?
  package var properties: [String: JSONScalar]

  package init(shape: Shape, name: LocalizedText = LocalizedText(), rank: Int? = nil, properties: [String: JSONScalar] = [:]) {
    self.shape = shape
    self.name = name
    self.rank = rank
    self.properties = properties
  }

  /// The two countries that a border line lies between.
  package var borderPair: BorderPair? {
    guard case .list(let names)? = properties["between"], names.count == 2, let a = names[0].text, let b = names[1].text
    else { return nil }
    return BorderPair(a, b)
  }
}

extension Feature.Shape {
  package var points: [Point<Geographic>] { if case .points(let points) = self { points } else { [] } }
  package var lines: [Line<Geographic>] { if case .lines(let lines) = self { lines } else { [] } }
  package var polygons: [Polygon<Geographic>] { if case .polygons(let polygons) = self { polygons } else { [] } }

  package var vertexCount: Int {
    switch self {
    case .points(let points): points.count
    case .lines(let lines): lines.reduce(0) { $0 + $1.points.count }
    case .polygons(let polygons):
      polygons.reduce(0) { $0 + $1.exterior.points.count + $1.holes.reduce(0) { $0 + $1.points.count } }
    }
  }
}

/// A property of a feature. Nested objects and arrays of arrays are not kept.
package enum JSONScalar: Hashable, Sendable {
  case text(String)
  case number(Double)
  case bool(Bool)
  case null
  case list([JSONScalar])

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
  package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  /// The number, if it is whole and no larger than a small rank could be.
  package var int: Int? { number.flatMap { Int(exactly: $0) } }
  /// The texts of a list, or the one text.
  package var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let scalars): scalars.compactMap(\.text)
    default: []
    }
  }
}
