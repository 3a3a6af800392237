import Drawing
import Geometry

/// A fingerprint of 128 bits that is the same on every machine and in every run. It tells frames apart; it is no protection against forgery.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  private var low: UInt64 = 0x243F_6A88_85A3_08D3
  private var high: UInt64 = 0x1319_8A2E_0370_7344

  package init() {}

  package mutating func add(_ word: UInt64) {
    low = (low ^ word) &* 0x9E37_79B9_7F4A_7C15
    low = (low << 31 | low >> 33) &* 0xD6E8_FEB8_6659_FD93
    high = ((high &+ word) << 29 | (high &+ word) >> 35) &* 0xA076_1D64_78BD_642F ^ low
  }

  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }
  /// Minus zero and zero are the same.
  package mutating func add(_ number: Double) { add((number + 0).bitPattern) }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset += 8
    }
    var rest: UInt64 = 0
    for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    if offset < bytes.count { add(rest) }
  }

  package static func of(_ bytes: [UInt8]) -> Digest {
    var digest = Digest()
    bytes.withUnsafeBytes { digest.add($0) }
    return digest
  }

  /// 32 hexadecimal digits.
  package var description: String {
    func hex(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(high) + hex(low)
  }
}

extension Digest {
  package mutating func add(_ list: DisplayList) {
    add(list.width)
    add(list.height)
    add(list.background)
    add(list.items)
  }

  package mutating func add(_ items: [DisplayItem]) {
    add(items.count)
    for item in items {
      switch item {
      case .shape(let shape):
        add(1)
        add(shape.path)
        switch shape.fill {
        case nil: add(0)
        case .solid(let color): add(color)
        case .hatch(let hatch):
          add(
            "\(hatch.figure.rawValue) \(hatch.color) \(hatch.ground.map { "\($0)" } ?? "") \(hatch.angle) \(hatch.spacing) \(hatch.width)")
        }
        if let stroke = shape.stroke {
          add(stroke.color)
          add(stroke.width)
          for dash in stroke.dashes { add(dash) }
          add(stroke.cap.rawValue + stroke.join.rawValue)
        }
      case .text(let text):
        add(2)
        add(text.line.text)
        add(text.line.width)
        add(text.line.style.size)
        add(text.line.style.weight.rawValue)
        add(text.color)
        if let halo = text.halo {
          add(halo.color)
          add(halo.width)
        }
        switch text.placement {
        case .straight(let p, let angle):
          add(p)
          add(angle)
        case .glyphs(let places):
          for place in places {
            add(place.origin)
            add(place.angle)
          }
        }
      case .picture(let picture):
        add(3)
        add(picture.columns)
        picture.pixels.withUnsafeBytes { add($0) }
        for corner in picture.box.corners { add(corner) }
      case .group(let group):
        add(4)
        add(group.opacity)
        if let clip = group.clip { add(clip) }
        add(group.items)
      }
    }
  }

  private mutating func add(_ p: Point<Page>) {
    add(p.x)
    add(p.y)
  }

  private mutating func add(_ color: Color) {
    add(UInt64(color.red) << 16 | UInt64(color.green) << 8 | UInt64(color.blue))
    add(color.alpha)
  }

  private mutating func add(_ path: Path) {
    add(path.elements.count)
    for element in path.elements {
      switch element {
      case .move(let p):
        add(5)
        add(p)
      case .line(let p): add(p)
      case .curve(let a, let b, let c):
        add(6)
        add(a)
        add(b)
        add(c)
      case .close: add(7)
      }
    }
  }
}
