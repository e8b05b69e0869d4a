import PasserelleCore

/// The format that every file of the ontology folder declares.
enum OntologyFormat {
  /// The format's name and version.
  static let name = "passerelle-ontology/1"

  /// Refuses a file of another format.
  static func check(_ declared: String?, file: String, line: Int) throws {
    guard declared != name else { return }
    throw fault(
      LocalizedText(
        fr: "Le fichier doit déclarer « format: \(name) »"
          + (declared.map { " ; il déclare « \($0) »." } ?? "."),
        en: "The file must declare \"format: \(name)\"" + (declared.map { "; it declares \"\($0)\"." } ?? ".")
      ), file: file, line: line)
  }

  /// An error of the ontology's files.
  static func fault(
    _ message: LocalizedText, file: String, line: Int?, cause: (any Error)? = nil
  ) -> PasserelleError {
    PasserelleError(.ontologyInvalid, message, at: SourceLocation(file: file, line: line), cause: cause)
  }
}
