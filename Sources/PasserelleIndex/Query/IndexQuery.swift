/// A query over analysed terms and columns.
///
/// Fields and columns are places in the ``IndexSchema``. Texts of people become queries by ``QueryLanguage``.
public indirect enum IndexQuery: Sendable, Hashable {
  /// Every document, with score 0.
  case everything
  /// No document.
  case nothing
  /// A word: documents that hold any of its forms.
  case word(TermGroup)
  /// A sequence of words.
  case phrase(PhraseGroup)
  /// Words that begin with some bytes.
  case prefix(PatternGroup)
  /// Words within an edit distance of 1 or 2.
  case fuzzy(PatternGroup, distance: Int)
  /// Documents whose keyword is one of some values; score 0.
  case keyword(column: Int, values: [String])
  /// Documents whose keyword begins with some text; score 0.
  case keywordPrefix(column: Int, prefix: String)
  /// Documents whose number lies in a range; score 0.
  case number(column: Int, range: ClosedRange<Int64>)
  /// Documents of a set, such as the answer of a graph pattern; score 0.
  case documents(DocumentSet)
  /// All of `must`, none of `mustNot`, and, where `must` is empty, at least one of `should`; scores add up.
  case boolean(must: [IndexQuery], should: [IndexQuery], mustNot: [IndexQuery])
  /// The documents of a query, with score 0.
  case filter(IndexQuery)
}

/// One form of a word in one field.
public struct FieldTerm: Sendable, Hashable {
  /// The place of the field in the schema.
  public var field: Int
  /// The analysed term.
  public var term: [UInt8]
  /// What an occurrence in this field weighs in BM25F, above 0.
  public var weight: Float

  /// Makes a form.
  public init(field: Int, term: [UInt8], weight: Float = 1) {
    self.field = field
    self.term = term
    self.weight = weight
  }
}

/// A word in all the fields where it is looked for; BM25F: their weighted frequencies are summed, then saturated.
public struct TermGroup: Sendable, Hashable {
  /// The forms; a document with any of them matches.
  public var forms: [FieldTerm]
  /// What the word weighs in the query, above 0.
  public var boost: Float
  /// How it saturates and how lengths count; nil for what the schema says of its fields.
  public var parameters: BM25Parameters?

  /// Makes a word.
  public init(_ forms: [FieldTerm], boost: Float = 1, parameters: BM25Parameters? = nil) {
    self.forms = forms
    self.boost = boost
    self.parameters = parameters
  }
}

/// The two constants of BM25, for words that are not to be ranked as the schema says.
///
/// The answer is exact; documents are passed over less often, because the stored bounds are the schema's.
public struct BM25Parameters: Sendable, Hashable {
  /// Saturation of term frequency.
  public var k1: Float
  /// Weight of length normalisation, 0 to below 1.
  public var b: Float

  /// Makes constants.
  public init(k1: Float, b: Float) {
    self.k1 = k1
    self.b = b
  }
}

/// A sequence of words, in any of some fields.
public struct PhraseGroup: Sendable, Hashable {
  /// The terms of one field.
  public struct Sequence: Sendable, Hashable {
    /// The place of the field in the schema; it must have positions.
    public var field: Int
    /// The terms, two or more, in order.
    public var terms: [[UInt8]]
    /// What an occurrence in this field weighs.
    public var weight: Float

    /// Makes a sequence.
    public init(field: Int, terms: [[UInt8]], weight: Float = 1) {
      self.field = field
      self.terms = terms
      self.weight = weight
    }
  }

  /// The sequences; a document with any of them matches.
  public var sequences: [Sequence]
  /// How many positions the words may be apart beyond their order, 0 for an exact phrase.
  public var slop: Int
  /// What the phrase weighs in the query, above 0.
  public var boost: Float

  /// Makes a phrase.
  public init(_ sequences: [Sequence], slop: Int = 0, boost: Float = 1) {
    self.sequences = sequences
    self.slop = slop
    self.boost = boost
  }
}

/// The beginning or the approximate spelling of a word, in some fields.
public struct PatternGroup: Sendable, Hashable {
  /// The patterns; `term` is the beginning, or the spelling.
  public var forms: [FieldTerm]
  /// What the word weighs in the query, above 0.
  public var boost: Float

  /// Makes a pattern.
  public init(_ forms: [FieldTerm], boost: Float = 1) {
    self.forms = forms
    self.boost = boost
  }
}

/// A set of documents by their external numbers.
public struct DocumentSet: Sendable, Hashable {
  /// The numbers, ascending, without repetition.
  public let ids: [Int64]

  /// Makes a set.
  ///
  /// - Complexity: O(n log n) for n numbers that do not ascend already, else O(n).
  public init(_ ids: [Int64]) {
    let ascends = zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }
    self.ids = ascends ? ids : Array(Set(ids)).sorted()
  }
}

/// A document found by an index, with its score; higher is better.
public struct IndexHit: Sendable, Hashable {
  /// The document's external number.
  public let id: Int64
  /// The score in units of 1/65536; sums of whole numbers do not depend on the order of evaluation.
  public let fixedScore: Int64

  /// Makes a hit.
  public init(id: Int64, fixedScore: Int64) {
    self.id = id
    self.fixedScore = fixedScore
  }

  /// The score.
  public var score: Double { Double(fixedScore) / 65536 }
}
