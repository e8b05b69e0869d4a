/// What kind of thing a document of the text index is about.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// A contract that was awarded.
  case award
  /// A company, by the texts of what it won.
  case vendor
  /// A specification.
  case specification
  /// A sourced claim of the facts.
  case claim
  /// A thing that the facts are about: a city, a project, a network, a label…
  case thing
  /// A document that the facts come from.
  case document

  /// The kind in words.
  public var label: LocalizedText {
    switch self {
    case .award: LocalizedText(fr: "marché", en: "award")
    case .vendor: LocalizedText(fr: "fournisseur", en: "vendor")
    case .specification: LocalizedText(fr: "cahier des charges", en: "specification")
    case .claim: LocalizedText(fr: "assertion", en: "claim")
    case .thing: LocalizedText(fr: "chose", en: "thing")
    case .document: LocalizedText(fr: "document", en: "document")
    }
  }
}

/// One inverted list family of the text index, with lengths and frequencies of its own.
public enum TextField: String, Sendable, Hashable, CaseIterable {
  /// Stemmed words of everything that a person may look for: title, text, names, places, codes.
  case full
  /// Stemmed words of the title and text, without names.
  case words
  /// Character 4-grams of the title.
  case grams
  /// CPV prefixes: `c2:45`, `c3:453`, `c4:4531`, `c5:45311`, `c8:45311200`.
  case codes
  /// Words of names: buyer, vendor, place.
  case names
}

/// A document to index: analysed terms by field, and the attributes that filters and facets use.
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
  /// The amount in euros.
  public var amount: DecimalNumber?
  /// Whether it is generated demonstration data.
  public var isDemonstration: Bool
  /// The analysed terms of each field, in the order of the text, duplicates kept.
  public var terms: [TextField: [String]]

  /// Makes a document.
  public init(
    id: Int64, kind: DocumentKind, subject: String, title: String, language: String, date: PartialDate? = nil,
    cpv: CPVCode? = nil, place: String? = nil, amount: DecimalNumber? = nil, isDemonstration: Bool = false,
    terms: [TextField: [String]]
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
    self.terms = terms
  }
}

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

  /// Makes a filter that everything passes.
  public init() {}
}

/// A query over one field.
public struct TextQuery: Sendable, Hashable {
  /// The field.
  public var field: TextField
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
    field: TextField, terms: [String], requiresAll: Bool = false, phrases: [[String]] = [],
    excluded: [String] = [], filter: DocumentFilter = DocumentFilter()
  ) {
    self.field = field
    self.terms = terms
    self.requiresAll = requiresAll
    self.phrases = phrases
    self.excluded = excluded
    self.filter = filter
  }
}

/// A document found, with its BM25 score; higher is better.
public struct TextHit: Sendable, Hashable {
  /// The document's number.
  public let document: Int64
  /// The score, ≥ 0.
  public let score: Double

  /// Makes a hit.
  public init(document: Int64, score: Double) {
    self.document = document
    self.score = score
  }
}

/// The attributes by which results can be counted.
public enum Facet: String, Sendable, Hashable, CaseIterable {
  /// By kind of document.
  case kind
  /// By CPV division.
  case cpvDivision = "cpv"
  /// By place code.
  case place
  /// By year.
  case year

  /// The attribute in words.
  public var label: LocalizedText {
    switch self {
    case .kind: LocalizedText(fr: "nature", en: "kind")
    case .cpvDivision: LocalizedText(fr: "division CPV", en: "CPV division")
    case .place: LocalizedText(fr: "département", en: "department")
    case .year: LocalizedText(fr: "année", en: "year")
    }
  }
}

/// One value of a facet and how many documents have it.
public struct FacetCount: Sendable, Hashable {
  /// The value as stored.
  public let value: String
  /// The number of documents.
  public let count: Int

  /// Makes a count.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
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
  /// The amount in euros.
  public let amount: DecimalNumber?
  /// Whether it is generated demonstration data.
  public let isDemonstration: Bool

  /// Makes a summary.
  public init(
    id: Int64, kind: DocumentKind, subject: String, title: String, date: PartialDate?, cpv: CPVCode?,
    place: String?, amount: DecimalNumber?, isDemonstration: Bool
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

/// Ranks documents by their text; knows document numbers, not entities.
public protocol TextSearching {
  /// The best documents of a query, best first, ties by document number.
  func top(_ query: TextQuery, limit: Int) throws -> [TextHit]

  /// The number of documents that match.
  func count(_ query: TextQuery) throws -> Int

  /// Counts all the documents that match by an attribute, most frequent first, ties by value.
  func facets(_ query: TextQuery, _ facet: Facet, limit: Int) throws -> [FacetCount]

  /// What lists show of documents, in the order asked; a number that is not indexed gives nil.
  func summaries(of documents: [Int64]) throws -> [DocumentSummary?]
}

/// Changes a text index, a batch in one commit.
public protocol TextWriting {
  /// Removes documents, adds or replaces others, and records how far the store has been followed.
  func apply(adding documents: [TextDocument], removing removed: [Int64], upTo sequence: Int64) throws

  /// The last store sequence applied; 0 for an empty index.
  func lastSequence() throws -> Int64
}
