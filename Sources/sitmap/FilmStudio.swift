import Animation
import ArgumentParser
import Cartography
import Geometry
import Situation
import Typography

/// Makes a film ready to be drawn from what the command line asks for.
struct FilmStudio {
  let chronicle: Chronicle
  let command: AnimateCommand

  func film() throws -> Film {
    let studio = chronicle.studio
    let theatre = studio.theatre
    let days = try theatre.days(from: command.from?.day, to: command.to?.day)
    let knownBy = command.control.knownBy?.day
    var sheet = try studio.request(window: command.window.days, command.sheet)
    if command.sheet.size == nil { (sheet.width, sheet.height) = (1280, 720) }
    let timeline = chronicle.timeline(days, knownBy: knownBy, command.control.control)
    do throws(FilmFailure) {
      let claims = theatre.situation(on: days.upperBound, knownBy: knownBy, window: days.lowerBound.distance(to: days.upperBound)).claims
      let schedule = try FilmSchedule(
        FilmSchedule.Options(
          days: days, step: command.step.filmStep, framesPerSecond: command.timing.fps, hold: command.timing.hold,
          eventHold: command.timing.eventHold ?? 3 * command.timing.hold, endHold: command.timing.endHold, isContinuous: !command.steps),
        changes: Set(timeline.changes), events: Set(claims.compactMap { $0.claim.when.from ?? $0.claim.when.until }))
      let metresPerPixel = sheet.extent.height * 111_195 / (0.7 * sheet.height)
      let reel = FilmReel(schedule, timeline, ease: command.timing.ease, interpolates: !command.steps, metresPerPixel: metresPerPixel)
      let ground = command.chart ? try reel.groundSeries(over: days, threads: command.work.threadCount) : nil
      var request = FilmRequest(
        sheet: sheet, days: days, holdings: timeline.holdings, changes: timeline.changes, interpolates: reel.interpolates,
        isDaily: timeline.isDaily, ground: ground,
        knownBy: knownBy,
        isComputed: chronicle.series == nil && !theatre.placeControl.isEmpty && command.control.control != .authored, turns: timeline.turns,
        hasEveryDay: !command.steps || command.step.filmStep == .days(1))
      // What says how frames are drawn and shows in no still.
      var inputs = chronicle.inputs(command.theatre)
      inputs.add("\(command.timing.ease) \(command.window.days) \(knownBy.map(\.description) ?? "") \(command.control.control.rawValue)")
      if sheet.extent != theatre.extent { request.holdings = try seen(reel, request) }
      let plan: FilmPlan
      do throws(SheetFailure) {
        plan = try composeFilm(theatre, request, measuring: studio.shaper, relief: studio.relief)
      } catch {
        throw .sheet(error)
      }
      return try Film(
        plan: plan, reel: reel, framesPerSecond: command.timing.fps, scale: command.sheet.scale ?? 1,
        inputs: inputs,
        glyphs: studio.shaper)
    } catch {
      throw CommandFailure(error, resumable: false)
    }
  }
}

extension FilmStudio {
  /// The holdings that the film of a view shows. What they are depends on the room that the key leaves the map, and that on them.
  fileprivate func seen(_ reel: FilmReel, _ film: FilmRequest) throws(FilmFailure) -> [ControlArea.Holding] {
    var request = film
    request.holdings = try reel.holdings(within: film.sheet.extent, threads: command.work.threadCount)
    while true {
      let shown: Extent<Geographic>
      do throws(SheetFailure) {
        shown = try shownByFilm(chronicle.theatre, request, measuring: chronicle.studio.shaper)
      } catch {
        throw .sheet(error)
      }
      let found = try reel.holdings(within: shown, threads: command.work.threadCount)
      if found.allSatisfy(request.holdings.contains) { return request.holdings }
      request.holdings = reel.timeline.holdings.filter { request.holdings.contains($0) || found.contains($0) }
    }
  }
}

extension StepArgument {
  fileprivate var filmStep: FilmStep {
    switch self {
    case .days(let count): .days(count)
    case .months(let count): .months(count)
    case .changes: .changes
    }
  }
}

extension Theatre {
  /// The days from one to another, by default the theatre's first and last.
  func days(from: Day?, to: Day?) throws(CommandFailure) -> ClosedRange<Day> {
    let (first, last) = (from ?? days.lowerBound, to ?? days.upperBound)
    guard first <= last, days.overlaps(first...last) else {
      throw CommandFailure(
        "there is nothing from \(first) to \(last)", hint: "the theatre's days are \(days.lowerBound) to \(days.upperBound)", Exit.noInput)
    }
    return first...last
  }
}

extension Chronicle {
  /// The control from one day to another: the series where there is one, else the theatre's own.
  func timeline(_ days: ClosedRange<Day>, knownBy: Day?, _ source: ControlSource) -> ControlTimeline {
    if let series { return ControlTimeline(series, in: files, days: days, knownBy: knownBy) }
    return ControlTimeline(theatre, days: days, knownBy: knownBy, source: steady(source))
  }

  /// Fingerprint of all files that the film is made from, and of the program.
  fileprivate func inputs(_ options: TheatreOptions) -> Digest {
    var digest = Digest()
    digest.add("sitmap \(Sitmap.configuration.version)")
    if series == nil || options.theatre != nil, let root = try? findTheatre(options.theatre) {
      add(DiskFiles(root: root), "geodata", to: &digest)
      add(DiskFiles(root: root), "seeds", to: &digest)
    }
    if let series { for entry in series.entries { add(files, file: entry.path, to: &digest) } }
    return digest
  }

  private func add(_ files: DiskFiles, _ folder: String, to digest: inout Digest) {
    for name in (try? files.list(folder)) ?? [] {
      let path = folder + "/" + name
      if isThere(files.root + "/" + path + "/.") { add(files, path, to: &digest) } else { add(files, file: path, to: &digest) }
    }
  }

  private func add(_ files: DiskFiles, file: String, to digest: inout Digest) {
    digest.add(file)
    try? files.withBytes(of: file) { digest.add($0) }
  }
}
