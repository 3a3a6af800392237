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
    await inOrder(paths) { path in
      SnapshotFile.read(path, from: files, rules: rules)
    } receive: { path, file in
      for fault in file.faults { log.add(fault) }
      if let day = file.day { entries.append(Entry(day: day, path: path)) }
      factions.formUnion(file.areas.flatMap(\.names))
      for area in file.areas { for polygon in area.polygons { extent.include(polygon.extent) } }
    }
    entries.sort { ($0.day, $0.path) < ($1.day, $1.path) }
    for (a, b) in zip(entries, entries.dropFirst()) where a.day == b.day {
      log.error("\(b.day) is already in \(a.path)", at: Location(file: b.path), hint: "one file for each day")
    }
    try log.failIfErrors()
    let series = SnapshotSeries(rules: rules, entries: entries, factionNames: factions.sorted(), extent: extent)
    return (series, log.faults)
  }

  /// The control that a file shows, as a coverage of holdings, and what had to be mended.
  package func control(of entry: Entry, from files: some FileTree) throws(InvalidInput) -> SnapshotControl {
    let file = SnapshotFile.read(entry.path, from: files, rules: rules)
    if file.faults.contains(where: { $0.severity == .error }) { throw InvalidInput(file.faults) }
    do throws(OverlayFailure) {
      return try SnapshotControl(file, day: entry.day, path: entry.path)
    } catch {
      throw InvalidInput(Fault(.error, at: Location(file: entry.path), "the areas cannot be joined: \(error)"))
    }
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
