import PasserelleSegments

/// One word of a phrase in one segment.
struct PhraseTerm {
  let cursor: UnsafeMutablePointer<PostingsCursor>
  /// Where the positions of documents are, by slot: those of one leading block.
  let spans: UnsafeMutablePointer<PositionSpan>
  private var reader: PositionsReader
  /// The positions last read.
  private(set) var positions: UnsafeMutablePointer<UInt32>
  private var capacity: Int

  init(_ entry: TermEntry, _ field: borrowing FieldReader, memory: QueryMemory) {
    cursor = memory.cursor(entry, field)
    spans = memory.room(PositionSpan.self, PostingsCursor.blockSize)
    reader = PositionsReader(
      entry, field, buffer: memory.room(UInt32.self, PositionsReader.chunkSize))
    capacity = PositionsReader.chunkSize
    positions = memory.room(UInt32.self, capacity)
  }

  /// Reads the positions of the document of a slot.
  ///
  /// - Returns: Their number; 0 when the file is damaged.
  mutating func read(_ slot: Int, _ memory: QueryMemory) -> Int {
    let span = spans[slot]
    if span.count > capacity {
      guard span.count <= span.total else { return 0 }
      capacity = 2 * span.count
      positions = memory.room(UInt32.self, capacity)
    }
    return reader.read(span, into: positions) ? span.count : 0
  }
}
