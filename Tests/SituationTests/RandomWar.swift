import Geometry
import Situation
import TestSupport

/// A made-up war in the two countries of `ControlHistoryTests`: places that change hands, days that are not known exactly, fights, claims,
/// desert posts with a reach of their own, and drawn areas with a time of their own.
struct RandomWar {
  let theatre: Theatre
  /// Days of change and between.
  let days: [Day]

  private static let factions = ["government", "badr", "isis"]
  private static let months = 8

  init(seed: Int, places: Int = 30, drawn: Int = 2) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var gazetteer = "id,name_en,kind,lon,lat,rank\n"
    var rows = "place,from,until,holder,status,basis,reach-km\n"
    for number in 0..<places {
      let (x, y) = (Double.random(in: 39.05...42.95, using: &random), Double.random(in: 33.05...36.95, using: &random))
      gazetteer += "p\(number),P\(number),town,\((x * 1e5).rounded() / 1e5),\((y * 1e5).rounded() / 1e5),4\n"
      var month = 0
      var until = ""
      while month < Self.months {
        let from = month == 0 ? "2017-05-01" : "2017-\(Self.two(5 + month))-01"
        let length = Int.random(in: 1...4, using: &random)
        month += length
        // Some changes are known to a few days only; then the next row begins within them.
        let isVague = Bool.random(using: &random)
        let last = "2017-\(Self.two(4 + month))-28"
        let end = month >= Self.months ? "" : isVague ? "2017-\(Self.two(4 + month))-20/2017-\(Self.two(5 + month))-05" : last
        let first = until.contains("/") ? "\(until.prefix(8))21/2017-\(Self.two(5 + month - length))-06" : from
        rows +=
          "p\(number),\(first),\(end),\(Self.holding(&random)),editorial: x,\(Bool.random(using: &random) ? "" : "\(Int.random(in: 5...90, using: &random))")\n"
        until = end
      }
    }
    let areas = (0..<drawn).map { _ -> (String, String, String) in
      let (x, y) = (Double.random(in: 39...42, using: &random), Double.random(in: 33...36, using: &random))
      let (dx, dy) = (Double.random(in: 0.2...1, using: &random), Double.random(in: 0.2...1, using: &random))
      let faction = Self.factions.randomElement(using: &random) ?? "isis"
      let span =
        #""from": "2017-0\#(Int.random(in: 5...6, using: &random))-10", "until": "2017-0\#(Int.random(in: 7...9, using: &random))-20""#
      return (
        #""faction": "\#(faction)", \#(span), "basis": "editorial: x""#, "Polygon",
        "[[[\(x),\(y)],[\(x + dx),\(y)],[\(x + dx / 3),\(y + dy)],[\(x),\(y)]]]"
      )
    }
    var files = ControlHistoryTests.files
    files["geodata/places.csv"] = gazetteer
    files["geodata/control/places.csv"] = rows
    files["geodata/control/drawn.geojson"] = ControlHistoryTests.collection(areas)
    files["geodata/theatre.yaml"] = ControlHistoryTests.files["geodata/theatre.yaml"].flatMap { text in
      text.map { replacing($0, "smooth-km: 3", "smooth-km: 3, bridge-km: 30") }
    }
    theatre = try Fixture.read(files)
    let all = theatre.placeChangeDays
    days = (0..<4).map { _ in all[Int.random(in: 0..<all.count, using: &random)] } + [try Day(iso: "2017-07-02")]
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func holding(_ random: inout SeededGenerator) -> String {
    let shuffled = factions.shuffled(using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return "\(shuffled[0])|\(shuffled[1]),contested"
    case 1: return "\(shuffled[0]),claimed"
    case 2: return "\(shuffled[0]),presence"
    default: return "\(shuffled[0]),held"
    }
  }
}

private func replacing(_ text: String, _ old: String, _ new: String) -> String {
  var result = ""
  var rest = Substring(text)
  while let range = rest.firstRange(of: old) {
    result += rest[..<range.lowerBound] + new
    rest = rest[range.upperBound...]
  }
  return result + rest
}
