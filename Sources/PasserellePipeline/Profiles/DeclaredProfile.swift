public import PasserelleCore
public import PasserelleGraph
public import PasserelleMatching
import PasserelleSources

/// A vendor's declared profile as the store holds it, with the record that states it.
public struct DeclaredProfile: Sendable, Hashable {
  /// A work that the vendor declares to have delivered.
  public struct Reference: Sendable, Hashable {
    /// What was delivered.
    public let title: String
    /// To whom, in words.
    public let buyer: String?
    /// The year of delivery.
    public let year: PartialDate?
    /// The amount excluding tax.
    public let amount: Money?
    /// A page about it.
    public let webPage: String?
  }

  /// The vendor's IRI.
  public let iri: String
  /// The name that it declares; its number where the name was a person's.
  public let name: String
  /// The vendor's number in the store.
  public let term: TermID
  /// What the matcher reads.
  public let profile: VendorProfile
  /// Works delivered, in the order declared.
  public let references: [Reference]
  /// The mailbox of a role.
  public let mailbox: String?
  /// The site.
  public let webPage: String?
  /// When it was declared.
  public let declared: PartialDate?
  /// The language of its texts, by BCP 47 tag.
  public let language: String?
  /// The version of the record.
  public let record: RecordVersion
}

extension DeclaredProfile {
  /// Reads a profile out of the statements of its record.
  ///
  /// - Returns: Nil for a record of another kind.
  init?(_ record: RecordVersion, _ view: DeclarationView, _ iris: IRISpace) {
    guard let node = view.iris(Vocabulary.hasProfile).first else { return nil }
    iri = view.subject
    term = record.subject
    name = view.texts(Vocabulary.name).first ?? Self.number(of: view.subject, iris)
    func texts(_ relation: String) -> [String] { view.texts(relation, of: node) }
    profile = VendorProfile(
      codes: view.iris(Vocabulary.offersCategory, of: node).compactMap { CPVCode(iri: $0) },
      places: view.iris(Vocabulary.operatesIn, of: node).compactMap { Self.place($0, iris) },
      text: texts(Vocabulary.description).joined(separator: "\n"), labels: texts(Vocabulary.declaresLabel),
      size: texts(Vocabulary.sizeClass).first.flatMap(VendorProfile.Size.init(rawValue:)),
      sovereignty: texts(Vocabulary.sovereignty).compactMap(VendorProfile.Sovereignty.init(rawValue:)),
      founded: view.date(Vocabulary.founded, of: node),
      country: texts(Vocabulary.country).first)
    references = view.iris(Vocabulary.hasReference, of: node).map { Reference.ranked($0, view) }
      .sorted { ($0.rank, $0.reference.title) < ($1.rank, $1.reference.title) }.map(\.reference)
    mailbox = texts(Vocabulary.mailbox).first
    webPage = texts(Vocabulary.webPage).first
    declared = view.date(Vocabulary.date, of: node)
    language = texts(Vocabulary.language).first
    self.record = record
  }

  /// The number of a vendor without name, such as `SIREN 999123456`.
  static func number(of iri: String, _ iris: IRISpace) -> String {
    guard let (scheme, value) = iris.identifierParts(of: iri) else { return iri }
    return scheme == .local ? value : scheme.rawValue.uppercased() + " " + value
  }

  /// A place that can be compared; nil for a country or a NUTS territory.
  static func place(_ iri: String, _ iris: IRISpace) -> MatchPlace? {
    switch iris.identifierParts(of: iri) {
    case (.insee, let code)?:
      PlaceCode.department(ofCommune: code).map { MatchPlace(coarse: $0, fine: code) }
    case (.departement, let code)?: MatchPlace(coarse: code)
    default: nil
    }
  }
}

extension DeclaredProfile.Reference {
  /// Reads a reference, with its rank.
  fileprivate static func ranked(_ iri: String, _ view: DeclarationView) -> (rank: Int, reference: Self) {
    func text(_ relation: String) -> String? { view.text(relation, of: iri) }
    return (
      text(Vocabulary.order).flatMap { Int($0) } ?? .max,
      Self(
        title: text(Vocabulary.title) ?? "", buyer: text(Vocabulary.referenceBuyer),
        year: text(Vocabulary.referenceYear).flatMap { PartialDate(iso: $0) },
        amount: view.amount(of: iri),
        webPage: text(Vocabulary.webPage))
    )
  }
}
