extension JSONReader {
  /// Skips a value of any kind without recursion.
  mutating func skipValue() throws(JSONDefect) {
    switch try peek() {
    case .object, .array: try skipNested()
    default: try skipPlain()
    }
  }

  private mutating func skipPlain() throws(JSONDefect) {
    switch try peek() {
    case .string: try skipString()
    case .number: _ = try readNumber()
    case .bool: _ = try readBool()
    case .null: try readNull()
    case .object, .array: throw unexpected("a plain value")
    }
  }

  private mutating func skipNested() throws(JSONDefect) {
    /// For each open container: is it an object, and is its next member the first?
    var open: [(isObject: Bool, isFirst: Bool)] = []
    repeat {
      if let top = open.last {
        var isFirst = top.isFirst
        let goesOn = top.isObject ? try nextKey(isFirst: &isFirst) != nil : try nextElement(isFirst: &isFirst)
        open[open.count - 1].isFirst = isFirst
        guard goesOn else {
          open.removeLast()
          continue
        }
      }
      switch try peek() {
      case .object:
        try beginObject()
        open.append((true, true))
      case .array:
        try beginArray()
        open.append((false, true))
      default: try skipPlain()
      }
    } while !open.isEmpty
  }

  /// Reads a property: a plain value or a list of plain values. nil when it is nested deeper; it is then skipped.
  mutating func readScalar() throws(JSONDefect) -> JSONScalar? {
    switch try peek() {
    case .object:
      try skipValue()
      return nil
    case .array: return try readList()
    default: return try readPlain()
    }
  }

  private mutating func readPlain() throws(JSONDefect) -> JSONScalar {
    switch try peek() {
    case .string: return .text(try readString())
    case .number: return .number(try readNumber())
    case .bool: return .bool(try readBool())
    case .null:
      try readNull()
      return .null
    case .object, .array: throw unexpected("a plain value")
    }
  }

  private mutating func readList() throws(JSONDefect) -> JSONScalar? {
    var scalars: [JSONScalar] = []
    var isPlain = true
    var isFirst = true
    try beginArray()
    while try nextElement(isFirst: &isFirst) {
      switch try peek() {
      case .object, .array:
        try skipValue()
        isPlain = false
      default:
        let scalar = try readPlain()
        if isPlain { scalars.append(scalar) }
      }
      if scalars.count > ReadingLimits.listLength { isPlain = false }
    }
    return isPlain ? .list(scalars) : nil
  }
}
