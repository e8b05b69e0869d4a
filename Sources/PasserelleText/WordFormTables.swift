import Foundation

/// Folds of the letters U+00C0–U+052F (Latin, IPA, Greek, Cyrillic), one number a letter.
enum LetterFolds {
  /// First letter of the table.
  private static let start: UInt32 = 0xC0
  /// Entry of æ.
  static let ae = 0xE6 - 0xC0
  /// Entry of œ.
  static let oe = 0x153 - 0xC0

  /// For each letter its one or two folded bytes, the first in the low half; 0 for scalars that are no
  /// lower-case letter, may change in a normalisation or fold to more.
  ///
  /// Built once, never freed, never written again: this is what makes sharing the pointer between threads
  /// safe.
  nonisolated(unsafe) static let table: UnsafePointer<UInt16> = {
    let count = Int(FoldTable.limit - start)
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
    table.initialize(repeating: 0, count: count)
    for entry in 0..<count {
      guard let scalar = Unicode.Scalar(start + UInt32(entry)), isStable(scalar) else { continue }
      let folded = FoldTable.scalars(of: String(scalar)).flatMap { Array(String($0).utf8) }
      guard folded.count == 1 || folded.count == 2, !folded.contains(0x20) else { continue }
      table[entry] = UInt16(folded[0]) | (folded.count == 2 ? UInt16(folded[1]) << 8 : 0)
    }
    return UnsafePointer(table)
  }()

  /// Whether a scalar is a lower-case letter that stays as it is in any word of such letters.
  ///
  /// Marks, the only scalars of these blocks that compose with others, are none.
  private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    guard ScalarClass(scalar) == .word, !scalar.isMark, !scalar.isNumber else { return false }
    guard Array(scalar.properties.lowercaseMapping.unicodeScalars) == [scalar] else { return false }
    guard WordForm.mayChange(scalar) else { return true }
    let normalised = String(scalar).precomposedStringWithCompatibilityMapping
    return Array(normalised.unicodeScalars) == [scalar]
  }

  /// Entry of a letter by its two bytes; nil when they are none of the blocks.
  @inline(__always)
  static func entry(_ lead: UInt8, _ second: UInt8) -> Int? {
    guard lead &- 0xC3 < 17, second & 0xC0 == 0x80 else { return nil }
    return Int(lead &- 0xC3) &<< 6 | Int(second & 0x3F)
  }

  /// Writes the folded bytes of an entry.
  ///
  /// - Returns: The offset behind them; two bytes are written in any case.
  @inline(__always)
  static func write(_ folded: UInt16, to bytes: UnsafeMutablePointer<UInt8>, at index: Int) -> Int {
    bytes[index] = UInt8(truncatingIfNeeded: folded)
    bytes[index &+ 1] = UInt8(truncatingIfNeeded: folded &>> 8)
    return index &+ (folded > 0xFF ? 2 : 1)
  }
}

/// Room for one word on its way to its form.
final class WordBuffers {
  /// Longest word that is handled here, in bytes: below any length that could be cut.
  static let longestWord = 200
  private static let capacity = 512

  /// The normalised word, which the stemmer reads.
  let word: UnsafeMutablePointer<UInt8>
  /// The folded word, later the folded stem.
  let fold: UnsafeMutablePointer<UInt8>

  init() {
    word = .allocate(capacity: Self.capacity)
    fold = .allocate(capacity: Self.capacity)
    word.initialize(repeating: 0, count: Self.capacity)
    fold.initialize(repeating: 0, count: Self.capacity)
  }

  deinit {
    word.deallocate()
    fold.deallocate()
  }
}
