import Diagnostics
import Geometry

/// What holds on a day, as it is or was known.
package struct Situation: Sendable {
  package var day: Day
  /// Nothing published later than this day is in it; nil: all that is known now.
  package var knownBy: Day?
  /// The day of the snapshot that `control` comes from; nil when there is none.
  package var controlAsOf: Day?
  /// The areas in force, in the order of their file.
  package var control: [ControlArea]
  /// By date, then by claim id, then by report id.
  package var claims: [SituatedClaim]
  /// The areas of `control` as a coverage, by their place in the list; nil when it has not been built yet.
  package var coverage: Coverage?
  /// What was mended to build it.
  package var repairs = Coverage.Repairs()
  /// How the areas were computed from places; nil when they were drawn.
  package var rule: ControlRule?

  package init(day: Day, knownBy: Day? = nil, controlAsOf: Day? = nil, control: [ControlArea] = [], claims: [SituatedClaim] = []) {
    self.day = day
    self.knownBy = knownBy
    self.controlAsOf = controlAsOf
    self.control = control
    self.claims = claims
  }
}

/// A claim with the report that makes it.
package struct SituatedClaim: Hashable, Sendable {
  package var report: Report
  package var claim: Claim

  package init(report: Report, claim: Claim) {
    self.report = report
    self.claim = claim
  }

  package var reference: ClaimReference { ClaimReference(report: report.id, claim: claim.id) }
}
