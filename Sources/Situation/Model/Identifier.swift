/// The id of a `Subject` as the files write it; ids of different subjects do not mix.
package struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package init(stringLiteral value: String) { rawValue = value }
}

extension Identifier: Comparable, CustomStringConvertible {
  package static func < (a: Identifier, b: Identifier) -> Bool { a.rawValue < b.rawValue }
  package var description: String { rawValue }
}

package typealias SideID = Identifier<Side>
package typealias FactionID = Identifier<Faction>
package typealias PlaceID = Identifier<Place>
package typealias LayerID = Identifier<Layer>
package typealias ViewID = Identifier<View>
package typealias ReportID = Identifier<Report>
/// Unique in its report only; `ClaimReference` is unique in the theatre.
package typealias ClaimID = Identifier<Claim>

/// A claim of a report, written `report-id#claim-id`.
package struct ClaimReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var report: ReportID
  package var claim: ClaimID

  package init(report: ReportID, claim: ClaimID) {
    self.report = report
    self.claim = claim
  }

  package var description: String { "\(report)#\(claim)" }
  package static func < (a: ClaimReference, b: ClaimReference) -> Bool { (a.report, a.claim) < (b.report, b.claim) }
}
