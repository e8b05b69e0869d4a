internal import PasserelleCore

/// Files of deletions: kind `DELS`, section 1.
extension DeletionSet {
  static let kind = "DELS"
  static let version: UInt32 = 1
  static let section: UInt32 = 1

  /// Writes a file of deletions.
  ///
  /// - Returns: The length of the file in bytes.
  /// - Throws: `PasserelleError` with code `.graphDiskFull` or `.indexInvalid`; then there is no file.
  @discardableResult
  public func write(to storage: any SegmentStorage, name: String) throws -> Int {
    let writer = try SegmentFileWriter(storage: storage, name: name, kind: Self.kind, version: Self.version)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 + 8 * words.count)
    SegmentLayout.append(UInt64(documents), to: &bytes)
    SegmentLayout.append(UInt64(count), to: &bytes)
    for word in words { SegmentLayout.append(word, to: &bytes) }
    try writer.section(Self.section, bytes)
    return try writer.finish()
  }
}

extension Deletions {
  /// Reads a file of deletions.
  ///
  /// - Parameters:
  ///   - storage: Where the file is.
  ///   - name: Its name.
  ///   - documents: How many documents the segment has.
  /// - Throws: `PasserelleError` with code `.indexInvalid` when it is missing or damaged, or of another segment.
  public convenience init(storage: any SegmentStorage, name: String, documents: Int) throws {
    let file = try SegmentFile(
      storage: storage, name: name, kind: DeletionSet.kind,
      versions: DeletionSet.version...DeletionSet.version)
    let bytes = file.section(DeletionSet.section)
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
    }
    let length = DeletionSet.wordCount(documents)
    guard bytes.count == 16 + 8 * length, word(0) == UInt64(documents) else {
      throw file.damage(
        LocalizedText(
          fr: "il n’est pas celui d’un segment de \(documents) documents",
          en: "it does not belong to a segment of \(documents) documents"))
    }
    let words = (0..<length).map { word(2 + $0) }
    let count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    let excess = documents % 64 == 0 ? 0 : (words.last ?? 0) >> UInt64(documents % 64)
    guard word(1) == UInt64(count), excess == 0 else {
      throw file.damage(
        LocalizedText(
          fr: "le nombre de ses bits ne concorde pas", en: "the number of its bits does not agree"))
    }
    self.init(documents: documents, count: count, words: words)
    // The words were read from the mapped file up to here.
    withExtendedLifetime(file) {}
  }
}
