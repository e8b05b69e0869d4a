/// Names and numbers of the format of text segments (Documentation/Formats/index-format.md).
enum SegmentFormat {
  /// The kind of a text segment.
  static let kind = "TEXT"
  /// The version that is written.
  static let version: UInt32 = 1

  /// The JSON object of ``Meta``.
  static let meta: UInt32 = 1
  /// External numbers of the documents.
  static let ids: UInt32 = 2
  /// Documents by ascending external number; empty when they ascend already.
  static let idOrder: UInt32 = 3
  /// Where the stored bytes of each document start.
  static let storedOffsets: UInt32 = 4
  /// The stored bytes.
  static let storedBytes: UInt32 = 5

  /// Terms in a block of the dictionary.
  static let dictionaryBlock = 32
  /// Postings in a full block.
  static let postingsBlock = 128
  /// The longest term, in bytes.
  static let longestTerm = 255
  /// How far positions jump between two values of one field.
  static let valueGap: UInt32 = 100

  /// The values of a keyword column.
  static func keywordColumn(_ column: Int) -> UInt32 { 64 + 2 * UInt32(column) }
  /// The list of distinct values of a keyword column.
  static func keywordList(_ column: Int) -> UInt32 { 65 + 2 * UInt32(column) }
  /// The values of a number column.
  static func numberColumn(_ column: Int) -> UInt32 { 128 + UInt32(column) }
  /// The dictionary of a field.
  static func dictionary(_ field: Int) -> UInt32 { 256 + 8 * UInt32(field) }
  /// The places of the blocks of a field's dictionary.
  static func dictionaryBlocks(_ field: Int) -> UInt32 { 257 + 8 * UInt32(field) }
  /// The postings of a field.
  static func postings(_ field: Int) -> UInt32 { 258 + 8 * UInt32(field) }
  /// The positions of a field.
  static func positions(_ field: Int) -> UInt32 { 259 + 8 * UInt32(field) }
  /// The lengths of a field in the documents, as codes.
  static func norms(_ field: Int) -> UInt32 { 260 + 8 * UInt32(field) }
}
