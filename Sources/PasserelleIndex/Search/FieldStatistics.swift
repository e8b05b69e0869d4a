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
  }

  let fields: [Field]
  private let tables = Mutex<[TableKey: ScoringTable]>([:])

  init(_ schema: IndexSchema, _ segments: [SegmentReader]) {
    fields = schema.fields.indices.map { place in
      let readers = segments.map { $0.fields[place] }
      let documents = readers.reduce(0) { $0 + $1.documents }
      let length = readers.reduce(0.0) { $0 + Double($1.averageLength) * Double($1.documents) }
      return Field(
        definition: schema.fields[place], documents: documents,
        averageLength: documents == 0 ? 1 : Float(length / Double(documents)))
    }
  }

  /// The scoring table of a field with a weight, in words saturated by *k*₁, made once.
  func table(_ field: Int, weight: Float, k1: Float) -> ScoringTable {
    tables.withLock { tables in
      let key = TableKey(field: field, weight: weight, k1: k1)
      if let table = tables[key] { return table }
      let table = ScoringTable(
        fields[field].definition, weight: weight, averageLength: fields[field].averageLength, k1: k1)
      // Queries use few weights; the limit only guards against a caller that makes ever new ones.
      if tables.count >= 256 { tables.removeAll() }
      tables[key] = table
      return table
    }
  }
}
