import CairoRenderer
import Cartography
import Drawing
import Geometry
import Situation
import Typography

/// A film that is ready to be drawn: what stands still is painted, what moves is planned.
package struct Film: Sendable {
  package let plan: FilmPlan
  package let reel: FilmReel
  package let framesPerSecond: Int
  /// Pixels per px.
  package let scale: Double
  /// Of everything that the frames are made from.
  package let digest: Digest
  let stills: [Still]

  /// - Parameter inputs: of the theatre's files and the program's version.
  package init(plan: FilmPlan, reel: FilmReel, framesPerSecond: Int, scale: Double, inputs: Digest, glyphs: Shaper) throws(FilmFailure) {
    self.plan = plan
    self.reel = reel
    self.framesPerSecond = framesPerSecond
    self.scale = scale
    var digest = inputs
    for still in plan.stills { digest.add(still) }
    digest.add(scale)
    digest.add(framesPerSecond)
    for unit in reel.units {
      digest.add(unit.first)
      digest.add(Int(unit.day.rawValue))
      switch unit.control {
      case .none: digest.add(0)
      case .state(let state): digest.add(1 + 2 * state)
      case .sweep(let known, let step):
        digest.add(2 + 2 * known)
        digest.add(step)
      }
    }
    self.digest = digest
    var stills: [Still] = []
    for list in plan.stills {
      do throws(CairoFailure) { stills.append(try Still(list, glyphs: glyphs, scale: scale)) } catch { throw .drawing(error) }
    }
    self.stills = stills
  }

  package var columns: Int { Int((plan.width * scale).rounded(.up)) }
  package var rows: Int { Int((plan.height * scale).rounded(.up)) }
  package var frameCount: Int { reel.frameCount }

  /// The unit that shows a day best: the first of that day, else the last before it.
  package func unit(of day: Day) -> Int {
    reel.units.firstIndex { $0.day == day } ?? reel.units.lastIndex { $0.day <= day } ?? 0
  }
}

/// Draws the frames of a film one at a time. It belongs to one thread.
struct FrameArtist: ~Copyable {
  let film: Film
  let shaper: Shaper
  private var drafter: FilmDrafter
  private var painter: FramePainter<Shaper>
  private var video: VideoFrame
  /// What was painted since the video frame was made.
  private var stale: [PixelBox]

  init(_ film: Film) throws(FilmFailure) {
    let shaper = Shaper()
    let drafter = try Self.drafter(film, shaper)
    let painter = try Self.painter(film, shaper)
    self.film = film
    video = VideoFrame(columns: painter.columns, rows: painter.rows)
    stale = []
    self.shaper = shaper
    self.drafter = drafter
    self.painter = painter
  }

  private static func drafter(_ film: Film, _ shaper: Shaper) throws(FilmFailure) -> FilmDrafter {
    do throws(SheetFailure) { return try FilmDrafter(film.plan, measuring: shaper) } catch { throw .sheet(error) }
  }

  private static func painter(_ film: Film, _ shaper: Shaper) throws(FilmFailure) -> FramePainter<Shaper> {
    do throws(CairoFailure) {
      return try FramePainter(width: film.plan.width, height: film.plan.height, scale: film.scale, glyphs: shaper)
    } catch {
      throw .drawing(error)
    }
  }

  /// What moves over each still.
  mutating func compose(_ unit: Int) throws(FilmFailure) -> [[DisplayItem]] { drafter.draw(try film.reel.moment(film.reel.units[unit])) }

  mutating func paint(_ moving: [[DisplayItem]]) throws(FilmFailure) {
    var layers: [FrameLayer] = []
    for (index, still) in film.stills.enumerated() {
      layers.append(.still(still))
      if index < moving.count { layers.append(.moving(moving[index])) }
    }
    do throws(CairoFailure) { try painter.paint(layers) } catch { throw .drawing(error) }
    stale += painter.changed
  }

  /// Makes the video frame of what is painted.
  mutating func makeVideo() {
    var frame = VideoFrame(columns: 0, rows: 0)
    swap(&frame, &video)
    painter.withPixels { frame.convert($0, in: stale) }
    swap(&frame, &video)
    stale = []
  }

  /// Sends the frame to an encoder.
  func write(asVideo: Bool, to input: Int32, times: Int) throws(FilmFailure) {
    if asVideo { return try video.write(to: input, times: times) }
    try painter.withPixels { frame throws(FilmFailure) in
      for _ in 0..<times { try Encoder.write(frame, to: input) }
    }
  }

  func png() throws(FilmFailure) -> [UInt8] {
    do throws(CairoFailure) { return try encodePNG(try painter.raster(), dpi: 96 * film.scale) } catch { throw .drawing(error) }
  }

  /// The frame as one list, for SVG.
  func displayList(_ moving: [[DisplayItem]], day: Day) -> DisplayList {
    var list = film.plan.stills[0]
    list.description = day.formatted(language: list.language)
    list.items = film.plan.stills.enumerated().flatMap { $1.items + (($0 < moving.count) ? moving[$0] : []) }
    return list
  }
}
