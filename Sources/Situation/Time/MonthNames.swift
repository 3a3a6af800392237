/// Names of the months, 1 to 12; a language that is not known here is written in English.
enum MonthNames {
  static func name(_ month: Int, language: String) -> String {
    let names = language == "ar" ? arabic : english
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// As the press of Syria and Iraq writes them: the name of the Levant, then the one of Egypt and the Gulf.
  private static let arabic = [
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
    "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
  ]
}
