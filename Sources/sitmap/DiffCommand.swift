import ArgumentParser
import Cartography
import Diagnostics
import Geometry
import Situation

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what has changed between two days: ground gained, lost and newly contested.",
    discussion: """
      Without an output file and without --json or --csv it prints the sentence and the figures. These are of all ground, or of that \
      which --within names, whatever part of it a sheet shows; sheet and text say which. In a theatre with places both days are computed \
      from them, also where a day has drawn areas; --control authored compares drawn areas, and then places go by the area they lie in.
      """)

  @Argument(help: "The earlier day, as 2017-09-01.", transform: DayArgument.read)
  var from: DayArgument

  @Argument(help: "The later day.", transform: DayArgument.read)
  var to: DayArgument

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Draw a sheet; the ending says what: .svg .png .pdf. May be given several times.", valueName: "file"))
  var output: [String] = []

  @Option(help: ArgumentHelp("Compare only in a country, a governorate, a view, `extent`, or west,south,east,north.", valueName: "ground"))
  var within: String?

  @Flag(help: "The figures as JSON on standard output.")
  var json = false

  @Flag(help: "The figures as CSV on standard output.")
  var csv = false

  @OptionGroup(title: "Control")
  var control: ControlOptions

  @OptionGroup(title: "Snapshots")
  var series: SeriesOptions

  @OptionGroup(title: "Sheet")
  var sheet: SheetOptions

  @OptionGroup(title: "Theatre")
  var theatre: TheatreOptions

  func validate() throws {
    if to.day <= from.day { throw ValidationError("The later day, \(to.day), must come after \(from.day).") }
    if csv, json { throw ValidationError("--csv and --json exclude each other.") }
    for path in output { _ = try RenderCommand.format(of: path) }
  }

  func run() async throws {
    try await reportingConcurrently {
      try OutputFile.probe(output)
      let chronicle = try await Chronicle(theatre, series, needsRelief: !output.isEmpty)
      chronicle.tellFaults()
      // A wrong theme or language is told before the comparing.
      var request = try chronicle.studio.request(window: 0, sheet)
      let source = chronicle.steady(control.control)
      let ground = try chronicle.countingGround(within)
      let difference = try chronicle.difference(
        from: from.day, to: to.day, knownBy: control.knownBy?.day, source: source, within: ground.mask)
      var report = DifferenceReport(
        difference: difference, theatre: chronicle.theatre, language: request.language, ground: ground.title, isPart: within != nil,
        knownBy: control.knownBy?.day)
      let noted = [from.day, to.day].compactMap { chronicle.noteOnDrawnDays($0...$0, counted: source) }
      if control.control == .automatic { report.notes = noted }
      if csv { for note in report.notes { tell("note: \(note)") } }
      if json || csv { try OutputFile.write(Array((json ? report.json : report.csv).utf8), to: "-") }
      if output.isEmpty, !json, !csv { try OutputFile.write(Array(report.text.utf8), to: "-") }
      guard !output.isEmpty else { return }
      var situation = try chronicle.situation(on: to.day, knownBy: control.knownBy?.day, window: 0, source: source, isQuiet: true)
      if let mask = ground.mask { try leaveOut(allBut: mask, from: &situation) }
      request.summary = report.summary(isOnMap: true)
      let composed = try chronicle.studio.composeDifference(difference, situation, request)
      for path in output {
        try OutputFile.write(
          try chronicle.studio.bytes(composed.displayList, try RenderCommand.format(of: path), scale: sheet.scale ?? 1), to: path)
      }
    }
  }
}

extension DiffCommand {
  /// Ground that was not compared is left bare: shown as the rest is, it would seem to have stayed as it was.
  fileprivate func leaveOut(allBut mask: Coverage, from situation: inout Situation) throws(CommandFailure) {
    do throws(OverlayFailure) {
      let whole = ControlDay(areas: situation.control, coverage: try situation.builtCoverage().coverage)
      let cut = try whole.cut(to: mask)
      (situation.control, situation.coverage) = (cut.areas, cut.coverage)
    } catch {
      throw CommandFailure("the ground cannot be cut: \(error)", Exit.software)
    }
  }
}

