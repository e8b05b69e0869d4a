/// The fields of a diagnosis, with the headings that they have in tables.
enum DiagnosisField: String, Sendable, CaseIterable {
  /// The name of the territory.
  case city
  /// The INSEE code of a French commune.
  case insee
  /// Another identifier of the territory, `scheme:value` or an IRI.
  case identifier
  /// How many people live there.
  case population
  /// When the territory declares it.
  case declared
  /// The code of a service.
  case service
  /// `yes`, `no`, or nothing.
  case answer
  /// The language of the texts.
  case language
  /// Whether it is generated fiction.
  case demonstration

  /// The headings, folded; the first is the one of the French template.
  var headings: [String] {
    switch self {
    case .city: ["collectivite", "ville", "city", "authority", "territory"]
    case .insee: ["code insee", "insee", "insee code"]
    case .identifier: ["identifiant", "identifier"]
    case .population: ["population", "habitants", "inhabitants"]
    case .declared: ["date de declaration", "declare le", "declared", "date"]
    case .service: ["code service", "service code", "service"]
    case .answer: ["reponse", "answer"]
    case .language: ["langue", "language"]
    case .demonstration: ["demonstration"]
    }
  }

  /// The headings, folded, of columns that are there to help whoever fills a table in, and are not read.
  static let helpHeadings: Set<String> = [
    "enjeu", "stake", "libelle du service", "service label", "ce que l on sait", "what is known",
  ]
}

/// The words of answers.
enum DiagnosisWords {
  /// What means that the service is rendered, folded.
  static let affirmations: Set<String> = ["oui", "o", "yes", "y", "true", "vrai", "1", "x"]
  /// What means that it is not.
  static let negations: Set<String> = ["non", "n", "no", "false", "faux", "0"]
  /// What means that nothing is told.
  static let silences: Set<String> = [
    "", "non renseigne", "nr", "ne sait pas", "not told", "unknown", "inconnu", "null",
  ]
}
