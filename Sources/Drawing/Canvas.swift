/// What a renderer is to a display list.
package protocol Canvas: ~Copyable {
  associatedtype Failure: Error
  mutating func draw(_ item: DisplayItem) throws(Failure)
}

extension DisplayList {
  /// Draws every item in order.
  package func replay<C: Canvas & ~Copyable>(on canvas: inout C) throws(C.Failure) {
    for item in items { try canvas.draw(item) }
  }
}
