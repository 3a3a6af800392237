import ArgumentParser
import Diagnostics
import Geometry
import Situation

/// Where to count, and what every share is of.
struct CountingGround: Sendable {
  /// What people call it.
  var title: String
  var mask: Coverage?
  /// Square metres; nil: what the areas cover.
  var ground: Double?
}

extension Chronicle {
  /// - Parameter name: a country, governorate, view, `extent`, or west,south,east,north; nil: all ground that could have a holder.
  func countingGround(_ name: String?) throws -> CountingGround {
    var found: CountingGround?
    do throws(OverlayFailure) {
      guard let name else {
        guard theatre.hasStatedGround else { return CountingGround(title: "the ground that the snapshots cover") }
        let ground = try Coverage.build([theatre.controlGround], sliverWidth: 0).coverage.groundByArea.first
        return CountingGround(title: theatre.groundNames.joined(separator: " and "), ground: ground)
      }
      let mask: (coverage: Coverage, ground: Double)?
      if let box = ExtentArgument(argument: name) {
        mask = try theatre.mask([Polygon(exterior: Ring(box.extent.corners))])
      } else {
        mask = try theatre.mask(within: name)
      }
      found = mask.map { CountingGround(title: name, mask: $0.coverage, ground: $0.ground) }
    } catch {
      throw CommandFailure("the ground cannot be measured: \(error)", Exit.software)
    }
    if let found {
      if found.ground ?? 0 > 0 { return found }
      throw CommandFailure(
        "there is no ground of the theatre within `\(found.title)`",
        hint: "the theatre has \(theatre.groundNames.joined(separator: " and "))", Exit.noInput)
    }
    let known =
      theatre.layers.filter { $0.kind == .country || $0.kind == .governorate }.flatMap(\.features).map { $0.name["en"] }
      + theatre.views.map(\.id.rawValue)
    let hint =
      nearestWord(to: name ?? "", among: known).map { "did you mean `\($0)`?" }
      ?? "a country, a governorate, a view, `extent` or west,south,east,north"
    throw CommandFailure("there is no ground called `\(name ?? "")`", hint: hint, Exit.noInput)
  }

  /// The tallies of some days, in order, worked out on all processors.
  func tallies(
    _ days: [Day], knownBy: Day?, source: ControlSource, within ground: CountingGround
  ) async throws -> (tallies: [ControlTally], repairs: SeriesRepairs) {
    if let series { return try await tallies(of: series, days, knownBy, ground) }
    let theatre = theatre
    // Runs of days share what does not change between them.
    let size = max(1, min(32, (days.count + 3) / 4))
    let runs = stride(from: 0, to: days.count, by: size).map { Array(days[$0..<min(days.count, $0 + size)]) }
    var tallies: [ControlTally] = []
    var failure: String?
    await inOrder(runs) { run -> Result<[ControlTally], TallyFailure> in
      var history = ControlHistory(theatre)
      var last: (control: ControlDay, tally: ControlTally)?
      var found: [ControlTally] = []
      do {
        for day in run {
          guard let control = try history.control(on: day, knownBy: knownBy, source: source) else { continue }
          var tally =
            try last.flatMap { $0.control.showsTheSame(as: control) ? $0.tally : nil }
            ?? ControlTally(control, on: day, theatre: theatre, mask: ground.mask, ground: ground.ground)
          tally.day = day
          last = (control, tally)
          found.append(tally)
        }
        return .success(found)
      } catch {
        return .failure(TallyFailure(text: "\(error)"))
      }
    } receive: { _, result in
      switch result {
      case .success(let found): tallies += found
      case .failure(let error): failure = failure ?? error.text
      }
    }
    if let failure { throw CommandFailure("the ground cannot be counted: \(failure)", Exit.software) }
    return (tallies, SeriesRepairs())
  }

  private struct TallyFailure: Error {
    var text: String
  }

  private func tallies(
    of series: SnapshotSeries, _ days: [Day], _ knownBy: Day?, _ ground: CountingGround
  ) async throws -> (tallies: [ControlTally], repairs: SeriesRepairs) {
    let wanted = days.compactMap { day in series.entry(on: min(day, knownBy ?? day)).map { (day: day, entry: $0) } }
    var entries: [SnapshotSeries.Entry] = []
    for (_, entry) in wanted where entries.last != entry { entries.append(entry) }
    let (theatre, files) = (theatre, files)
    var byDay: [Day: ControlTally] = [:]
    var repairs = SeriesRepairs()
    var failure: InvalidInput?
    await series.forEachDay(entries) { entry -> Result<(ControlTally, SeriesRepairs), InvalidInput> in
      do throws(InvalidInput) {
        let read = try series.control(of: entry, from: files)
        do throws(OverlayFailure) {
          let tally = try ControlTally(read.control, on: entry.day, theatre: theatre, mask: ground.mask, ground: ground.ground)
          return .success((tally, read.repairs))
        } catch {
          return .failure(InvalidInput(Fault(.error, at: Location(file: entry.path), "the ground cannot be counted: \(error)")))
        }
      } catch {
        return .failure(error)
      }
    } receive: { entry, result in
      switch result {
      case .success(let (tally, mended)):
        byDay[entry.day] = tally
        repairs.add(mended)
      case .failure(let error): failure = failure ?? error
      }
    }
    if let failure { throw failure }
    let tallies = wanted.compactMap { day, entry -> ControlTally? in
      var tally = byDay[entry.day]
      tally?.day = day
      return tally
    }
    return (tallies, repairs)
  }
}

extension Theatre {
  /// The countries of the ground that can have a holder.
  fileprivate var groundNames: [String] {
    let governed = Set(layers.filter { $0.kind == .governorate }.flatMap(\.features).compactMap { $0.properties["country"]?.text })
    return governed.isEmpty ? ["the theatre's countries"] : governed.sorted()
  }
}
