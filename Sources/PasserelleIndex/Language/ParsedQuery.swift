public import PasserelleCore

/// What a query asks, as a tree.
///
/// Two queries are equal when they ask the same with the same structure, wherever their parts were written.
/// The description is the canonical text: reading it gives an equal query.
public struct ParsedQuery: Sendable, Hashable {
  /// The whole query.
  public let root: QueryNode

  /// Makes a query of its tree.
  public init(_ root: QueryNode) { self.root = root }
}

/// A part of a query, and where it was written.
public struct QueryNode: Sendable {
  /// What a part asks.
  public indirect enum Form: Sendable, Hashable {
    /// A text in one field, or in any field where words are looked for.
    case text(QueryText, in: QueryField?)
    /// A condition on an attribute.
    case condition(QueryCondition)
    /// Everything but the documents of a part.
    case not(QueryNode)
    /// The documents that all the parts, two or more, have in common.
    case all([QueryNode])
    /// The documents of any of the parts, two or more.
    case any([QueryNode])
  }

  /// What is asked.
  public let form: Form
  /// Where it was written, with its sign, field name, quotes or parentheses.
  public let range: QuerySourceRange

  /// Makes a part.
  public init(_ form: Form, range: QuerySourceRange = QuerySourceRange()) {
    self.form = form
    self.range = range
  }
}

extension QueryNode: Hashable {
  /// Whether two parts ask the same, wherever they were written.
  public static func == (left: Self, right: Self) -> Bool { left.form == right.form }

  /// Hashes what is asked.
  public func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

/// A text to look for, as written; analysing it is the affair of the index.
public enum QueryText: Sendable, Hashable {
  /// A word; it may hold marks inside, such as `éco-quartier` or `l'eau`.
  case word(String)
  /// A sequence of words, its blanks single; `slop` is how many positions they may be apart, 0 to 50.
  case phrase(String, slop: Int)
  /// The beginning of a word, two letters or more.
  case prefix(String)
  /// A word within an edit distance of 1 or 2.
  case fuzzy(String, distance: Int)
}

/// A condition on an attribute of documents.
public enum QueryCondition: Sendable, Hashable {
  /// The department code or INSEE commune code of the place.
  case place(String)
  /// The first digits of the CPV code, 2 to 8; 8 are one code.
  case cpv(prefix: String)
  /// The kind of document.
  case kind(DocumentKind)
  /// The date.
  case date(QueryInterval<PartialDate>)
  /// The amount in euros.
  case amount(QueryInterval<DecimalNumber>)
  /// The language, BCP 47 in lower case.
  case language(String)
  /// A theme or concept, by its name or identifier.
  case theme(String)
  /// An identifier kept whole: SIREN, SIRET, INSEE, CPV.
  case code(String)
  /// Characters that the text holds exactly.
  case contains(String)
  /// The IRI or name of a thing.
  case identifier(String)
  /// Whether the data are generated demonstration data.
  case demonstration(Bool)
}
