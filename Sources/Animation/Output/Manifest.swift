import Situation

/// What a folder of frames holds: which frame shows which day in which file.
package struct Manifest: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// From 1.
    package var frame: Int
    /// Of this frame or, when it is held, of the one before that looks the same.
    package var file: String
    package var day: Day
    /// Of what the frame shows.
    package var hash: String
    /// Of the file's bytes.
    package var bytes: String
    package var isInterpolated: Bool

    package init(frame: Int, file: String, day: Day, hash: String, bytes: String, isInterpolated: Bool) {
      self.frame = frame
      self.file = file
      self.day = day
      self.hash = hash
      self.bytes = bytes
      self.isInterpolated = isInterpolated
    }
  }

  /// Fingerprint of everything that the frames are made from: frames of two films never mix.
  package var film: String
  package var columns, rows, framesPerSecond: Int
  /// How many frames the whole film has.
  package var count: Int
  /// By frame.
  package var entries: [Entry]

  package init(film: String, columns: Int, rows: Int, framesPerSecond: Int, count: Int, entries: [Entry] = []) {
    self.film = film
    self.columns = columns
    self.rows = rows
    self.framesPerSecond = framesPerSecond
    self.count = count
    self.entries = entries
  }

  package static let name = "manifest.json"

  /// The manifest's file of one share of the frames.
  package static func name(shard: Int, of count: Int) -> String { count == 1 ? name : "manifest-\(shard)-of-\(count).json" }

  /// JSON, one frame a line.
  package var json: [UInt8] {
    var text = """
      {"sitmap-frames": 1, "film": "\(film)", "width": \(columns), "height": \(rows), "fps": \(framesPerSecond), "count": \(count), "frames": [

      """
    for (index, entry) in entries.enumerated() {
      text += """
        {"frame": \(entry.frame), "file": "\(entry.file)", "day": "\(entry.day)", "hash": "\(entry.hash)", "bytes": "\(entry.bytes)", \
        "interpolated": \(entry.isInterpolated)}\(index + 1 < entries.count ? "," : "")

        """
    }
    return Array((text + "]}\n").utf8)
  }

  /// Reads what `json` wrote; nil for anything else, a file cut short among it.
  package init?(json bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n")
    guard lines.count >= 2, lines.removeLast() == "]}" else { return nil }
    let head = Fields(lines.removeFirst())
    guard head["sitmap-frames"] == "1", let film = head["film"], let columns = head.number("width"), let rows = head.number("height"),
      let fps = head.number("fps"), let count = head.number("count"), (1...32_768).contains(columns), (1...32_768).contains(rows),
      (1...1000).contains(fps), (1...10_000_000).contains(count)
    else { return nil }
    self.init(film: film, columns: columns, rows: rows, framesPerSecond: fps, count: count)
    for line in lines {
      let fields = Fields(line)
      guard let frame = fields.number("frame"), (1...count).contains(frame), let file = fields["file"],
        !file.contains("/"),
        let day = fields["day"].flatMap({ try? Day(iso: $0) }),
        let hash = fields["hash"], let bytes = fields["bytes"], let isInterpolated = fields["interpolated"]
      else { return nil }
      entries.append(Entry(frame: frame, file: file, day: day, hash: hash, bytes: bytes, isInterpolated: isInterpolated == "true"))
    }
  }

  /// The members of a flat object on one line, none of whose texts has a quote or a comma in it.
  private struct Fields {
    private var values: [Substring: String] = [:]

    init(_ line: Substring) {
      for member in line.split(whereSeparator: { "{},".contains($0) }) {
        let parts = member.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        values[Self.bare(parts[0])] = String(Self.bare(parts[1]))
      }
    }

    private static func bare(_ text: Substring) -> Substring {
      text.drop { " \"".contains($0) }.dropLast(text.reversed().prefix { " \"".contains($0) }.count)
    }

    subscript(name: String) -> String? { values[name[...]] }
    func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
  }

  /// Several shares of one film as one; nil when they are not of one film.
  package static func merged(_ parts: [Manifest]) -> Manifest? {
    guard var whole = parts.first else { return nil }
    for part in parts.dropFirst() {
      guard
        (part.film, part.columns, part.rows, part.framesPerSecond, part.count) == (
          whole.film, whole.columns, whole.rows, whole.framesPerSecond, whole.count
        )
      else { return nil }
      whole.entries += part.entries
    }
    var seen: Set<Int> = []
    whole.entries = whole.entries.sorted { $0.frame < $1.frame }.filter { seen.insert($0.frame).inserted }
    return whole
  }
}
