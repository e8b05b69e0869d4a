import PasserelleCore
import PasserelleGraph

/// The records of a store by the names that people give them.
struct ErasureTargets {
  private let records: [StoredRecord]
  private let base: String
  /// The sources of the records.
  let sources: Set<String>

  init(reader: GraphReader, base: String) throws {
    records = try reader.storedRecords { _, _ in true }
    self.base = base
    sources = Set(records.map(\.source))
  }

  /// The record of an IRI, of `source/key`, or of a key that only one source has; nil where there is none.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a key of several sources.
  func record(_ name: String) throws -> StoredRecord? {
    let iris = [name, base + name]
    if let found = records.first(where: {
      $0.iri.map(iris.contains) ?? false || $0.source + "/" + $0.key == name
    }) {
      return found
    }
    let found = records.filter { $0.key == name }
    guard found.count > 1 else { return found.first }
    let names = found.prefix(5).map { $0.source + "/" + $0.key }.joined(separator: ", ")
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Plusieurs enregistrements ont la clé « \(name) » : \(names). Nommez l’un d’eux.",
        en: "Several records have the key '\(name)': \(names). Name one of them."))
  }

  static func unknown(_ name: String) -> PasserelleError {
    PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr: "Aucun enregistrement ne s’appelle « \(name) ». Donnez sa clé, « source/clé » ou son IRI.",
        en: "No record is called '\(name)'. Give its key, 'source/key' or its IRI."))
  }

  static var saysNothing: PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Donnez un nom, une adresse ou un numéro : un texte sans lettre ni chiffre ne désigne personne.",
        en: "Give a name, an address or a number: a text without letter or digit names nobody."))
  }
}
