import PasserelleSegments

/// Every document.
final class EverythingNode: WindowNode {
  let cost: Int

  init(documents: Int) { cost = documents }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    bits.update(repeating: .max, count: window.words)
    let rest = (window.end &- window.first) & 63
    if rest != 0 { bits[window.words - 1] = 1 &<< UInt64(rest) &- 1 }
  }
}

/// The documents whose code in a column is one of some.
final class ColumnNode: WindowNode {
  private let codes: PackedIntegers
  private let ranges: [ClosedRange<UInt64>]

  init(_ codes: PackedIntegers, in ranges: [ClosedRange<UInt64>]) {
    self.codes = codes
    self.ranges = ranges
  }

  var cost: Int { codes.count / 2 }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    bits.update(repeating: 0, count: window.words)
    let first = Int(window.first)
    if let mask {
      WindowBits.forEach(mask, words: window.words) { place in
        let code = codes[first &+ place]
        for range in ranges where range.contains(code) { WindowBits.insert(place, into: bits) }
      }
      return
    }
    for range in ranges {
      let (low, span) = (range.lowerBound, range.upperBound &- range.lowerBound)
      for word in 0..<window.words {
        let start = first &+ word &* 64
        var found: UInt64 = 0
        for bit in 0..<min(64, Int(window.end) &- start) {
          let inside: UInt64 = codes[start &+ bit] &- low <= span ? 1 : 0
          found |= inside &<< UInt64(truncatingIfNeeded: bit)
        }
        bits[word] |= found
      }
    }
  }
}

/// Documents that are known by number.
final class DocumentsNode: WindowNode {
  /// Ascending.
  private let documents: [UInt32]
  private var next = 0

  init(_ documents: [UInt32]) { self.documents = documents }

  /// The documents of a segment that a set names.
  convenience init(_ set: DocumentSet, in segment: SegmentReader) {
    var documents: [UInt32] = []
    var place = 0
    for id in set.ids {
      place = segment.firstPlace(notBelow: id, from: place)
      guard place < segment.documentCount else { break }
      // A number may stand twice, in a document that was replaced and in its successor.
      while place < segment.documentCount, segment.id(segment.document(atPlace: place)) == id {
        documents.append(UInt32(segment.document(atPlace: place)))
        place += 1
      }
    }
    self.init(segment.idOrder == nil ? documents : documents.sorted())
  }

  var cost: Int { documents.count }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    bits.update(repeating: 0, count: window.words)
    while next < documents.count, documents[next] < window.first { next += 1 }
    while next < documents.count, documents[next] < window.end {
      WindowBits.insert(Int(documents[next] &- window.first), into: bits)
      next += 1
    }
  }
}

/// The documents of another node, without their scores.
final class UnscoredNode: WindowNode {
  private let node: any WindowNode

  init(_ node: any WindowNode) { self.node = node }

  var cost: Int { node.cost }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    node.evaluate(window, mask: mask, bits: bits, sums: nil)
  }
}
