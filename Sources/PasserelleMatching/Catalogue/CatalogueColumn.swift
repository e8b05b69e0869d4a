/// Whole numbers in a row, read where they lie.
///
/// An element costs a bounds check and a load. The column keeps the memory it lies in.
struct CatalogueColumn<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  // The memory is never written.
  let base: UnsafePointer<Element>?
  let count: Int
  let owner: CatalogueSections

  /// Takes numbers that lie in the memory of `owner`.
  init(_ numbers: UnsafeBufferPointer<Element>, owner: CatalogueSections) {
    base = numbers.baseAddress
    count = numbers.count
    self.owner = owner
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index of the column")
    // Without this the memory could go between the load of its address and that of the number.
    defer { withExtendedLifetime(owner) {} }
    return base.map { Element(littleEndian: $0[index]) } ?? 0
  }

  /// The column between two places, which lie within it.
  func slice(_ low: Int, _ high: Int) -> CatalogueColumn {
    precondition(low >= 0 && low <= high && high <= count, "a part of the column")
    return CatalogueColumn(
      UnsafeBufferPointer(start: base.map { $0 + low }, count: high - low), owner: owner)
  }

  /// Whether all numbers lie in a range.
  ///
  /// - Complexity: O(*n*), several numbers at a time.
  func isWithin(_ low: Element, _ high: Element) -> Bool {
    var outside: Element = 0
    for value in self { outside |= (value < low ? 1 : 0) | (value > high ? 1 : 0) }
    return outside == 0
  }

  /// Whether the numbers never descend, from the first, which has to be 0, to `last`.
  func isStarts(upTo last: Int) -> Bool {
    guard let final = self.last, self[0] == 0, Int(final) == last else { return false }
    var descends: Element = 0
    for index in 1..<count { descends |= self[index] < self[index - 1] ? 1 : 0 }
    return descends == 0
  }
}