/// What has changed, in figures.
struct DifferenceReport {
  var difference: ControlDifference
  var theatre: Theatre
  var language: String
  /// What the figures are of.
  var ground: String
  /// Whether that is less than all ground.
  var isPart: Bool
  var knownBy: Day?
  /// What a reader has to know to compare the figures with others.
  var notes: [String] = []

  /// The sentence, and what its figures are of.
  func summary(isOnMap: Bool) -> String {
    let wording = Wording(language: language)
    return "\(wording.sentence(on: difference, theatre)) \(wording.scope(of: difference, ground, isPart: isPart, isOnMap: isOnMap))"
  }

  private var isDrawn: Bool { difference.fromDrawn != nil || difference.toDrawn != nil }

  var text: String {
    let wording = Wording(language: language)
    var text = summary(isOnMap: false) + "\n\n"
    for balance in difference.balances(theatre) where difference.isNotable(max(balance.gained, balance.lost, balance.newlyContested)) {
      let name = theatre.faction(balance.faction)?.name[language] ?? balance.faction.rawValue
      let figures = [("gained", balance.gained), ("lost", balance.lost), ("newly contested", balance.newlyContested)]
      let parts = figures.filter { difference.isNotable($0.1) }.map { "\($0.0) \(wording.squareKilometres($0.1))" }
      text += "  \(name): \(parts.joined(separator: ", "))\n"
    }
    if let knownBy { text += "\n  \(wording.text("As known by", "كما عُرف حتى")) \(knownBy.formatted(language: language))\n" }
    for note in notes { text += "\n  note: \(note)\n" }
    return text
  }

  private func words(_ holding: ControlArea.Holding?) -> (status: String, holders: [FactionID]) {
    holding.map { ($0.word, $0.factions) } ?? ("unassigned", [])
  }

  var csv: String {
    var text = "from,to,status_before,holder_before,status_after,holder_after,km2,ground,control\n"
    for change in difference.changes {
      let (before, after) = (words(change.before), words(change.after))
      let cells = [
        before.status, before.holders.map(\.rawValue).joined(separator: "|"), after.status,
        after.holders.map(\.rawValue).joined(separator: "|"),
      ]
      text += "\(difference.from),\(difference.to),\(cells.map(csvCell).joined(separator: ",")),\(plain(change.ground / 1e6, 3)),"
      text += "\(csvCell(ground)),\(isDrawn ? "drawn" : "places")\n"
    }
    return text
  }

  var json: String {
    func side(_ holding: ControlArea.Holding?) -> JSONText {
      let words = words(holding)
      return .object([("status", .text(words.status)), ("holders", .array(words.holders.map { .text($0.rawValue) }))])
    }
    let balances = difference.balances(theatre).map { balance -> JSONText in
      .object([
        ("faction", .text(balance.faction.rawValue)), ("gained_km2", .km2(balance.gained)), ("lost_km2", .km2(balance.lost)),
        ("newly_contested_km2", .km2(balance.newlyContested)),
      ])
    }
    let changes = difference.changes.map { change -> JSONText in
      .object([("before", side(change.before)), ("after", side(change.after)), ("km2", .km2(change.ground))])
    }
    let places = difference.places.map { change -> JSONText in
      .object([("place", .text(change.place.id.rawValue)), ("before", side(change.before)), ("after", side(change.after))])
    }
    let known = knownBy.map { [("known_by", JSONText.text($0.description))] } ?? []
    let all: JSONText = .object(
      known + [
        ("from", .text(difference.from.description)), ("to", .text(difference.to.description)), ("ground", .text(ground)),
        ("control", .text(isDrawn ? "drawn" : "places")), ("notes", .array(notes.map(JSONText.text))),
        ("sentence", .text(Wording(language: language).sentence(on: difference, theatre))), ("sides", .array(balances)),
        ("changes", .array(changes)), ("places", .array(places)),
      ])
    return all.written() + "\n"
  }
}
