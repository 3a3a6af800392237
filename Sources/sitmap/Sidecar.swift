import Cartography
import Geometry
import Situation

/// What goes beside a picture for whoever embeds it: the sheet in words and figures, as JSON.
struct Sidecar {
  var account: SheetAccount
  var sheet: Sheet
  /// The pictures that it is about, by name.
  var files: [String]
  var tally: ControlTally?
  /// What the shares of the area table are of.
  var ground: String
  var theatre: Theatre

  var json: String {
    let list = sheet.displayList
    var members: [(String, JSONText)] = [
      ("title", .text(account.title)), ("summary", .text(account.summary)), ("language", .text(account.language)),
      ("alt", .text(account.altText)), ("description", .text(account.description)), ("caption", .text(account.caption)),
      ("note", .text(account.note)), ("files", .array(files.map(JSONText.text))), ("day", .text(account.day.description)),
    ]
    if let known = account.knownBy { members.append(("known_by", .text(known.description))) }
    if let asOf = account.controlAsOf { members.append(("control_as_of", .text(asOf.description))) }
    if let events = account.events {
      // Each end as exactly as it is known: 2013, 2018-07 or 2018-07-16.
      let ends = events.text.split(separator: "/").map { JSONText.text(String($0)) }
      members.append(("events", .object([("from", ends[0]), ("to", ends[ends.count - 1])])))
    }
    let box = account.extent
    members += [
      ("width_px", .number(list.width, 2)), ("height_px", .number(list.height, 2)),
      (
        "bounds",
        .object([
          ("west", .number(box.minX, 5)), ("south", .number(box.minY, 5)), ("east", .number(box.maxX, 5)), ("north", .number(box.maxY, 5)),
        ])
      ),
      ("legend", .array(account.key.map(entry))), ("list", .array(account.list.map(event))),
      ("sources", .array(account.sources.map(source))),
    ]
    if let tally { members.append(("areas", areas(tally))) }
    members.append(("labels", .array(sheet.labels.placed.map(label))))
    members.append(("labels_dropped", .array(sheet.droppedLabels.map(JSONText.text))))
    return JSONText.object(members).written() + "\n"
  }

  /// The ground under the middle of a label.
  private func label(_ label: LabelReport.Placed) -> JSONText {
    .object([
      ("id", .text(label.id)), ("text", .text(label.text)), ("lon", .number(label.ground.x, 5)), ("lat", .number(label.ground.y, 5)),
    ])
  }

  private func entry(_ entry: SheetAccount.Entry) -> JSONText {
    .object([("section", .text(entry.section)), ("name", .text(entry.name))] + (entry.note.map { [("note", .text($0))] } ?? []))
  }

  private func event(_ event: SheetAccount.Event) -> JSONText {
    var members: [(String, JSONText)] = []
    if let number = event.number { members.append(("number", .whole(number))) }
    members += [
      ("claim", .text(event.reference.description)), ("label", .text(event.label)), ("says", .text(event.says)),
      ("when", .text(event.when)), ("status", .text(event.status)),
    ]
    if let credited = event.accordingTo { members.append(("according_to", .text(credited))) }
    if let source = event.source { members.append(("source", .whole(source))) }
    return .object(members)
  }

  private func source(_ source: SheetAccount.Source) -> JSONText {
    .object(
      [
        ("number", .whole(source.number)), ("report", .text(source.id.rawValue)), ("publisher", .text(source.publisher)),
        ("title", .text(source.title)), ("published", .text(source.published)),
      ] + (source.url.map { [("url", .text($0))] } ?? []))
  }

  private func areas(_ tally: ControlTally) -> JSONText {
    func row(_ status: String, _ holders: [FactionID], _ metres: Double, _ places: [PlaceID] = []) -> JSONText {
      let names = holders.map { theatre.faction($0)?.name[account.language] ?? $0.rawValue }
      return .object(
        [
          ("status", .text(status)), ("holders", .array(holders.map { .text($0.rawValue) })), ("names", .array(names.map(JSONText.text))),
          ("km2", .km2(metres)), ("share", .number(tally.ground > 0 ? metres / tally.ground : 0, 4)),
        ] + (places.isEmpty ? [] : [("place_count", .whole(places.count)), ("places", .array(places.map { .text($0.rawValue) }))]))
    }
    let held = tally.holdings.filter { $0.holding != .unassigned }.map {
      row($0.holding.word, $0.holding.factions, $0.ground, tally.places[$0.holding] ?? [])
    }
    return .object([
      ("ground", .text(ground)), ("ground_km2", .km2(tally.ground)), ("control", .text(tally.asOf == nil ? "places" : "drawn")),
      ("rows", .array(held + [row("unassigned", [], tally.unassigned)])),
    ])
  }
}
