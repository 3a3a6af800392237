import Situation

/// How claims pale with age on a sheet that shows the events of several days.
package struct ClaimFading: Hashable, Sendable {
  /// The day drawn; what is of that day is fresh.
  package var day: Day
  /// Days back to the oldest events shown.
  package var window: Int

  package init(day: Day, window: Int) {
    self.day = day
    self.window = window
  }

  /// The share of its colour that a claim has lost: 0 on its last day, at most 0.72 at the far end of the window.
  func share(_ situated: SituatedClaim) -> Double {
    let span = situated.claim.when.vouched(by: situated.report)
    guard window > 0, let last = span.until ?? span.from else { return 0 }
    return 0.72 * min(1, Double(max(0, last.distance(to: day))) / Double(window))
  }
}
