extension Array {
  /// The elements put together two by two, in their order, so that the depth of the result is that of a
  /// balanced tree.
  ///
  /// - Parameter combine: Puts two neighbours together; it must be associative.
  /// - Returns: Nil for no elements.
  func balanced(_ combine: (Element, Element) -> Element) -> Element? {
    var level = self
    while level.count > 1 {
      var next: [Element] = []
      next.reserveCapacity((level.count + 1) / 2)
      for index in stride(from: 0, to: level.count, by: 2) {
        next.append(index + 1 < level.count ? combine(level[index], level[index + 1]) : level[index])
      }
      level = next
    }
    return level.first
  }
}
