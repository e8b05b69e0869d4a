import PasserelleCore

/// Reads the keys of terms as stores kept them before migration 3: an IRI had the number of a namespace.
struct FirstTermCodec {
  private let namespaces: [[UInt8]]

  init(iris: IRISpace) {
    let base = iris.base
    namespaces = [
      "", base, base + "id/", base + "record/", base + "id/siret/", base + "id/siren/", base + "id/decp/",
      base + "record/decp/", base + "id/insee/", base + "id/departement/", base + "id/local/",
      base + "id/csv/", base + "record/csv/", base + "id/specification/", base + "record/specification/",
      base + "record/facts/", Vocabulary.pas, Vocabulary.epo, Vocabulary.org, Vocabulary.skos,
      Vocabulary.dct, Vocabulary.prov, Vocabulary.schema, Vocabulary.rdf, Vocabulary.rdfs, Vocabulary.xsd,
      "http://data.europa.eu/cpv/cpv/", "http://data.europa.eu/nuts/code/",
      "http://publications.europa.eu/resource/authority/",
    ].map { Array($0.utf8) }
  }

  /// The key of today; nil for one that the format cannot hold.
  func key(from old: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let kind = old.first else { return nil }
    guard kind == 1 else { return Array(old) }
    guard old.count >= 2, Int(old[1]) < namespaces.count else { return nil }
    return [1] + namespaces[Int(old[1])] + old[2...]
  }
}
