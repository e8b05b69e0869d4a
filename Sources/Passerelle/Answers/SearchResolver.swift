import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// What a search asks of the graph and the ontology: themes, things, exact characters.
struct SearchResolver: QueryResolving {
  let workspace: Workspace

  /// The most literals whose documents an exact search takes.
  private static let literalLimit = 100_000

  /// A theme by its identifier or a label of it; else the concepts that a text names most surely.
  func concepts(of theme: String) throws -> [String] {
    let folded = TextFolding.fold(theme)
    let named = workspace.ontology.themes.filter { theme in
      [theme.id, theme.label.french, theme.label.english].contains { TextFolding.fold($0) == folded }
    }
    if !named.isEmpty { return named.map { "theme:" + $0.id }.sorted() }
    var found: [String: Int] = [:]
    for language in [TextLanguage.french, .english] {
      for concept in workspace.annotator.concepts(of: theme, language: language) {
        found[concept.term] = max(found[concept.term] ?? 0, concept.weight)
      }
    }
    let greatest = found.values.max() ?? 0
    return found.filter { $0.value * 2 > greatest }.map(\.key).sorted()
  }

  /// The entries of the lexicon that some words name.
  func notions(in words: [String], language: TextLanguage) -> [QueryNotion] {
    workspace.annotator.lexiconSpans(in: words, language: language).map { span in
      QueryNotion(
        words: span.words, term: span.entry.conceptTerm,
        names: span.entry.terms.map { QueryNotion.Name(text: $0.text, language: $0.language) })
    }
  }

  /// The records that state a literal with these characters.
  func documents(containing text: String) throws -> DocumentSet {
    try workspace.store.read { reader in
      let literals = try workspace.literalIndex().matches(
        text, mode: .containing, ignoringCase: false, limit: Self.literalLimit
      ) { ids in try reader.terms(of: ids.map(TermID.init(rawValue:))).map { $0?.lexicalForm } }
      var versions: Set<VersionID> = []
      for literal in literals {
        versions.formUnion(
          try reader.quads(QuadPattern(object: TermID(rawValue: literal))).map(\.graph))
      }
      return try Self.records(of: versions, reader)
    }
  }

  /// The records about a thing and those that state something of it, and its own document as a company.
  func documents(about name: String) throws -> DocumentSet {
    try workspace.store.read { reader in
      let thing = try EntityNames(iris: workspace.store.iris).resolve(name, reader).id
      var versions = Set(try reader.quads(QuadPattern(object: thing)).map(\.graph))
      versions.formUnion(try reader.quads(QuadPattern(subject: thing)).map(\.graph))
      let records = try Self.records(of: versions, reader)
      return DocumentSet(records.ids + [IndexUpdater.vendorOffset + thing.rawValue])
    }
  }

  private static func records(of versions: Set<VersionID>, _ reader: GraphReader) throws -> DocumentSet {
    DocumentSet(try reader.versions(of: versions.sorted()).compactMap { $0?.record })
  }
}
