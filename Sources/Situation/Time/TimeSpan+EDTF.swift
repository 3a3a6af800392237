/// Why a text is no span of time.
package enum TimeSpanDefect: Error, Hashable, Sendable, CustomStringConvertible {
  case notEDTF(String)
  case noSuchDay(DayDefect)
  case reversed(from: String, until: String)
  case openOnBothSides
  case tooManySlashes
  case unknownEnd

  package var description: String {
    switch self {
    case .notEDTF(let text):
      "`\(text.excerpt)` is no date; write 2017-05-30, 2017-05, 2017, 2017-05-18/2017-06-01, 2018-07~ (about) or 2018-07? (uncertain)"
    case .noSuchDay(let defect): defect.description
    case .reversed(let from, let until): "the interval ends before it begins: \(from) comes after \(until)"
    case .openOnBothSides: "an interval needs a date on one side at least"
    case .tooManySlashes: "an interval has one `/`"
    case .unknownEnd: "an open end of an interval is written `..`"
    }
  }
}

extension TimeSpan {
  /// Reads EDTF level 0 dates and intervals, and the qualifiers and open ends of level 1.
  package init(edtf text: String) throws(TimeSpanDefect) {
    guard text.utf8.count <= 40 else { throw .notEDTF(text.excerpt) }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      let date = try Date(ends[0])
      self.init(
        from: date.first, until: date.last, precisions: Ends(from: date.precision, until: date.precision), isInterval: false,
        isApproximate: date.isApproximate, isUncertain: date.isUncertain, text: text)
    case 2:
      if ends[0].isEmpty || ends[1].isEmpty { throw .unknownEnd }
      let from = ends[0] == ".." ? nil : try Date(ends[0])
      let until = ends[1] == ".." ? nil : try Date(ends[1])
      if from == nil, until == nil { throw .openOnBothSides }
      if let from, let until, from.first > until.last {
        throw .reversed(from: String(ends[0]), until: String(ends[1]))
      }
      let dates = [from, until].compactMap { $0 }
      let precisions = Ends(
        from: from?.precision ?? until?.precision ?? .day, until: until?.precision ?? from?.precision ?? .day)
      self.init(
        from: from?.first, until: until?.last, precisions: precisions, isInterval: true,
        isApproximate: dates.contains(where: \.isApproximate), isUncertain: dates.contains(where: \.isUncertain), text: text)
    default: throw .tooManySlashes
    }
  }

  /// One date with its qualifier.
  private struct Date {
    var first, last: Day
    var precision: Precision
    var isApproximate = false
    var isUncertain = false

    init(_ text: Substring) throws(TimeSpanDefect) {
      var digits = text
      switch text.last {
      case "~": isApproximate = true
      case "?": isUncertain = true
      case "%": (isApproximate, isUncertain) = (true, true)
      default: break
      }
      if isApproximate || isUncertain { digits = text.dropLast() }
      let parts = digits.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
      let widths = [4, 2, 2]
      guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.count == $1 }) else { throw .notEDTF(String(text)) }
      let numbers = parts.compactMap { decimal($0[...]) }
      guard numbers.count == parts.count else { throw .notEDTF(String(text)) }
      do throws(DayDefect) {
        first = try Day(
          year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, dayOfMonth: numbers.count > 2 ? numbers[2] : 1)
        switch numbers.count {
        case 1:
          last = try Day(year: numbers[0], month: 12, dayOfMonth: 31)
          precision = .year
        case 2:
          last = first.lastOfMonth
          precision = .month
        default:
          last = first
          precision = .day
        }
      } catch {
        throw .noSuchDay(error)
      }
    }
  }
}
