/// Words that only films have.
struct FilmWording {
  let language: String

  var interpolated: String { pick("Between known days", "بين يومين معلومين") }
  var interpolatedNote: String {
    pick("fronts moved from one known map to the next; not observed", "الجبهات منقولة بين خريطتين معلومتين دون رصد")
  }
  var daily: String { pick("fronts move from day to day", "الجبهات تتحرك من يوم إلى يوم") }
  var turns: String { pick("Places that changed hands", "أماكن تغيّرت السيطرة عليها") }
  var noEvents: String { pick("none in the sources of these weeks", "لا شيء في مصادر هذه الأسابيع") }
  var editorial: String { pick("dated by the editors", "تأريخ المحرّرين") }
  var ground: String { pick("Ground held, 1000 km²", "الأرض المسيطر عليها، ألف كم²") }
  func known(_ first: String, _ second: String) -> String { pick("known: \(first) and \(second)", "المعلوم: \(first) و\(second)") }

  private func pick(_ english: String, _ arabic: String) -> String { language == "ar" ? arabic : english }
}
