import PasserelleCore
import PasserelleSegments

/// One text segment, open for reading: checked, mapped and never changed; for any thread.
final class SegmentReader: @unchecked Sendable {
  /// Its file's name.
  let name: String
  /// How many documents it holds, deleted ones too.
  let documentCount: Int
  /// Its fields, in the order of the schema.
  let fields: [FieldReader]
  /// Its keyword columns, in the order of the schema.
  let keywords: [KeywordColumn]
  /// Its number columns, in the order of the schema.
  let numbers: [NumberColumn]
  /// External numbers of documents.
  let ids: PackedIntegers
  /// Documents by ascending external number; nil when they ascend already.
  let idOrder: PackedIntegers?
  private let storedOffsets: PackedIntegers
  private let storedBytes: UnsafeRawBufferPointer
  private let file: SegmentFile
  /// What the fields look terms up with.
  private let prefixes: [BlockPrefixes]
  /// The same fields as ``fields``, for reading without a count of references.
  let fieldTable: UnsafePointer<FieldReader>

  /// Opens a segment.
  ///
  /// - Throws: ``PasserelleError`` with code `index.invalid`, by the name of the file, when any part of it does not
  ///   hold or it was made for another schema.
  init(storage: any SegmentStorage, name: String, schema: IndexSchema) throws {
    let file = try SegmentFile(
      storage: storage, name: name, kind: SegmentFormat.kind, versions: 1...SegmentFormat.version)
    let meta = try Self.meta(file)
    let count = meta.documents
    func packed(_ section: UInt32, count wanted: Int) throws -> PackedIntegers {
      guard let numbers = PackedIntegers(file.section(section)), numbers.count == wanted else {
        throw Self.damaged(name)
      }
      return numbers
    }
    self.name = name
    self.file = file
    documentCount = count
    guard meta.fields.map(\.name) == schema.fields.map(\.name), meta.keywords == schema.keywords,
      meta.numbers == schema.numbers
    else { throw Self.foreign(name) }
    ids = try packed(SegmentFormat.ids, count: count)
    let order = PackedIntegers(file.section(SegmentFormat.idOrder))
    idOrder = order.map { $0.count == count } ?? false ? order : nil
    storedOffsets = try packed(SegmentFormat.storedOffsets, count: count + 1)
    storedBytes = file.section(SegmentFormat.storedBytes)
    let opened = try meta.fields.enumerated().map { try Self.field($1, place: $0, file, documents: count) }
    prefixes = opened.map(\.prefixes)
    fields = opened.map(\.field)
    keywords = try schema.keywords.indices.map {
      KeywordColumn(
        codes: try packed(SegmentFormat.keywordColumn($0), count: count),
        values: Self.strings(file.section(SegmentFormat.keywordList($0))))
    }
    numbers = try schema.numbers.indices.map { place in
      let section = file.section(SegmentFormat.numberColumn(place))
      guard section.count >= 8,
        let codes = PackedIntegers(UnsafeRawBufferPointer(rebasing: section[8...])), codes.count == count
      else { throw Self.damaged(name) }
      return NumberColumn(
        codes: codes, minimum: Int64(littleEndian: section.loadUnaligned(fromByteOffset: 0, as: Int64.self)))
    }
    let table = UnsafeMutablePointer<FieldReader>.allocate(capacity: max(1, fields.count))
    for (place, field) in fields.enumerated() { (table + place).initialize(to: field) }
    fieldTable = UnsafePointer(table)
  }

  deinit {
    let table = UnsafeMutablePointer(mutating: fieldTable)
    table.deinitialize(count: fields.count)
    table.deallocate()
  }

  /// The size of its file.
  var byteCount: Int { file.byteCount }

  /// The external number of a document.
  @inline(__always)
  func id(_ document: Int) -> Int64 { Int64(bitPattern: ids[document]) }

