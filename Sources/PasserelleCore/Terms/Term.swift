/// An RDF 1.1 term.
///
/// Blank nodes do not exist in the product: readers skolemise them per record into IRIs. Terms are equal when
/// their code points are, as RDF wants it; Swift's own texts are also equal when canonically equivalent.
public enum Term: Sendable {
  /// An absolute IRI.
  case iri(String)
  /// A literal with its datatype or language.
  case literal(Literal)

  /// A plain string literal.
  public static func string(_ text: String) -> Term { .literal(Literal(text, .string)) }

  /// A string literal in a language, by BCP 47 tag.
  public static func string(_ text: String, language: String) -> Term {
    .literal(Literal(text, .language(language)))
  }

  /// An `xsd:integer` literal.
  public static func integer(_ value: Int) -> Term { .literal(Literal(String(value), .integer)) }

  /// An `xsd:decimal` literal in canonical form.
  public static func decimal(_ value: DecimalNumber) -> Term {
    .literal(Literal(value.xsdCanonical, .decimal))
  }

  /// An `xsd:boolean` literal.
  public static func boolean(_ value: Bool) -> Term {
    .literal(Literal(value ? "true" : "false", .boolean))
  }

  /// An `xsd:date`, `xsd:gYearMonth` or `xsd:gYear` literal, by the date's precision.
  public static func date(_ value: PartialDate) -> Term {
    switch value.precision {
    case .day: .literal(Literal(value.description, .date))
    case .month: .literal(Literal(value.description, .yearMonth))
    case .year: .literal(Literal(value.description, .year))
    }
  }

  /// The IRI, when the term is one.
  public var iriValue: String? {
    if case .iri(let iri) = self { iri } else { nil }
  }

  /// The literal's text, when the term is one.
  public var lexicalForm: String? {
    if case .literal(let literal) = self { literal.lexicalForm } else { nil }
  }
}

/// An RDF literal: its text, and its datatype or language.
public struct Literal: Sendable {
  /// The text as written.
  public let lexicalForm: String
  /// The datatype, or the language of an `rdf:langString`.
  public let datatype: Datatype

  /// Makes a literal; the text is not checked against the datatype.
  public init(_ lexicalForm: String, _ datatype: Datatype) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
  }
}

/// What a literal's text means.
public enum Datatype: Sendable {
  /// `xsd:string`.
  case string
  /// `xsd:integer`.
  case integer
  /// `xsd:decimal`.
  case decimal
  /// `xsd:date`.
  case date
  /// `xsd:gYearMonth`.
  case yearMonth
  /// `xsd:gYear`.
  case year
  /// `xsd:dateTime`.
  case dateTime
  /// `xsd:boolean`.
  case boolean
  /// `rdf:langString` with its BCP 47 tag in lower case.
  case language(String)
  /// Any other datatype, by IRI.
  case other(String)

  private static let xsd = "http://www.w3.org/2001/XMLSchema#"

  /// The datatype's IRI.
  public var iri: String {
    switch self {
    case .string: Self.xsd + "string"
    case .integer: Self.xsd + "integer"
    case .decimal: Self.xsd + "decimal"
    case .date: Self.xsd + "date"
    case .yearMonth: Self.xsd + "gYearMonth"
    case .year: Self.xsd + "gYear"
    case .dateTime: Self.xsd + "dateTime"
    case .boolean: Self.xsd + "boolean"
    case .language: "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
    case .other(let iri): iri
    }
  }

  /// The datatype of an IRI.
  public init(iri: String) {
    switch iri {
    case Self.xsd + "string": self = .string
    case Self.xsd + "integer": self = .integer
    case Self.xsd + "decimal": self = .decimal
    case Self.xsd + "date": self = .date
    case Self.xsd + "gYearMonth": self = .yearMonth
    case Self.xsd + "gYear": self = .year
    case Self.xsd + "dateTime": self = .dateTime
    case Self.xsd + "boolean": self = .boolean
    default: self = .other(iri)
    }
  }
}
