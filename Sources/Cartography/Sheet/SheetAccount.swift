import Geometry
import Situation

/// What a sheet shows, in words and figures: for those who cannot see the picture and for those who publish it.
package struct SheetAccount: Hashable, Sendable {
  /// A row of the key.
  package struct Entry: Hashable, Sendable {
    package var section: String
    package var name: String
    package var note: String?
  }

  /// A report that the sheet rests on, as the foot of the sheet numbers it.
  package struct Source: Hashable, Sendable {
    package var number: Int
    package var id: ReportID
    package var publisher: String
    package var title: String
    package var published: String
    package var url: String?
  }

  /// A line of the sheet's list.
  package struct Event: Hashable, Sendable {
    /// As on the map; nil for what is off the map.
    package var number: Int?
    package var reference: ClaimReference
    package var label: String
    package var says: String
    package var when: String
    package var status: String
    /// Whom the document credits with it, in the document's words.
    package var accordingTo: String?
    package var source: Int?
  }

  package var language: String
  package var title: String
  package var summary: String
  package var day: Day
  package var knownBy: Day?
  package var controlAsOf: Day?
  /// From the first to the last day of what the sheet lists.
  package var events: TimeSpan?
  /// What the frame shows, in degrees.
  package var extent: Extent<Geographic>
  /// One or two sentences for the `alt` of a picture.
  package var altText: String
  /// All that the sheet says, in paragraphs.
  package var description: String
  /// A line to print under the picture.
  package var caption: String
  package var note: String
  package var key: [Entry]
  package var sources: [Source]
  package var list: [Event]
}

extension SheetAccount {
  /// The foot's words for the sources.
  package func line(_ source: Source) -> String {
    "\(source.publisher), “\(source.title)”, \(source.published)"
  }
}
