import PasserelleCore
import PasserelleSegments

/// Whole numbers of a section, read where they lie; the file stays mapped as long as they are used.
struct ReferenceNumbers<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  // The memory is never written.
  private let base: UnsafeRawPointer?
  let count: Int
  private let owner: SegmentFile

  /// Takes a section; what does not make a whole number at its end is left out.
  init(_ file: SegmentFile, _ section: UInt32) {
    let bytes = file.section(section)
    base = bytes.baseAddress
    count = bytes.count / MemoryLayout<Element>.size
    owner = file
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index of the section")
    defer { withExtendedLifetime(owner) {} }
    guard let base else { return 0 }
    return Element(
      littleEndian: base.loadUnaligned(fromByteOffset: index * MemoryLayout<Element>.size, as: Element.self))
  }

  /// Whether the numbers never descend, from 0 to `last`.
  func isStarts(upTo last: Int) -> Bool {
    guard count > 0, self[0] == 0, Int(self[count - 1]) == last else { return false }
    return (1..<Swift.max(1, count)).allSatisfy { self[$0 - 1] <= self[$0] }
  }

  /// The first place of ascending numbers whose number is not below another.
  ///
  /// - Complexity: O(log *n*).
  func firstIndex(notBelow number: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Texts of a file, each by its number.
struct ReferenceTexts: @unchecked Sendable {
  // The memory is never written.
  private let starts: ReferenceNumbers<UInt32>
  private let bytes: UnsafeRawBufferPointer
  private let owner: SegmentFile

  /// Takes two sections.
  ///
  /// - Throws: ``PasserelleError`` when the places do not fit the bytes.
  init(_ file: SegmentFile, starts: UInt32, bytes: UInt32) throws {
    self.starts = ReferenceNumbers(file, starts)
    self.bytes = file.section(bytes)
    owner = file
    guard self.starts.isStarts(upTo: self.bytes.count) else {
      throw file.damage(
        LocalizedText(fr: "les places de ses textes sont fausses", en: "the places of its texts are wrong"))
    }
  }

  var count: Int { starts.count - 1 }
  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> String {
    defer { withExtendedLifetime(owner) {} }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[Int(starts[index])..<Int(starts[index + 1])]),
      as: UTF8.self)
  }

  /// The number of a text among texts in the order of their bytes.
  ///
  /// - Complexity: O(log *n*).
  func rank(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { wanted in
      defer { withExtendedLifetime(owner) {} }
      let wanted = UnsafeRawBufferPointer(wanted)
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        switch compare(middle, wanted) {
        case 0: return middle
        case ..<0: low = middle + 1
        default: high = middle
        }
      }
      return nil
    }
  }

  /// Below 0 where a text comes before another, 0 where it is the same.
  private func compare(_ index: Int, _ other: UnsafeRawBufferPointer) -> Int {
    let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
    let length = Swift.min(end - start, other.count)
    for place in 0..<length {
      let (left, right) = (bytes[start + place], other[place])
      if left != right { return left < right ? -1 : 1 }
    }
    return (end - start) - other.count
  }
}
