internal import PasserelleCore

/// The IRIs of the classes and relations that facts name.
///
/// Facts write the names of the ontology; most are terms of the product's own namespace, the others stand in the
/// tables below.
enum FactTerms {
  /// The IRI of a class, by its name.
  static func type(_ name: String) -> String { types[name] ?? Vocabulary.pas + name }

  /// The IRI of a relation, by its name.
  static func relation(_ name: String) -> String { relations[name] ?? Vocabulary.pas + name }

  /// The classes that are terms of a public vocabulary.
  static let types: [String: String] = [
    "Award": Vocabulary.epo + "LotAwardOutcome",
    "Buyer": Vocabulary.buyer,
    "Concept": Vocabulary.skos + "Concept",
    "Contract": Vocabulary.contract,
    "ContractModification": Vocabulary.modification,
    "DataPortal": dcat + "Catalog",
    "Dataset": dcat + "Dataset",
    "Lot": Vocabulary.epo + "Lot",
    "LotGroup": Vocabulary.epo + "LotGroup",
    "Membership": Vocabulary.org + "Membership",
    "Notice": Vocabulary.epo + "Notice",
    "Subcontractor": Vocabulary.epo + "Subcontractor",
    "Tender": Vocabulary.epo + "Tender",
    "Winner": Vocabulary.winner,
  ]

  /// The relations that are terms of a public vocabulary.
  static let relations: [String: String] = [
    "alternativeLabel": Vocabulary.alternativeLabel,
    "author": Vocabulary.dct + "creator",
    "broader": Vocabulary.skos + "broader",
    "claimObject": Vocabulary.claimObject,
    "claimPredicate": Vocabulary.claimPredicate,
    "claimSubject": Vocabulary.claimSubject,
    "description": Vocabulary.description,
    "documentDate": Vocabulary.dct + "date",
    "founded": Vocabulary.schema + "foundingDate",
    "hasAdditionalClassification": Vocabulary.epo + "hasAdditionalClassification",
    "hasMainClassification": Vocabulary.hasMainClassification,
    "identifier": Vocabulary.identifier,
    "label": Vocabulary.label,
    "language": Vocabulary.language,
    "latitude": Vocabulary.latitude,
    "licence": Vocabulary.dct + "license",
    "longitude": Vocabulary.longitude,
    "mailbox": Vocabulary.schema + "email",
    "membershipMember": Vocabulary.org + "member",
    "membershipOf": Vocabulary.org + "organization",
    "name": Vocabulary.name,
    "published": Vocabulary.published,
    "publisher": Vocabulary.publisher,
    "relatedTo": Vocabulary.dct + "relation",
    "isReplacedBy": Vocabulary.dct + "isReplacedBy",
    "sameAs": Vocabulary.sameAs,
    "since": Vocabulary.since,
    "source": Vocabulary.source,
    "title": Vocabulary.title,
    "type": Vocabulary.type,
    "until": Vocabulary.until,
    "webPage": Vocabulary.schema + "url",
  ]

  private static let dcat = "http://www.w3.org/ns/dcat#"
}
