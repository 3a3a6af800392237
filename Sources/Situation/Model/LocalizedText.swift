/// A text in one or more languages (`en`, `ar`, …).
package struct LocalizedText: Hashable, Sendable {
  private var texts: [String: String]

  package init(_ texts: [String: String] = [:]) { self.texts = texts.filter { !$0.value.isEmpty } }

  /// The text in a language; where there is none the English one, else that of the first language in the alphabet, else nothing.
  package subscript(language: String) -> String {
    texts[language] ?? texts["en"] ?? languages.first.flatMap { texts[$0] } ?? ""
  }

  /// The text in exactly this language.
  package func exactly(_ language: String) -> String? { texts[language] }

  /// In alphabetical order.
  package var languages: [String] { texts.keys.sorted() }
  package var isEmpty: Bool { texts.isEmpty }
  /// Every wording, by language in alphabetical order.
  package var wordings: [String] { languages.compactMap { texts[$0] } }
}

extension LocalizedText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(["en": value]) }
}

extension LocalizedText: CustomStringConvertible {
  package var description: String { self["en"] }
}
