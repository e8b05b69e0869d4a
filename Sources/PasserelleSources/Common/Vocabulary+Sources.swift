public import PasserelleCore

/// Terms that source adapters state and the core has no need of.
extension Vocabulary {
  /// Contract → identifier that its platform gives it, unique on the platform (`uid`, `uuid`).
  public static let uniqueIdentifier = pas + "uniqueIdentifier"
  /// Organisation → VAT number.
  public static let vatNumber = pas + "vatNumber"
  /// Contract → code of its place of performance that has no IRI, `kind:code`, such as `arrondissement:544`.
  public static let placeCode = pas + "placeCode"
  /// Contract or specification → further CPV code.
  public static let hasAdditionalClassification = epo + "hasAdditionalClassification"
  /// Specification → one of its paragraphs.
  public static let hasParagraph = pas + "hasParagraph"
  /// A paragraph of a specification, with its text, order and heading.
  public static let paragraph = pas + "Paragraph"
  /// Paragraph → rank from 1.
  public static let order = pas + "order"
  /// Paragraph → heading that it stands under.
  public static let heading = pas + "heading"
  /// Document → date.
  public static let date = dct + "date"
  /// Document → publisher, in words.
  public static let publisher = dct + "publisher"
  /// Thing → other name.
  public static let alternativeLabel = skos + "altLabel"
  /// Thing → IRI of the same thing in another scheme.
  public static let sameAs = "http://www.w3.org/2002/07/owl#sameAs"
  /// Thing → ISO 3166-1 alpha-2 code of its country.
  public static let country = pas + "country"
  /// Value → number.
  public static let numericValue = pas + "numericValue"
  /// Value → unit of the number.
  public static let unit = pas + "unit"
  /// Value → date that it is of.
  public static let valueDate = pas + "date"
  /// Value → what it counts, in words.
  public static let scope = pas + "scope"
  /// A number or date with its unit and scope, as a claim states it.
  public static let quantity = pas + "Quantity"

  /// The IRI of a country, by ISO 3166-1 alpha-3 code.
  static func country(alpha3 code: String) -> String {
    "http://publications.europa.eu/resource/authority/country/" + code
  }

  /// The IRI of a NUTS territory.
  static func nuts(_ code: String) -> String { "http://data.europa.eu/nuts/code/" + code }
}
