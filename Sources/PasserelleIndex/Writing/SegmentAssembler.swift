import PasserelleSegments

/// Writes the sections of a text segment, field by field, for builders and mergers alike.
final class SegmentAssembler {
  private let storage: any SegmentStorage
  private let name: String
  private let schema: IndexSchema
  private let documents: Int
  private let spillLimit: Int
  private let writer: SegmentFileWriter
  private var fields: [SegmentFormat.Meta.Field] = []

  /// Starts a segment.
  ///
  /// - Parameters:
  ///   - storage: Where the file is made.
  ///   - name: Its name; temporary files are called so too, with an ending of their own.
  ///   - schema: The schema.
  ///   - documents: The number of documents.
  ///   - spillLimit: Bytes of postings, and of positions, of one field kept in memory.
  /// - Throws: What the storage says.
  init(
    storage: any SegmentStorage, name: String, schema: IndexSchema, documents: Int,
    spillLimit: Int = SpillBuffer.limit
  ) throws {
    self.storage = storage
    self.name = name
    self.schema = schema
    self.documents = documents
    self.spillLimit = spillLimit
    writer = try SegmentFileWriter(
      storage: storage, name: name, kind: SegmentFormat.kind, version: SegmentFormat.version)
  }

  /// Writes a section.
  func section(_ id: UInt32, _ bytes: [UInt8]) throws { try writer.section(id, bytes) }

  /// Writes a section.
  func section(_ id: UInt32, _ bytes: UnsafeRawBufferPointer) throws {
    try writer.beginSection(id)
    try writer.append(bytes)
    try writer.endSection()
  }

  /// Writes a section in pieces.
  ///
  /// - Parameters:
  ///   - id: The section's number.
  ///   - body: Is given what appends bytes.
  /// - Throws: What `body` and the storage throw.
  func section(
    _ id: UInt32, pieces body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    try writer.beginSection(id)
    try body { try writer.append($0) }
    try writer.endSection()
  }

  /// Writes the external numbers of the documents and, where they do not ascend, their order.
  func writeIds(_ ids: [Int64]) throws {
    try section(SegmentFormat.ids, PackedIntegers.encode(ids.map { UInt64(bitPattern: $0) }))
    let ascend = zip(ids, ids.dropFirst()).allSatisfy { $0 <= $1 }
    var order: [UInt64] = []
    if !ascend {
      order = (0..<UInt64(ids.count)).sorted { a, b in
        ids[Int(a)] != ids[Int(b)] ? ids[Int(a)] < ids[Int(b)] : a < b
      }
    }
    try section(SegmentFormat.idOrder, ascend ? [] : PackedIntegers.encode(order))
  }

  /// Writes the next field of the schema.
  ///
  /// - Parameters:
  ///   - norms: A length code for each document.
  ///   - body: Feeds the encoder with all terms in byte order.
  /// - Throws: What `body` and the storage throw.
  func writeField(
    norms: UnsafeBufferPointer<UInt8>, _ body: (inout PostingsEncoder) throws -> Void
  ) throws {
    precondition(norms.count == documents, "a length code for each document")
    let place = fields.count
    let definition = schema.fields[place]
    let lengths = Self.statistics(norms)
    let empty: [UInt8] = [0]
    var meta = SegmentFormat.Meta.Field(
      name: definition.name, positions: definition.hasPositions, documents: lengths.documents, tokens: 0,
      terms: 0, averageLength: lengths.average, k1: definition.k1, b: definition.b)
    try empty.withUnsafeBufferPointer { empty in
      guard let start = norms.baseAddress ?? empty.baseAddress else { return }
      var encoder = PostingsEncoder(
        definition, averageLength: lengths.average, norms: start,
        postings: SpillBuffer(storage: storage, name: name + ".postings", limit: spillLimit),
        positions: SpillBuffer(storage: storage, name: name + ".positions", limit: spillLimit))
      try body(&encoder)
      meta.tokens = encoder.tokens
      meta.terms = encoder.dictionary.count
      try encoder.write(place, to: writer)
    }
    try section(SegmentFormat.norms(place), UnsafeRawBufferPointer(norms))
    fields.append(meta)
  }

  /// Completes the file.
  ///
  /// - Returns: What was written.
  func finish() throws -> SegmentSummary {
    precondition(fields.count == schema.fields.count, "all fields have to be written")
    let meta = SegmentFormat.Meta(
      documents: documents, fields: fields, keywords: schema.keywords, numbers: schema.numbers)
    try section(SegmentFormat.meta, try meta.encoded())
    return SegmentSummary(documents: documents, bytes: try writer.finish())
  }

  /// Documents with a token, and the mean of their decoded lengths; 0 without any.
  private static func statistics(_ norms: UnsafeBufferPointer<UInt8>) -> (documents: Int, average: Float) {
    var documents = 0
    var total = 0
    for norm in norms where norm > 0 {
      documents += 1
      total += LengthCode.decode(norm)
    }
    return (documents, documents == 0 ? 0 : Float(Double(total) / Double(documents)))
  }
}
