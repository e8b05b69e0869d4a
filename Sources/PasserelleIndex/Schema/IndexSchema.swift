/// What an index holds of each document: inverted fields, and columns for filters and facets.
///
/// An index is made for one schema; fields and columns are spoken of by their place in it.
public struct IndexSchema: Sendable, Hashable, Codable {
  /// The inverted fields.
  public var fields: [FieldDefinition]
  /// The names of the columns of short texts that take few values, such as a kind or a place code.
  public var keywords: [String]
  /// The names of the columns of whole numbers, such as a day or an amount in cents.
  public var numbers: [String]

  /// Makes a schema; at most 64 fields, 32 keyword and 64 number columns.
  public init(fields: [FieldDefinition], keywords: [String] = [], numbers: [String] = []) {
    precondition(fields.count <= 64 && keywords.count <= 32 && numbers.count <= 64, "IndexSchema: too wide")
    self.fields = fields
    self.keywords = keywords
    self.numbers = numbers
  }
}

/// One inverted field of an index, with postings, lengths and statistics of its own.
public struct FieldDefinition: Sendable, Hashable, Codable {
  /// Its name, unique in the schema.
  public var name: String
  /// Whether positions are kept, so that phrases can be found in it.
  public var hasPositions: Bool
  /// Saturation of term frequency in BM25; 1.2 in most of the literature.
  public var k1: Float
  /// Weight of length normalisation in BM25, 0 to 1; 0.75 in most of the literature.
  public var b: Float

  /// Makes a definition.
  public init(name: String, hasPositions: Bool, k1: Float = 1.2, b: Float = 0.75) {
    self.name = name
    self.hasPositions = hasPositions
    self.k1 = k1
    self.b = b
  }
}
