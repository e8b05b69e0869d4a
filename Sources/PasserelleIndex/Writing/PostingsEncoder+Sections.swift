import PasserelleSegments

/// Sections of the field.
extension PostingsEncoder {
  /// Writes dictionary, its blocks, postings and positions of a field, after the last term.
  mutating func write(_ field: Int, to writer: SegmentFileWriter) throws {
    let blocks = dictionary.finishBlocks()
    try Self.section(SegmentFormat.dictionaryBlocks(field), blocks, writer)
    try Self.section(SegmentFormat.dictionary(field), dictionary.bytes, writer)
    try postings.write(SegmentFormat.postings(field), to: writer)
    try positions.write(SegmentFormat.positions(field), to: writer)
  }

  private static func section(_ id: UInt32, _ bytes: UnsafeRawBufferPointer, _ writer: SegmentFileWriter)
    throws
  {
    try writer.beginSection(id)
    try writer.append(bytes)
    try writer.endSection()
  }
}
