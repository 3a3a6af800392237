import ArgumentParser
import Diagnostics
import Geometry
import Situation

/// A theatre and where its control comes from: its own files, or a series of snapshots.
struct Chronicle {
  let studio: Studio
  let series: SnapshotSeries?
  let files: DiskFiles
  /// Of the series' reading.
  let faults: [Fault]

  init(_ theatre: TheatreOptions, _ options: SeriesOptions, needsRelief: Bool = false) async throws {
    guard let folder = options.snapshots else {
      studio = try Studio(theatre, needsRelief: needsRelief)
      series = nil
      files = DiskFiles(root: ".")
      faults = []
      return
    }
    guard isThere(folder) else { throw CommandFailure("there is no folder `\(folder)`", Exit.noInput) }
    // Messages name files as people reach them from where they are.
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    files = DiskFiles(root: path == "." ? "." : "")
    let rules = SnapshotSeries.Rules(factionField: options.factionField, faction: options.faction)
    let opened = try await SnapshotSeries.open(files, folder: path == "." ? "" : path, rules: rules)
    series = opened.series
    faults = opened.faults
    if theatre.theatre == nil {
      let name = folder.split(separator: "/").last { $0 != "." }.map(String.init) ?? "snapshots"
      studio = Studio(Theatre.minimal(opened.series, title: name))
    } else {
      let read = try Studio(theatre, needsRelief: needsRelief)
      var adapted = read.theatre.adding(opened.series)
      adapted.days = opened.series.days ?? adapted.days
      studio = Studio(adapted, relief: read.relief, faults: read.faults)
    }
  }

  var theatre: Theatre { studio.theatre }

  /// Warnings of the theatre's and the series' files; many like each other are counted.
  func tellFaults() {
    studio.tellFaults()
    for fault in faults.prefix(20) where fault.severity != .note { tell(fault.description) }
    if faults.count > 20 { tell("sitmap: and \(counted(faults.count - 20, "warning")) more") }
  }

  /// What to compare days by: an authored day among computed ones would show changes that never were.
  func steady(_ source: ControlSource) -> ControlSource {
    source == .automatic && !theatre.placeControl.isEmpty ? .places : source
  }

  /// Why figures of some days differ from those of the sheets of drawn days among them; nil where they do not.
  func noteOnDrawnDays(_ days: ClosedRange<Day>, counted source: ControlSource) -> String? {
    guard series == nil, source == .places, !theatre.placeControl.isEmpty else { return nil }
    let drawn = theatre.snapshots.filter { $0.hasOwnDay && days.contains($0.asOf) }.map(\.asOf.description)
    if drawn.isEmpty { return nil }
    let named =
      drawn.count > 6 ? drawn.prefix(5).joined(separator: ", ") + " and \(drawn.count - 5) more days" : drawn.joined(separator: ", ")
    return
      "areas are computed from places on all days, also on \(named), whose own sheets show drawn areas; --control authored counts those"
  }

  /// What holds on a day.
  func situation(on day: Day, knownBy: Day?, window: Int, source: ControlSource, isQuiet: Bool = false) throws -> Situation {
    guard let series else { return try studio.situation(on: day, knownBy: knownBy, window: window, source: source) }
    var situation = theatre.situation(on: day, knownBy: knownBy, window: window)
    guard let entry = series.entry(on: min(day, knownBy ?? day)) else { return situation }
    let read = try series.control(of: entry, from: files)
    if !isQuiet { report(read.repairs, of: read.day) }
    situation.control = read.control.areas
    situation.controlAsOf = read.day
    situation.coverage = read.control.coverage
    return situation
  }

  /// - Parameter mask: the only ground to compare; nil: all.
  func difference(from: Day, to: Day, knownBy: Day?, source: ControlSource, within mask: Coverage?) throws -> ControlDifference {
    guard let series else {
      var history = ControlHistory(theatre)
      do {
        for day in [from, to] where try history.control(on: day, knownBy: knownBy, source: source) == nil {
          throw nothingKnown(on: day)
        }
        return try history.difference(from: from, to: to, knownBy: knownBy, source: source, within: mask)
      } catch let failure as CellFailure {
        throw CommandFailure("the days cannot be compared: \(failure)", Exit.software)
      }
    }
    func control(_ day: Day) throws -> ControlDay {
      guard let entry = series.entry(on: min(day, knownBy ?? day)) else {
        let first = series.days.map { "the first is \($0.lowerBound)" } ?? "there are none"
        throw CommandFailure("there is no snapshot for \(day) or before it", hint: first, Exit.noInput)
      }
      let read = try series.control(of: entry, from: files)
      report(read.repairs, of: read.day)
      return read.control
    }
    do {
      return try theatre.difference(from: (from, try control(from)), to: (to, try control(to)), within: mask)
    } catch let failure as OverlayFailure {
      throw CommandFailure("the days cannot be compared: \(failure)", Exit.software)
    }
  }

  func nothingKnown(on day: Day) -> CommandFailure {
    CommandFailure(
      "nothing is known of the control on \(day)", hint: "the theatre's days are \(theatre.days.lowerBound) to \(theatre.days.upperBound)",
      Exit.noInput)
  }

  private func report(_ repairs: SeriesRepairs, of day: Day) {
    for line in repairs.lines { tell("\(day): \(line.text)") }
  }
}

extension SeriesRepairs {
  /// What was mended, in words, one line for each sort, with the number of files that had it.
  var lines: [(files: Int, text: String)] {
    func km2(_ metres: Double) -> String { "\((metres / 1e4).rounded() / 100) km²" }
    // What stays as it is from day to day is in the sum as often as there are days.
    let anew = files > 1 ? " (each day counted anew)" : ""
    var lines: [(files: Int, text: String)] = []
    if overlapCount > 0 {
      let pairs = overlaps.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        "\(km2($0.value)) to \($0.key.winner), not to \($0.key.loser)"
      }
      let total = overlaps.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      lines.append(
        (
          overlapFiles,
          "\(counted(overlapCount, "overlap")) of \(km2(total))\(anew) given to the later feature of the file: \(pairs.joined(separator: "; "))"
        ))
    }
    if sliverCount > 0 {
      let winners = slivers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\(km2($0.value)) to \($0.key)" }
      lines.append(
        (
          sliverFiles,
          "\(counted(sliverCount, "sliver")) closed\(anew) and given to the neighbour with the longest border: \(winners.joined(separator: "; "))"
        ))
    }
    if crossedCount > 0 { lines.append((crossedFiles, "self-crossing: \(counted(crossedCount, "polygon")), taken by the even-odd rule")) }
    if thinRings > 0 { lines.append((thinFiles, "\(counted(thinRings, "ring")) of fewer than 3 vertices left out")) }
    if emptyFeatures > 0 { lines.append((emptyFiles, "\(counted(emptyFeatures, "feature")) without ground")) }
    return lines
  }
}
