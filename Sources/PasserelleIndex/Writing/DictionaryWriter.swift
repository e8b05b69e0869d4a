/// Writes the dictionary of one field: terms in byte order, front-coded in blocks of 32.
struct DictionaryWriter: ~Copyable {
  /// What the dictionary says of a term besides its bytes.
  struct Entry {
    /// How many documents hold it, at least 1.
    var documentFrequency: Int
    /// How often it occurs in them.
    var occurrences: Int
    /// The bound of its list.
    var bound: UInt8
    /// Its only document when there is but one; else the length of its postings.
    var documentOrLength: Int
    /// The length of its positions; nil in a field without.
    var positionsLength: Int?
  }

  private var dictionary = ByteBuffer(capacity: 1 << 12)
  private var blocks = ByteBuffer()
  /// The term before.
  private var last = ByteBuffer()
  /// Number of terms.
  private(set) var count = 0

  /// Adds a term, above the one before.
  ///
  /// - Parameters:
  ///   - term: Its bytes, 1 to 255.
  ///   - entry: What is said of it.
  ///   - postings: Where its postings start in their section.
  ///   - positions: Where its positions start in their section.
  mutating func add(_ term: UnsafeRawBufferPointer, _ entry: Entry, postings: Int, positions: Int) {
    if count % SegmentFormat.dictionaryBlock == 0 {
      blocks.append(number: UInt32(truncatingIfNeeded: dictionary.count))
      dictionary.append(varint: UInt64(postings))
      dictionary.append(varint: UInt64(positions))
      dictionary.append(varint: UInt64(term.count))
      dictionary.append(term)
    } else {
      let shared = sharedPrefix(term)
      dictionary.append(varint: UInt64(shared))
      dictionary.append(varint: UInt64(term.count - shared))
      dictionary.append(UnsafeRawBufferPointer(rebasing: term[shared...]))
    }
    dictionary.append(varint: UInt64(entry.documentFrequency))
    dictionary.append(varint: UInt64(entry.occurrences - entry.documentFrequency))
    dictionary.append(byte: entry.bound)
    dictionary.append(varint: UInt64(entry.documentOrLength))
    if let length = entry.positionsLength { dictionary.append(varint: UInt64(length)) }
    last.truncate()
    last.append(term)
    count += 1
  }

  /// The bytes of the section of the blocks' places; to be asked once, after the last term.
  mutating func finishBlocks() -> UnsafeRawBufferPointer {
    blocks.append(number: UInt32(truncatingIfNeeded: dictionary.count))
    return blocks.bytes
  }

  /// The bytes of the dictionary.
  var bytes: UnsafeRawBufferPointer { dictionary.bytes }

  private func sharedPrefix(_ term: UnsafeRawBufferPointer) -> Int {
    let common = min(term.count, last.count)
    var shared = 0
    while shared < common, term[shared] == last.start[shared] { shared += 1 }
    return shared
  }
}
