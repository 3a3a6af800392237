import Drawing
import Geometry
import Situation

/// Names in the sheet's language; on a sheet in two languages with the other one's name below, smaller.
extension MapDrafter {
  var isArabic: Bool { language == "ar" }

  /// The name in the second language where it has one that differs.
  func second(_ name: LocalizedText) -> String? {
    guard let secondLanguage, let text = name.exactly(secondLanguage), text != name[language] else { return nil }
    return text
  }

  /// The ways to set the name of a place, the preferred one first.
  func blocks(_ name: LocalizedText, _ style: TextStyle, halo: Double) -> [TextBlock] {
    let blocks = TextBlock.settings(of: name[language], style, measuring: measuring, halo: halo)
    guard let text = second(name) else { return blocks }
    return blocks.map { $0.with(below: text, style, measuring) }
  }

  /// The name on one line: along a river, in both languages one after the other.
  func wholeLine(_ name: LocalizedText) -> String {
    second(name).map { "\(name[language])  ·  \($0)" } ?? name[language]
  }
}
