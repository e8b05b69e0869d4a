import PasserelleCore

/// The codes of a run for identifiers: 32 bits, in the order of the identifiers.
///
/// The code of a narrow dictionary number is the number; that of a wide identifier (an inline value, a number from
/// 2³¹ on) is ``wideBase`` and its rank among those of the run. Predicates have their rank among the run's
/// predicates, graphs the number of their version.
struct PermutationCodes {
  /// The first wide code: one more than the greatest narrow number.
  let wideBase: UInt32
  /// The wide identifiers, ascending.
  let wide: UnsafeBufferPointer<Int64>
  /// The predicates, ascending.
  let predicates: UnsafeBufferPointer<Int64>

  /// The identifier of a code.
  @inline(__always)
  func identifier(_ code: UInt32, place: Int) -> Int64 {
    switch place {
    case 1: Int(code) < predicates.count ? predicates[Int(code)] : 0
    case 3: Int64(code)
    default: code < wideBase ? Int64(code) : wideIdentifier(code)
    }
  }

  @inline(__always)
  func wideIdentifier(_ code: UInt32) -> Int64 {
    let rank = Int(code &- wideBase)
    return rank < wide.count ? wide[rank] : 0
  }

  /// The code of the first identifier that is not less than one; one more than the greatest where there is none.
  @inline(__always)
  func lowerBound(_ identifier: Int64, place: Int) -> UInt32 {
    switch place {
    case 1: return UInt32(truncatingIfNeeded: Self.lowerBound(predicates, identifier))
    case 3: return UInt32(clamping: identifier)
    default:
      if identifier < Int64(wideBase) { return UInt32(truncatingIfNeeded: max(0, identifier)) }
      return wideBase &+ UInt32(truncatingIfNeeded: Self.lowerBound(wide, identifier))
    }
  }

  /// The code of an identifier; nil where it has none.
  @inline(__always)
  func code(_ identifier: Int64, place: Int) -> UInt32? {
    if place != 1, place != 3, identifier < Int64(wideBase) {
      return identifier > 0 ? UInt32(truncatingIfNeeded: identifier) : nil
    }
    let code = lowerBound(identifier, place: place)
    return self.identifier(code, place: place) == identifier && identifier > 0 ? code : nil
  }

  private static func lowerBound(_ values: UnsafeBufferPointer<Int64>, _ value: Int64) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low &+ high) &>> 1
      if values[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
