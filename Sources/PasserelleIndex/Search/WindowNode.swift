/// A part of a query in one segment, evaluated window by window: for everything that the fast paths do not cover.
///
/// A window is 64 words of bits from a document that is a multiple of 64; windows come in ascending order.
protocol WindowNode: AnyObject {
  /// About how many documents match, for the order of evaluation.
  var cost: Int { get }

  /// Finds the documents of a window.
  ///
  /// - Parameters:
  ///   - window: The documents.
  ///   - mask: The documents that still matter; what is found outside of it is ignored.
  ///   - bits: Receives the matches, overwritten.
  ///   - sums: Receives the contributions to matching documents, added; nil where scores do not matter.
  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?)
}

/// A run of documents, at most a window long.
struct DocumentWindow {
  /// The first document.
  let first: UInt32
  /// The document behind the last.
  let end: UInt32

  /// How many words of bits it takes.
  var words: Int { Int((end &- first &+ 63) >> 6) }
}

/// One bit of a window.
enum WindowBits {
  @inline(__always)
  static func contains(_ bits: UnsafePointer<UInt64>, _ place: Int) -> Bool {
    bits[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1 == 1
  }

  @inline(__always)
  static func insert(_ place: Int, into bits: UnsafeMutablePointer<UInt64>) {
    bits[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
  }

  /// Calls for each bit that is set, ascending.
  @inline(__always)
  static func forEach(_ bits: UnsafePointer<UInt64>, words: Int, _ body: (_ place: Int) -> Void) {
    for word in 0..<words {
      var rest = bits[word]
      while rest != 0 {
        body(word &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  static func count(_ bits: UnsafePointer<UInt64>, words: Int) -> Int {
    var count = 0
    for word in 0..<words { count &+= bits[word].nonzeroBitCount }
    return count
  }
}