  /// The last document with an external number; nil when the segment has none.
  ///
  /// - Complexity: O(log documents).
  func document(withID id: Int64) -> Int? {
    var place = firstPlace(notBelow: id, from: 0)
    guard place < documentCount, self.id(document(atPlace: place)) == id else { return nil }
    // A number may stand twice, in a document that was replaced and in its successor.
    while place + 1 < documentCount, self.id(document(atPlace: place + 1)) == id { place += 1 }
    return document(atPlace: place)
  }

  /// The document at a place of the order by external number.
  @inline(__always)
  func document(atPlace place: Int) -> Int {
    idOrder.map { min(Int(truncatingIfNeeded: $0[place] & UInt64(Int.max)), documentCount - 1) } ?? place
  }

  /// The first place, in the order by external number, whose number is not below one.
  func firstPlace(notBelow id: Int64, from start: Int) -> Int {
    var low = start
    var high = documentCount
    while low < high {
      let middle = (low + high) / 2
      if self.id(document(atPlace: middle)) < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The stored bytes of a document, as long as the segment is open.
  func stored(_ document: Int) -> UnsafeRawBufferPointer {
    let start = Int(truncatingIfNeeded: storedOffsets[document])
    let end = Int(truncatingIfNeeded: storedOffsets[document + 1])
    guard start <= end, end <= storedBytes.count, start >= 0 else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: storedBytes[start..<end])
  }

  private static func meta(_ file: SegmentFile) throws -> SegmentFormat.Meta {
    guard let meta = try? SegmentFormat.Meta.decoded(file.section(SegmentFormat.meta)), meta.documents >= 0,
      meta.documents < Int(UInt32.max)
    else { throw damaged(file.name) }
    return meta
  }

  private static func field(
    _ meta: SegmentFormat.Meta.Field, place: Int, _ file: SegmentFile, documents: Int
  ) throws -> (field: FieldReader, prefixes: BlockPrefixes) {
    let blocks = file.section(SegmentFormat.dictionaryBlocks(place))
    let norms = file.section(SegmentFormat.norms(place))
    // At most so many that their blocks' places fill the section.
    let terms = min(max(meta.terms, 0), blocks.count * FieldReader.blockSize)
    let blockCount = (terms + FieldReader.blockSize - 1) / FieldReader.blockSize
    guard meta.terms == terms, blocks.count >= (blockCount + 1) * 4, norms.count == documents,
      let first = norms.baseAddress ?? blocks.baseAddress
    else { throw damaged(file.name) }
    let dictionary = file.section(SegmentFormat.dictionary(place))
    let prefixes = BlockPrefixes(dictionary, blocks: blocks, count: blockCount)
    let field = FieldReader(
      definition: FieldDefinition(
        name: meta.name, hasPositions: meta.positions, k1: meta.k1, b: meta.b),
      documents: meta.documents, documentLimit: UInt32(documents), tokens: meta.tokens, terms: meta.terms,
      averageLength: meta.averageLength, dictionary: dictionary, blocks: blocks,
      postings: file.section(SegmentFormat.postings(place)),
      positions: file.section(SegmentFormat.positions(place)),
      norms: first.assumingMemoryBound(to: UInt8.self), hasPositions: meta.positions,
      prefixes: prefixes.values)
    return (field, prefixes)
  }

  private static func strings(_ section: UnsafeRawBufferPointer) -> [String] {
    var reader = ByteReader(section, from: 0, to: section.count)
    var strings: [String] = []
    while reader.remaining > 0, let bytes = reader.bytes(reader.varint()) {
      strings.append(String(decoding: bytes, as: UTF8.self))
    }
    return strings
  }

  static func damaged(_ name: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "le segment « \(name) » de l’index de texte est abîmé : refaites l’index avec « passerelle index »",
        en: "the segment '\(name)' of the text index is damaged: rebuild the index with 'passerelle index'"),
      at: SourceLocation(file: name))
  }

  private static func foreign(_ name: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "le segment « \(name) » de l’index de texte a d’autres champs : refaites l’index avec « passerelle index »",
        en:
          "the segment '\(name)' of the text index has other fields: rebuild the index with 'passerelle index'"
      ),
      at: SourceLocation(file: name))
  }
}
