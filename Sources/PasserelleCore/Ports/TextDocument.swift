/// A document to index: texts by field, and the attributes that filters and facets use.
///
/// Texts come as they are; the index analyses them.
public struct TextDocument: Sendable {
  /// The caller's number for the document; a later document with the same number replaces it.
  public var id: Int64
  /// What it is about.
  public var kind: DocumentKind
  /// The IRI of the thing it is about.
  public var subject: String
  /// The title shown in lists.
  public var title: String
  /// BCP 47 language, or `und`.
  public var language: String
  /// The date that filters use.
  public var date: PartialDate?
  /// Main CPV code.
  public var cpv: CPVCode?
  /// Department code, or any coarse place code of another country.
  public var place: String?
  /// The amount; filters compare it in euros, where it is stated or converted.
  public var amount: Money?
  /// Whether it is generated demonstration data.
  public var isDemonstration: Bool
  /// The texts of each field, in the order they are read; values of ``TextField/codes`` are terms as they stand.
  public var texts: [TextField: [String]]
  /// The concepts of ``TextField/concepts``.
  public var concepts: [WeightedConcept]

  /// Makes a document.
  public init(
    id: Int64, kind: DocumentKind, subject: String, title: String, language: String, date: PartialDate? = nil,
    cpv: CPVCode? = nil, place: String? = nil, amount: Money? = nil, isDemonstration: Bool = false,
    texts: [TextField: [String]], concepts: [WeightedConcept] = []
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.title = title
    self.language = language
    self.date = date
    self.cpv = cpv
    self.place = place
    self.amount = amount
    self.isDemonstration = isDemonstration
    self.texts = texts
    self.concepts = concepts
  }
}

/// What a list of results shows of a document.
public struct DocumentSummary: Sendable, Hashable {
  /// The document's number.
  public let id: Int64
  /// What it is about.
  public let kind: DocumentKind
  /// The IRI of the thing it is about.
  public let subject: String
  /// The title.
  public let title: String
  /// The date.
  public let date: PartialDate?
  /// The main CPV code.
  public let cpv: CPVCode?
  /// The place code.
  public let place: String?
  /// The amount in its currency, with its value in euros where it was converted.
  public let amount: Money?
  /// Whether it is generated demonstration data.
  public let isDemonstration: Bool

  /// Makes a summary.
  public init(
    id: Int64, kind: DocumentKind, subject: String, title: String, date: PartialDate?, cpv: CPVCode?,
    place: String?, amount: Money?, isDemonstration: Bool
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.title = title
    self.date = date
    self.cpv = cpv
    self.place = place
    self.amount = amount
    self.isDemonstration = isDemonstration
  }
}
