import PasserelleCore

/// Terms of the diagnosis that a territory declares of its services.
public enum DiagnosisTerms {
  /// What a territory declares of the services that it renders and does not render.
  public static let diagnosis = Vocabulary.pas + "Diagnosis"
  /// Territory, project, sheet → service that it renders.
  public static let hasService = Vocabulary.pas + "hasService"
  /// Territory → service that it says it does not render.
  public static let lacksService = Vocabulary.pas + "lacksService"
  /// Diagnosis → territory that it is of.
  public static let concerns = Vocabulary.pas + "concerns"
  /// Territory → population, a number.
  public static let population = Vocabulary.pas + "population"
  /// Territory → population, a quantity.
  public static let hasPopulation = Vocabulary.pas + "hasPopulation"

  /// The IRI of a service of the taxonomy, by its code such as `mobility-parking`.
  public static func service(_ code: String) -> String { Vocabulary.pas + "service-" + code }
}
