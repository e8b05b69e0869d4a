import Synchronization

/// What ranking needs to know of the fields, over all segments of a snapshot, deleted documents still counted.
final class FieldStatistics: Sendable {
  /// The numbers of one field.
  struct Field: Sendable {
    let definition: FieldDefinition
    /// Documents that hold a token.
    let documents: Int
    /// The mean length of the field over these.
    let averageLength: Float
  }

  private struct TableKey: Hashable {
    let field: Int
    let weight: Float
    let k1: Float
    let b: Float?
  }

  let fields: [Field]
  /// By field, the tables of weight 1.
  private let plain: [ScoringTable]
  private let tables = Mutex<[TableKey: ScoringTable]>([:])

  init(_ schema: IndexSchema, _ segments: [SegmentReader]) {
    let fields = schema.fields.indices.map { place in
      let readers = segments.map { $0.fields[place] }
      let documents = readers.reduce(0) { $0 + $1.documents }
      let length = readers.reduce(0.0) { $0 + Double($1.averageLength) * Double($1.documents) }
      return Field(
        definition: schema.fields[place], documents: documents,
        averageLength: documents == 0 ? 1 : Float(length / Double(documents)))
    }
    self.fields = fields
    plain = fields.map {
      ScoringTable($0.definition, weight: 1, averageLength: $0.averageLength, k1: $0.definition.k1)
    }
  }

  /// The scoring table of a field with a weight, in words saturated by *k*₁, as long as a query's memory has it.
  ///
  /// Lengths count by the field's *b* where none is given.
  func pointers(
    _ field: Int, weight: Float, k1: Float, b: Float? = nil, _ memory: QueryMemory
  ) -> ScoringTable.Pointers {
    if weight == 1, k1 == plain[field].k1, b == nil { return plain[field].pointers }
    return table(field, weight: weight, k1: k1, b: b, memory).pointers
  }

  private func table(
    _ field: Int, weight: Float, k1: Float, b: Float?, _ memory: QueryMemory
  ) -> ScoringTable {
    tables.withLock { tables in
      let key = TableKey(field: field, weight: weight, k1: k1, b: b)
      if let table = tables[key] { return table }
      let table = ScoringTable(
        fields[field].definition, weight: weight, averageLength: fields[field].averageLength, k1: k1,
        b: b)
      // Queries use few weights; the limit only guards against a caller that makes ever new ones.
      if tables.count < 256 { tables[key] = table } else { memory.keep(table) }
      return table
    }
  }

  /// How much the bounds of a segment must be raised.
  ///
  /// Bounds were computed with the segment's average length; a greater average of all segments raises them, by less
  /// than the ratio of the two.
  @inline(__always)
  func boundRatio(_ field: Int, in segment: SegmentReader) -> Float {
    let own = segment.fieldTable[field].averageLength
    return own > 0 ? max(1, fields[field].averageLength / own) * 1.000_01 : 1e30
  }
}
