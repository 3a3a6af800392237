import ArgumentParser
import CairoRenderer
import Cartography
import Diagnostics
import Drawing
import Geometry
import SVGRenderer
import Situation
import Typography

/// A theatre that has been read, with all that is needed to draw sheets of it.
struct Studio {
  let theatre: Theatre
  let shaper = Shaper()
  let relief: ElevationGrid?
  /// Warnings and notes of the reading.
  let faults: [Fault]

  /// - Throws: `CommandFailure` when there is no theatre, `InvalidInput` when its files have errors.
  init(_ options: TheatreOptions, needsRelief: Bool = true) throws {
    let files = DiskFiles(root: try findTheatre(options.theatre))
    var ahead: Ahead<(grid: ElevationGrid?, fault: Fault?)>?
    let read = try Theatre.read(from: files) { layers in
      if needsRelief { ahead = Ahead { Self.readRelief(layers, files) } }
    }
    theatre = read.theatre
    relief = ahead?.value.grid
    faults = read.faults + (ahead?.value.fault.map { [$0] } ?? [])
  }

  /// A relief that cannot be read is a warning: the map is right without it.
  private static func readRelief(_ layers: [Layer], _ files: DiskFiles) -> (grid: ElevationGrid?, fault: Fault?) {
    guard let layer = layers.first(where: { $0.kind == .relief }), let extent = layer.extent else { return (nil, nil) }
    func leftOut(_ reason: some Error) -> (grid: ElevationGrid?, fault: Fault?) {
      (nil, Fault(.warning, at: Location(file: layer.path), "the relief is left out: \(reason)"))
    }
    let decoded: Result<GreyRaster, CairoFailure>
    do throws(FileFailure) {
      decoded = try files.withBytes(of: layer.path) { bytes in
        do throws(CairoFailure) { return .success(try decodeGreyPNG(bytes)) } catch { return .failure(error) }
      }
    } catch {
      return leftOut(error)
    }
    switch decoded {
    case .success(let grey): return (ElevationGrid(columns: grey.columns, rows: grey.rows, metres: grey.values, extent: extent), nil)
    case .failure(let failure): return leftOut(failure)
    }
  }

  func tellFaults() {
    for fault in faults where fault.severity != .note { tell(fault.description) }
  }

  func compose(_ situation: Situation, _ request: SheetRequest) throws(CommandFailure) -> Sheet {
    do throws(SheetFailure) {
      let sheet = try composeSheet(theatre, situation, request, measuring: shaper, relief: relief)
      tellRepairs(situation)
      tellMissingLetters()
      return sheet
    } catch {
      throw CommandFailure(error.description, error.code)
    }
  }

  /// Counts what was mended in drawn areas, so that no overlap is settled in silence.
  private func tellRepairs(_ situation: Situation) {
    let repairs = situation.repairs
    let counts = [
      (repairs.overlapCount, "overlap"), (repairs.sliverCount, "sliver"), (repairs.crossed.values.reduce(0, +), "self-crossing"),
    ]
    let mended = counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    if mended.isEmpty { return }
    tell(
      Fault(
        .warning, "the drawn areas of \(situation.controlAsOf ?? situation.day) had \(mended.joined(separator: ", ")), which were mended",
        hint: "`sitmap check` tells where, and who has the ground"
      ).description)
  }

  /// Names letters that the fonts lack: on the sheet stands U+FFFD in their stead.
  private func tellMissingLetters() {
    let missing = shaper.newlyMissing()
    if missing.isEmpty { return }
    let letters = missing.prefix(12).map { "\($0) (U+\(String($0.value, radix: 16, uppercase: true)))" }.joined(separator: ", ")
    let more = missing.count > 12 ? " and \(missing.count - 12) more" : ""
    tell(
      Fault(
        .warning, "the bundled fonts lack \(letters)\(more); they are drawn as \u{FFFD}",
        hint: "write such words in Latin or Arabic letters"
      ).description)
  }

  func svg(_ sheet: Sheet, text: SVGOptions.Text = .live) throws(CommandFailure) -> [UInt8] {
    do throws(CairoFailure) {
      return try renderSVG(sheet.displayList, glyphs: shaper, options: SVGOptions(text: text, decimals: 1), encodePNG: encodePNG)
    } catch {
      throw CommandFailure(error.description, Exit.software)
    }
  }

  func png(_ sheet: Sheet, scale: Double, dpi: Double?) throws(CommandFailure) -> [UInt8] {
    do throws(CairoFailure) {
      return try renderPNG(sheet.displayList, glyphs: shaper, scale: scale, dpi: dpi)
    } catch {
      throw CommandFailure(error.description, Exit.software)
    }
  }

  func pdf(_ sheet: Sheet) throws(CommandFailure) -> [UInt8] {
    do throws(CairoFailure) {
      return try renderPDF(sheet.displayList, glyphs: shaper, metadata: PDFMetadata(author: ""))
    } catch {
      throw CommandFailure(error.description, Exit.software)
    }
  }
}

extension SheetFailure {
  fileprivate var code: ExitCode {
    switch self {
    case .projection: Exit.data
    case .overlay: Exit.software
    case .emptyView: Exit.usage
    }
  }
}
