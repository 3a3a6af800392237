import Diagnostics
import Geometry

extension SnapshotSeries {
  /// Finds the days and factions of all files in a folder.
  ///
  /// - Throws: every fault of every file, when one of them is an error or two files are of one day.
  package static func open(
    _ files: some FileTree & Sendable, folder: String = "", rules: Rules
  ) async throws(InvalidInput) -> (series: SnapshotSeries, faults: [Fault]) {
    let names: [String]
    let place = Location(file: folder.isEmpty ? "." : folder)
    do throws(FileFailure) {
      names = try files.list(folder).filter { $0.hasSuffix(".geojson") || $0.hasSuffix(".json") }
    } catch {
      throw InvalidInput(Fault(.error, at: place, "the folder cannot be read: \(error)"))
    }
    guard !names.isEmpty else {
      throw InvalidInput(Fault(.error, at: place, "there is no .geojson file in the folder"))
    }
    let paths = names.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    var entries: [Entry] = []
    var factions: Set<String> = []
    var extent = Extent<Geographic>.empty
    var log = FaultLog()
    var kept: [String: SnapshotFile] = [:]
    var room = 3_000_000
    await inOrder(paths) { path in
      SnapshotFile.read(path, from: files, rules: rules)
    } receive: { path, file in
      for fault in file.faults { log.add(fault) }
      if let day = file.day { entries.append(Entry(day: day, path: path)) }
      factions.formUnion(file.areas.flatMap(\.names))
      extent.include(file.extent)
      if file.vertexCount <= room {
        room -= file.vertexCount
        kept[path] = file
      }
    }
    entries.sort { ($0.day, $0.path) < ($1.day, $1.path) }
    for (a, b) in zip(entries, entries.dropFirst()) where a.day == b.day {
      log.error("\(b.day) is already in \(a.path)", at: Location(file: b.path), hint: "one file for each day")
    }
    try log.failIfErrors()
    let series = SnapshotSeries(rules: rules, entries: entries, factionNames: factions.sorted(), extent: extent, kept: kept)
    return (series, log.faults)
  }

  /// The control that a file shows, as a coverage of holdings, and what had to be mended.
  package func control(of entry: Entry, from files: some FileTree) throws(InvalidInput) -> SnapshotControl {
    let file = try file(of: entry, from: files)
    do throws(OverlayFailure) {
      return try SnapshotControl(file, day: entry.day, path: entry.path)
    } catch {
      throw Self.notJoined(entry, error)
    }
  }

  /// The ground that a file shows and nothing about its repairs: what a film needs of each day.
  package func ground(of entry: Entry, from files: some FileTree) throws(InvalidInput) -> SnapshotGround {
    let file = try file(of: entry, from: files)
    do throws(OverlayFailure) { return try SnapshotGround(file, measures: false) } catch { throw Self.notJoined(entry, error) }
  }

  private static func notJoined(_ entry: Entry, _ failure: OverlayFailure) -> InvalidInput {
    InvalidInput(Fault(.error, at: Location(file: entry.path), "the areas cannot be joined: \(failure)"))
  }

  private func file(of entry: Entry, from files: some FileTree) throws(InvalidInput) -> SnapshotFile {
    if let file = kept[entry.path] { return file }
    let file = SnapshotFile.read(entry.path, from: files, rules: rules)
    if file.faults.contains(where: { $0.severity == .error }) { throw InvalidInput(file.faults) }
    return file
  }

  /// Works on every day with all processors, and hands over the results in the order of the days, a few at a time.
  package func forEachDay<Result: Sendable>(
    _ wanted: [Entry]? = nil, _ work: @escaping @Sendable (Entry) -> Result, receive: (Entry, Result) -> Void
  ) async {
    await inOrder(wanted ?? entries, work, receive: receive)
  }
}

/// Works on the elements at the same time and receives the results in order; never more than a few wait.
package func inOrder<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ work: @escaping @Sendable (Element) -> Result, receive: (Element, Result) -> Void
) async {
  await withTaskGroup(of: (Int, Result).self) { group in
    let width = 8
    var next = 0
    var waiting: [Int: Result] = [:]
    for done in elements.indices {
      while next < elements.count, next < done + width {
        let index = next
        let element = elements[index]
        group.addTask { (index, work(element)) }
        next += 1
      }
      while waiting[done] == nil, let (index, result) = await group.next() { waiting[index] = result }
      if let result = waiting.removeValue(forKey: done) { receive(elements[done], result) }
    }
  }
}
