import Animation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Tells how far the work has come: a bar that redraws itself on a terminal, a line now and then elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown = 0.0
    var isOpen = false
    /// Frames done when the first report came.
    var first: (time: Double, fresh: Int)?
  }

  private let state = Mutex(State())
  private let isTerminal = isatty(2) == 1
  private let unit: String
  private let start = ProgressLine.now()

  init(unit: String) { self.unit = unit }

  func show(_ progress: FilmProgress) {
    state.withLock { state in
      let now = Self.now()
      let isLast = progress.done == progress.total
      guard isLast || now - state.lastShown >= (isTerminal ? 0.1 : 5) else { return }
      if !isTerminal, state.lastShown == 0, !isLast, now - start < 5 { return }
      state.lastShown = now
      let fresh = progress.done - progress.kept
      let rate = Double(fresh) / max(0.001, now - start)
      let left = rate > 0 ? Double(progress.total - progress.done) / rate : 0
      let share = progress.total > 0 ? progress.done * 100 / progress.total : 100
      var text = "\(progress.done)/\(progress.total) \(unit)  \(share)%  \(Int(rate.rounded())) a second"
      text += isLast ? ", \(Self.span(now - start)) in all" : ", \(Self.span(left)) left"
      if isTerminal {
        let filled = progress.total > 0 ? progress.done * 24 / progress.total : 24
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        write("\r\u{1B}[K\(bar)  \(text)")
        state.isOpen = true
      } else {
        write(text + "\n")
      }
    }
  }

  /// Leaves the bar's line.
  func finish() {
    state.withLock { state in
      if state.isOpen { write("\n") }
      state.isOpen = false
    }
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }

  private static func span(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let rest = whole % 60
    return whole < 60 ? "\(whole) s" : "\(whole / 60):\(rest < 10 ? "0" : "")\(rest) min"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
