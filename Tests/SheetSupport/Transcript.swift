import Drawing
import Geometry

extension DisplayList {
  /// The list in words, a line for each item, for people to read and for tests to compare.
  package func transcript(ofGroups isWanted: (String) -> Bool = { _ in true }) -> String {
    var lines = ["sheet \(number(width)) x \(number(height)) \(background.text) \(language) \"\(title)\""]
    for item in items {
      if case .group(let group) = item, !isWanted(group.id ?? "") { continue }
      item.write(to: &lines, indent: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension DisplayItem {
  fileprivate func write(to lines: inout [String], indent: String) {
    switch self {
    case .shape(let shape): lines.append(indent + shape.words)
    case .text(let item): lines.append(indent + item.words)
    case .picture(let picture): lines.append("\(indent)picture \(picture.columns) x \(picture.rows) \(picture.box.text)")
    case .group(let group):
      var words = "\(group.id ?? "group"):"
      if let layer = group.layer { words += " layer \"\(layer)\"" }
      if let title = group.title, !title.isEmpty { words += " \"\(title)\"" }
      if let clip = group.clip { words += " clip \(clip.extent.text)" }
      if group.opacity != 1 { words += " opacity \(number(group.opacity))" }
      lines.append(indent + words)
      for attribute in group.attributes { lines.append("\(indent)  \(attribute.name)=\(attribute.value)") }
      if let description = group.description, !description.isEmpty { lines.append("\(indent)  says \(description)") }
      for item in group.items { item.write(to: &lines, indent: indent + "  ") }
    }
  }
}

extension Shape {
  fileprivate var words: String {
    var words = ["shape \(path.extent.text) of \(path.elements.count)"]
    switch fill {
    case .solid(let color): words.append("fill \(color.text)")
    case .hatch(let hatch):
      words.append("\(hatch.figure.rawValue) \(hatch.color.text) on \(hatch.ground?.text ?? "nothing") every \(number(hatch.spacing))")
    case nil: break
    }
    if let stroke {
      words.append("stroke \(stroke.color.text) \(number(stroke.width))")
      if stroke.isDashed { words.append("dashes " + stroke.dashes.map(number).joined(separator: " ")) }
    }
    return words.joined(separator: ", ")
  }
}

extension TextItem {
  fileprivate var words: String {
    let style = line.style
    let look = [style.weight == .regular ? nil : style.weight.rawValue, style.isItalic ? "italic" : nil, halo == nil ? nil : "halo"]
    let place =
      switch placement {
      case .straight(let p, let angle): "at \(number(p.x)),\(number(p.y))" + (angle == 0 ? "" : " turned \(number(angle))")
      case .glyphs(let places): "along \(Extent(around: places.map(\.origin)).text)"
      }
    return "text \"\(line.text)\" " + ([number(style.size)] + look.compactMap { $0 } + [color.text, place]).joined(separator: " ")
  }
}

extension Color {
  fileprivate var text: String { alpha < 1 ? "\(hex)/\(number(alpha))" : hex }
}

extension Extent<Page> {
  fileprivate var text: String { isEmpty ? "nowhere" : "[\(number(minX)) \(number(minY)) \(number(maxX)) \(number(maxY))]" }
}

/// With one decimal, two below 1; none where they are zero.
private func number(_ value: Double) -> String {
  guard value.isFinite else { return "\(value)" }
  let scale = abs(value) < 1 ? 100.0 : 10.0
  let units = Int((abs(value) * scale).rounded())
  let (whole, rest) = units.quotientAndRemainder(dividingBy: Int(scale))
  let sign = value < 0 && units > 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  return "\(sign)\(whole)." + (scale == 100 && rest < 10 ? "0" : "") + "\(rest)"
}
