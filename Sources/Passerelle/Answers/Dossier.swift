public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering
import PasserelleSources

/// Everything that the store states about one thing, each statement with the records that make it.
public struct Dossier: Sendable {
  /// A record version, as the source of a statement.
  public struct Source: Sendable, Hashable {
    /// The record's IRI.
    public let record: String
    /// The source's short name.
    public let source: String
    /// The version's rank within the record.
    public let version: Int
    /// When it was ingested.
    public let ingested: Instant
    /// When a later version closed it.
    public let superseded: Instant?
    /// Whether it is demonstration data.
    public let isDemonstration: Bool
  }

  /// A statement about the thing, or one in which it is the object.
  public struct Fact: Sendable, Hashable {
    /// The part of the thing that the statement is about, such as `modification/1`; empty for the thing.
    public let part: String
    /// The relation's IRI.
    public let relation: String
    /// What the relation is called.
    public let relationLabel: String
    /// The value, or for an inverse fact the subject: its IRI, nil for a literal.
    public let iri: String?
    /// What to call it; a literal's text, or what it means by its code list.
    public let text: String
    /// The literal as stated; nil for a thing.
    public let literal: String?
    /// The language tag of a literal that has one.
    public let languageTag: String?
    /// Whether the fact only takes apart what another one says in whole: the number and unit of a quantity.
    public let isDetail: Bool
    /// The records that state it.
    public let sources: [Source]
  }

  /// What a record of facts rests on and is contradicted by.
  public struct Origin: Sendable, Hashable {
    /// What the document is called, with the lines; empty where the record names none.
    public let passage: String
    /// The claims that say otherwise, read aloud.
    public let conflicts: [String]
  }

  /// The thing's IRI.
  public let iri: String
  /// What to call it.
  public let label: String
  /// What it is.
  public let types: [String]
  /// What is stated about it.
  public let facts: [Fact]
  /// What is stated with it as the object, the latest records first.
  public let mentions: [Fact]
  /// How many mentions there are in all; `mentions` holds the first ones.
  public let mentionCount: Int
  /// The versions of the records about it, oldest first.
  public let versions: [Source]
  /// What the records of facts among the sources rest on, by the record's IRI.
  public let origins: [String: Origin]
  /// The moment that the dossier shows; nil for now.
  public let asOf: Instant?
  /// The language of its labels.
  public let language: MessageLanguage
}

extension Workspace {
  /// How many mentions a dossier gives.
  public static let mentionLimit = 100

  /// Gathers what is stated about a thing.
  ///
  /// - Parameters:
  ///   - name: An IRI, `scheme:value`, or a bare SIREN, SIRET or INSEE code.
  ///   - asOf: Shows the state known at that moment; nil for now.
  ///   - language: The language of labels.
  /// - Returns: The dossier.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func dossier(
    of name: String, asOf: Instant? = nil, language: MessageLanguage
  ) throws -> Dossier {
    try store.read(asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let entity = try EntityNames(iris: store.iris).resolve(name, reader)
      let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      return try DossierBuilder(
        reader: reader, labels: labels, iris: store.iris, language: language, asOf: asOf
      )
      .dossier(of: entity.id, iri: entity.iri, name)
    }
  }
}

/// Builds one dossier from one state of the store.
private final class DossierBuilder {
  private let reader: GraphReader
  private let labels: LabelResolver
  private let iris: IRISpace
  private let language: MessageLanguage
  private let asOf: Instant?
  private var sources: [VersionID: Dossier.Source] = [:]

  init(
    reader: GraphReader, labels: LabelResolver, iris: IRISpace, language: MessageLanguage, asOf: Instant?
  ) {
    self.reader = reader
    self.labels = labels
    self.iris = iris
    self.language = language
    self.asOf = asOf
  }

  func dossier(of id: TermID, iri: String, _ name: String) throws -> Dossier {
    let about = try reader.quads(QuadPattern(subject: id))
    // Parts such as modifications hang under the thing's own IRI, in the same records.
    let parts = try partQuads(about, iri)
    let mentions = try reader.quads(QuadPattern(object: id)).filter { $0.subject != id }
    let inner = Set(parts.map(\.quad))
    let foreign = mentions.filter { !inner.contains($0) }
    guard !about.isEmpty || !foreign.isEmpty else { throw EntityNames.notFound(name) }
    let shown = foreign.sorted { ($1.graph, $0.subject) < ($0.graph, $1.subject) }.prefix(
      Workspace.mentionLimit)
    let type = try reader.identifiers(of: [.iri(Vocabulary.type)])[0]
    let own = about.map { (part: "", quad: $0) }
    let facts = try facts(
      own.filter { $0.quad.predicate != type } + parts.filter { $0.quad.predicate != type }, value: \.object)
    let mentioned = try self.facts(shown.map { ("", $0) }, value: \.subject, isSorted: false)
    return Dossier(
      iri: iri, label: try labels.label(of: iri, language: language),
      types: try typeLabels(about.filter { $0.predicate == type }), facts: facts, mentions: mentioned,
      mentionCount: foreign.count, versions: try versions(about: id), origins: try origins(), asOf: asOf,
      language: language)
  }

