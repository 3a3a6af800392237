import Diagnostics

/// A source document turned into data.
package struct Report: Hashable, Sendable {
  /// The sheet that shows the report.
  package struct Sheet: Hashable, Sendable {
    package var on: Day?
    package var view: ViewID?
    package var title: LocalizedText?
    /// A part of the map shown again at a larger scale.
    package var inset: ViewID?

    package init(on: Day? = nil, view: ViewID? = nil, title: LocalizedText? = nil, inset: ViewID? = nil) {
      self.on = on
      self.view = view
      self.title = title
      self.inset = inset
    }
  }

  package var id: ReportID
  package var title: String
  package var publisher: String
  package var author: String?
  package var published: TimeSpan
  /// Why this date, where the document prints none.
  package var dating: String?
  /// `https:` or `http:`, nothing else.
  package var url: String?
  package var summary: LocalizedText
  package var map: Sheet?
  package var claims: [Claim]
  package var location: Location

  package init(
    id: ReportID, title: String, publisher: String, author: String? = nil, published: TimeSpan, dating: String? = nil,
    url: String? = nil, summary: LocalizedText = LocalizedText(), map: Sheet? = nil, claims: [Claim] = [], location: Location
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.author = author
    self.published = published
    self.dating = dating
    self.url = url
    self.summary = summary
    self.map = map
    self.claims = claims
    self.location = location
  }

  /// The day from which the report is known: the last that it can have appeared on.
  package var knownFrom: Day { published.until ?? published.from ?? Day(rawValue: .max) }

  package func claim(_ id: ClaimID) -> Claim? { claims.first { $0.id == id } }
}
