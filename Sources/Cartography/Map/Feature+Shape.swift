import Geometry
import Situation

extension Feature {
  var lines: [Line<Geographic>] { shape.lines }
  var polygons: [Polygon<Geographic>] { shape.polygons }
  var points: [Point<Geographic>] { shape.points }
}
