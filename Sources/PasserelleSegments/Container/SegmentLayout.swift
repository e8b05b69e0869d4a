/// Places and marks of the segment container.
enum SegmentLayout {
  static let headerLength = 16
  static let footerLength = 32
  static let entryLength = 32
  static let alignment = 64
  /// The least number of zero bytes after the last section.
  static let padding = 64
  static let containerVersion: UInt32 = 1

  /// `PSRLSEG` and a line feed, as a number of 64 bits.
  static let openingMagic: UInt64 = 0x0A47_4553_4C52_5350
  /// `PSRLEND` and a line feed, as a number of 64 bits.
  static let closingMagic: UInt64 = 0x0A44_4E45_4C52_5350

  /// The next multiple of the alignment.
  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  /// Where the table starts when the last section ends at an offset.
  static func tableOffset(after end: Int) -> Int { aligned(end + padding) }

  /// The four letters of a kind as a number of 32 bits.
  ///
  /// - Precondition: The kind is four ASCII letters.
  static func code(of kind: String) -> UInt32 {
    let letters = Array(kind.utf8)
    let isPlain =
      letters.count == 4 && letters.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x61 && $0 <= 0x7A }
    precondition(isPlain, "a kind is four ASCII letters")
    return letters.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Appends a number, low bytes first.
  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
