/// Texts one after the other, with where each starts; each is decoded when it is asked for.
struct CatalogueTexts: RandomAccessCollection, Sendable {
  let starts: CatalogueColumn<UInt32>
  let bytes: CatalogueColumn<UInt8>

  var startIndex: Int { 0 }
  var endIndex: Int { starts.count - 1 }

  subscript(index: Int) -> String {
    let part = bytes.slice(Int(starts[index]), Int(starts[index + 1]))
    return withExtendedLifetime(part.owner) {
      String(decoding: UnsafeBufferPointer(start: part.base, count: part.count), as: UTF8.self)
    }
  }

  /// Finds a text among those that ascend bytewise, in the order of these texts or in one of its own.
  ///
  /// - Complexity: O(log *n*) comparisons.
  func find(_ text: String, order: CatalogueColumn<Int32>? = nil) -> Int32? {
    let wanted = Array(text.utf8)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let place = order.map { Int($0[middle]) } ?? middle
      let found = bytes.slice(Int(starts[place]), Int(starts[place + 1]))
      if found.elementsEqual(wanted) { return Int32(place) }
      if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
