import Drawing
import Geometry

/// How an eye, or a copier, sees colours.
package enum ColorVision: String, CaseIterable, Sendable {
  case full, protan, deutan, tritan, grey

  /// For messages.
  package var name: String {
    switch self {
    case .full: "to most readers"
    case .protan: "to readers who see no red (protanopia)"
    case .deutan: "to readers who see no green (deuteranopia)"
    case .tritan: "to readers who see no blue (tritanopia)"
    case .grey: "in a grey copy"
    }
  }

  /// Rows of a matrix on linear sRGB. Machado, G. M. et al. (2009), doi:10.1109/TVCG.2009.113, severity 1.
  private var rows: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    case .grey: Array(repeating: [0.2126, 0.7152, 0.0722], count: 3)
    }
  }

  /// The colour as it is seen. Its alpha is kept.
  package func seen(_ color: Color) -> Color {
    let linear = [color.red, color.green, color.blue].map(Color.light)
    let mixed = rows.map { row in zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } }.map(Self.encoded)
    return Color(red: mixed[0], green: mixed[1], blue: mixed[2], alpha: color.alpha)
  }

  /// The sRGB channel of a light; what no screen shows goes to the nearest that it does.
  static func encoded(_ light: Double) -> UInt8 {
    let v = light <= 0.0031308 ? light * 12.92 : 1.055 * power(light, 1 / 2.4) - 0.055
    return UInt8((min(1, max(0, v)) * 255).rounded())
  }
}

/// A colour in CIE L*a*b* under D65.
package struct LabColor: Hashable, Sendable {
  package var l, a, b: Double

  package init(l: Double, a: Double, b: Double) {
    self.l = l
    self.a = a
    self.b = b
  }

  /// Of the colour as if it were opaque.
  package init(_ color: Color) {
    let (r, g, b) = (Color.light(color.red), Color.light(color.green), Color.light(color.blue))
    func curve(_ t: Double) -> Double { t > 216.0 / 24389 ? power(t, 1.0 / 3) : (24389.0 / 27 * t + 16) / 116 }
    let x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    let y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    let z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// How far two colours are from each other to the eye: CIEDE2000, of which about 1 can just be seen.
  /// Sharma, G., Wu, W., Dalal, E. N. (2005), doi:10.1002/col.20070.
  package func difference(to other: LabColor) -> Double {
    func chroma(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    func seventh(_ c: Double) -> Double { c * c * c * c * c * c * c }
    func spread(_ c: Double) -> Double { (seventh(c) / (seventh(c) + 6_103_515_625)).squareRoot() }
    func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
    func cosineOf(_ degrees: Double) -> Double { cosine(degrees * .pi / 180) }
    let stretch = 1 + 0.5 * (1 - spread((chroma(a, b) + chroma(other.a, other.b)) / 2))
    let (a1, a2) = (a * stretch, other.a * stretch)
    let (c1, c2) = (chroma(a1, b), chroma(a2, other.b))
    func hue(_ a: Double, _ b: Double) -> Double {
      let h = a == 0 && b == 0 ? 0 : degrees(angle(y: b, x: a))
      return h < 0 ? h + 360 : h
    }
    let (h1, h2) = (hue(a1, b), hue(a2, other.b))
    var turn = h2 - h1
    var hue = h1 + h2
    if c1 * c2 == 0 {
      turn = 0
    } else if abs(turn) <= 180 {
      hue /= 2
    } else {
      turn += turn > 0 ? -360 : 360
      hue = (hue < 360 ? hue + 360 : hue - 360) / 2
    }
    let dl = other.l - l
    let dc = c2 - c1
    let dh = 2 * (c1 * c2).squareRoot() * sine(turn / 2 * .pi / 180)
    let meanL = (l + other.l) / 2 - 50
    let meanC = (c1 + c2) / 2
    let t =
      1 - 0.17 * cosineOf(hue - 30) + 0.24 * cosineOf(2 * hue) + 0.32 * cosineOf(3 * hue + 6) - 0.2 * cosineOf(4 * hue - 63)
    let sl = 1 + 0.015 * meanL * meanL / (20 + meanL * meanL).squareRoot()
    let sc = 1 + 0.045 * meanC
    let sh = 1 + 0.015 * meanC * t
    let bend = (hue - 275) / 25
    let turnTerm = -2 * spread(meanC) * sine(60 * exponential(-bend * bend) * .pi / 180)
    let (x, y, z) = (dl / sl, dc / sc, dh / sh)
    return (x * x + y * y + z * z + turnTerm * y * z).squareRoot()
  }
}
