import Diagnostics
import Geometry

/// Readings of the values that the files of a theatre have in common.
extension YAMLValue {
  /// An id of letters, digits, `-`, `_` and `.`, so that it can stand in other ids, in names of files and in markup.
  func id<Subject>(_: Subject.Type = Subject.self) -> Identifier<Subject>? {
    guard let text = text() else { return nil }
    guard text.isIdentifier else {
      error("`\(text.excerpt)` is no id", hint: "use letters, digits and `-`, as in abu-kamal")
      return nil
    }
    return Identifier(text)
  }

  /// One of the words of an enumeration.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(of _: Choice.Type = Choice.self) -> Choice? {
    guard let text = text() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    error("`\(text.excerpt)` is no `\(name)`", hint: suggest(text, among: words) ?? "one of \(words.joined(separator: ", "))")
    return nil
  }

  func day() -> Day? {
    guard let text = text() else { return nil }
    do throws(DayDefect) {
      return try Day(iso: text)
    } catch {
      self.error("`\(name)`: \(error)")
      return nil
    }
  }

  func span() -> TimeSpan? {
    guard let text = text() else { return nil }
    do throws(TimeSpanDefect) {
      return try TimeSpan(edtf: text)
    } catch {
      self.error("`\(name)`: \(error)")
      return nil
    }
  }

  /// `{en: …, ar: …}`, or a text alone in the first of the theatre's languages.
  func localized(_ languages: [String]) -> LocalizedText? {
    guard isMapping else { return text().map { LocalizedText([languages.first ?? "en": $0]) } }
    var texts: [String: String] = [:]
    for (key, value) in pairs() ?? [] {
      guard let language = key.text() else { continue }
      if value.isNull ? !languages.contains(language) : !isLanguageTag(language) {
        let hint = value.isNull ? "a text with a comma in it belongs in quotes, as in {en: \"one, two\"}" : "write en, ar, …"
        key.error("`\(language.excerpt)` is no language", hint: hint)
      } else if !value.isNull, let text = value.text() {
        texts[language] = text
      }
    }
    return LocalizedText(texts)
  }

  /// `[west, south, east, north]` in degrees.
  func extent() -> Extent<Geographic>? {
    guard let items = items() else { return nil }
    guard items.count == 4 else {
      error("`\(name)` must be 4 numbers: west, south, east, north")
      return nil
    }
    let limits: [ClosedRange<Double>] = [-180...180, -90...90, -180...180, -90...90]
    let numbers = zip(items, limits).compactMap { $0.number(in: $1, unit: " degrees") }
    guard numbers.count == 4 else { return nil }
    guard numbers[0] < numbers[2], numbers[1] < numbers[3] else {
      error("`\(name)` is empty: west must be less than east and south less than north", hint: "the order is west, south, east, north")
      return nil
    }
    return Extent(minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
  }
}

/// Two or three lower-case letters, and further parts behind hyphens.
func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.utf8.count), text.utf8.count <= 12 else { return false }
  return first.utf8.allSatisfy { (0x61...0x7A).contains($0) } && parts.dropFirst().allSatisfy { String($0).isIdentifier }
}
