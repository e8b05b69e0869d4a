/// Conditions on the attributes of documents; nil or empty matches anything.
public struct DocumentFilter: Sendable, Hashable {
  /// The kinds wanted.
  public var kinds: [DocumentKind] = []
  /// A CPV prefix, 2 to 8 digits.
  public var cpvPrefix: String?
  /// A place code.
  public var place: String?
  /// The earliest date.
  public var from: PartialDate?
  /// The latest date; a year or month includes all of it.
  public var to: PartialDate?
  /// The least amount, in euros.
  public var minimumAmount: DecimalNumber?
  /// The greatest amount, in euros.
  public var maximumAmount: DecimalNumber?
  /// BCP 47 language.
  public var language: String?
  /// Whether demonstration data are wanted; nil for both.
  public var isDemonstration: Bool?
  /// The documents wanted, by number, such as the answer of a question to the store; nil for all.
  public var documents: [Int64]?

  /// Makes a filter that everything passes.
  public init() {}
}

/// A query over one field or several.
public struct TextQuery: Sendable, Hashable {
  /// The fields, one or more; a term that occurs in any of them matches.
  public var fields: [TextField]
  /// The analysed terms; any of them matches, each counts once for each time it stands here.
  public var terms: [String]
  /// Whether every term must occur.
  public var requiresAll: Bool
  /// Sequences of terms that must occur as phrases.
  public var phrases: [[String]]
  /// Terms that must not occur.
  public var excluded: [String]
  /// Conditions on attributes.
  public var filter: DocumentFilter

  /// Makes a query.
  public init(
    fields: [TextField], terms: [String], requiresAll: Bool = false, phrases: [[String]] = [],
    excluded: [String] = [], filter: DocumentFilter = DocumentFilter()
  ) {
    self.fields = fields
    self.terms = terms
    self.requiresAll = requiresAll
    self.phrases = phrases
    self.excluded = excluded
    self.filter = filter
  }
}
