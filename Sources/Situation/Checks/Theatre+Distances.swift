import Diagnostics
import Geometry

/// How far a distance that a report states is from the one that the ellipsoid gives.
package struct DistanceFinding: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable {
    /// Within 10 % or 1 km.
    case agrees
    /// Within 25 % or 5 km: what a rounded figure or the other end of a town can make.
    case near
    case off
  }

  package var claim: ClaimReference
  package var location: Location
  package var from: Place
  package var to: StatedDistance.Target
  /// The target's name in English.
  package var toName: String
  package var statedKm: Double
  package var measuredKm: Double

  /// Stated less measured: positive when the report has it too far.
  package var differenceKm: Double { statedKm - measuredKm }
  /// The difference in hundredths of the measured distance.
  package var differencePercent: Double { measuredKm > 0 ? differenceKm / measuredKm * 100 : .infinity }

  package var verdict: Verdict {
    let km = abs(differenceKm)
    if km <= max(1, measuredKm * 0.1) { return .agrees }
    return km <= max(5, measuredKm * 0.25) ? .near : .off
  }

  /// `Umm Jurays to the border Iraq–Syria: 30 km stated, 27.4 km measured, 2.6 km (9 %) too far: near`
  package var text: String {
    let figures = "\(decimals(statedKm, 1)) km stated, \(decimals(measuredKm, 1)) km measured"
    let excess = "\(decimals(abs(differenceKm), 1)) km (\(percentText)) \(differenceKm < 0 ? "too short" : "too far")"
    let difference = abs(differenceKm) < 0.05 ? "no difference" : excess
    return "\(from.name["en"]) to \(toName): \(figures), \(difference): \(verdict.rawValue)"
  }

  private var percentText: String {
    let percent = abs(differencePercent)
    return percent < 1_000_000 ? "\(decimals(percent, 0)) %" : "beyond measure"
  }
}

extension Theatre {
  /// One finding for each distance claim whose places and border are known, in the order of the reports.
  package func distanceFindings() -> [DistanceFinding] {
    var findings: [DistanceFinding] = []
    for report in reports {
      for claim in report.claims {
        guard case .distance(let stated) = claim.placement, let from = place(stated.from) else { continue }
        guard let (metres, name) = measure(from.position, to: stated.to) else { continue }
        findings.append(
          DistanceFinding(
            claim: ClaimReference(report: report.id, claim: claim.id), location: claim.location, from: from, to: stated.to,
            toName: name, statedKm: stated.km, measuredKm: metres / 1000))
      }
    }
    return findings
  }

  private func measure(_ from: Point<Geographic>, to target: StatedDistance.Target) -> (metres: Double, name: String)? {
    switch target {
    case .place(let id): place(id).map { (Geodesic.wgs84.distance(from, $0.position), $0.name["en"]) }
    case .border(let pair): distanceToBorder(pair, from: from).map { ($0, "the border \(pair)") }
    }
  }

  /// The lines of the border layers between two countries.
  package func borderLines(_ pair: BorderPair) -> [Line<Geographic>] {
    layers.lazy.filter { $0.kind == .border }.flatMap(\.features).filter { $0.borderPair == pair }.flatMap(\.shape.lines)
  }

  /// Least distance in metres from a point to a border; nil when the base map has no such border.
  package func distanceToBorder(_ pair: BorderPair, from point: Point<Geographic>) -> Double? {
    borderLines(pair).map { leastDistance(from: point, to: $0.points) }.min()
  }
}

/// Least distance in metres to a line whose segments are straight in longitude and latitude, as its file draws them.
///
/// Each segment is searched at steps of at most 100 m, so that the result is too long by 1.25 m at a distance of 1 km and by less
/// farther away.
func leastDistance(from point: Point<Geographic>, to line: [Point<Geographic>]) -> Double {
  let step = 100.0
  let geodesic = Geodesic.wgs84
  var best = line.first.map { geodesic.distance(point, $0) } ?? .infinity
  for (a, b) in zip(line, line.dropFirst()) {
    let length = geodesic.distance(a, b)
    let (near, far) = (geodesic.distance(point, a), geodesic.distance(point, b))
    best = min(best, near, far)
    // By the triangle inequality nothing on a short segment is closer; straight in degrees is a little longer than geodesic.
    guard length.isFinite, length > 100_000 || (near + far - length * 1.01) / 2 < best else { continue }
    let count = Int(min(100_000, (length / step).rounded(.up)))
    for i in stride(from: 1, to: count, by: 1) {
      best = min(best, geodesic.distance(point, a.lerp(to: b, Double(i) / Double(count))))
    }
  }
  return best
}

/// With a fixed number of decimals, 0 to 3, rounded half away from zero.
private func decimals(_ value: Double, _ count: Int) -> String {
  let scale = [1.0, 10, 100, 1000][min(3, max(0, count))]
  guard abs(value) < 1e12, let scaled = Int(exactly: (value * scale).rounded()) else { return String(value) }
  let digits = padded(Int(scaled.magnitude), to: count + 1)
  let sign = scaled < 0 ? "-" : ""
  return count == 0 ? sign + digits : "\(sign)\(digits.dropLast(count)).\(digits.suffix(count))"
}