  /// What the records of facts met so far rest on.
  private func origins() throws -> [String: Dossier.Origin] {
    let relations = [Vocabulary.source, Vocabulary.lines, Vocabulary.pas + "conflictsWith"]
    let ids = try reader.identifiers(of: relations.map(Term.iri))
    var origins: [String: Dossier.Origin] = [:]
    for (version, source) in sources where source.source == FactsReader.source {
      func objects(_ relation: TermID) throws -> [Term] {
        guard relation.isBound else { return [] }
        let quads = try reader.quads(QuadPattern(graph: version, predicate: relation))
        return try reader.terms(of: quads.map(\.object).sorted()).compactMap { $0 }
      }
      let documents = try objects(ids[0]).compactMap(\.iriValue).map {
        try labels.label(of: $0, language: language)
      }
      let lines = try objects(ids[1]).compactMap(\.lexicalForm)
      let conflicts = try objects(ids[2]).compactMap(\.iriValue).map {
        try labels.label(of: $0, language: language)
      }
      origins[source.record] = Dossier.Origin(
        passage: (documents.sorted() + lines.sorted()).joined(separator: ", "), conflicts: conflicts.sorted())
    }
    return origins
  }

  private func partQuads(_ about: [Quad], _ iri: String) throws -> [(part: String, quad: Quad)] {
    var result: [(part: String, quad: Quad)] = []
    let objects = Array(Set(about.map(\.object))).sorted()
    for (object, term) in zip(objects, try reader.terms(of: objects)) {
      guard let part = term?.iriValue, part.hasPrefix(iri + "/") else { continue }
      let name = String(part.dropFirst(iri.count + 1))
      result += try reader.quads(QuadPattern(subject: object)).map { (name, $0) }
    }
    return result
  }

  private func typeLabels(_ quads: [Quad]) throws -> [String] {
    let terms = try reader.terms(of: Array(Set(quads.map(\.object))).sorted())
    return try terms.compactMap { try $0?.iriValue.map { try labels.label(of: $0, language: language) } }
      .sorted()
  }

  /// Merges statements that several records make into one fact with several sources.
  private func facts(
    _ quads: [(part: String, quad: Quad)], value: KeyPath<Quad, TermID>, isSorted: Bool = true
  ) throws -> [Dossier.Fact] {
    struct Key: Hashable {
      let part: String
      let predicate: TermID
      let value: TermID
    }
    var order: [Key] = []
    var graphs: [Key: Set<VersionID>] = [:]
    for (part, quad) in quads {
      let key = Key(part: part, predicate: quad.predicate, value: quad[keyPath: value])
      if graphs[key] == nil { order.append(key) }
      graphs[key, default: []].insert(quad.graph)
    }
    let number = try reader.identifiers(of: [.iri(Vocabulary.numericValue)])[0]
    let quantities = Set(quads.filter { $0.quad.predicate == number }.map(\.part))
    let facts = try order.compactMap { key -> Dossier.Fact? in
      let terms = try reader.terms(of: [key.predicate, key.value])
      guard let relation = terms[0]?.iriValue, let term = terms[1] else { return nil }
      let text =
        try term.iriValue.map { try labels.label(of: $0, language: language) }
        ?? literalText(term.lexicalForm ?? "", of: relation)
      return Dossier.Fact(
        part: key.part, relation: relation,
        relationLabel: try labels.label(of: relation, language: language), iri: term.iriValue, text: text,
        literal: term.lexicalForm, languageTag: term.languageTag,
        isDetail: !key.part.isEmpty && quantities.contains(key.part),
        sources: try (graphs[key] ?? []).sorted().compactMap(source))
    }
    guard isSorted else { return facts }
    return facts.sorted { ($0.part, $0.relationLabel, $0.text) < ($1.part, $1.relationLabel, $1.text) }
  }

  /// A literal as people read it: by its code list, and a publication that was laid over others by its date and name.
  private func literalText(_ text: String, of relation: String) -> String {
    guard relation == Vocabulary.amendedBy else {
      return labels.codeLabel(text, of: relation, language: language)
    }
    // Date or `-`, fingerprint, version of the mapping, `whole` or `part`, name.
    let words = text.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 5 else { return text }
    let date = Instant(iso: words[0]).map { ValueFormat(language).instant($0) }
    let name = words[4].isEmpty ? String(words[1].prefix(12)) : words[4]
    return ([date].compactMap { $0 } + [name]).joined(separator: ", ")
  }

  private func versions(about id: TermID) throws -> [Dossier.Source] {
    try reader.versions(about: id)
      .filter { version in asOf.map { version.ingested <= $0 } ?? true }
      .map { Dossier.Source($0, iris: iris) }
  }

  private func source(_ version: VersionID) throws -> Dossier.Source? {
    if let known = sources[version] { return known }
    guard let record = try reader.versions(of: [version])[0] else { return nil }
    let made = Dossier.Source(record, iris: iris)
    sources[version] = made
    return made
  }
}

extension Dossier.Source {
  /// The source that a version of a record is.
  init(_ version: RecordVersion, iris: IRISpace) {
    self.init(
      record: iris.record(source: version.source, key: version.key), source: version.source,
      version: version.number, ingested: version.ingested, superseded: version.superseded,
      isDemonstration: version.isDemonstration)
  }
}

extension Term {
  /// The language tag of a literal that has one.
  fileprivate var languageTag: String? {
    guard case .literal(let literal) = self, case .language(let tag) = literal.datatype else { return nil }
    return tag
  }
}
