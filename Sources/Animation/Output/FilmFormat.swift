/// What a film is written as.
package enum FilmFormat: String, Sendable, CaseIterable {
  case mp4, webm, gif, apng, webp

  /// - Parameter path: a file name with one of the formats' endings.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "mp4", "m4v": self = .mp4
    case "webm": self = .webm
    case "gif": self = .gif
    case "apng", "png": self = .apng
    case "webp": self = .webp
    default: return nil
    }
  }

  /// Whether all colours of the film must be known before the first frame is written.
  var needsPalette: Bool { self == .gif }

  /// Whether it is made of video frames rather than of pixels.
  var takesVideo: Bool { self == .mp4 || self == .webm }

  /// Threads and flags are fixed, so that the bytes do not depend on the machine.
  ///
  /// - Parameters:
  ///   - plays: how many times the film runs; 0 is for ever.
  ///   - palette: a file with the colours, for formats that need one.
  func arguments(_ input: EncoderInput, plays: Int, palette: String?, output: String) -> [String] {
    var arguments = input.arguments
    let exact = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    let video = ["-vf", "setsar=1"] + EncoderInput.videoColours
    switch self {
    case .mp4:
      arguments +=
        video + ["-c:v", "libx264", "-preset", "medium", "-crf", "20", "-threads", "4", "-g", "250", "-movflags", "+faststart"] + exact
      arguments += ["-f", "mp4"]
    case .webm:
      arguments +=
        video + ["-c:v", "libvpx-vp9", "-crf", "30", "-b:v", "0", "-deadline", "good", "-cpu-used", "4", "-row-mt", "1", "-threads", "4"]
      arguments += exact + ["-f", "webm"]
    case .gif:
      arguments += ["-i", palette ?? "", "-lavfi", "[0:v][1:v]paletteuse=dither=none:diff_mode=rectangle"] + exact
      arguments += ["-loop", plays == 0 ? "0" : plays == 1 ? "-1" : String(plays - 1), "-f", "gif"]
    case .apng: arguments += ["-c:v", "apng", "-pred", "none", "-pix_fmt", "rgb24", "-plays", String(plays)] + exact + ["-f", "apng"]
    case .webp:
      arguments += ["-c:v", "libwebp_anim", "-lossless", "0", "-quality", "82", "-compression_level", "3", "-pix_fmt", "yuv420p"] + exact
      arguments += ["-loop", String(plays), "-f", "webp"]
    }
    return arguments + ["-y", output]
  }

  static func paletteArguments(_ input: EncoderInput, output: String) -> [String] {
    input.arguments + [
      "-vf", "palettegen=max_colors=256:reserve_transparent=0:stats_mode=full", "-frames:v", "1", "-c:v", "png", "-f", "image2", "-update",
      "1", "-y",
      output,
    ]
  }
}

/// What is piped into ffmpeg.
struct EncoderInput {
  enum Kind {
    /// Pixels as `B G R x`.
    case raw(columns: Int, rows: Int)
    /// As `VideoFrame`.
    case video(columns: Int, rows: Int)
    /// PNG files end to end.
    case png
  }

  var kind: Kind
  var framesPerSecond: Int

  static let videoColours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]

  var arguments: [String] {
    let common = ["-nostdin", "-hide_banner", "-loglevel", "error"]
    let rate = ["-framerate", String(framesPerSecond), "-i", "pipe:0"]
    return switch kind {
    case .raw(let columns, let rows):
      common + ["-f", "rawvideo", "-pixel_format", "bgr0", "-video_size", "\(columns)x\(rows)"] + rate
    case .video(let columns, let rows):
      common + ["-f", "rawvideo", "-pixel_format", "yuv420p"] + Self.videoColours + ["-video_size", "\(columns)x\(rows)"] + rate
    case .png: common + ["-f", "image2pipe", "-c:v", "png"] + rate
    }
  }
}
