import PasserelleSegments

/// A column of short texts of one segment; its bytes are mapped and never change.
struct KeywordColumn: @unchecked Sendable {
  /// 0 for none, else 1 + place of the value in ``values``.
  let codes: PackedIntegers
  /// The distinct values, ascending bytewise.
  let values: [String]

  /// The value of a document.
  func value(_ document: Int) -> String? {
    let code = Int(truncatingIfNeeded: codes[document])
    return code > 0 && code <= values.count ? values[code - 1] : nil
  }

  /// The code of a value; nil when no document has it.
  func code(of value: String) -> UInt64? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(values[middle], value) { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] == value ? UInt64(low + 1) : nil
  }

  /// The codes of the values that begin with a text.
  func codes(ofPrefix prefix: String) -> ClosedRange<UInt64>? {
    let matching = values.indices.filter { values[$0].utf8.starts(with: prefix.utf8) }
    guard let first = matching.first, let last = matching.last else { return nil }
    return UInt64(first + 1)...UInt64(last + 1)
  }

  static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}

/// A column of whole numbers of one segment; its bytes are mapped and never change.
struct NumberColumn: @unchecked Sendable {
  /// Value + 1 − ``minimum``, 0 for none.
  let codes: PackedIntegers
  /// The least value.
  let minimum: Int64

  /// The value of a document.
  func value(_ document: Int) -> Int64? {
    let code = codes[document]
    return code == 0 ? nil : minimum &+ Int64(bitPattern: code) &- 1
  }

  /// The codes of a range of values; nil when it lies below all of them.
  func codes(of range: ClosedRange<Int64>) -> ClosedRange<UInt64>? {
    guard range.upperBound >= minimum else { return nil }
    let low = range.lowerBound <= minimum ? 1 : UInt64(bitPattern: range.lowerBound &- minimum) &+ 1
    let high = UInt64(bitPattern: range.upperBound &- minimum)
    return low...(high == .max ? .max : high + 1)
  }
}
