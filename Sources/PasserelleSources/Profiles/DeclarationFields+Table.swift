extension DeclarationKind {
  /// The fields of the kind, in the order of the documentation.
  var fields: [DeclarationField] {
    switch self {
    case .profile: Self.profileFields
    case .evaluation: Self.evaluationFields
    case .sheet: Self.sheetFields
    }
  }

  /// Groups of fields of which a table must have one each to be told by its headings.
  var distinctiveFields: [[String]] {
    switch self {
    case .profile:
      [["identifier"], ["name"], ["cpv", "places", "text", "labels", "size", "sovereignty", "references"]]
    case .evaluation:
      [
        ["vendor.identifier"], ["project.title", "project.award"], ["author.identifier", "author.name"],
        ["criteria.mastery.mark", "criteria.cost_benefit.mark", "criteria.interoperability.mark", "text"],
      ]
    case .sheet: [["title"], ["providers[].name", "providers[].identifier"]]
    }
  }

  private static let profileFields: [DeclarationField] = [
    .init("format"),
    .init("identifier", .text, ["identifiant", "identifier", "siret", "siren", "tva", "vat"]),
    .init("identifierType", .text, ["type d identifiant", "identifier type"]),
    .init("name", .text, ["nom", "name", "raison sociale", "denomination"]),
    .init("cpv", .list, ["cpv", "codes cpv", "cpv codes"]),
    .init("places", .list, ["lieux", "places", "territoires", "departements", "departments"]),
    .init("text", .text, ["presentation", "texte", "text", "description", "offre"]),
    .init("labels", .list, ["labels", "certifications", "labels et certifications"]),
    .init("size", .text, ["taille", "size", "categorie", "size class"]),
    .init("sovereignty", .list, ["souverainete", "sovereignty"]),
    .init("references", .references, ["references"]),
    .init("references[].title"), .init("references[].buyer"), .init("references[].year"),
    .init("references[].amount"), .init("references[].url"),
    .init("founded", .date, ["creation", "date de creation", "annee de creation", "founded"]),
    .init("country", .text, ["pays", "country"]),
    .init("mailbox", .text, ["courriel", "adresse electronique", "contact", "mailbox", "email", "e mail"]),
    .init("webPage", .text, ["site", "site web", "url", "web page", "website"]),
    .init("declared", .date, ["date", "date de declaration", "declared"]),
    .init("language", .text, ["langue", "language"]),
    .init("demonstration", .flag, ["demonstration"]),
  ]

  private static let evaluationFields: [DeclarationField] = [
    .init("format"),
    .init("id", .text, ["id", "numero", "number"]),
    .init(
      "vendor.identifier", .text,
      ["siret fournisseur", "siren fournisseur", "identifiant fournisseur", "vendor identifier", "vendor id"]),
    .init("vendor.identifierType", .text, ["type d identifiant fournisseur", "vendor identifier type"]),
    .init("vendor.name", .text, ["fournisseur", "nom fournisseur", "vendor", "vendor name"]),
    .init("project.title", .text, ["projet", "project", "project title"]),
    .init("project.award", .text, ["marche", "award", "project award"]),
    .init(
      "author.identifier", .text, ["siret auteur", "identifiant auteur", "author identifier", "author id"]),
    .init("author.name", .text, ["organisme auteur", "collectivite", "author", "author body"]),
    .init("date", .date, ["date"]),
    .init("criteria.mastery.mark", .text, ["maitrise", "note maitrise", "mastery"]),
    .init("criteria.mastery.comment", .text, ["commentaire maitrise", "mastery comment"]),
    .init(
      "criteria.cost_benefit.mark", .text, ["cout benefice", "note cout benefice", "cost benefit"]),
    .init("criteria.cost_benefit.comment", .text, ["commentaire cout benefice", "cost benefit comment"]),
    .init(
      "criteria.interoperability.mark", .text,
      ["interoperabilite", "note interoperabilite", "interoperability"]),
    .init(
      "criteria.interoperability.comment", .text,
      ["commentaire interoperabilite", "interoperability comment"]),
    .init("text", .text, ["avis", "texte", "text", "opinion"]),
    .init("reply.text", .text, ["reponse", "reponse du fournisseur", "reply"]),
    .init("reply.date", .date, ["date de reponse", "reply date"]),
    .init("webPage", .text, ["source", "url", "web page"]),
    .init("language", .text, ["langue", "language"]),
    .init("demonstration", .flag, ["demonstration"]),
  ]

  private static let sheetFields: [DeclarationField] = [
    .init("format"),
    .init("id", .text, ["id", "numero", "number"]),
    .init("title", .text, ["titre", "title", "action"]),
    .init("description", .text, ["description"]),
    .init("city.name", .text, ["ville", "territoire", "city", "territory"]),
    .init("city.insee", .text, ["code insee", "insee", "insee code"]),
    .init("domains", .list, ["domaines", "domaine", "domains"]),
    .init("tools", .list, ["outils", "outil", "tools"]),
    .init("providers[].name", .list, ["prestataires", "prestataire", "fournisseurs", "providers"]),
    .init(
      "providers[].identifier", .list, ["siret prestataires", "siret prestataire", "provider identifiers"]),
    .init("providers[].identifierType"),
    .init("date", .date, ["date"]),
    .init("webPage", .text, ["source", "url", "web page"]),
    .init("language", .text, ["langue", "language"]),
    .init("demonstration", .flag, ["demonstration"]),
  ]
}

/// The codes of closed lists by what people write, folded.
enum DeclarationCodes {
  static let sizes: [String: String] = codes([
    "micro": "micro,microentreprise,micro entreprise,tpe,micro enterprise",
    "sme": "sme,pme,petite et moyenne entreprise,small and medium enterprise",
    "mid_cap": "mid cap,eti,entreprise de taille intermediaire",
    "large": "large,ge,grande entreprise,large enterprise",
  ])

  static let sovereignty: [String: String] = codes([
    "hosted_in_eu":
      "hosted in eu,hebergement ue,donnees hebergees dans l union europeenne,data hosted in the eu",
    "secnumcloud": "secnumcloud,hebergement secnumcloud,secnumcloud hosting",
    "controlled_in_eu":
      "controlled in eu,controle ue,controle depuis l union europeenne,controlled from the eu",
    "open_source": "open source,code source libre,logiciel libre,code source ouvert",
    "open_standards": "open standards,standards ouverts,formats ouverts,formats et interfaces ouverts",
    "reversibility": "reversibility,reversibilite,reversibilite des donnees,data reversibility",
  ])

  /// The criteria of an evaluation, in the order of the sheet.
  static let criteria = criterionLabels.map(\.code)

  /// The criteria with what to call them.
  static let criterionLabels: [(code: String, french: String, english: String)] = [
    ("mastery", "maîtrise", "mastery"), ("cost_benefit", "rapport coût-bénéfice", "cost-benefit"),
    ("interoperability", "interopérabilité", "interoperability"),
  ]

  /// What headings and keys of persons hold.
  static let personalWords: Set<String> = [
    "personne", "person", "prenom", "firstname", "lastname", "surname", "signataire", "signatory",
    "redacteur",
    "interlocuteur", "contact", "referent", "dirigeant", "gerant", "manager", "director", "president",
    "civilite",
  ]

  /// What headings and keys of telephone numbers hold.
  static let telephoneWords: Set<String> = ["telephone", "phone", "tel", "mobile", "portable", "fax"]

  private static func codes(_ lists: [String: String]) -> [String: String] {
    var result: [String: String] = [:]
    for (code, names) in lists { for name in names.split(separator: ",") { result[String(name)] = code } }
    return result
  }
}
