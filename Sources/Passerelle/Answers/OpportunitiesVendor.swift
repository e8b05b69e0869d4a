import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleMatching
import PasserellePipeline
import PasserelleText

/// Finds the vendor that a person names, by identifier or else by name.
struct OpportunitiesVendor {
  let reader: GraphReader
  let iris: IRISpace
  let text: any TextSearching

  /// How many companies of a like name are told of.
  private static let limit = 8

  /// Finds the vendor.
  ///
  /// - Parameter name: What ``Workspace/dossier(of:asOf:language:)`` takes, or a company's name.
  /// - Returns: Its number in the store and its IRI.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`; with `query.invalid` for a name that several
  ///   companies share.
  func resolve(_ name: String) throws -> (id: TermID, iri: String) {
    do {
      return try EntityNames(iris: iris).resolve(name, reader)
    } catch let error as PasserelleError where error.code == .entityNotFound {
      guard let iri = try company(named: name) else { throw error }
      let id = try reader.identifiers(of: [.iri(iri)])[0]
      guard id.isBound else { throw error }
      return (id, iri)
    }
  }

  private func company(named name: String) throws -> String? {
    let words = MatchTerms(language: .neutral).names(name)
    guard !words.isEmpty else { return nil }
    var filter = DocumentFilter()
    filter.kinds = [.vendor]
    let hits = try text.top(
      TextQuery(fields: [.vendors], terms: words, requiresAll: true, filter: filter), limit: 100)
    let found = try text.summaries(of: hits.map(\.document)).compactMap { $0 }
    let folded = TextFolding.fold(name)
    let same = found.filter { TextFolding.fold($0.title) == folded }
    let meant = same.isEmpty ? found : same
    guard meant.count > 1 else { return meant.first?.subject }
    let list = meant.prefix(Self.limit).map { one in
      let number = iris.identifierParts(of: one.subject).map { $0.scheme.rawValue + ":" + $0.value }
      return one.title + " (" + (number ?? one.subject) + ")"
    }.joined(separator: ", ")
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr:
          "\(meant.count) fournisseurs s’appellent « \(name) » ou presque ; donnez l’identifiant : \(list).",
        en: "\(meant.count) vendors are called '\(name)' or nearly so; give the identifier: \(list)."))
  }
}
