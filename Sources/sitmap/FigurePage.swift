import Cartography
import SVGRenderer
import Situation

/// A figure ready to be pasted: the picture with its alternative text, its caption and its sources.
struct FigurePage {
  var account: SheetAccount

  /// - Parameter picture: the picture's file, as seen from the page.
  func markdown(picture: String) -> String {
    var text = "![\(escaped(account.altText))](\(picture.contains(" ") ? "<\(picture)>" : picture))\n\n\(escaped(account.caption))\n"
    if !account.sources.isEmpty {
      text += "\n\(heading):\n\n"
      for source in account.sources {
        text += "\(source.number). \(escaped(account.line(source)))\(source.url.map { " <\($0)>" } ?? "")\n"
      }
    }
    return account.note.isEmpty ? text : text + "\n*\(escaped(account.note))*\n"
  }

  /// - Parameter svg: the picture, which becomes a part of the page: as an image, so that no style of either reaches the other.
  func html(svg: [UInt8]) -> [UInt8] {
    let direction = SheetRequest.runsRightToLeft(account.language) ? "rtl" : "ltr"
    var head = "<figure class=\"sitmap\" lang=\"\(account.language)\" dir=\"\(direction)\">\n"
    head += "<img style=\"max-width:100%;height:auto\" alt=\"\(marked(account.altText))\" src=\"data:image/svg+xml;base64,"
    var foot = "\"/>\n<figcaption>\(marked(account.caption))</figcaption>\n"
    foot += "<details><summary>\(marked(wording.text("What the map shows", "ما تعرضه الخريطة")))</summary>\n"
    foot += "<p>\(marked(account.description))</p>\n</details>\n"
    if !account.sources.isEmpty {
      foot += "<p>\(marked(heading))</p>\n<ol>\n"
      for source in account.sources {
        let line = marked(account.line(source))
        foot += "<li>" + (source.url.map { "<a href=\"\(marked($0))\">\(line)</a>" } ?? line) + "</li>\n"
      }
      foot += "</ol>\n"
    }
    if !account.note.isEmpty { foot += "<p><small>\(marked(account.note))</small></p>\n" }
    return Array(head.utf8) + base64(svg) + Array((foot + "</figure>\n").utf8)
  }

  private var wording: Wording { Wording(language: account.language) }
  private var heading: String { wording[.sources] }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text.split(whereSeparator: \.isNewline).joined(separator: " ") {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private func marked(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
