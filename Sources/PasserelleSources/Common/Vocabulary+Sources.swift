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
  /// An invitation to respond: a call for tenders or projects.
  public static let call = pas + "Call"
  /// A part of a call for which one can answer alone.
  public static let lot = epo + "Lot"
  /// What offers are judged by, or candidates admitted by.
  public static let callCriterion = pas + "CallCriterion"
  /// Contract → the call that it answers.
  public static let hasCall = pas + "hasCall"
  /// Contract → identifier of the lot of the call that it is for, as its source writes it.
  public static let lotIdentifier = pas + "lotIdentifier"
  /// Contract or lot → how many offers were received.
  public static let offersReceived = pas + "offersReceived"
  /// An economic operator that carries out a part of a contract for its winner.
  public static let subcontractor = epo + "Subcontractor"
  /// Contract, or the act that declares it → company that carries out a part of it for the winner.
  public static let hasSubcontractor = pas + "hasSubcontractor"
  /// Call → lot.
  public static let hasLot = pas + "hasLot"
  /// Lot → criterion.
  public static let hasCriterion = pas + "hasCriterion"
  /// Criterion → `attribution` or `sélection`.
  public static let criterionKind = pas + "criterionKind"
  /// Criterion → code of its source.
  public static let criterionCode = pas + "criterionCode"
  /// Criterion → weight; its unit is `weightUnit`.
  public static let weight = pas + "weight"
  /// Criterion → in what its weight is told.
  public static let weightUnit = pas + "weightUnit"
  /// Call or lot → last day for offers; of a call, the latest of its lots.
  public static let deadline = pas + "deadline"
  /// Lot → moment at which offers close, in UTC.
  public static let deadlineTime = pas + "deadlineTime"
  /// Lot → last day for requests to take part.
  public static let participationDeadline = pas + "participationDeadline"
  /// Call or lot → estimated value, tax excluded; its currency is `currency`.
  public static let estimatedAmount = pas + "estimatedAmount"
  /// Lot → greatest value of a framework agreement, tax excluded; its currency is `currency`.
  public static let maximumAmount = pas + "maximumAmount"
  /// Call → version of its notice.
  public static let noticeVersion = pas + "noticeVersion"
  /// Call → `planning`, `consultation` or `competition`.
  public static let noticeForm = pas + "noticeForm"
  /// Call → eForms notice type.
  public static let noticeType = pas + "noticeType"
  /// Call → eForms notice subtype.
  public static let noticeSubtype = pas + "noticeSubtype"
  /// Call → identifier of the procedure, which several notices share.
  public static let procedureIdentifier = pas + "procedureIdentifier"
  /// Call → identifier and version of the notice that it changes.
  public static let changesNotice = pas + "changesNotice"
  /// Call → true when its notice cancels the one it changes.
  public static let isCancellation = pas + "isCancellation"
  /// Call or lot → works, supplies or services, in French words.
  public static let contractCategory = pas + "contractCategory"
  /// Lot → BCP 47 language in which offers may be written.
  public static let tenderLanguage = pas + "tenderLanguage"
  /// Lot → where the procurement documents are.
  public static let procurementDocuments = pas + "procurementDocuments"
  /// Lot → whether the buyer calls it suitable for small and medium enterprises.
  public static let isSuitableForSMEs = pas + "isSuitableForSMEs"
  /// Thing → further information, procedure mostly.
  public static let additionalInformation = pas + "additionalInformation"
  /// Thing → description in another language than the one chosen.
  public static let translatedDescription = pas + "translatedDescription"

  /// The IRI of a country, by ISO 3166-1 alpha-3 code.
  static func country(alpha3 code: String) -> String {
    "http://publications.europa.eu/resource/authority/country/" + code
  }

  /// The IRI of a NUTS territory.
  static func nuts(_ code: String) -> String { "http://data.europa.eu/nuts/code/" + code }
}
