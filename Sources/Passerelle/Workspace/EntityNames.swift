import PasserelleCore
import PasserelleGraph

/// Finds the thing that a person names: by IRI, `scheme:value`, or a bare number.
struct EntityNames {
  let iris: IRISpace

  /// The IRIs that a name may mean, the likeliest first.
  func candidates(_ name: String) -> [String] {
    if name.hasPrefix("http://") || name.hasPrefix("https://") { return [name] }
    var result: [String] = []
    if let colon = name.firstIndex(of: ":") {
      let head = String(name[..<colon]).lowercased()
      let value = String(name[name.index(after: colon)...])
      if let scheme = IdentifierScheme(rawValue: head) { result.append(iris.identifier(scheme, value)) }
      if head == "cpv", let code = CPVCode.read(value) { result.append(code.code.iri) }
    }
    let compact = CompanyNumber.compact(name)
    switch compact.utf8.count {
    case 9: result.append(iris.identifier(.siren, compact))
    case 14:
      result += [iris.identifier(.siret, compact), iris.identifier(.siren, String(compact.prefix(9)))]
    case 5: result.append(iris.identifier(.insee, compact))
    default: break
    }
    result += [IdentifierScheme.local, .decp, .csv, .specification].map { iris.identifier($0, name) }
    if name.hasPrefix("id/") || name.hasPrefix("record/") { result.append(iris.base + name) }
    return result
  }

  /// The first candidate that the store knows.
  ///
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  func resolve(_ name: String, _ reader: GraphReader) throws -> (id: TermID, iri: String) {
    let candidates = candidates(name)
    for (iri, id) in zip(candidates, try reader.identifiers(of: candidates.map(Term.iri))) where id.isBound {
      guard iri.hasPrefix(iris.base + "record/") else { return (id, iri) }
      // A record, as answers quote their sources, stands for the thing that it is about.
      guard let record = try reader.versions(about: id).last,
        let thing = try reader.terms(of: [record.subject])[0]?.iriValue
      else { continue }
      return (record.subject, thing)
    }
    throw Self.notFound(name)
  }

  static func notFound(_ name: String) -> PasserelleError {
    PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr:
          "Rien n’est connu sous « \(name) ». Essayez « passerelle search \(name) », ou une forme comme siren:123456789, insee:69123, une IRI.",
        en:
          "Nothing is known as '\(name)'. Try 'passerelle search \(name)', or a form such as siren:123456789, insee:69123, an IRI."
      ))
  }
}
