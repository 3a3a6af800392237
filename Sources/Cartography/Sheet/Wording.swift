import Situation

/// The fixed words of a sheet, in the languages the program speaks.
package struct Wording: Sendable {
  package enum Key: String, CaseIterable, Sendable {
    case situationOn, controlAsOf, noControl, events, eventsFrom, eventsOfReport, control, legend, lines, eventKinds, certainty
    case sources, scale, contested, contestedNote, presence, presenceNote, claimed, claimedNote, unassigned, unassignedNote, zone
    case front, softBorder, softBorderNote, stateBorder, disputedBorder, governorateLine, road, river, elsewhere, more, kilometres
    case confirmed, reported, claimedStatus, denied, expected
    case confirmedNote, reportedNote, claimedStatusNote, deniedNote, expectedNote
    case kindControl, kindClash, kindStrike, kindAdvance, kindWithdrawal, kindPresence, kindReinforcement, kindSiege, kindBlockade
    case kindCorridor, kindZone, kindMeeting, kindDisplacement, kindDistance
    case noEvents, knownBy, capital, city, town, village, corridorNote, caption,
      paragraph, headline, closeUp, accordingTo
  }

  package let language: String

  package init(language: String) { self.language = language }

  package subscript(key: Key) -> String {
    (language == "ar" ? Self.arabic[key] : nil) ?? Self.english[key] ?? key.rawValue
  }

  private static let english: [Key: String] = [
    .situationOn: "Situation on", .controlAsOf: "Control as of", .noControl: "no control data for this day", .events: "Events",
    .eventsFrom: "Events", .eventsOfReport: "What the report says", .control: "Who holds the ground", .legend: "Key", .lines: "Lines",
    .eventKinds: "Events and moves", .certainty: "How sure", .sources: "Sources", .scale: "Scale",
    .contested: "Contested", .contestedNote: "fought over, or it is not sure whose; colours of both", .presence: "Present",
    .presenceNote: "fighters there, ground not held", .claimed: "Claimed", .claimedNote: "said to be held, not shown by others",
    .unassigned: "Unassigned", .unassignedNote: "thinly settled desert that nobody holds", .zone: "Declared or demanded zone",
    .front: "Front line", .softBorder: "Line between allies", .stateBorder: "State border", .disputedBorder: "Disputed border",
    .governorateLine: "Governorate", .road: "Main road", .river: "River", .elsewhere: "Off this map, or of no given place",
    .more: "more in the report file",
    .kilometres: "km",
    .confirmed: "confirmed", .reported: "reported", .claimedStatus: "claimed", .denied: "denied", .expected: "expected",
    .confirmedNote: "a second party bears it out", .reportedNote: "the source reports it as fact",
    .claimedStatusNote: "one party says so", .deniedNote: "said, and denied by another", .expectedNote: "planned or feared, not yet so",
    .kindControl: "Holds or takes", .kindClash: "Clash", .kindStrike: "Air strike", .kindAdvance: "Advance",
    .kindWithdrawal: "Withdrawal", .kindPresence: "Presence", .kindReinforcement: "Reinforcement", .kindSiege: "Siege",
    .kindBlockade: "Blocked way",
    .kindCorridor: "Corridor", .kindZone: "Zone", .kindMeeting: "Meeting", .kindDisplacement: "Displacement",
    .kindDistance: "Stated distance",
    .noEvents: "No event is on file for these days.", .knownBy: "as known by", .capital: "Capital", .city: "City", .town: "Town",
    .village: "Village", .corridorNote: "its course is schematic", .caption: "caption", .paragraph: "¶", .headline: "headline",
    .closeUp: "Close-up", .accordingTo: "says", .softBorderNote: "both grounds are of one side",
  ]

  private static let arabic: [Key: String] = [
    .situationOn: "الوضع في", .controlAsOf: "السيطرة حتى", .noControl: "لا بيانات سيطرة لهذا اليوم", .events: "الأحداث",
    .eventsFrom: "الأحداث", .eventsOfReport: "ما يقوله التقرير", .control: "من يسيطر على الأرض", .legend: "مفتاح الخريطة",
    .lines: "الخطوط", .eventKinds: "الأحداث والتحركات", .certainty: "درجة اليقين", .sources: "المصادر", .scale: "المقياس",
    .contested: "متنازع عليها", .contestedNote: "يدور فيها القتال، أو لا يُعرف لمن هي؛ بلوني الطرفين", .presence: "وجود",
    .presenceNote: "مقاتلون دون سيطرة على الأرض", .claimed: "سيطرة مزعومة", .claimedNote: "يقول بها طرف ولا يؤكدها غيره",
    .unassigned: "بلا سيطرة محددة", .unassignedNote: "بادية قليلة السكان لا يسيطر عليها أحد", .zone: "منطقة معلنة أو مطلوبة",
    .front: "خط جبهة", .softBorder: "خط بين حلفاء", .stateBorder: "حدود دولية", .disputedBorder: "حدود متنازع عليها",
    .governorateLine: "محافظة", .road: "طريق رئيسي", .river: "نهر", .elsewhere: "خارج الخريطة أو بلا مكان محدد",
    .more: "أخرى في ملف التقرير",
    .kilometres: "كم",
    .confirmed: "مؤكد", .reported: "وارد في التقرير", .claimedStatus: "مزعوم", .denied: "منفي", .expected: "متوقع",
    .confirmedNote: "يؤيده طرف ثانٍ", .reportedNote: "يورده المصدر كواقعة", .claimedStatusNote: "يقول به طرف واحد",
    .deniedNote: "قيل ونفاه غيره", .expectedNote: "مخطط له أو يُخشى منه",
    .kindControl: "سيطرة", .kindClash: "اشتباك", .kindStrike: "ضربة جوية", .kindAdvance: "تقدم", .kindWithdrawal: "انسحاب",
    .kindPresence: "وجود", .kindReinforcement: "تعزيزات", .kindSiege: "حصار", .kindBlockade: "طريق مقطوع", .kindCorridor: "ممر",
    .kindZone: "منطقة",
    .kindMeeting: "لقاء", .kindDisplacement: "نزوح", .kindDistance: "مسافة مذكورة",
    .noEvents: "لا أحداث مسجلة لهذه الأيام.",
    .knownBy: "كما عُرف حتى", .capital: "عاصمة", .city: "مدينة", .town: "بلدة", .village: "قرية",
    .corridorNote: "مساره تقريبي", .caption: "تعليق الصورة", .paragraph: "¶", .headline: "العنوان", .closeUp: "تكبير",
    .accordingTo: "بحسب", .softBorderNote: "الأرض من جانبيه لطرف واحد",
  ]

  package func name(of kind: Claim.Kind) -> String {
    switch kind {
    case .control: self[.kindControl]
    case .clash: self[.kindClash]
    case .strike: self[.kindStrike]
    case .advance: self[.kindAdvance]
    case .withdrawal: self[.kindWithdrawal]
    case .presence: self[.kindPresence]
    case .reinforcement: self[.kindReinforcement]
    case .siege: self[.kindSiege]
    case .blockade: self[.kindBlockade]
    case .corridor: self[.kindCorridor]
    case .zone: self[.kindZone]
    case .meeting: self[.kindMeeting]
    case .displacement: self[.kindDisplacement]
    case .distance: self[.kindDistance]
    }
  }

  package func name(of status: Claim.Status) -> String {
    switch status {
    case .confirmed: self[.confirmed]
    case .reported: self[.reported]
    case .claimed: self[.claimedStatus]
    case .denied: self[.denied]
    case .expected: self[.expected]
    }
  }

  package func note(on status: Claim.Status) -> String {
    switch status {
    case .confirmed: self[.confirmedNote]
    case .reported: self[.reportedNote]
    case .claimed: self[.claimedStatusNote]
    case .denied: self[.deniedNote]
    case .expected: self[.expectedNote]
    }
  }
}

/// A number with a fixed count of decimals, without the locale's say.
package func decimal(_ value: Double, _ places: Int) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "–" }
  var scale = 1.0
  for _ in 0..<max(0, places) { scale *= 10 }
  let units = Int((abs(value) * scale).rounded())
  let sign = value < 0 && units > 0 ? "−" : ""
  guard places > 0 else { return sign + String(units) }
  let fraction = String(units % Int(scale))
  return sign + String(units / Int(scale)) + "." + String(repeating: "0", count: places - fraction.count) + fraction
}
