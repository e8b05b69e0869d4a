public import PasserelleCore

extension DiagnosticCode {
  private static let completeDiagnosis = (
    fr:
      "Complétez le fichier à partir d’un modèle (« passerelle diagnose VILLE --template »), puis importez-le de nouveau.",
    en: "Complete the file from a template ('passerelle diagnose CITY --template'), then import it again."
  )

  /// A diagnosis of no known territory.
  public static let diagnosisNoCity = code(
    "diagnosis.noCity", .error,
    (
      fr: "Le diagnostic ne dit pas de quelle collectivité il est : ni code INSEE, ni identifiant corrects.",
      en: "The diagnosis does not say which authority it is of: no sound INSEE code or identifier."
    ), completeDiagnosis)
  /// A diagnosis without a date.
  public static let diagnosisNoDate = code(
    "diagnosis.noDate", .error,
    (
      fr: "Le diagnostic n’est pas daté, ou sa date n’est pas lisible.",
      en: "The diagnosis has no date, or none that can be read."
    ), completeDiagnosis)
  /// A diagnosis without any answer.
  public static let diagnosisEmpty = code(
    "diagnosis.empty", .error,
    (
      fr: "Le diagnostic ne répond « oui » ou « non » pour aucun service.",
      en: "The diagnosis answers “yes” or “no” for no service."
    ), completeDiagnosis)
  /// An answer that is neither yes nor no nor a silence.
  public static let diagnosisAnswer = code(
    "diagnosis.answer", .warning,
    (
      fr: "La réponse n’est ni « oui », ni « non », ni vide ; le service reste non renseigné.",
      en: "The answer is neither “yes”, nor “no”, nor empty; the service stays untold."
    ),
    (fr: "Écrivez « oui » ou « non », ou rien.", en: "Write “yes” or “no”, or nothing."))
  /// An answer for what cannot be the code of a service.
  public static let diagnosisService = code(
    "diagnosis.service", .warning,
    (
      fr: "Le code du service n’est pas correct ; la réponse a été écartée.",
      en: "The code of the service is not sound; the answer was dropped."
    ),
    (
      fr: "Reprenez le code du modèle, tel que « mobility-parking ».",
      en: "Take the code from the template, such as “mobility-parking”."
    ))
  /// A service answered both ways.
  public static let diagnosisContradiction = code(
    "diagnosis.contradiction", .warning,
    (
      fr: "Le même service a pour réponse « oui » et « non » ; il reste non renseigné.",
      en: "The same service is answered “yes” and “no”; it stays untold."
    ),
    (fr: "Gardez une seule réponse par service.", en: "Keep one answer for each service."))

  /// The codes of diagnoses.
  public static let allDiagnosis: [DiagnosticCode] = [
    .diagnosisNoCity, .diagnosisNoDate, .diagnosisEmpty, .diagnosisAnswer, .diagnosisService,
    .diagnosisContradiction,
  ]
}
