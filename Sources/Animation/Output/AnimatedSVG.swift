import CairoRenderer
import Cartography
import Drawing
import Geometry
import SVGRenderer
import Typography

extension Film {
  /// The film as one SVG file that needs nothing else: what stands still once, and every part that moves once for each time that it
  /// looks the same, shown and hidden by a style sheet. Programs that know no motion, and people who asked for none, see the poster.
  ///
  /// - Parameters:
  ///   - plays: how many times the film runs, 0 for ever.
  ///   - poster: the unit that is shown without motion, and after the last run.
  package func animatedSVG(plays: Int, poster: Int, glyphs: Shaper, _ work: FilmWork) throws(FilmFailure) -> [UInt8] {
    var artist = try FrameArtist(self)
    var slots = plan.stills.map { _ in RunSlot() }
    for (index, unit) in reel.units.enumerated() {
      if work.isStopped() { throw .interrupted }
      for (slot, items) in try artist.compose(index).enumerated() where slot < slots.count { slots[slot].show(items, at: index) }
      work.report(FilmProgress(done: unit.first + unit.count - 1, total: frameCount, kept: 0))
    }
    var list = plan.stills[0]
    list.items = []
    var spans: Set<Range<Int>> = []
    for (slot, still) in zip(slots, plan.stills) {
      list.items += still.items
      for run in slot.runs(until: reel.units.count) {
        if run.units.count == reel.units.count {
          list.items.append(run.item)
        } else {
          spans.insert(run.units)
          list.items.append(.group(Group(attributes: [.init("run", Self.name(run.units))], items: [run.item])))
        }
      }
    }
    let bytes: [UInt8]
    do throws(CairoFailure) {
      bytes = try renderSVG(list, glyphs: glyphs, options: SVGOptions(decimals: 1), encodePNG: encodePNG)
    } catch {
      throw .drawing(error)
    }
    let mark = Array("</desc>\n".utf8)
    guard let end = bytes.firstRange(of: mark)?.upperBound else { return bytes }
    return bytes[..<end] + Array(styleSheet(spans, plays: plays, poster: poster).utf8) + bytes[end...]
  }

  private static func name(_ units: Range<Int>) -> String { "\(units.lowerBound)-\(units.upperBound)" }

  /// Spans of units as a style sheet.
  private func styleSheet(_ spans: Set<Range<Int>>, plays: Int, poster: Int) -> String {
    let total = Double(frameCount)
    let seconds = decimal(total / Double(framesPerSecond), 3)
    func percent(_ unit: Int) -> String {
      decimal(100 * Double(unit < reel.units.count ? reel.units[unit].first - 1 : frameCount) / total, 4)
    }
    var text =
      "<style>\n[data-run]{visibility:hidden}\n@media not (prefers-reduced-motion:reduce){[data-run]{animation:\(seconds)s step-end "
    text += plays == 0 ? "infinite" : String(plays)
    text += "}}\n"
    for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      let name = Self.name(span)
      let start = span.lowerBound == 0 ? "" : "0%{visibility:hidden}"
      let end = span.upperBound == reel.units.count ? "" : "\(percent(span.upperBound))%{visibility:hidden}"
      let last = span.upperBound == reel.units.count ? "visible" : "hidden"
      text += "@keyframes r\(name){\(start)\(percent(span.lowerBound))%{visibility:visible}\(end)100%{visibility:\(last)}}"
      text += "[data-run=\"\(name)\"]{animation-name:r\(name)\(span.contains(poster) ? ";visibility:visible" : "")}\n"
    }
    return text + "</style>\n"
  }
}

/// What lies over one still in the course of a film: every part with the units that show it.
private struct RunSlot {
  struct Run {
    var item: DisplayItem
    var units: Range<Int>
    /// Where it lies between all others, from the bottom.
    var height: Double
  }

  private var finished: [Run] = []
  private var open: [Digest: Run] = [:]

  /// A part that goes on keeps its height as long as it lies above what lies below it now; new parts go between their neighbours.
  mutating func show(_ items: [DisplayItem], at unit: Int) {
    let parts = Self.parts(items, clip: nil).map { item -> (item: DisplayItem, digest: Digest) in
      var digest = Digest()
      digest.add([item])
      return (item, digest)
    }
    var next: [Digest: Run] = [:]
    var floor = 0.0
    for (index, part) in parts.enumerated() {
      var run: Run
      if let known = open[part.digest], known.height > floor {
        run = known
        open[part.digest] = nil
      } else {
        let ceiling = height(after: floor, of: parts[(index + 1)...].lazy.map(\.digest))
        run = Run(item: part.item, units: unit..<unit, height: ceiling.map { (floor + $0) / 2 } ?? floor + 4096)
      }
      run.units = run.units.lowerBound..<(unit + 1)
      floor = run.height
      // The same thing twice in one moment: the lower one ends here.
      if let twin = next.updateValue(run, forKey: part.digest) { finished.append(twin) }
    }
    finished += open.values
    open = next
  }

  /// The height of the first part of those above that was there before and can go on.
  private func height(after floor: Double, of parts: some Sequence<Digest>) -> Double? {
    for part in parts { if let height = open[part]?.height, height > floor { return height } }
    return nil
  }

  func runs(until end: Int) -> [Run] {
    (finished + open.values).sorted {
      ($0.height, $0.units.lowerBound, $0.units.upperBound) < ($1.height, $1.units.lowerBound, $1.units.upperBound)
    }
  }

  /// Layers are taken apart into their items, each in the clip of its layer, so that one that changes does not repeat the others.
  private static func parts(_ items: [DisplayItem], clip: Path?) -> [DisplayItem] {
    items.flatMap { item -> [DisplayItem] in
      guard case .group(let group) = item, group.opacity >= 1, group.id == nil || group.layer != nil else {
        return [clip.map { .group(Group(clip: $0, items: [item])) } ?? item]
      }
      return parts(group.items, clip: group.clip ?? clip)
    }
  }
}
