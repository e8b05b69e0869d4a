/// How lists of the product and official lists are called.
enum ReferenceNames {
  /// What the IRIs of the authority tables begin with; then come the list and the code.
  static let authority = "http://publications.europa.eu/resource/authority/"
  /// What the IRIs of territorial units begin with.
  static let nuts = "http://data.europa.eu/nuts/code/"

  /// The official list that names values which a list of the product does not have.
  static let official = [
    "evaluation-criteria": "award-criterion-type",
    "natures": "contract-nature",
    "procedures": "procurement-procedure-type",
  ]
}
