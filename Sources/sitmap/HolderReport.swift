import Cartography
import Diagnostics
import Situation

/// Who holds places and points on a day, and on whose word: as text, CSV or JSON.
struct HolderReport {
  struct Answer {
    /// The id of a place, or a point as it was asked for.
    var title: String
    /// nil where no area is.
    var holding: ControlArea.Holding?
    /// The rows of `control/places.csv` that say so.
    var rows: [PlaceControl] = []
    /// For a point: the place that its ground goes with.
    var origin: GroundOrigin?
    /// The drawn area that a point lies in.
    var area: ControlArea?
    /// Whether it is unassigned for want of a place that reaches it.
    var isBeyondReach = false

    init(title: String, holding: ControlArea.Holding?, rows: [PlaceControl] = []) {
      self.title = title
      self.holding = holding
      self.rows = rows
    }

    fileprivate var status: String { holding?.word ?? "unassigned" }
    fileprivate var holders: [String] { holding?.factions.map(\.rawValue) ?? [] }
    fileprivate var basis: [String] { (rows.isEmpty ? area?.basis ?? [] : rows.flatMap(\.basis)).map(\.words) }
    /// Files and lines.
    fileprivate var sources: [String] { rows.isEmpty ? area.map { [$0.location.description] } ?? [] : rows.map(\.location.description) }

    /// Why there is nothing to name.
    fileprivate var lack: String? {
      if isBeyondReach { return "no held place reaches it" }
      return holding == nil && rows.isEmpty ? "no area is drawn there" : nil
    }
  }

  var answers: [Answer]
  var day: Day
  var knownBy: Day?

  var text: String {
    answers.map { answer in
      var words: [String] = answer.lack.map { [$0] } ?? []
      if let origin = answer.origin {
        words.append("\(decimal(origin.metres / 1000, 1)) km from \(origin.place.id) (\(origin.place.name["en"]))")
      }
      if let area = answer.area { words.append("feature \(area.feature) of") }
      let source = (answer.area == nil ? "" : "\(words.removeLast()) ") + answer.sources.joined(separator: ", ")
      words += answer.basis + (source.isEmpty ? [] : [source])
      let holders = answer.holders.isEmpty ? "" : " " + answer.holders.joined(separator: "|")
      return "\(answer.title): \(answer.status)\(holders) (\(words.joined(separator: "; ")))\n"
    }.joined()
  }

  var csv: String {
    var text = "where,status,holder,from,until,basis,place,km,row\n"
    for answer in answers {
      let basis = answer.basis.isEmpty ? answer.lack ?? "" : answer.basis.joined(separator: "; ")
      let cells = [
        answer.title, answer.status, answer.holders.joined(separator: "|"), answer.rows.first?.from.text ?? "",
        answer.rows.last?.until?.text ?? "", basis, answer.origin?.place.id.rawValue ?? "",
        answer.origin.map { plain($0.metres / 1000, 2) } ?? "", answer.sources.joined(separator: "; "),
      ]
      text += cells.map(csvCell).joined(separator: ",") + "\n"
    }
    return text
  }

  var json: String {
    let holders = answers.map { answer -> JSONText in
      var members: [(String, JSONText)] = [
        ("where", .text(answer.title)), ("status", .text(answer.status)), ("holders", .array(answer.holders.map(JSONText.text))),
      ]
      if let lack = answer.lack { members.append(("reason", .text(lack))) }
      if let origin = answer.origin {
        members.append(
          (
            "place",
            .object([
              ("id", .text(origin.place.id.rawValue)), ("name", .text(origin.place.name["en"])), ("km", .number(origin.metres / 1000, 2)),
            ])
          ))
      }
      if let area = answer.area {
        members.append(
          (
            "area",
            .object([
              ("feature", .whole(area.feature)), ("at", .text(area.location.description)), ("from", .text(area.from.description)),
              ("basis", .array(area.basis.map { .text($0.words) })),
            ])
          ))
      }
      if !answer.rows.isEmpty { members.append(("rows", .array(answer.rows.map(row)))) }
      return .object(members)
    }
    let known = knownBy.map { [("known_by", JSONText.text($0.description))] } ?? []
    return JSONText.object(known + [("day", .text(day.description)), ("answers", .array(holders))]).written() + "\n"
  }

  private func row(_ row: PlaceControl) -> JSONText {
    .object([
      ("place", .text(row.place.rawValue)), ("from", .text(row.from.text)), ("until", .text(row.until?.text ?? "")),
      ("status", .text(row.holding.word)), ("holders", .array(row.holding.factions.map { .text($0.rawValue) })),
      ("basis", .array(row.basis.map { .text($0.words) })), ("at", .text(row.location.description)),
    ])
  }
}

extension ControlArea.Basis {
  /// As the files write it.
  fileprivate var words: String {
    switch self {
    case .claim(let reference): reference.description
    case .editorial(let reason): "editorial: \(reason)"
    }
  }
}
